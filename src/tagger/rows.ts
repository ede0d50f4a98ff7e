/** Maps features to row numbers 0, 1, 2 … in order of insertion: open addressing over typed arrays. */
export class Rows {
  /** Pairs of key and row + 1 (0: free), side by side so that a look-up touches one line of the cache. */
  #slots: Int32Array;
  #mask: number;
  size = 0;

  constructor(expected = 1024) {
    const capacity = 2 ** Math.ceil(Math.log2(Math.max(16, (expected * 4) / 3)));
    this.#slots = new Int32Array(capacity * 2);
    this.#mask = capacity - 1;
  }

  /** The row of a feature, or -1. */
  get(key: number): number {
    const slots = this.#slots;
    for (let slot = key & this.#mask; ; slot = (slot + 1) & this.#mask) {
      const row = slots[slot * 2 + 1]!;
      if (row === 0 || slots[slot * 2] === (key | 0)) return row - 1;
    }
  }

  /** The row of a feature, which is given the next one if it has none. */
  add(key: number): number {
    const known = this.get(key);
    if (known >= 0) return known;
    if (this.size * 4 > this.#mask * 3) this.#grow();
    this.#put(key, this.size);
    return this.size++;
  }

  /** Every feature, in order of its row. */
  keys(): Uint32Array {
    const keys = new Uint32Array(this.size);
    for (let slot = 0; slot < this.#slots.length; slot += 2)
      if (this.#slots[slot + 1] !== 0) keys[this.#slots[slot + 1]! - 1] = this.#slots[slot]!;
    return keys;
  }

  #put(key: number, row: number): void {
    let slot = key & this.#mask;
    while (this.#slots[slot * 2 + 1] !== 0) slot = (slot + 1) & this.#mask;
    this.#slots[slot * 2] = key;
    this.#slots[slot * 2 + 1] = row + 1;
  }

  #grow(): void {
    const keys = this.keys();
    const capacity = (this.#mask + 1) * 2;
    this.#slots = new Int32Array(capacity * 2);
    this.#mask = capacity - 1;
    for (let row = 0; row < keys.length; row++) this.#put(keys[row]!, row);
  }
}
