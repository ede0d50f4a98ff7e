import { feature } from "./feature.ts";
import type { Model } from "./model.ts";

/** Features that stand together again and again: those of a word, of a form in its document. Their rows are looked up once. */
export class Block {
  readonly features: Uint32Array;
  #model: Model | null = null;
  #rows = new Int32Array(0);

  constructor(features: readonly number[]) {
    this.features = new Uint32Array(features);
  }

  /** The rows of those features that the model has. */
  rows(model: Model): Int32Array {
    if (this.#model === model) return this.#rows;
    const rows = new Int32Array(this.features.length);
    let size = 0;
    for (let i = 0; i < rows.length; i++) {
      const row = model.rows.get(this.features[i]!);
      if (row >= 0) rows[size++] = row;
    }
    this.#model = model;
    this.#rows = rows.subarray(0, size);
    return this.#rows;
  }
}

/** Gathers the features of one position: single ones, and blocks of them. */
export class Gathering {
  #singles = new Uint32Array(256);
  #size = 0;
  #blocks: Block[] = [];

  add(template: number, a: number, b = 0): void {
    if (this.#size === this.#singles.length) {
      const larger = new Uint32Array(this.#size * 2);
      larger.set(this.#singles);
      this.#singles = larger;
    }
    this.#singles[this.#size++] = feature(template, a, b);
  }

  addBlock(block: Block): void {
    this.#blocks.push(block);
  }

  /** All features; begins anew. */
  take(): Uint32Array {
    const parts = [this.#singles.subarray(0, this.#size), ...this.#blocks.map(({ features }) => features)];
    const features = new Uint32Array(parts.reduce((size, part) => size + part.length, 0));
    let at = 0;
    for (const part of parts) {
      features.set(part, at);
      at += part.length;
    }
    this.#clear();
    return features;
  }

  /** Puts the rows of all features that the model has into `rows`, and says how many; begins anew. */
  takeRows(model: Model, rows: Int32Array): number {
    let size = 0;
    for (let i = 0; i < this.#size && size < rows.length; i++) {
      const row = model.rows.get(this.#singles[i]!);
      if (row >= 0) rows[size++] = row;
    }
    for (let n = 0; n < this.#blocks.length; n++) {
      const block = this.#blocks[n]!.rows(model);
      for (let i = 0; i < block.length && size < rows.length; i++) rows[size++] = block[i]!;
    }
    this.#clear();
    return size;
  }

  #clear(): void {
    this.#size = 0;
    this.#blocks.length = 0;
  }
}
