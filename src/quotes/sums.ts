import type { Item } from "./items.ts";
import * as W from "./words.ts";

/** Running counts over the items of a sentence, up to before each index: what a range holds is a difference of two. */
export interface Sums {
  readonly finite: readonly number[];
  readonly runs: readonly number[];
  readonly longRuns: readonly number[];
  /** Words outside quotations. */
  readonly words: readonly number[];
  /** Brackets that are open. */
  readonly depth: readonly number[];
  /** Verbs less the words that ask for one. */
  readonly balance: readonly number[];
  /** Index of the next comma with a finite verb behind it. */
  readonly resumes: readonly number[];
}

const OPENS_CLAUSE = W.SUBORDINATOR | W.RELATIVE | W.THAT;
const LONG = 30;

/** Counts over the items of a sentence. */
export function sumsOf(items: readonly Item[]): Sums {
  const n = items.length;
  // Plain arrays: typed ones of this size cost more to make than to fill.
  const finite = [0];
  const runs = [0];
  const longRuns = [0];
  const words = [0];
  const depth = [0];
  const balance = [0];
  let wasVerb = false;
  for (let i = 0; i < n; i++) {
    const { isFinite: isVerb, isWord, run, start, end, text, mask } = items[i]!;
    finite.push(finite[i]! + (isVerb ? 1 : 0));
    runs.push(runs[i]! + (run ? 1 : 0));
    longRuns.push(longRuns[i]! + (run && end - start > LONG ? 1 : 0));
    words.push(words[i]! + (isWord ? 1 : 0));
    depth.push(depth[i]! + (text === "(" ? 1 : text === ")" ? -1 : 0));
    balance.push(balance[i]! + (isVerb && !wasVerb ? 1 : mask & OPENS_CLAUSE ? -1 : 0));
    wasVerb = isVerb;
  }
  const resumes: number[] = new Array(n + 1).fill(n);
  for (let i = n - 1; i >= 0; i--)
    resumes[i] = i > 0 && items[i]!.mask & W.COMMA && items[i + 1]?.isFinite ? i : resumes[i + 1]!;
  return { finite, runs, longRuns, words, depth, balance, resumes };
}

/** Whether a range holds a finite verb: 1 or 0. */
export const finiteIn = ({ finite }: Sums, from: number, to: number): number =>
  to > from && finite[to]! > finite[from]! ? 1 : 0;

/** Whether a range holds quoted runs: none, short ones, a long one. */
export const runIn = ({ runs, longRuns }: Sums, from: number, to: number): number =>
  to <= from || runs[to] === runs[from] ? 0 : longRuns[to]! > longRuns[from]! ? 2 : 1;

/** Which sides of a range hold quoted runs, and long ones. */
export function runsBeside({ runs, longRuns }: Sums, from: number, to: number): number {
  const last = runs.length - 1;
  if (runs[last] === 0) return 0;
  const side = (all: number, long: number) => (long > 0 ? 4 : 0) | (all > long ? 1 : 0);
  const start = Math.min(from, last);
  const end = Math.min(to, last);
  return side(runs[start]!, longRuns[start]!) | (side(runs[last]! - runs[end]!, longRuns[last]! - longRuns[end]!) * 2);
}
