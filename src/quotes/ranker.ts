import { readTable } from "../tables.ts";
import { feature } from "../tagger/feature.ts";

/** Weights of hashed features; a power of two of them. */
export interface Ranker {
  /** For each slot the index of its weight: a byte each in a packed ranker, which the nearest cache has room for. */
  readonly slots: Uint8Array | Uint32Array;
  readonly weights: Float32Array;
}

/** Number of slots; features are folded into them. */
export const SLOTS = 1 << 18;

/** A ranker with a weight of its own for each slot. */
export const rankerOf = (weights: Float32Array): Ranker => ({ slots: Uint32Array.from(weights.keys()), weights });

const MOST_FEATURES = 80;

const slotAt = (parts: Int32Array, at: number): number =>
  feature(parts[at]!, parts[at + 1]!, parts[at + 2]!) & (SLOTS - 1);

/** Features of one reading: the number of a template, a value and a condition each, mixed into the place of a weight when asked for. */
export class Features {
  readonly #parts: Int32Array;
  #size = 0;

  constructor(most = MOST_FEATURES) {
    this.#parts = new Int32Array(3 * most);
  }

  clear(): void {
    this.#size = 0;
  }

  add(template: number, value: number, condition = 0): void {
    const at = this.#size;
    this.#parts[at] = template;
    this.#parts[at + 1] = value;
    this.#parts[at + 2] = condition;
    this.#size = at + 3;
  }

  slots(): Int32Array {
    return Int32Array.from({ length: this.#size / 3 }, (_, i) => slotAt(this.#parts, 3 * i));
  }

  /** Sum of the weights. */
  score({ slots, weights }: Ranker): number {
    const parts = this.#parts;
    let sum = 0;
    for (let at = 0; at < this.#size; at += 3) sum += weights[slots[slotAt(parts, at)]!]!;
    return sum;
  }
}

// The file: a Float32 step, then an int8 for each slot.

/** Writes weights as bytes. */
export function packRanker({ slots, weights }: Ranker): Uint8Array {
  const step = weights.reduce((top, weight) => Math.max(top, Math.abs(weight)), 1e-6) / 127;
  const bytes = new Uint8Array(4 + SLOTS);
  new DataView(bytes.buffer).setFloat32(0, step, true);
  for (let i = 0; i < SLOTS; i++) bytes[4 + i] = Math.round(weights[slots[i]!]! / step) & 255;
  return bytes;
}

/** Reads what `packRanker` wrote. */
export function unpackRanker(bytes: Uint8Array): Ranker {
  const step = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getFloat32(0, true);
  return {
    slots: bytes.subarray(4),
    weights: Float32Array.from({ length: 256 }, (_, byte) => ((byte << 24) >> 24) * step),
  };
}

let packaged: Ranker | undefined;

/** The ranker that comes with the tool, read at first use. */
export function packagedRanker(): Ranker {
  packaged ??= unpackRanker(readTable("quotes/ranker.bin"));
  return packaged;
}
