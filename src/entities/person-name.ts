import { remembering } from "../remembering.ts";
import { bareName } from "./names.ts";
import { familyFirstLanguage, isHungarianOrder } from "./surnames.ts";
import { givenKey, koreanKey, soundKey } from "./transliteration.ts";

/** A person's name taken apart. All words are folded. */
export interface PersonName {
  /** The words in the order of the text, without titles and suffix. */
  readonly words: readonly string[];
  readonly given: readonly string[];
  /** With its particles: "van moer". Arabic articles are left out: "sisi" for "al-Sisi". */
  readonly family: string;
  /** "jr", "sr", "ii" …, or an empty string. */
  readonly suffix: string;
  /** The family name comes first in the text. */
  readonly familyFirst: boolean;
  readonly isKorean: boolean;
}

/** Words that stand before a name and are no part of it. */
export const TITLES: ReadonlySet<string> = new Set(
  `mr mrs ms miss mister dr doctor prof professor president premier chairman chairwoman chancellor minister secretary ambassador
  king queen prince princess pope emperor sheikh sheik shaikh ayatollah imam mullah rabbi father sister brother rev reverend bishop archbishop
  cardinal sir lord lady dame baron baroness count countess general gen colonel col major maj captain capt lieutenant lt
  sergeant sgt admiral adm marshal commander cmdr senator sen representative rep congressman congresswoman governor gov mayor judge justice
  comrade herr frau monsieur mme madame senor senora hon
  shri sri smt shrimati haji hajji alhaji alhaja maulana mufti pandit ustad`
    .trim()
    .split(/\s+/u),
);
/** Titles that stand before a given name alone, or that are given names themselves: "Prince Charles", "Judge Reinhold". */
const NAMES_TOO = new Set(
  "king queen prince princess pope emperor sheikh sheik shaikh imam ayatollah father sister brother lady judge justice major marshal baron haji".split(
    " ",
  ),
);
const SUFFIX = /^(?:jr|sr|junior|senior|ii|iii|iv|phd|md|esq|mp|mep|qc|kc)$/u;
const PARTICLE = new Set(
  "van von der den de del della di da das dos du la le lo el al bin ibn ben bint abu ter ten zu zum af av st san y e".split(
    " ",
  ),
);
/** True for "van", "de", "bin": no name by itself. */
export const isParticle = (word: string): boolean => PARTICLE.has(word);
const ARTICLE = /^(?:al|el|as|ash|an|ar|at|ad|az|ul|ur)-(?=\p{L}{2})/u;

/** Words of a name with the initials that stand together apart: "J.K. Rowling" is j, k, rowling. */
const words = (text: string) =>
  bareName(text)
    .replace(/\b(\p{L})\.(?=\p{L}\b)/gu, "$1. ")
    .split(/[\s,.“”"()]+/u)
    .map((word) => word.replace(/^['-]+|['-]+$/gu, ""))
    .filter(Boolean);

/** Takes a person's name apart: "Ban Ki-moon", "Donald Li Kwok-tung", "George W. Bush", "Marco van Basten", "Orbán Viktor". */
export const parsePerson = remembering((text: string): PersonName => {
  let all = words(text);
  while (all.length > (NAMES_TOO.has(all[0]!) ? 2 : 1) && TITLES.has(all[0]!)) all = all.slice(1);
  let suffix = "";
  while (all.length > 1 && SUFFIX.test(all.at(-1)!)) {
    suffix = all.at(-1)!.replace("junior", "jr").replace("senior", "sr");
    all = all.slice(0, -1);
  }
  const capitals = capitalFamily(text, all);
  const language = familyFirstLanguage(all);
  const first = capitals === 0 || language !== null || (capitals < 0 && isHungarianOrder(all));
  const reversed = all.length > 1 && language === null && familyFirstLanguage([all.at(-1)!, ...all.slice(0, -1)]);
  const inside = !first && !reversed && all.length > 2 && familyFirstLanguage(all.slice(1)) !== null;
  if (inside)
    return {
      words: all,
      given: [all[0]!, ...all.slice(2)],
      family: all[1]!,
      suffix,
      familyFirst: false,
      isKorean: false,
    };
  const at = first ? 1 : familyStart(all);
  const given = first ? all.slice(1) : all.slice(0, at);
  const family = (first ? all.slice(0, 1) : all.slice(at))
    .join(" ")
    .replace(ARTICLE, "")
    .replace(/^(?:al|el) /u, "");
  return {
    words: all,
    given,
    family,
    suffix: /^(?:phd|md|esq|mp|mep|qc|kc)$/u.test(suffix) ? "" : suffix,
    familyFirst: first,
    isKorean: language === "korean" || reversed === "korean",
  };
});

/** Where the family name begins: before its particles, and never at the first word of several. */
function familyStart(all: readonly string[]): number {
  let at = Math.max(0, all.length - 1);
  while (at > 1 && PARTICLE.has(all[at - 1]!)) at--;
  if (at === 1 && PARTICLE.has(all[0]!)) return 0;
  return at;
}

/** Which word is the only one in capitals, as family names are in some texts ("BAN Ki-moon"), or -1. */
function capitalFamily(text: string, all: readonly string[]): number {
  if (all.length < 2 || text === text.toUpperCase()) return -1;
  const loud = text.split(/\s+/u).filter((word) => /^\p{Lu}{2,}$/u.test(word));
  return loud.length === 1 ? all.indexOf(loud[0]!.toLowerCase()) : -1;
}

/** True for a name of one word or of a surname with its particles: it names whoever bears it. */
export const isBare = (name: PersonName): boolean => name.given.length === 0 || name.words.length < 2;

/** True where the first given name is only a letter. */
export const isInitialed = (name: PersonName): boolean => (name.given[0]?.length ?? 0) === 1;

/** Family name in one spelling for its romanizations. */
export const familyKey = (name: PersonName): string =>
  name.isKorean ? (KOREAN_FAMILY.get(name.family) ?? soundKey(name.family)) : soundKey(name.family);

/** All given names in one spelling, joined: "kimoon" for "Ki-moon", "Ki Moon" and "Kimoon". */
export const givenJoined = (name: PersonName): string =>
  name.isKorean ? koreanKey(name.given.join("")) : name.given.map(givenKey).join("");

/** Key of the first given name. */
export const firstGivenKey = (name: PersonName): string =>
  name.isKorean ? koreanKey(name.given.join("")) : givenKey(name.given[0] ?? "");

const KOREAN_FAMILY = new Map<string, string>(
  `lee yi ri rhee rhie li|park pak bak|choi choe|jung jeong chung chong|cho jo joe|kang gang|yoon yun youn|jang chang|lim im rim|
seo suh|shin sin sinn|kwon gwon|ahn an|yoo yu ryu you|jeon chon chun|go ko koh|moon mun|bae pae|baek paek paik|joo ju chu|woo wu u|
gu ku koo|na ra|no noh roh roe|ryom yeom yom|hyon hyun|kwak gwak|sung seong|huh heo hur|jin chin|ji chi|um eom om|byun pyon|bang pang|bong pong|
thae tae|myung myong|son sohn`
    .replace(/\n/gu, "")
    .split("|")
    .flatMap((row) => row.split(" ").map((name, _, all) => [name, all[0]!] as const)),
);

/** True where the given names don't contradict: equal, or one list begins the other, or has initials for its names. */
export function givenAgree(a: PersonName, b: PersonName): boolean {
  if (suffixesClash(a, b)) return false;
  if (givenJoined(a) === givenJoined(b)) return true;
  if (a.isKorean && b.isKorean) return false;
  const [short, long] = a.given.length <= b.given.length ? [a.given, b.given] : [b.given, a.given];
  if (!sameGiven(short[0] ?? "", long[0] ?? "")) return false;
  return short.every((name, i) => sameGiven(name, long[i]!));
}

const sameGiven = (a: string, b: string) =>
  a.length === 1 || b.length === 1 ? a[0] === b[0] : givenKey(a) === givenKey(b);

/** "Jr." and "Sr.", or one of them and no suffix: father and son. */
export const suffixesClash = (a: PersonName, b: PersonName): boolean => a.suffix !== b.suffix;
