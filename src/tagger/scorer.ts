import { feature } from "./feature.ts";
import type { Block, Gathering } from "./gathering.ts";
import { type Model, quantize } from "./model.ts";
import type { Rows } from "./rows.ts";

const BIAS = 128;
/** So many biased weights of 8 bits fit in 16 bits; a position or block has fewer features of its own. */
const MOST_ROWS = 256;
const LANES = 3;
const FILTER = 2 ** 20 - 1;

/**
 * Adds up weights of 8 bits two at a time: two labels share one integer, and three such lanes are summed in one loop.
 * Five times as fast as one label after the other, which was half the time of tagging. The sums of blocks are kept.
 */
export class Scorer implements Gathering {
  readonly #width: number;
  readonly #scale: number;
  readonly #known: Rows;
  /** A bit for the last bits of each feature that has a row: most others are turned away here, in little memory. */
  readonly #maybe: Uint32Array;
  /** Lanes of a row: labels in pairs, padded to a multiple of LANES. */
  readonly #packed: Int32Array;
  readonly #stride: number;
  readonly #rows = new Int32Array(MOST_ROWS);
  #size = 0;
  /** Sums of the blocks of this position, and of the block that is being summed. */
  readonly #sums: Int32Array;

  constructor(model: Model) {
    const { weights, scale } = quantize(model);
    this.#width = model.labels.length;
    this.#scale = scale;
    this.#known = model.rows;
    this.#maybe = new Uint32Array((FILTER + 1) >>> 5);
    for (const key of model.rows.keys()) this.#maybe[(key & FILTER) >>> 5]! |= 1 << (key & 31);
    this.#stride = Math.ceil(this.#width / 2 / LANES) * LANES;
    this.#packed = pack(weights, this.#width, this.#stride);
    this.#sums = new Int32Array(this.#stride * 2);
  }

  add(template: number, a: number, b = 0): void {
    const key = feature(template, a, b);
    if ((this.#maybe[(key & FILTER) >>> 5]! & (1 << (key & 31))) === 0) return;
    const row = this.#known.get(key);
    if (row >= 0 && this.#size < MOST_ROWS) this.#rows[this.#size++] = row;
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
    this.#addRows(before, kept, base);
    this.#size = before;
    block.summed |= 1 << part;
  }

  /** Adds the scores of what was gathered to row `at` of row-major scores; begins anew. */
  take(scores: Float64Array, at: number): void {
    const width = this.#width;
    const sums = this.#sums;
    this.#addRows(0, sums, 0);
    for (let label = 0; label < width; label++) scores[at * width + label]! += sums[label]! * this.#scale;
    sums.fill(0);
    this.#size = 0;
  }

  /** Adds the weights of the gathered rows from `first` on to `sums`. */
  #addRows(first: number, sums: Int16Array | Int32Array, base: number): void {
    const [rows, packed, stride, size] = [this.#rows, this.#packed, this.#stride, this.#size];
    const bias = (size - first) * BIAS;
    for (let lane = 0; lane < stride; lane += LANES) {
      let [a, b, c] = [0, 0, 0];
      for (let i = first; i < size; i++) {
        const from = rows[i]! * stride + lane;
        a = (a + packed[from]!) | 0;
        b = (b + packed[from + 1]!) | 0;
        c = (c + packed[from + 2]!) | 0;
      }
      this.#unpack(a, lane, bias, sums, base);
      this.#unpack(b, lane + 1, bias, sums, base);
      this.#unpack(c, lane + 2, bias, sums, base);
    }
  }

  #unpack(sum: number, lane: number, bias: number, sums: Int16Array | Int32Array, base: number): void {
    const label = lane * 2;
    if (label < this.#width) sums[base + label]! += (sum & 0xffff) - bias;
    if (label + 1 < this.#width) sums[base + label + 1]! += (sum >>> 16) - bias;
  }
}

function pack(weights: Int8Array, width: number, stride: number): Int32Array {
  const packed = new Int32Array((weights.length / width) * stride);
  for (let i = 0; i < weights.length; i++) {
    const label = i % width;
    const lane = ((i - label) / width) * stride + (label >> 1);
    packed[lane] = packed[lane]! + ((weights[i]! + BIAS) << ((label & 1) * 16));
  }
  return packed;
}
