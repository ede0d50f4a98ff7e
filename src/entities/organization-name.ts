import { countryNamed, countryOf } from "./countries.ts";
import { bareName, remembering } from "./names.ts";

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

const ORTHOGRAPHY: Readonly<Record<string, string>> = {
  defence: "defense",
  labour: "labor",
  centre: "center",
  theatre: "theater",
  programme: "program",
  organisation: "organization",
  dept: "department",
  univ: "university",
  govt: "government",
  natl: "national",
  intl: "international",
  assn: "association",
  assoc: "association",
  inst: "institute",
  min: "ministry",
  comm: "commission",
  cmte: "committee",
  fed: "federal",
  st: "saint",
  "&": "and",
  bros: "brothers",
  mfg: "manufacturing",
  un: "united nations",
};

const LEGAL = new Set(
  `inc incorporated corp corporation co company companies ltd limited llc llp lp plc ag sa nv bv gmbh kg kgaa ab as asa oy oyj oao ooo pao zao pjsc
  jsc ojsc spa srl sl kk pty pte bhd sdn tbk pt kft rt zrt nyrt doo ad cos`
    .trim()
    .split(/\s+/u),
);
const CLUB = new Set("fc afc ac as sc cf fk bk if sv vfl vfb tsv ssc ss rc cd ud sd rcd club".split(" "));

// Bodies that are known by their letters everywhere; the long form is what the letters stand for.
const KNOWN = new Map<string, string>(
  `un=united nations|eu=european union|nato=north atlantic treaty organization|who=world health organization|wto=world trade organization|
imf=international monetary fund|iaea=international atomic energy agency|asean=association of southeast asian nations|opec=organization of petroleum exporting countries|
osce=organization for security and cooperation in europe|icc=international criminal court|icj=international court of justice|icrc=international committee of red cross|
unesco=united nations educational scientific and cultural organization|unicef=united nations childrens fund|unhcr=united nations high commissioner for refugees|
fbi=federal bureau of investigation|cia=central intelligence agency|nsa=national security agency|nasa=national aeronautics and space administration|
fda=food and drug administration|epa=environmental protection agency|sec=securities and exchange commission|fed=federal reserve|
bbc=british broadcasting corporation|cnn=cable news network|abc=american broadcasting|nbc=national broadcasting|
ap=associated press|afp=agence france presse|upi=united press international|kcna=korean central news agency|pla=peoples liberation army|
idf=israel defense forces|plo=palestine liberation organization|ira=irish republican army|eta=euskadi ta askatasuna|pkk=kurdistan workers party|
irgc=islamic revolutionary guard corps|oas=organization of american states|au=african union|ecowas=economic community of west african states|
oecd=organization for economic cooperation and development|adb=asian development bank|ecb=european central bank|fifa=federation internationale de football association|
uefa=union of european football associations|ioc=international olympic committee|nba=national basketball association|nfl=national football league|
nhl=national hockey league|mlb=major league baseball|fsb=federal security service|kgb=committee for state security|tass=itar tass`
    .replace(/\n/gu, "")
    .split("|")
    .map((pair) => pair.split("=") as [string, string]),
);

const BODY =
  "congress|senate|cabinet|ministry|department|office|bureau|embassy|army|navy|air force|parliament|government|supreme court|bureau";
const OF_FORM = /^(ministry|department|bureau|office) (?:of|for) (.+)$/u;

/** True for bodies that everyone knows by their letters, written either way: no longer name is meant by them. */
export const isKnownBody = (core: readonly string[]): boolean => LONG_FORMS.has(core.join(" "));
const LONG_FORMS = new Set(KNOWN.values());

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
  const isAcronym = words.length === 1 && /^\p{Lu}[\p{Lu}\p{N}&.-]{1,9}$/u.test(text.replace(/\s/gu, ""));
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

const BODIES = new RegExp(`(?:^|\\s)(?:${BODY})(?:\\s|$)`, "u");
/** True for "defense ministry", "supreme court", "labor party": without a country it isn't said whose. */
export const isBodyOfAnyCountry = (core: readonly string[]): boolean =>
  EVERYWHERE.has(core.join(" ")) ||
  (core.length === 1 && isGenericWord(core[0]!)) ||
  (core.length < 4 && isMinistry(core) && !AMERICAN.has(core.join(" ")));

const isMinistry = (core: readonly string[]) => /^(?:ministry|department|office|bureau|embassy)$/u.test(core.at(-1)!);

// Bodies that most countries have and call the same.
const EVERYWHERE = new Set(
  `government|parliament|congress|cabinet|senate|house|army|navy|air force|police|state|crown|treasury|presidency|national assembly|
house of representatives|house of commons|house of lords|lower house|upper house|general assembly|supreme court|high court|constitutional court|
court of appeal|court of appeals|supreme court of appeal|federal court|district court|central bank|national bank|reserve bank|state bank|
election commission|electoral commission|national electoral council|human rights commission|civil service commission|national security council|
security cabinet|state council|council of ministers|central committee|politburo|armed forces|defense forces|defense force|coast guard|border guard|
national guard|national police|federal police|police force|royal air force|red cross|red crescent|chamber of commerce|stock exchange|
democratic party|labor party|communist party|socialist party|social democratic party|liberal party|conservative party|national party|green party|greens|
republican party|peoples party|opposition|ruling party|football association|national team|public prosecutor|attorney generals office|prime ministers office|
presidents office|university|national university|state television|state media`
    .replace(/\n/gu, "")
    .split("|"),
);

// Only one country calls its ministries so.
const AMERICAN = new Set(
  "state justice commerce treasury defense interior labor energy transportation agriculture education homeland-security"
    .split(" ")
    .map((field) => `${field.replace("-", " ")} department`),
);

/** Only bodies that every country has are told apart by the country: "American Airlines" keeps its first word. */
const isBody = (words: readonly string[]) => BODIES.test(words.join(" "));

/** "ministry of defense" → "defense ministry". */
function headLast(words: readonly string[]): readonly string[] {
  const turned = OF_FORM.exec(words.join(" "));
  return turned ? [...turned[2]!.split(" "), turned[1]!] : words;
}

const SMALL = new Set("of for and the in on to de la le des du da do di del y et und der die das von a an".split(" "));

/** The acronyms that a long name may have: all initials, those of its big words, with and without its country. */
export function acronymsOf(text: string): string[] {
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
}

const GENERIC = new Set(
  `agency administration academy alliance army assembly association authority bank board bureau center central college commission committee company conference
  confederation congress corporation council court democratic department directorate east economic electric enterprise executive federal federation
  financial first force forces foreign foundation front fund general global government group groups holding holdings house industries industry institute
  academy fund authority assembly institution insurance international investment joint league liberal limited ministry mission movement national new news newspaper north northern
  office organization party partners people peoples police political post press public radical red radio research royal school security senate service services
  social society south southern staff state states supreme syndicate system systems television tv times trust union united university us
  west western work workers world american british chinese russian european african asian arab commerce daily energy airlines airways bancorp bancshares
  republican church cabinet navy labor conservative green communist socialist islamic christian popular progressive revolutionary and of the for in on to`
    .trim()
    .split(/\s+/u),
);

/** A word that many organizations have in their names: alone it stands for none of them. */
export const isGenericWord = (word: string): boolean => GENERIC.has(word);

/** The key with adjectives of countries as nouns: "Korean" and "Korea Central News Agency". */
export const soundly = (name: OrganizationName): string =>
  `${name.country}|${name.core.map((word, i) => (i === 0 && name.core.length > 1 ? (countryOf(word) ?? word) : word)).join(" ")}`;

// What a name may lack in its short form: "Tencent" for "Tencent Holdings", but "Interpol" isn't "Interpol Bureau".
const DESCRIPTIVE = new Set(
  `group groups holding holdings party news agency newspaper magazine daily times post university college bank bancorp bancshares corporation company
  technologies technology electronics motors motor industries industry international global services systems foundation energy airlines airways
  aviation media entertainment pharmaceuticals pharma insurance financial capital partners enterprises resources mines mining oil gas steel chemical
  chemicals foods brewery breweries press television radio pictures records stores labs limited of`
    .trim()
    .split(/\s+/u),
);

/** A word that says what kind of body it is, and may be left out. */
export const isDescriptive = (word: string): boolean => DESCRIPTIVE.has(word);

// Heads that stand for the whole name once it has been said: "the Assembly", "the Fund".
const HEADS = new Set(
  "assembly commission council fund center college university board ministry department authority foundation institute agency academy senate labor conservative liberal democratic republican green".split(
    " ",
  ),
);

/** True for a head, or the adjective of a party, that alone may stand for the only name in the text that has it. */
export const isHeadAlone = (core: readonly string[]): boolean => core.length === 1 && HEADS.has(core[0]!);
