import { column, put } from "./own-features.ts";
import type { LineRule } from "./rules/rule.ts";

const [GOOD, WORDS, TOPIC] = [column("good"), column("words"), column("topic")] as const;

/** Names of the features that a line has by its place in the document. */
export const placeNames: readonly string[] =
  "lines goodTotal goodDone goodLeft fromFirst toLast place fromGood toGood fromPointer toPointer fromForm ruledShare goodShare meanWords sinceTitle runShare runRank runOrder runWords runGap runTopic".split(
    " ",
  );

/** Fills the columns of the place, from column `from` on. */
export function placeFeatures(
  rows: Float32Array,
  width: number,
  from: number,
  rules: readonly (LineRule | undefined)[],
): void {
  const n = rules.length;
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
  const runs = proseRuns(rows, width, n, total);
  let done = 0;
  for (let i = 0; i < n; i++) {
    done += good(i);
    let to = i * width + from;
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
function proseRuns(rows: Float32Array, width: number, n: number, total: number): number[][] {
  const at = (i: number, column: number) => rows[i * width + column]!;
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
