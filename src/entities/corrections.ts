import { classBit } from "../lexicon/classes.ts";
import { lookUp } from "../lexicon/lexicon.ts";
import { ROLE_MODIFIERS, ROLE_NOUNS, roleNoun } from "../lexicon/roles.ts";
import { type Found, TYPES } from "./labels.ts";
import { type Layout, wordAt } from "./layout.ts";
import { CASE, has, type Word, WRITTEN } from "./word.ts";

// What rules know better than the tagger. Each takes the names in order and gives them in order.

const PERSON = TYPES.indexOf("person");
const PLACE = TYPES.indexOf("place");
const ORGANIZATION = TYPES.indexOf("organization");

const SEPARATORS: ReadonlyMap<number, RegExp> = new Map([
  [PLACE, /^(?:'s|\/|;)$/u],
  [ORGANIZATION, /^;$/u],
]);

/** A name, and the rule that made or changed it (none: the tagger). */
export interface Corrected extends Found {
  readonly rule?: string;
}

export function correct(layout: Layout, names: readonly Found[]): Corrected[] {
  const corrected = names
    .flatMap((name) => trimmed(layout, name))
    .flatMap((name) =>
      knownBody(
        layout,
        employer(layout, name) ??
          joinedPersons(layout, name) ??
          separated(layout, name) ??
          capitalDateline(layout, name),
      ),
    );
  return withOdd(layout, withMissing(layout, corrected));
}

// A title is part of the name where the tagger says so.
const NAME_OR_TITLE = classBit("given-name") | classBit("title");
const CONTRACTION = /^(?:i|we|you|they|he|she|it|that|there|here|what|who|let|don|can|won|isn|wasn)['’]/u;

const isJournalist = (folded: string) => ROLE_NOUNS.get(roleNoun(folded)?.noun ?? "")?.includes("media") ?? false;

/** "Cllr Ann Lee", "Neighbour Ann Lee", "Ann Lee Crime Reporter": the capacity is no part of the name; "We’d" is none. */
function trimmed({ words }: Layout, name: Found): Corrected[] {
  let { start, end } = name;
  if (end - start === 1 && CONTRACTION.test(words[start]!.folded)) return [];
  if (name.type !== PERSON) return [name];
  if (end - start > 2 && !(words[start]!.classes & NAME_OR_TITLE) && roleNoun(words[start]!.folded)) start++;
  if (end - start > 2 && isJournalist(words[end - 1]!.folded)) end--;
  const isModified = end - start > 2 && ROLE_MODIFIERS.has(words[end - 1]!.folded);
  if (isModified && end < words.length && roleNoun(words[end]!.folded)) end--;
  return start === name.start && end === name.end ? [name] : [{ ...name, start, end, rule: "capacity" }];
}

/** "Roe-Lee summit": a hyphen that stands between words joins two persons. */
function joinedPersons({ words }: Layout, name: Found): Corrected[] | null {
  if (name.type !== PERSON || name.end - name.start !== 3 || words[name.start + 1]!.text !== "-") return null;
  const [rule, type] = ["joined-persons", PERSON];
  return [
    { start: name.start, end: name.start + 1, type, rule },
    { start: name.start + 2, end: name.end, type, rule },
  ];
}

/** "Nunavut’s Cornwallis Island", "Rwanda/Burundi": two places; "the Ministry of Defence; Coast Guard": two bodies. */
function separated({ words }: Layout, name: Found): Corrected[] | null {
  const separators = SEPARATORS.get(name.type);
  if (!separators) return null;
  for (let i = name.start + 1; i < name.end - 1; i++)
    if (separators.test(words[i]!.folded)) {
      const [rule, type] = ["separate-names", name.type];
      return [
        { start: name.start, end: i, type, rule },
        { start: i + 1, end: name.end, type, rule },
      ];
    }
  return null;
}

/** "SEOUL, South Korea": a dateline names two places. */
function capitalDateline({ words }: Layout, name: Found): Corrected[] {
  let comma = name.start + 1;
  while (comma < name.end && words[comma]!.text !== ",") comma++;
  if (comma >= name.end - 1) return [name];
  if (words[comma - 1]!.case !== CASE.capitals || words[comma + 1]!.case === CASE.capitals) return [name];
  const [rule, type] = ["dateline-places", PLACE];
  return [
    { start: name.start, end: comma, type, rule },
    { start: comma + 1, end: name.end, type, rule },
  ];
}

const EMPLOYED = /^(?:academic|analyst|business)$/u;

/** "An economist at Raiffeisen in Prague": a place that nobody lists, where somebody has a post, is a body. */
function employer({ words }: Layout, name: Found): Corrected[] | null {
  if (name.type !== PLACE || name.end - name.start > 1 || name.start < 2) return null;
  const [role, preposition, { folded }] = words.slice(name.start - 2, name.end) as [Word, Word, Word];
  if (!/^(?:at|with)$/u.test(preposition.folded) || lookUp(folded).classes & WHERE) return null;
  const found = roleNoun(role.folded);
  const isPost = found && !found.plural && EMPLOYED.test(ROLE_NOUNS.get(found.noun)![0]!);
  return isPost ? [{ ...name, type: ORGANIZATION, rule: "employer" }] : null;
}

const BODY = classBit("organization") | classBit("media");
const WHERE = classBit("place") | classBit("city") | classBit("country") | classBit("region");

// Last words that only firms have in their names.
const FIRM =
  /^(?:analytics|robotics|therapeutics|biosciences|biotech|semiconductors?|technologies|software|consulting|holdings|pharmaceuticals?|pharma|airlines|airways|motors|logistics|electronics|securities|insurance|enterprises|industries|ventures|telecom|telecommunications|inc|ltd|llc|corp|plc|gmbh|asa|oyj)$/u;

/**
 * "White House": a phrase that is listed as a body and not as a place is none. "Weber Analytics": nor is a firm a person or
 * a place.
 */
function knownBody({ words }: Layout, names: Corrected[]): Corrected[] {
  return names.map((name) => {
    if (name.end - name.start < 2) return name;
    const isFirm = name.type !== ORGANIZATION && FIRM.test(words[name.end - 1]!.folded);
    if (isFirm && words[name.end - 1]!.isCapital) return { ...name, type: ORGANIZATION, rule: "firm-word" };
    if (name.type !== PLACE) return name;
    const phrase = words.slice(name.start, name.end).map((word) => word.folded);
    const { classes } = lookUp(phrase.join(" "));
    return classes & BODY && !(classes & WHERE) ? { ...name, type: ORGANIZATION, rule: "listed-body" } : name;
  });
}

function withMissing(layout: Layout, names: readonly Corrected[]): Corrected[] {
  const taken = new Int32Array(layout.words.length).fill(-1);
  for (const [i, { start, end }] of names.entries()) taken.fill(i, start, end);
  const replaced = new Set<Corrected>();
  const added: Corrected[] = [];
  for (let i = 0; i < layout.words.length; i++) {
    const name = layout.words[i]!.isCapital ? (agency(layout, i) ?? compassPoint(layout, i)) : null;
    if (!name) continue;
    const old = names[taken[i]!];
    if (old && (old.start !== i || old.end !== i + 1 || old.type === name.type)) continue;
    if (old) replaced.add(old);
    added.push(name);
  }
  if (added.length === 0) return [...names];
  return [...names.filter((name) => !replaced.has(name)), ...added].sort((a, b) => a.start - b.start);
}

// Outlets and firms with numbers in their names, and places with apostrophes: what no feature of a word tells. Tokens stand with
// spaces between them.
const ODD_NAMES: ReadonlyMap<string, number> = new Map([
  ...odd(
    ORGANIZATION,
    `38 North|7 - Eleven|3M|3i|4chan|8chan|23andMe|20 Minutes|20th Century Fox|20th Century Studios|112 Ukraine|24 Kanal|Canal 13|
Channel 2|Channel 4|Channel 5|Channel 7|Channel 9|Channel 10|Channel 11|Channel 12|Channel 13|Channel 14|France 2|France 3|
France 5|France 24|i24 News|Radio 4|Rai 1|Rai 2|Rai 3|TV 2|TV 4|Kanal 5|Kanal 24`,
  ),
  ...odd(
    PLACE,
    `N'Djamena|L'Aquila|Nuku'alofa|Sana'a|Ta'if|Ha'il|Ma'rib|Xi'an|Yan'an|Tai'an|Huai'an|Lu'an|Ji'an|Ya'an|Be'er Sheva|Coeur d'Alene|
L'Hospitalet|M'banza - Kongo|N'Zérékoré|Qal'at|Ra's al - Khaimah|Sa'ada|Ta'izz|Kan'an|Bu'ale|Val - d'Or|Côte d'Ivoire`,
  ),
]);
const MOST_ODD = 4;
const ODD_STARTS: ReadonlySet<string> = new Set(Array.from(ODD_NAMES.keys(), (name) => name.split(" ")[0]!));
const straight = (text: string) => text.slice(0, 20).replace("’", "'");

function odd(type: number, names: string): [string, number][] {
  return names
    .replace(/\n/gu, "")
    .split("|")
    .map((name) => [name, type]);
}

const isOdd = (word: Word | undefined) =>
  word !== undefined && (word.case === CASE.number || (word.written & WRITTEN.hasApostrophe) !== 0);

/** "38 North said", "in N’Djamena": such a name takes the place of what was found in it, if that is no longer name. */
function withOdd({ words, sentenceOf }: Layout, names: readonly Corrected[]): Corrected[] {
  const found: Corrected[] = [];
  for (let i = 0; i < words.length; i++) {
    if ((!isOdd(words[i]) && !isOdd(words[i + 1])) || !ODD_STARTS.has(straight(words[i]!.text))) continue;
    let phrase = "";
    for (let end = i + 1; end <= i + MOST_ODD && end <= words.length && sentenceOf[end - 1] === sentenceOf[i]; end++) {
      phrase += (phrase && " ") + straight(words[end - 1]!.text);
      const type = ODD_NAMES.get(phrase);
      if (type !== undefined) found.push({ start: i, end, type, rule: "listed-name" });
    }
  }
  return found.length === 0 ? [...names] : placed(names, found);
}

/** The names with others put in: where they meet, the longer one stays. */
function placed(names: readonly Corrected[], others: readonly Corrected[]): Corrected[] {
  const owner = new Int32Array(Math.max(names.at(-1)?.end ?? 0, others.at(-1)!.end)).fill(-1);
  for (const [i, { start, end }] of names.entries()) owner.fill(i, start, end);
  const dropped = new Set<Corrected>();
  const kept = others.filter(({ start, end }) => {
    const met = [...new Set(owner.subarray(start, end))].flatMap((i) => names[i] ?? []);
    const isWhole = met.every((name) => name.start >= start && name.end <= end);
    if (isWhole) for (const name of met) dropped.add(name);
    return isWhole;
  });
  return [...names.filter((name) => !dropped.has(name)), ...kept].sort((a, b) => a.start - b.start);
}

const AGENCIES: ReadonlySet<string> = new Set(
  `Reuters REUTERS AFP AP Yonhap YONHAP Xinhua XINHUA TASS Tass EPA UPI KCNA Kyodo ANSA EFE DPA PTI ANI Bernama BERNAMA Newsis NEWSIS
Sputnik Bloomberg`.split(/\s+/u),
);

/** "AFP-Yonhap", "(Reuters)": a news agency at the end of a caption or in parentheses. */
function agency(layout: Layout, i: number): Corrected | null {
  if (!AGENCIES.has(layout.words[i]!.text)) return null;
  const sentence = layout.sentences[layout.sentenceOf[i]!]!;
  const [before, after] = [wordAt(layout, sentence, i - 1), wordAt(layout, sentence, i + 1)];
  const alone = (word: typeof before) => word.case === CASE.edge || /^[-–—/()|,.]$/u.test(word.text);
  return alone(before) && alone(after) ? { start: i, end: i + 1, type: ORGANIZATION, rule: "agency-credit" } : null;
}

const PLACE_HEAD = classBit("place-head");
const COMPASS: ReadonlySet<string> = new Set(["North", "South", "East", "West"]);

/** "The North tested …", "ties with the West". */
function compassPoint(layout: Layout, i: number): Corrected | null {
  const word = layout.words[i]!;
  if (!COMPASS.has(word.text)) return null;
  const sentence = layout.sentences[layout.sentenceOf[i]!]!;
  const after = wordAt(layout, sentence, i + 1);
  if (wordAt(layout, sentence, i - 1).folded !== "the" || after.isCapital || after.text === "of" || after.text === "-")
    return null;
  const isAdjective = after.case === CASE.lower && (has(after, PLACE_HEAD) || (after.parts & 3) !== 0);
  return isAdjective ? null : { start: i, end: i + 1, type: PLACE, rule: "compass-point" };
}
