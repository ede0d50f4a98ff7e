import { feature } from "./feature.ts";
import type { Block, Gathering } from "./gathering.ts";
import { type Model, quantize, STRIDE } from "./model.ts";
import type { Templates } from "./templates.ts";

/** So many biased weights of 8 bits fit in 16 bits; a position or block has fewer features of its own. */
const MOST_FEATURES = 256;
const BIAS = 128;
const BIASES = 0x80808080;
const EVEN = 0x00ff00ff;
const LANES = STRIDE / 4;
/** Numbers that hold two sums of 16 bits: of labels 4n and 4n + 2, of 4n + 1 and 4n + 3. */
const PAIRS = STRIDE / 2;
const UNBIAS = BIAS * 0x10001;
/** No first pair of sums is so low. */
const UNSUMMED = -0x80000000;

/**
 * Adds up weights of 8 bits four labels at a time, as two pairs of sums of 16 bits; these hold 250 weights of the largest
 * size. The sums of blocks are kept.
 */
export class Scorer implements Gathering {
  readonly #width: number;
  readonly #scale: number;
  /** In each slot a key and where its weights begin; four weights a number. */
  readonly #slots: Int32Array;
  readonly #weights: Int32Array;
  readonly #shift: number;
  readonly #keys = new Int32Array(MOST_FEATURES);
  readonly #found = new Int32Array(MOST_FEATURES);
  #size = 0;
  /** Sums of this position. */
  readonly #sums = new Int32Array(PAIRS);

  constructor(model: Model) {
    const { weights, scale } = quantize(model);
    this.#width = model.labels.length;
    this.#scale = scale;
    const { keys } = model.features;
    // Two to four slots a key: most look-ups end at their first.
    const bits = Math.ceil(Math.log2(keys.length + 2)) + 1;
    this.#shift = 32 - bits;
    this.#slots = slotsOf(keys, bits);
    this.#weights = new Int32Array(weights.buffer, weights.byteOffset, weights.length / 4);
  }

  add(template: number, a: number, b = 0): void {
    if (this.#size < MOST_FEATURES) this.#keys[this.#size++] = feature(template, a, b);
  }

  addAll({ numbers, firsts, seconds }: Templates, values: Int32Array): void {
    const keys = this.#keys;
    let size = this.#size;
    for (let i = 0; i < numbers.length && size < MOST_FEATURES; i++)
      keys[size++] = feature(numbers[i]!, values[firsts[i]!]!, values[seconds[i]!]!);
    this.#size = size;
  }

  addBlock(block: Block, part: number): void {
    if (block.owner !== this) {
      block.owner = this;
      block.sums = new Int32Array(block.parts * PAIRS).fill(UNSUMMED);
    }
    const kept = block.sums!;
    const base = part * PAIRS;
    if (kept[base] === UNSUMMED) this.#sum(block, part, kept, base);
    const sums = this.#sums;
    for (let pair = 0; pair < PAIRS; pair++) sums[pair]! += kept[base + pair]!;
  }

  #sum(block: Block, part: number, kept: Int32Array, base: number): void {
    const before = this.#size;
    block.describe(this, part);
    kept.fill(0, base, base + PAIRS);
    this.#addFrom(before, kept, base);
    this.#size = before;
  }

  /** Adds the scores of what was gathered to row `at` of row-major scores; begins anew. */
  take(scores: Float64Array, at: number): void {
    const sums = this.#sums;
    this.#addFrom(0, sums, 0);
    const base = at * this.#width;
    for (let label = 0; label < this.#width; label++) {
      const pair = sums[2 * (label >> 2) + (label & 1)]!;
      const lower = (pair << 16) >> 16;
      scores[base + label]! += (label & 2 ? (pair - lower) >> 16 : lower) * this.#scale;
    }
    sums.fill(0);
    this.#size = 0;
  }

  /** Adds the weights of the gathered features from `first` on to `sums`. */
  #addFrom(first: number, sums: Int32Array, base: number): void {
    const count = this.#find(first);
    const [weights, found] = [this.#weights, this.#found];
    // The even and the odd bytes of five numbers, each in a variable of its own: twice as fast as an array of them.
    let [e0, o0, e1, o1, e2, o2, e3, o3, e4, o4] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    for (let i = 0; i < count; i++) {
      const row = found[i]!;
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
    const bias = Math.imul(count, UNBIAS);
    sums[base]! += e0 - bias;
    sums[base + 1]! += o0 - bias;
    sums[base + 2]! += e1 - bias;
    sums[base + 3]! += o1 - bias;
    sums[base + 4]! += e2 - bias;
    sums[base + 5]! += o2 - bias;
    sums[base + 6]! += e3 - bias;
    sums[base + 7]! += o3 - bias;
    sums[base + 8]! += e4 - bias;
    sums[base + 9]! += o4 - bias;
  }

  /** Where the weights of the gathered features from `first` on begin; gives how many have any. */
  #find(first: number): number {
    const [keys, found, slots, shift] = [this.#keys, this.#found, this.#slots, this.#shift];
    let count = 0;
    for (let i = first; i < this.#size; i++) {
      const key = keys[i]!;
      const signed = key ^ SIGN;
      let slot = (key >>> shift) * 2;
      while (slots[slot]! < signed) slot += 2;
      if (slots[slot] === signed && signed !== FREE) found[count++] = slots[slot + 1]!;
    }
    return count;
  }
}

/** Turns numbers without a sign to ones with it in the same order. */
const SIGN = 0x80000000;
/** The key of a free slot; the one feature in 4 billion that has it weighs nothing. */
const FREE = 0x7fffffff;

/** Ascending keys, each in the first free slot from where its first bits point. */
function slotsOf(keys: Uint32Array, bits: number): Int32Array {
  const end = 2 ** (bits + 1);
  // Behind the end, mostly unused, there is room for keys that find no free slot before it.
  const slots = new Int32Array(end + 2 * keys.length + 2).fill(FREE, 0, end);
  let next = 0;
  for (let row = 0; row < keys.length; row++) {
    const at = Math.max(next, (keys[row]! >>> (32 - bits)) * 2);
    slots[at] = keys[row]! ^ SIGN;
    slots[at + 1] = row * LANES;
    next = at + 2;
  }
  slots[Math.max(next, end)] = FREE;
  return slots;
}
