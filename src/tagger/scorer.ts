import { feature } from "./feature.ts";
import type { Block, Gathering } from "./gathering.ts";
import { type Model, quantize, strideOf } from "./model.ts";
import type { SortedKeys } from "./sorted-keys.ts";

/** So many biased weights of 8 bits fit in 16 bits; a position or block has fewer features of its own. */
const MOST_FEATURES = 256;
const BIAS = 128;
const BIASES = 0x80808080;
const EVEN_BYTES = 0x00ff00ff;

/** Adds up weights of 8 bits four labels at a time, as two pairs of sums of 16 bits. The sums of blocks are kept. */
export class Scorer implements Gathering {
  readonly #width: number;
  readonly #scale: number;
  readonly #features: SortedKeys;
  /** Four weights a number. */
  readonly #weights: Int32Array;
  readonly #lanes: number;
  readonly #keys = new Int32Array(MOST_FEATURES);
  readonly #rows = new Int32Array(MOST_FEATURES);
  #size = 0;
  /** Sums of the blocks of this position. */
  readonly #sums: Int32Array;

  constructor(model: Model) {
    const { weights, scale } = quantize(model);
    this.#width = model.labels.length;
    this.#scale = scale;
    this.#features = model.features;
    this.#lanes = strideOf(model.labels) / 4;
    this.#weights = new Int32Array(weights.buffer, weights.byteOffset, weights.length / 4);
    this.#sums = new Int32Array(this.#width);
  }

  add(template: number, a: number, b = 0): void {
    if (this.#size < MOST_FEATURES) this.#keys[this.#size++] = feature(template, a, b);
  }

  addBlock(block: Block, part: number): void {
    if (block.owner !== this) {
      block.owner = this;
      block.sums = new Int16Array(block.parts * this.#width);
      block.summed = 0;
    }
    const kept = block.sums!;
    const base = part * this.#width;
    if ((block.summed & (1 << part)) === 0) this.#sum(block, part, kept, base);
    const sums = this.#sums;
    for (let label = 0; label < this.#width; label++) sums[label]! += kept[base + label]!;
  }

  #sum(block: Block, part: number, kept: Int16Array, base: number): void {
    const before = this.#size;
    block.describe(this, part);
    this.#addFrom(before, kept, base);
    this.#size = before;
    block.summed |= 1 << part;
  }

  /** Adds the scores of what was gathered to row `at` of row-major scores; begins anew. */
  take(scores: Float64Array, at: number): void {
    const width = this.#width;
    const sums = this.#sums;
    this.#addFrom(0, sums, 0);
    for (let label = 0; label < width; label++) scores[at * width + label]! += sums[label]! * this.#scale;
    sums.fill(0);
    this.#size = 0;
  }

  /** Adds the weights of the gathered features from `first` on to `sums`. */
  #addFrom(first: number, sums: Int16Array | Int32Array, base: number): void {
    const [rows, weights, lanes] = [this.#rows, this.#weights, this.#lanes];
    const count = this.#findRows(first);
    for (let lane = 0; lane < lanes; lane++) {
      let [even, odd] = [0, 0];
      for (let i = 0; i < count; i++) {
        const four = weights[rows[i]! + lane]! ^ BIASES;
        even = (even + (four & EVEN_BYTES)) | 0;
        odd = (odd + ((four >>> 8) & EVEN_BYTES)) | 0;
      }
      const label = lane * 4;
      this.#unpack(even, label, count * BIAS, sums, base);
      this.#unpack(odd, label + 1, count * BIAS, sums, base);
    }
  }

  /** Where the weights of the gathered features from `first` on begin; gives how many have any. */
  #findRows(first: number): number {
    const [keys, rows, features, lanes] = [this.#keys, this.#rows, this.#features, this.#lanes];
    let count = 0;
    for (let i = first; i < this.#size; i++) {
      const row = features.get(keys[i]!);
      if (row >= 0) rows[count++] = row * lanes;
    }
    return count;
  }

  #unpack(pair: number, label: number, bias: number, sums: Int16Array | Int32Array, base: number): void {
    if (label < this.#width) sums[base + label]! += (pair & 0xffff) - bias;
    if (label + 2 < this.#width) sums[base + label + 2]! += (pair >>> 16) - bias;
  }
}
