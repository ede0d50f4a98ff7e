import type { Gathering } from "./gathering.ts";
import { emissions, type Model } from "./model.ts";

const BIAS = 128;
/** So many biased weights of 8 bits fit in 16 bits; a position has fewer features. */
const MOST_ROWS = 256;
const LANES = 4;

/**
 * Adds up weights of 8 bits two at a time: two labels share one integer, and four such lanes are summed in one loop.
 * Five times as fast as one label after the other, which was half the time of tagging.
 */
export class Scorer {
  readonly #model: Model;
  /** Lanes of a row: labels in pairs, padded to a multiple of LANES; null where the weights are no bytes. */
  readonly #packed: Int32Array | null;
  readonly #stride: number;
  readonly #rows = new Int32Array(MOST_ROWS);

  constructor(model: Model) {
    this.#model = model;
    this.#stride = Math.ceil(model.labels.length / 2 / LANES) * LANES;
    this.#packed = model.weights instanceof Int8Array ? pack(model.weights, model.labels.length, this.#stride) : null;
  }

  /** Adds the scores of what was gathered to row `at` of row-major scores. */
  add(gathering: Gathering, scores: Float64Array, at: number): void {
    const width = this.#model.labels.length;
    if (!this.#packed) {
      const own = emissions(this.#model, [gathering.take()]);
      for (let label = 0; label < width; label++) scores[at * width + label]! += own[label]!;
      return;
    }
    const size = gathering.takeRows(this.#model, this.#rows);
    for (let lane = 0; lane < this.#stride; lane += LANES) this.#addLanes(this.#packed, lane, size, scores, at * width);
  }

  #addLanes(packed: Int32Array, lane: number, size: number, scores: Float64Array, base: number): void {
    const rows = this.#rows;
    const stride = this.#stride;
    let [a, b, c, d] = [0, 0, 0, 0];
    for (let i = 0; i < size; i++) {
      const from = rows[i]! * stride + lane;
      a = (a + packed[from]!) | 0;
      b = (b + packed[from + 1]!) | 0;
      c = (c + packed[from + 2]!) | 0;
      d = (d + packed[from + 3]!) | 0;
    }
    const bias = size * BIAS;
    this.#unpack(a, lane, bias, scores, base);
    this.#unpack(b, lane + 1, bias, scores, base);
    this.#unpack(c, lane + 2, bias, scores, base);
    this.#unpack(d, lane + 3, bias, scores, base);
  }

  #unpack(sum: number, lane: number, bias: number, scores: Float64Array, base: number): void {
    const { labels, scale } = this.#model;
    const label = lane * 2;
    if (label < labels.length) scores[base + label]! += ((sum & 0xffff) - bias) * scale;
    if (label + 1 < labels.length) scores[base + label + 1]! += ((sum >>> 16) - bias) * scale;
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
