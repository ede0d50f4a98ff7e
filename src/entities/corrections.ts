import { classBit } from "../lexicon/classes.ts";
import { lookUp } from "../lexicon/lexicon.ts";
import { type Found, TYPES } from "./labels.ts";
import { type Layout, wordAt } from "./layout.ts";
import { CASE, has } from "./word.ts";

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
  const corrected = names.flatMap((name) =>
    knownBody(layout, joinedPersons(layout, name) ?? separated(layout, name) ?? capitalDateline(layout, name)),
  );
  return withMissing(layout, corrected);
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

const BODY = classBit("organization") | classBit("media");
const WHERE = classBit("place") | classBit("city") | classBit("country") | classBit("region");

/** "White House": a phrase that is listed as a body and not as a place is none. */
function knownBody({ words }: Layout, names: Corrected[]): Corrected[] {
  return names.map((name) => {
    if (name.type !== PLACE || name.end - name.start < 2) return name;
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
    const name = agency(layout, i) ?? compassPoint(layout, i);
    if (!name) continue;
    const old = names[taken[i]!];
    if (old && (old.start !== i || old.end !== i + 1 || old.type === name.type)) continue;
    if (old) replaced.add(old);
    added.push(name);
  }
  if (added.length === 0) return [...names];
  return [...names.filter((name) => !replaced.has(name)), ...added].sort((a, b) => a.start - b.start);
}

const AGENCY =
  /^(?:Reuters|REUTERS|AFP|AP|Yonhap|YONHAP|Xinhua|XINHUA|TASS|Tass|EPA|UPI|KCNA|Kyodo|ANSA|EFE|DPA|PTI|ANI|Bernama|BERNAMA|Newsis|NEWSIS|Sputnik|Bloomberg)$/u;

/** "AFP-Yonhap", "(Reuters)": a news agency at the end of a caption or in parentheses. */
function agency(layout: Layout, i: number): Corrected | null {
  if (!AGENCY.test(layout.words[i]!.text)) return null;
  const sentence = layout.sentences[layout.sentenceOf[i]!]!;
  const [before, after] = [wordAt(layout, sentence, i - 1), wordAt(layout, sentence, i + 1)];
  const alone = (word: typeof before) => word.case === CASE.edge || /^[-–—/()|,.]$/u.test(word.text);
  return alone(before) && alone(after) ? { start: i, end: i + 1, type: ORGANIZATION, rule: "agency-credit" } : null;
}

const COMPASS = /^(?:North|South|East|West)$/u;

/** "The North tested …", "ties with the West". */
function compassPoint(layout: Layout, i: number): Corrected | null {
  const word = layout.words[i]!;
  if (!COMPASS.test(word.text)) return null;
  const sentence = layout.sentences[layout.sentenceOf[i]!]!;
  const after = wordAt(layout, sentence, i + 1);
  if (wordAt(layout, sentence, i - 1).folded !== "the" || after.isCapital || after.text === "of" || after.text === "-")
    return null;
  const isAdjective = after.case === CASE.lower && (has(after, "place-head") || (after.parts & 3) !== 0);
  return isAdjective ? null : { start: i, end: i + 1, type: PLACE, rule: "compass-point" };
}
