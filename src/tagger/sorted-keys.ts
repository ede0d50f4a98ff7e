/** Finds 32-bit numbers among ascending ones: a table tells where those with the same first bits begin. */
export class SortedKeys {
  readonly keys: Uint32Array;
  /** The same bits as signed numbers, which an engine compares faster. */
  readonly #signed: Int32Array;
  /** Made at the first look-up. */
  #begins: Uint32Array | null = null;
  readonly #shift: number;

  constructor(keys: Uint32Array) {
    this.keys = keys;
    this.#signed = new Int32Array(keys.buffer, keys.byteOffset, keys.length);
    const bits = Math.ceil(Math.log2(keys.length + 2));
    this.#shift = 32 - bits;
  }

  #index(): Uint32Array {
    const { keys } = this;
    const begins = new Uint32Array(2 ** (32 - this.#shift) + 1);
    let next = 0;
    for (let place = 0; place < keys.length; place++)
      for (const first = keys[place]! >>> this.#shift; next <= first; next++) begins[next] = place;
    begins.fill(keys.length, next);
    this.#begins = begins;
    return begins;
  }

  /** The place of a key, or -1. */
  get(key: number): number {
    const begins = this.#begins ?? this.#index();
    const first = key >>> this.#shift;
    const end = begins[first + 1]!;
    for (let place = begins[first]!; place < end; place++) if (this.#signed[place] === (key | 0)) return place;
    return -1;
  }
}
