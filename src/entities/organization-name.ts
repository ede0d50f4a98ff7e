import { remembering } from "../remembering.ts";
import { countryNamed, countryOf } from "./countries.ts";
import { bareName } from "./names.ts";
import { AMERICAN, CLUB, EVERYWHERE, isGenericWord, KNOWN, LEGAL, ORTHOGRAPHY, SMALL } from "./organization-words.ts";

/** An organization's name taken apart. All words are folded and in one orthography. */
export interface OrganizationName {
  /** Without its country, legal form and small words' spelling: "defense ministry". */
  readonly core: readonly string[];
  /** "russia" for "Russian Defence Ministry" and "Ministry of Defense of Russia"; an empty string where none is named. */
  readonly country: string;
  /** Core and country: equal keys are one organization. */
  readonly key: string;
  /** The letters of an acronym ("kcna"), or an empty string. */
  readonly acronym: string;
}

// KCNA, U.N.; of short names also with a few small letters between: AfDB, MoD.
const ACRONYM = /^\p{Lu}(?:[\p{Lu}\p{N}&.-]{1,9}|\p{Lu}{0,2}\p{Ll}\p{Lu}{1,3})$/u;
const OF_FORM = /^(ministry|department|bureau|office) (?:of|for) (.+)$/u;

/** Takes the name of an organization apart. */
export const parseOrganization = remembering((text: string): OrganizationName => {
  const folded = bareName(text);
  const tight = folded.replace(/(?<=\b\p{L})\.\s?(?=\p{L}\b)/gu, "").replace(/[.']/gu, "");
  let words = tight
    .split(/[^\p{L}\p{N}&]+/u)
    .filter((word) => word && word !== "the")
    .flatMap((word, _, all) =>
      all.length > 1 && Object.hasOwn(ORTHOGRAPHY, word) ? ORTHOGRAPHY[word]!.split(" ") : [word],
    );
  while (words.length > 1 && LEGAL.has(words.at(-1)!)) words = words.slice(0, -1);
  words = withoutClub(words);
  const { country, core } = splitCountry(words);
  const known = KNOWN.get(core.join(" "));
  const full = known && !country ? known.split(" ") : core;
  const isAcronym = words.length === 1 && ACRONYM.test(text.replace(/\s/gu, ""));
  return { core: full, country, key: `${country}|${full.join(" ")}`, acronym: isAcronym ? words[0]! : "" };
});

function withoutClub(words: string[]): string[] {
  if (words.length > 1 && CLUB.has(words.at(-1)!)) return words.slice(0, -1);
  if (words.length > 1 && CLUB.has(words[0]!)) return words.slice(1);
  return words;
}

/** "russian defense ministry", "defense ministry of russia", "ministry of defense of the russian federation" → russia, "defense ministry". */
function splitCountry(words: readonly string[]): { country: string; core: readonly string[] } {
  for (const n of [3, 2, 1]) {
    if (words.length <= n) continue;
    const head = words.slice(0, n).join(" ");
    const country = countryOf(head) ?? countryNamed(head);
    if (country && isBody(words.slice(n))) return { country, core: headLast(words.slice(n)) };
  }
  for (const n of [1, 2, 3]) {
    if (words.length <= n + 1 || words.at(-1 - n) !== "of") continue;
    const country = countryNamed(words.slice(-n).join(" "));
    if (country && isBody(words.slice(0, -1 - n))) return { country, core: headLast(words.slice(0, -1 - n)) };
  }
  return { country: "", core: headLast(words) };
}

const BODIES =
  /(?:^|\s)(?:congress|senate|cabinet|ministry|department|office|bureau|embassy|army|navy|air force|parliament|government|supreme court)(?:\s|$)/u;

/** True for "defense ministry", "supreme court", "labor party": without a country it isn't said whose. */
export const isBodyOfAnyCountry = (core: readonly string[]): boolean =>
  EVERYWHERE.has(core.join(" ")) ||
  (core.length === 1 && isGenericWord(core[0]!)) ||
  (core.length < 4 && isMinistry(core) && !AMERICAN.has(core.join(" ")));

const isMinistry = (core: readonly string[]) => /^(?:ministry|department|office|bureau|embassy)$/u.test(core.at(-1)!);

/** Only bodies that every country has are told apart by the country: "American Airlines" keeps its first word. */
const isBody = (words: readonly string[]) => BODIES.test(words.join(" "));

/** "ministry of defense" → "defense ministry". */
function headLast(words: readonly string[]): readonly string[] {
  const turned = OF_FORM.exec(words.join(" "));
  return turned ? [...turned[2]!.split(" "), turned[1]!] : words;
}

/** The acronyms that a long name may have: all initials, those of its big words, with and without its country. */
export const acronymsOf = remembering((text: string): readonly string[] => {
  const tight = bareName(text)
    .replace(/(?<=\b\p{L})\.\s?(?=\p{L}\b)/gu, "")
    .replace(/[.']/gu, "");
  const words = tight.split(/[^\p{L}\p{N}&]+/u).filter((word) => word && word !== "&");
  if (words.length < 2 || words.length > 12) return [];
  const opened = words.flatMap((word) => (word === "un" || word === "us" ? [...word] : [word]));
  const big = opened.filter((word) => !SMALL.has(word));
  const initials = (list: readonly string[]) => list.map((word) => word[0]).join("");
  const unlegal = big.filter((word) => !LEGAL.has(word));
  const found = [initials(opened), initials(big), initials(unlegal), initials(big.slice(1))];
  return [...new Set(found)].filter((letters) => letters.length >= 2);
});

/** The key with adjectives of countries as nouns: "Korean" and "Korea Central News Agency". */
export const soundly = remembering(
  ({ country, core }: OrganizationName): string =>
    `${country}|${core.map((word, i) => (i === 0 && core.length > 1 ? (countryOf(word) ?? word) : word)).join(" ")}`,
);
