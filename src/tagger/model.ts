import type { Rows } from "./rows.ts";

/** Features of each position of a sequence (see `feature`). */
export type Sequence = readonly Uint32Array[];

/**
 * A first-order linear-chain conditional random field (Lafferty, McCallum and Pereira 2001).
 * A label is a number: its index in `labels`.
 */
export interface Model {
  readonly labels: readonly string[];
  readonly rows: Rows;
  /** Row-major, one row a feature, one column a label; times `scale`. */
  readonly weights: Float32Array | Int8Array;
  readonly scale: number;
  /**
   * From label (row) to label (column), and one more row for the beginning and column for the end;
   * -Infinity where a label can't follow.
   */
  readonly transitions: Float32Array;
}

/** Scores of each label at each position, row-major, without those of the transitions. */
export function emissions(model: Model, sequence: Sequence): Float64Array {
  const scores = new Float64Array(sequence.length * model.labels.length);
  for (let at = 0; at < sequence.length; at++) addScores(model, sequence[at]!, scores, at);
  return scores;
}

let sums = new Float64Array(32);

/** Adds the scores of a position's features to row `at` of the scores. */
export function addScores(model: Model, features: Uint32Array, scores: Float64Array, at: number): void {
  const { rows, weights, scale } = model;
  const width = model.labels.length;
  if (sums.length < width) sums = new Float64Array(width);
  const total = sums;
  total.fill(0);
  for (let i = 0; i < features.length; i++) {
    const row = rows.get(features[i]!);
    if (row < 0) continue;
    const from = row * width;
    for (let label = 0; label < width; label++) total[label]! += weights[from + label]!;
  }
  for (let label = 0; label < width; label++) scores[at * width + label]! += total[label]! * scale;
}
