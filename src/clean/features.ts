import type { Line } from "./lines.ts";
import { markupFeatures, markupNames } from "./markup-features.ts";
import { creditTail, DEPICTS } from "./rules/credits.ts";
import type { LineRule } from "./rules/rule.ts";
import { type Scan, scanLine } from "./scan.ts";
import { CLASS_NAMES } from "./vocabulary.ts";

// A good line: prose by its length and its end.
const GOOD_WORDS = 12;
// A line that says what the document is about.
const TOPIC_WORDS = 15;
const RULE_ROLES = ["boilerplate", "related", "dateinfo", "byline", "credit"];

const OWN = [
  ...[
    "words",
    "chars",
    "capital",
    "stop",
    "end",
    "colon",
    "lower",
    "digit",
    "digits",
    "commas",
    "dashes",
    "quotes",
    "bars",
    "address",
    "year",
  ],
  ...[
    "upper",
    "wordLength",
    "sentences",
    "rule",
    "copies",
    "seen",
    "depicts",
    "credit",
    "good",
    "topic",
    "topicMost",
    "short",
    "listed",
    "key",
  ].slice(0, -1),
  ...CLASS_NAMES.slice(1).map((name) => `class-${name}`),
  "site",
];
const NEIGHBOUR = ["words", "capital", "stop", "end", "topic", "site", "rule", "copies"];
const OFFSETS = [-3, -2, -1, 1, 2, 3];
const WINDOWS = [2, 5, 12, 30];
const PLACE = [
  ...[
    "lines",
    "goodTotal",
    "goodDone",
    "goodLeft",
    "fromFirst",
    "toLast",
    "place",
    "fromGood",
    "toGood",
    "fromPointer",
    "toPointer",
    "fromForm",
  ],
  ...[
    "ruledShare",
    "goodShare",
    "meanWords",
    "sinceTitle",
    "runShare",
    "runRank",
    "runOrder",
    "runWords",
    "runGap",
    "runTopic",
  ],
];

/** Names of the features, in the order of a row. */
export const FEATURES: readonly string[] = [
  ...OWN,
  ...OFFSETS.flatMap((offset) => NEIGHBOUR.map((name) => `${name}@${offset}`)),
  ...WINDOWS.flatMap((width) => [`good±${width}`, `goodBefore${width}`, `goodAfter${width}`]),
  ...["goodShare±5", "capital±5", "site±5", "ruled±5", "ruled±15", "short±5", "consent±8", "appeal±8"],
  ...PLACE,
  ...markupNames,
];

const SITE_CLASSES = ["site", "social", "pointer", "shop", "comment"].map((name) =>
  (CLASS_NAMES as string[]).indexOf(name),
);

const column = (name: string) => OWN.indexOf(name);
const NEIGHBOUR_COLUMNS = NEIGHBOUR.map(column);
const [WORDS, CAPITAL, GOOD, SITE] = ["words", "capital", "good", "site"].map(column) as [
  number,
  number,
  number,
  number,
];
const [RULE, SHORT, TOPIC] = ["rule", "short", "topic"].map(column) as [number, number, number];
const [CONSENT, APPEAL] = ["class-consent", "class-appeal"].map(column) as [number, number];

/** One row of features a line, row-major; what is not known is -1. */
export function lineFeatures(lines: readonly Line[], rules: readonly (LineRule | undefined)[]): Float32Array {
  const width = FEATURES.length;
  const rows = new Float32Array(lines.length * width);
  const scans = lines.map(({ text }) => scanLine(text));
  fillOwn(rows, lines, rules, scans);
  fillContext(rows, lines.length);
  fillPlace(rows, lines.length, rules);
  markupFeatures(rows, lines, width, GOOD);
  return rows;
}

function fillOwn(
  rows: Float32Array,
  lines: readonly Line[],
  rules: readonly (LineRule | undefined)[],
  scans: readonly Scan[],
): void {
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
    let to = i * FEATURES.length;
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

function put(rows: Float32Array, at: number, ...values: readonly number[]): number {
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

function fillContext(rows: Float32Array, n: number): void {
  const width = FEATURES.length;
  const at = (i: number, column: number) => rows[i * width + column]!;
  const good = sums(n, (i) => at(i, GOOD));
  const words = sums(n, (i) => at(i, WORDS));
  const capital = sums(n, (i) => at(i, CAPITAL) * at(i, WORDS));
  const site = sums(n, (i) => at(i, SITE));
  const ruled = sums(n, (i) => +(at(i, RULE) > 0));
  const short = sums(n, (i) => at(i, SHORT));
  const consent = sums(n, (i) => at(i, CONSENT));
  const appeal = sums(n, (i) => at(i, APPEAL));
  for (let i = 0; i < n; i++) {
    let to = i * width + OWN.length;
    for (const offset of OFFSETS) {
      const j = i + offset;
      for (const column of NEIGHBOUR_COLUMNS) rows[to++] = j < 0 || j >= n ? -1 : at(j, column);
    }
    for (const w of WINDOWS) {
      rows[to++] = good(i - w, i + w);
      rows[to++] = good(i - w, i - 1);
      rows[to++] = good(i + 1, i + w);
    }
    const near = Math.max(1, words(i - 5, i + 5));
    rows[to++] = good(i - 5, i + 5) / near;
    rows[to++] = capital(i - 5, i + 5) / near;
    rows[to++] = site(i - 5, i + 5);
    rows[to++] = ruled(i - 5, i + 5);
    rows[to++] = ruled(i - 15, i + 15);
    rows[to++] = short(i - 5, i + 5);
    rows[to++] = consent(i - 8, i + 8);
    rows[to++] = appeal(i - 8, i + 8);
  }
}

/** Sums of a column over lines from…to, both included, cut at the document's ends. */
function sums(n: number, value: (i: number) => number): (from: number, to: number) => number {
  const before = new Float64Array(n + 1);
  for (let i = 0; i < n; i++) before[i + 1] = before[i]! + value(i);
  return (from, to) => (to < from ? 0 : before[Math.min(n, to + 1)]! - before[Math.max(0, from)]!);
}

function fillPlace(rows: Float32Array, n: number, rules: readonly (LineRule | undefined)[]): void {
  const width = FEATURES.length;
  const good = (i: number) => rows[i * width + GOOD]!;
  const indices = Array.from({ length: n }, (_, i) => i);
  const total = indices.reduce((sum, i) => sum + good(i), 0);
  const words = indices.reduce((sum, i) => sum + rows[i * width + WORDS]!, 0);
  const goodLines = indices.filter((i) => good(i) > 0);
  const ruledShare = rules.filter(Boolean).length / n;
  const isGood = (i: number) => good(i) > 0;
  const isPointer = (i: number) => rules[i]?.role === "related";
  const isForm = (i: number) => rules[i]?.role === "boilerplate";
  const isStamp = (i: number) => rules[i]?.role === "byline" || rules[i]?.role === "dateinfo";
  const distances = [
    distance(n, isGood, 1),
    distance(n, isGood, -1),
    distance(n, isPointer, 1),
    distance(n, isPointer, -1),
    distance(n, isForm, 1),
    distance(n, isStamp, 1),
  ];
  const runs = proseRuns(rows, n, total);
  let done = 0;
  for (let i = 0; i < n; i++) {
    done += good(i);
    let to = i * width + FEATURES.length - markupNames.length - PLACE.length;
    to = put(rows, to, n, total, total ? done / total : 0, total ? 1 - done / total : 0, i - (goodLines[0] ?? n));
    to = put(rows, to, (goodLines.at(-1) ?? -1) - i, i / n);
    for (let d = 0; d < 5; d++) rows[to++] = distances[d]![i]!;
    to = put(rows, to, ruledShare, goodLines.length / n, words / n, distances[5]![i]!);
    for (const value of runs[i]!) rows[to++] = value;
  }
}

const FAR = 99;

/** Lines since (step 1) or until (step -1) the last line that is so, cut at 99. */
function distance(n: number, isSo: (i: number) => boolean, step: 1 | -1): Float32Array {
  const found = new Float32Array(n);
  let far = FAR;
  for (let k = 0; k < n; k++) {
    const i = step === 1 ? k : n - 1 - k;
    found[i] = far;
    far = isSo(i) ? 1 : Math.min(FAR, far + 1);
  }
  return found;
}

// Good lines with no more than this many others between them are one run of prose.
const GAP = 7;

/**
 * For each line the run of prose that holds or is nearest to it: its share of all prose, rank by size, order, words,
 * lines to it, and how much its words are those of the document. A page may carry a second story, an appeal, a cookie notice.
 */
function proseRuns(rows: Float32Array, n: number, total: number): number[][] {
  const at = (i: number, column: number) => rows[i * FEATURES.length + column]!;
  const runs: { from: number; to: number; words: number; topic: number; lines: number }[] = [];
  for (let i = 0; i < n; i++) {
    if (!at(i, GOOD)) continue;
    let run = runs.at(-1);
    if (!run || i - run.to > GAP) {
      run = { from: i, to: i, words: 0, topic: 0, lines: 0 };
      runs.push(run);
    }
    run.to = i;
    run.words += at(i, GOOD);
    run.topic += at(i, TOPIC);
    run.lines++;
  }
  const ranks = new Map([...runs].sort((a, b) => b.words - a.words).map((run, rank) => [run, rank]));
  let k = 0;
  return Array.from({ length: n }, (_, i) => {
    const gap = (run: { from: number; to: number }) => (i < run.from ? run.from - i : Math.max(0, i - run.to));
    while (k + 1 < runs.length && gap(runs[k + 1]!) < gap(runs[k]!)) k++;
    const run = runs[k];
    if (!run) return [0, -1, -1, 0, 99, 0];
    return [
      run.words / Math.max(1, total),
      ranks.get(run)!,
      k,
      run.words,
      Math.min(99, gap(run)),
      run.topic / run.lines,
    ];
  });
}
