import { feature } from "./feature.ts";
import type { Block, Gathering } from "./gathering.ts";
import { type Model, quantize, STRIDE } from "./model.ts";
import type { SortedKeys } from "./sorted-keys.ts";

/** So many biased weights of 8 bits fit in 16 bits; a position or block has fewer features of its own. */
const MOST_FEATURES = 256;
const BIAS = 128;
const BIASES = 0x80808080;
const EVEN = 0x00ff00ff;
const LANES = STRIDE / 4;

/** Adds up weights of 8 bits four labels at a time, as two pairs of sums of 16 bits. The sums of blocks are kept. */
export class Scorer implements Gathering {
  readonly #width: number;
  readonly #scale: number;
  readonly #features: SortedKeys;
  /** Four weights a number. */
  readonly #weights: Int32Array;
  readonly #keys = new Int32Array(MOST_FEATURES);
  readonly #rows = new Int32Array(MOST_FEATURES);
  #size = 0;
  readonly #pairs = new Int32Array(2 * LANES);
  /** Sums of the blocks of this position. */
  readonly #sums: Int32Array;

  constructor(model: Model) {
    const { weights, scale } = quantize(model);
    this.#width = model.labels.length;
    this.#scale = scale;
    this.#features = model.features;
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
    const [rows, weights] = [this.#rows, this.#weights];
    const count = this.#findRows(first);
    // The even and the odd bytes of five numbers, each in a variable of its own: twice as fast as an array of them.
    let [e0, o0, e1, o1, e2, o2, e3, o3, e4, o4] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    for (let i = 0; i < count; i++) {
      const row = rows[i]!;
      let four = weights[row]! ^ BIASES;
      e0 = (e0 + (four & EVEN)) | 0;
      o0 = (o0 + ((four >>> 8) & EVEN)) | 0;
      four = weights[row + 1]! ^ BIASES;
      e1 = (e1 + (four & EVEN)) | 0;
      o1 = (o1 + ((four >>> 8) & EVEN)) | 0;
      four = weights[row + 2]! ^ BIASES;
      e2 = (e2 + (four & EVEN)) | 0;
      o2 = (o2 + ((four >>> 8) & EVEN)) | 0;
      four = weights[row + 3]! ^ BIASES;
      e3 = (e3 + (four & EVEN)) | 0;
      o3 = (o3 + ((four >>> 8) & EVEN)) | 0;
      four = weights[row + 4]! ^ BIASES;
      e4 = (e4 + (four & EVEN)) | 0;
      o4 = (o4 + ((four >>> 8) & EVEN)) | 0;
    }
    const pairs = this.#pairs;
    [pairs[0], pairs[1], pairs[2], pairs[3], pairs[4]] = [e0, e1, e2, e3, e4];
    [pairs[5], pairs[6], pairs[7], pairs[8], pairs[9]] = [o0, o1, o2, o3, o4];
    this.#unpack(count * BIAS, sums, base);
  }

  /** Where the weights of the gathered features from `first` on begin; gives how many have any. */
  #findRows(first: number): number {
    const [keys, rows, features] = [this.#keys, this.#rows, this.#features];
    let count = 0;
    for (let i = first; i < this.#size; i++) {
      const row = features.get(keys[i]!);
      if (row >= 0) rows[count++] = row * LANES;
    }
    return count;
  }

  /** Of label 4n + k, the sum is in number n of the even (k = 0, 2) or odd ones (k = 1, 3), in its lower or upper half. */
  #unpack(bias: number, sums: Int16Array | Int32Array, base: number): void {
    const pairs = this.#pairs;
    for (let label = 0; label < this.#width; label++) {
      const pair = pairs[(label >> 2) + (label & 1) * LANES]!;
      sums[base + label]! += (label & 2 ? pair >>> 16 : pair & 0xffff) - bias;
    }
  }
}
