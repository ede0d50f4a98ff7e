const EMPTY = -1;

/** Maps features to row numbers 0, 1, 2 … in order of insertion: open addressing over typed arrays. */
export class Rows {
  #keys: Uint32Array;
  #rows: Int32Array;
  #mask: number;
  size = 0;

  constructor(expected = 1024) {
    const capacity = 2 ** Math.ceil(Math.log2(Math.max(16, expected * 2)));
    this.#keys = new Uint32Array(capacity);
    this.#rows = new Int32Array(capacity).fill(EMPTY);
    this.#mask = capacity - 1;
  }

  /** The row of a feature, or -1. */
  get(key: number): number {
    const keys = this.#keys;
    const rows = this.#rows;
    for (let slot = key & this.#mask; ; slot = (slot + 1) & this.#mask) {
      const row = rows[slot]!;
      if (row === EMPTY || keys[slot] === key) return row;
    }
  }

  /** The row of a feature, which is given the next one if it has none. */
  add(key: number): number {
    const known = this.get(key);
    if (known !== EMPTY) return known;
    if (this.size * 2 > this.#mask) this.#grow();
    this.#put(key, this.size);
    return this.size++;
  }

  /** Every feature, in order of its row. */
  keys(): Uint32Array {
    const keys = new Uint32Array(this.size);
    this.#rows.forEach((row, slot) => {
      if (row !== EMPTY) keys[row] = this.#keys[slot]!;
    });
    return keys;
  }

  #put(key: number, row: number): void {
    let slot = key & this.#mask;
    while (this.#rows[slot] !== EMPTY) slot = (slot + 1) & this.#mask;
    this.#keys[slot] = key;
    this.#rows[slot] = row;
  }

  #grow(): void {
    const keys = this.keys();
    const capacity = (this.#mask + 1) * 2;
    this.#keys = new Uint32Array(capacity);
    this.#rows = new Int32Array(capacity).fill(EMPTY);
    this.#mask = capacity - 1;
    for (let row = 0; row < keys.length; row++) this.#put(keys[row]!, row);
  }
}
