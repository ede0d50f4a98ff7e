import type { MetaStatement } from "../document.ts";
import { readTable } from "../tables.ts";
import { BODY } from "./body.ts";
import { type Candidate, withRivals } from "./candidates.ts";
import { FEATURES, type WeighedLines } from "./features.ts";
import type { Line } from "./lines.ts";
import { predict, type Trees, unpackTrees } from "./trees.ts";

/** Names of the features of a line as headline: those of any line, and these. */
export const HEADLINE_FEATURES: readonly string[] = [
  ...FEATURES,
  ...[
    "prose",
    "prose@-1",
    "prose@1",
    "proseBefore",
    "proseAfter8",
    "toProse",
    "cut",
    "bar",
    "inTitle",
    "sameTitle",
    "titleWords",
    "titles",
  ],
];

// Share of the article's prose after which no headline comes any more, and longest look back from where it begins, in lines.
const LATEST = 0.2;
const BEGUN = 0.02;
const FURTHEST = 90;
const MOST = 300;
const LONGEST = 260;
const SURE = 0.12;
const RULE = FEATURES.indexOf("rule");

/** Lines that may be the headline, with a row of features each. */
export function headlineRows(
  lines: readonly Line[],
  rows: Float32Array,
  scores: ArrayLike<number>,
  statements: readonly MetaStatement[],
): { candidates: number[]; rows: Float32Array } {
  const titles = statements.filter(({ field }) => field === "title").map(({ value }) => fold(value));
  const words = lines.map((_, i) => (scores[i]! >= 0.5 ? rows[i * FEATURES.length]! : 0));
  const total = Math.max(
    1,
    words.reduce((a, b) => a + b, 0),
  );
  const before = [0];
  for (const each of words) before.push(before.at(-1)! + each);
  const end = lines.length - 1;
  const beyond = (share: number) => {
    const at = before.findIndex((sum) => sum > share * total);
    return at < 0 ? end : Math.min(at, end);
  };
  const first = Math.max(0, beyond(BEGUN) - FURTHEST);
  const last = Math.min(beyond(LATEST), first + MOST);
  const candidates: number[] = [];
  for (let i = first; i <= last; i++) {
    if (lines[i]!.text.length <= LONGEST && !rows[i * FEATURES.length + RULE]) candidates.push(i);
  }
  const width = HEADLINE_FEATURES.length;
  const filled = new Float32Array(candidates.length * width);
  const score = (i: number) => scores[i] ?? -1;
  candidates.forEach((i, k) => {
    filled.set(rows.subarray(i * FEATURES.length, (i + 1) * FEATURES.length), k * width);
    const text = lines[i]!.text;
    let next = i + 1;
    while (next < words.length && next < i + 99 && !words[next]) next++;
    const after = words.slice(i + 1, i + 9).reduce((a, b) => a + b, 0);
    filled.set(
      [
        ...[score(i), score(i - 1), score(i + 1), before[i]! / total, after, Math.min(99, next - i)],
        ...[+/(?:\.\.\.|…)$/u.test(text), +/[|»>]/u.test(text), ...titleOverlap(fold(text), titles)],
      ],
      k * width + FEATURES.length,
    );
  });
  return { candidates, rows: filled };
}

const fold = (text: string) =>
  text
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
    ?.join(" ") ?? "";

/** Whether a title holds the line, is the line, the best overlap in words, and how many titles there are. */
function titleOverlap(line: string, titles: readonly string[]): number[] {
  if (!titles.length) return [-1, -1, -1, 0];
  const own = new Set(line.split(" "));
  const overlap = titles.map((title) => {
    const words = new Set(title.split(" "));
    const shared = [...own].filter((word) => words.has(word)).length;
    return (2 * shared) / (own.size + words.size);
  });
  const isIn = line !== "" && titles.some((title) => title.includes(line));
  return [+isIn, +titles.includes(line), Math.max(...overlap), new Set(titles).size];
}

const [WORDS, CAPITAL] = [FEATURES.indexOf("words"), FEATURES.indexOf("capital")] as const;
const isTitleCase = (rows: Float32Array, k: number) => {
  const [words, capital] = [rows[k * HEADLINE_FEATURES.length + WORDS]!, rows[k * HEADLINE_FEATURES.length + CAPITAL]!];
  return words >= 5 && words <= 30 && capital > 0.7;
};

const END = FEATURES.indexOf("end");
// "The ministers met in Oslo on Tuesday, and …." is the first paragraph, however much it has of the page's title.
const isLongSentence = (rows: Float32Array, k: number) =>
  rows[k * HEADLINE_FEATURES.length + END] === 1 &&
  rows[k * HEADLINE_FEATURES.length + WORDS]! > 15 &&
  !isTitleCase(rows, k);

const TITLE_WORDS = HEADLINE_FEATURES.indexOf("titleWords");
const MOST_WORDS_OF_TITLE = 0.6;
// A line of some words that are those of the page's title.
const isStated = (rows: Float32Array, k: number) =>
  rows[k * HEADLINE_FEATURES.length + TITLE_WORDS]! > MOST_WORDS_OF_TITLE &&
  rows[k * HEADLINE_FEATURES.length + WORDS]! >= 4;

/** The headline among candidates of these likelihoods; -1 where none is sure enough or has an article below it. */
export function chooseHeadline(
  { candidates, rows }: ReturnType<typeof headlineRows>,
  likely: ArrayLike<number>,
  scores: ArrayLike<number>,
): number {
  let best = -1;
  candidates.forEach((_, k) => {
    if (!isLongSentence(rows, k) && (best < 0 || likely[k]! > likely[best]!)) best = k;
  });
  const sure = best >= 0 && (likely[best]! >= SURE || isTitleCase(rows, best) || isStated(rows, best));
  const headline = sure ? candidates[best]! : -1;
  // A lone sentence is no headline.
  return Array.prototype.some.call(scores, (score, i) => i > headline && score >= BODY) ? headline : -1;
}

const FEWEST_WORDS = 4;
const SITE_BEHIND = /^\s[|–—·»-]\s/u;
// A separator or several words: "The Rise of the Sea" is more than "Rise of the Sea".
const isTrail = (before: string) => before.includes(" ") || /[|–—·»>-]$/u.test(before);

/** "Home » News » Ministers meet in Oslo", "Ministers meet in Oslo | The Gazette": the line that has only the headline, where there is one. */
function bareOf(headline: number, candidates: readonly number[], lines: readonly Line[]): number {
  const whole = lines[headline]?.text ?? "";
  const isBare = ({ text }: Line) => {
    if (text.length >= whole.length || text.split(" ").length < FEWEST_WORDS) return false;
    if (whole.endsWith(text)) return isTrail(whole.slice(0, -text.length).trim());
    return whole.startsWith(text) && SITE_BEHIND.test(whole.slice(text.length));
  };
  const bare = candidates.filter((i) => isBare(lines[i]!));
  return bare.sort((a, b) => Math.abs(a - headline) - Math.abs(b - headline))[0] ?? headline;
}

const FURTHEST_TRAIL = 60;

/** "Home / News / Ministers meet in Oslo": the line that the page's own trail ends with, if there is one. */
function trailEnd(candidates: readonly number[], lines: readonly Line[]): number | undefined {
  const trails = lines.slice(0, FURTHEST_TRAIL).filter(({ text }) => /[>»›/→]/u.test(text));
  return candidates.find((i) => {
    const { text } = lines[i]!;
    const ends = (trail: string) => trail.endsWith(text) && /[>»›/→]\s?$/u.test(trail.slice(0, -text.length));
    return text.split(" ").length >= FEWEST_WORDS && trails.some((trail) => ends(trail.text));
  });
}

let trees: Trees | undefined;

/** The headline, of the lines before the bulk of the prose the one most like a headline, and its closest rivals. */
export function findHeadline({ lines, rows, scores, statements }: WeighedLines): Candidate[] {
  trees ??= unpackTrees(readTable("clean/headline.model.bin"));
  const found = headlineRows(lines, rows, scores, statements);
  const likely = predict(trees, found.rows, HEADLINE_FEATURES.length);
  const likeliest = chooseHeadline(found, likely, scores);
  const headline =
    (likeliest >= 0 ? trailEnd(found.candidates, lines) : undefined) ?? bareOf(likeliest, found.candidates, lines);
  return withRivals(found.candidates.map((line, k) => ({ line, confidence: likely[k]!, isChosen: line === headline })));
}
