import { feature } from "../tagger/feature.ts";
import { Rows } from "../tagger/rows.ts";
import type { Layout } from "./layout.ts";

/** How often two capitals stand side by side in a document, against how often each stands without the other. */
export class Cohesion {
  readonly #layout: Layout;
  /** Capitals of each form. */
  readonly #counts: Uint32Array;
  readonly #pairs = new Rows(256);
  readonly #pairCounts: number[] = [];

  constructor(layout: Layout) {
    this.#layout = layout;
    this.#counts = new Uint32Array(layout.forms);
    const { words, formOf } = layout;
    for (let i = 0; i < words.length; i++) {
      if (!words[i]!.isCapital) continue;
      this.#counts[formOf[i]!]!++;
      if (!words[i + 1]?.isCapital) continue;
      const pair = this.#pairs.add(this.#pairAt(i));
      this.#pairCounts[pair] = (this.#pairCounts[pair] ?? 0) + 1;
    }
  }

  /** 0 where words `i` and `i + 1` are not both capitals; else how firmly they belong together, in 36 kinds. */
  between(i: number): number {
    const { words, formOf } = this.#layout;
    if (!words[i]?.isCapital || !words[i + 1]?.isCapital) return 0;
    const pairs = this.#pairCounts[this.#pairs.get(this.#pairAt(i))] ?? 0;
    const apart = (at: number) => Math.min(3, this.#counts[formOf[at]!]! - pairs);
    return 1 + Math.min(3, pairs) * 16 + apart(i) * 4 + apart(i + 1);
  }

  #pairAt(i: number): number {
    const { formOf } = this.#layout;
    return feature(1, formOf[i]!, formOf[i + 1]!);
  }
}
