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
/** Numbers of a slot: the key, and its weights by fours. */
const SLOT = 1 + LANES;
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
  /** Open addressing in the order of the keys, so that a look-up touches one line of the cache and often ends at the first slot. */
  readonly #slots: Int32Array;
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
    this.#slots = slotsOf(keys, new Int32Array(weights.buffer, weights.byteOffset, weights.length / 4), bits);
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
    const [slots, found] = [this.#slots, this.#found];
    // The even and the odd bytes of five numbers, each in a variable of its own: twice as fast as an array of them.
    let [e0, o0, e1, o1, e2, o2, e3, o3, e4, o4] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    for (let i = 0; i < count; i++) {
      const slot = found[i]!;
      let four = slots[slot + 1]!;
      e0 = (e0 + (four & EVEN)) | 0;
      o0 = (o0 + ((four >>> 8) & EVEN)) | 0;
      four = slots[slot + 2]!;
      e1 = (e1 + (four & EVEN)) | 0;
      o1 = (o1 + ((four >>> 8) & EVEN)) | 0;
      four = slots[slot + 3]!;
      e2 = (e2 + (four & EVEN)) | 0;
      o2 = (o2 + ((four >>> 8) & EVEN)) | 0;
      four = slots[slot + 4]!;
      e3 = (e3 + (four & EVEN)) | 0;
      o3 = (o3 + ((four >>> 8) & EVEN)) | 0;
      four = slots[slot + 5]!;
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

  /** The slots of the gathered features from `first` on that have weights; gives how many these are. */
  #find(first: number): number {
    const [keys, found, slots, shift] = [this.#keys, this.#found, this.#slots, this.#shift];
    let count = 0;
    for (let i = first; i < this.#size; i++) {
      const key = keys[i]!;
      const signed = key ^ SIGN;
      let slot = (key >>> shift) * SLOT;
      while (slots[slot]! < signed) slot += SLOT;
      if (slots[slot] === signed && slots[slot + 1] !== 0) found[count++] = slot;
    }
    return count;
  }
}

/** Turns numbers without a sign to ones with it in the same order. */
const SIGN = 0x80000000;
const FREE = 0x7fffffff;

/**
 * Ascending keys with their biased weights, each in the first free slot from where the first bits of its key point. A free slot
 * has the largest key and no weights, which are never 0 with their bias.
 */
function slotsOf(keys: Uint32Array, weights: Int32Array, bits: number): Int32Array {
  const slots = new Int32Array((2 ** bits + keys.length + 1) * SLOT);
  let next = 0;
  const freeUpTo = (end: number) => {
    for (; next < end; next += SLOT) slots[next] = FREE;
  };
  for (let row = 0; row < keys.length; row++) {
    freeUpTo((keys[row]! >>> (32 - bits)) * SLOT);
    slots[next++] = keys[row]! ^ SIGN;
    for (let n = row * LANES; n < (row + 1) * LANES; n++) slots[next++] = weights[n]! ^ BIASES;
  }
  freeUpTo(Math.max(2 ** bits * SLOT, next + SLOT));
  return slots;
}
