import { readTable } from "../tables.ts";
import { FEATURES } from "./features.ts";
import { predict, type Trees, unpackTrees } from "./trees.ts";

let trees: Trees | undefined;

/** How likely each line is the article's own prose, 0 to 1, by its features (see MODEL.md). */
export function scoreBody(rows: Float32Array): Float64Array {
  trees ??= unpackTrees(readTable("clean/body.model.bin"));
  return predict(trees, rows, FEATURES.length);
}

/** A line as likely as this is body. */
export const BODY = 0.42;

const [GOOD, RULE] = [FEATURES.indexOf("good"), FEATURES.indexOf("rule")];

/** Where no line is likely enough, a page with prose at all has its article there: a note of one paragraph between menus. */
export function rescueProse(scores: Float64Array, rows: Float32Array): Float64Array {
  if (scores.some((score) => score >= BODY)) return scores;
  const isProse = (i: number) => rows[i * FEATURES.length + GOOD]! > 0 && rows[i * FEATURES.length + RULE] === 0;
  return scores.map((score, i) => (isProse(i) ? BODY : score));
}

/** Of copies one at most is body, and each has a share of that likelihood: all get the sum. */
export function shareAmongCopies(scores: Float64Array, repeats: readonly (number | undefined)[]): Float64Array {
  const shared = scores.slice();
  for (let i = 0; i < shared.length; i++) {
    const first = repeats[i];
    if (first !== undefined) shared[first] = Math.min(0.999, shared[first]! + scores[i]!);
  }
  return shared.map((score, i) => (repeats[i] === undefined ? score : shared[repeats[i]!]!));
}
