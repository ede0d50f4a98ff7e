import { readTable } from "../tables.ts";

/** Weights of hashed features; a power of two of them. */
export interface Ranker {
  readonly weights: Float32Array;
}

/** Number of weights; features are folded into them. */
export const SLOTS = 1 << 18;

/** Sum of the weights of some features. */
export function score({ weights }: Ranker, features: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < features.length; i++) sum += weights[features[i]! & (SLOTS - 1)]!;
  return sum;
}

// The file: a Float32 step, then an int8 for each weight.

/** Writes weights as bytes. */
export function packRanker({ weights }: Ranker): Uint8Array {
  const step = weights.reduce((top, weight) => Math.max(top, Math.abs(weight)), 1e-6) / 127;
  const bytes = new Uint8Array(4 + SLOTS);
  new DataView(bytes.buffer).setFloat32(0, step, true);
  for (let i = 0; i < SLOTS; i++) bytes[4 + i] = Math.round(weights[i]! / step) & 255;
  return bytes;
}

/** Reads what `packRanker` wrote. */
export function unpackRanker(bytes: Uint8Array): Ranker {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const step = view.getFloat32(0, true);
  const weights = new Float32Array(SLOTS);
  for (let i = 0; i < SLOTS; i++) weights[i] = view.getInt8(4 + i) * step;
  return { weights };
}

let packaged: Ranker | undefined;

/** The ranker that comes with the tool, read at first use. */
export function packagedRanker(): Ranker {
  packaged ??= unpackRanker(readTable("quotes/ranker.bin"));
  return packaged;
}
