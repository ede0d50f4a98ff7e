import { feature } from "./feature.ts";
import type { Templates } from "./templates.ts";

/** Takes the features of one position: one by one, by templates, or in blocks. */
export interface Gathering {
  add(template: number, a: number, b?: number): void;
  /** Adds the features that the templates make of these values. */
  addAll(templates: Templates, values: Int32Array): void;
  addBlock(block: Block, part: number): void;
}

/**
 * Features that stand together again and again: those of a word at each place around a candidate, of a form in its document.
 * `describe` gives the features of one of `parts` parts; a gathering may keep what it makes of them here.
 */
export class Block {
  readonly parts: number;
  readonly describe: (to: Gathering, part: number) => void;
  /** Sums of the weights of each part (see `Scorer`), and by whom. */
  sums: Int32Array | null = null;
  owner: Gathering | null = null;

  constructor(parts: number, describe: (to: Gathering, part: number) => void) {
    this.parts = parts;
    this.describe = describe;
  }
}

/** Gathers features to keep them, for training. */
export class Collector implements Gathering {
  #features = new Uint32Array(512);
  #size = 0;

  add(template: number, a: number, b = 0): void {
    if (this.#size === this.#features.length) {
      const larger = new Uint32Array(this.#size * 2);
      larger.set(this.#features);
      this.#features = larger;
    }
    this.#features[this.#size++] = feature(template, a, b);
  }

  addAll({ numbers, firsts, seconds }: Templates, values: Int32Array): void {
    for (let i = 0; i < numbers.length; i++) this.add(numbers[i]!, values[firsts[i]!]!, values[seconds[i]!]!);
  }

  addBlock(block: Block, part: number): void {
    block.describe(this, part);
  }

  /** All features; begins anew. */
  take(): Uint32Array {
    const features = this.#features.slice(0, this.#size);
    this.#size = 0;
    return features;
  }
}
