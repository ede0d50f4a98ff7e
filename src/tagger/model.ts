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
export function emissions({ labels, rows, weights, scale }: Model, sequence: Sequence): Float64Array {
  const width = labels.length;
  const scores = new Float64Array(sequence.length * width);
  for (let at = 0; at < sequence.length; at++) {
    const base = at * width;
    for (const key of sequence[at]!) {
      const row = rows.get(key);
      if (row < 0) continue;
      const from = row * width;
      for (let label = 0; label < width; label++) scores[base + label]! += weights[from + label]!;
    }
  }
  if (scale !== 1) for (let i = 0; i < scores.length; i++) scores[i]! *= scale;
  return scores;
}

/** Weights as whole numbers from -127 to 127, and what one of them is worth. */
export function quantize({ weights, scale }: Pick<Model, "weights" | "scale">): { weights: Int8Array; scale: number } {
  if (weights instanceof Int8Array) return { weights, scale };
  let top = 0;
  for (const weight of weights) top = Math.max(top, Math.abs(weight));
  const step = top / 127 || 1;
  return { weights: Int8Array.from(weights, (weight) => Math.round(weight / step)), scale: step * scale };
}
