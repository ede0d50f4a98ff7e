import type { Line } from "./lines.ts";
import { creditTail, DEPICTS } from "./rules/credits.ts";
import type { LineRule } from "./rules/rule.ts";
import { type Scan, scanLine } from "./scan.ts";
import { CLASS_NAMES } from "./vocabulary.ts";

// A good line: prose by its length and its end.
const GOOD_WORDS = 12;
// A line that says what the document is about.
const TOPIC_WORDS = 15;
const RULE_ROLES = ["boilerplate", "related", "dateinfo", "byline", "credit"];

/** Names of the features that a line has by itself, in the order of a row. */
export const ownNames: readonly string[] = [
  ...list("words chars capital stop end colon lower digit digits commas dashes quotes bars address year"),
  ...list("upper wordLength sentences rule copies seen depicts credit good topic topicMost short listed"),
  ...CLASS_NAMES.slice(1).map((name) => `class-${name}`),
  "site",
];

function list(names: string): string[] {
  return names.split(" ");
}

const SITE_CLASSES = list("site social pointer shop comment").map((name) => (CLASS_NAMES as string[]).indexOf(name));

/** Columns that other features are made of. */
export const column = (name: string): number => ownNames.indexOf(name);

/** Fills the columns of each line's own shape and words, the first of each row. */
export function ownFeatures(
  rows: Float32Array,
  width: number,
  lines: readonly Line[],
  rules: readonly (LineRule | undefined)[],
): void {
  const scans = lines.map(({ text }) => scanLine(text));
  const copies = new Map<number, number>();
  for (const { key } of scans) copies.set(key, (copies.get(key) ?? 0) + 1);
  const topics = topicTable(scans);
  const seen = new Set<number>();
  lines.forEach(({ text }, i) => {
    const s = scans[i]!;
    const n = Math.max(1, s.words);
    const good = s.words >= GOOD_WORDS && s.endsSentence ? s.words : 0;
    const [topic, topicMost] = overlap(s.content, topics);
    const picture = text.length > 30 && text.length < 900;
    const rule = rules[i];
    let to = i * width;
    to = put(rows, to, s.words, Math.min(1000, text.length), s.capitals / n, s.classes[0]! / n, +s.endsSentence);
    to = put(rows, to, +text.endsWith(":"), +isLower(text), +/^\d/.test(text), s.digits / text.length, s.commas / n);
    to = put(rows, to, s.dashes, s.quotes, s.bars, +s.hasAddress, +s.hasYear, s.upper / Math.max(1, s.letters));
    to = put(
      rows,
      to,
      text.length / n,
      s.stops,
      rule ? 1 + RULE_ROLES.indexOf(rule.role) : 0,
      copies.get(s.key)!,
      +seen.has(s.key),
    );
    to = put(rows, to, +(picture && DEPICTS.test(text)), +(picture && creditTail(text) > 0), good, topic, topicMost);
    to = put(rows, to, +(s.words <= 6), +MARKED.test(text));
    for (let c = 1; c < s.classes.length; c++) rows[to++] = s.classes[c]!;
    rows[to] = SITE_CLASSES.reduce((sum, c) => sum + s.classes[c]!, 0);
    seen.add(s.key);
  });
}

const isLower = (text: string) => /^["“‘']?\p{Ll}/u.test(text);
const MARKED = /^(?:[•‣▪●○◦*·–—-]|\d{1,2}[.)])\s/;

/** Writes values one after the other and returns where the next goes. */
export function put(rows: Float32Array, at: number, ...values: readonly number[]): number {
  for (let i = 0; i < values.length; i++) rows[at + i] = values[i]!;
  return at + values.length;
}

/** In how many of the document's long lines each content word stands. */
function topicTable(scans: readonly Scan[]): Map<number, number> {
  const table = new Map<number, number>();
  for (const scan of scans) {
    if (scan.words < TOPIC_WORDS || !scan.endsSentence) continue;
    for (const word of new Set(scan.content)) table.set(word, (table.get(word) ?? 0) + 1);
  }
  return table;
}

function overlap(content: readonly number[], topics: ReadonlyMap<number, number>): [mean: number, most: number] {
  let sum = 0;
  let most = 0;
  for (const word of content) {
    const count = topics.get(word) ?? 0;
    sum += Math.min(5, count);
    if (count > most) most = count;
  }
  return [content.length ? sum / content.length : 0, most];
}
