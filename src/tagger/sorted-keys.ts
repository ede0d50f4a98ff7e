/** Finds 32-bit numbers among ascending ones: a table tells where those with the same first bits begin. */
export class SortedKeys {
  readonly keys: Uint32Array;
  /** The same bits as signed numbers, which an engine compares faster. */
  readonly #signed: Int32Array;
  readonly #begins: Uint32Array;
  readonly #shift: number;

  constructor(keys: Uint32Array) {
    this.keys = keys;
    this.#signed = new Int32Array(keys.buffer, keys.byteOffset, keys.length);
    const bits = Math.ceil(Math.log2(keys.length + 2));
    this.#shift = 32 - bits;
    this.#begins = new Uint32Array(2 ** bits + 1);
    let next = 0;
    for (let place = 0; place < keys.length; place++)
      for (const first = keys[place]! >>> this.#shift; next <= first; next++) this.#begins[next] = place;
    this.#begins.fill(keys.length, next);
  }

  /** The place of a key, or -1. */
  get(key: number): number {
    const first = key >>> this.#shift;
    const end = this.#begins[first + 1]!;
    for (let place = this.#begins[first]!; place < end; place++) if (this.#signed[place] === (key | 0)) return place;
    return -1;
  }
}
