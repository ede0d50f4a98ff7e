import type { SortedKeys } from "./sorted-keys.ts";

/** Features of each position of a sequence (see `feature`). */
export type Sequence = readonly Uint32Array[];

/**
 * A first-order linear-chain conditional random field (Lafferty, McCallum and Pereira 2001).
 * A label is a number: its index in `labels`.
 */
export interface Model {
  readonly labels: readonly string[];
  /** Each feature's place is that of its row of weights. */
  readonly features: SortedKeys;
  /** Row-major, one row a feature, one column a label, and further columns of 0 (see `quantize`); times `scale`. */
  readonly weights: Float32Array | Int8Array;
  readonly scale: number;
  /**
   * From label (row) to label (column), and one more row for the beginning and column for the end;
   * -Infinity where a label can't follow.
   */
  readonly transitions: Float32Array;
}

/** Scores of each label at each position, row-major, without those of the transitions. */
export function emissions({ labels, features, weights, scale }: Model, sequence: Sequence): Float64Array {
  const width = labels.length;
  const stride = weights.length / features.keys.length;
  const scores = new Float64Array(sequence.length * width);
  for (let at = 0; at < sequence.length; at++) {
    const base = at * width;
    for (const key of sequence[at]!) {
      const row = features.get(key);
      if (row < 0) continue;
      const from = row * stride;
      for (let label = 0; label < width; label++) scores[base + label]! += weights[from + label]!;
    }
  }
  if (scale !== 1) for (let i = 0; i < scores.length; i++) scores[i]! *= scale;
  return scores;
}

/** The largest weights, one in two thousand, are cut where fewer steps than 127 must do. */
const CUT = 0.9995;

/** Columns of a row of bytes: labels, and none up to what is read as five numbers of four bytes. */
export const STRIDE = 20;

/**
 * The same model with weights of 8 bits in rows of STRIDE, of which it uses `levels` steps up and down. With 15 steps most
 * fit in 4 bits of a file, and names lose nothing.
 */
export function quantize(model: Model, levels = 127): Model & { readonly weights: Int8Array } {
  const { weights, scale, labels } = model;
  if (weights instanceof Int8Array) return { ...model, weights };
  const sizes = weights.map(Math.abs).sort();
  const top = levels < 127 ? sizes[Math.floor(sizes.length * CUT)] : sizes.at(-1);
  const step = (top ?? 0) / levels || 1;
  const width = labels.length;
  if (width > STRIDE) throw new Error(`more than ${STRIDE} labels`);
  const rounded = new Int8Array(model.features.keys.length * STRIDE);
  for (const [i, weight] of weights.entries())
    rounded[Math.floor(i / width) * STRIDE + (i % width)] = Math.max(-127, Math.min(127, Math.round(weight / step)));
  return { ...model, weights: rounded, scale: step * scale };
}
