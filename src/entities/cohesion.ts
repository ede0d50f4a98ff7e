import { feature } from "../tagger/feature.ts";
import type { Layout } from "./layout.ts";

/** How often two capitals stand side by side in a document, against how often each stands without the other. */
export class Cohesion {
  readonly #pairs = new Map<number, number>();
  readonly #counts = new Map<number, number>();
  readonly #layout: Layout;

  constructor(layout: Layout) {
    this.#layout = layout;
    const { words } = layout;
    for (const [i, word] of words.entries()) {
      if (!word.isCapital) continue;
      increment(this.#counts, word.hash);
      if (words[i + 1]?.isCapital) increment(this.#pairs, feature(1, word.hash, words[i + 1]!.hash));
    }
  }

  /** 0 where words `i` and `i + 1` are not both capitals; else how firmly they belong together, in 36 kinds. */
  between(i: number): number {
    const { words } = this.#layout;
    const [left, right] = [words[i], words[i + 1]];
    if (!left?.isCapital || !right?.isCapital) return 0;
    const pairs = this.#pairs.get(feature(1, left.hash, right.hash)) ?? 0;
    const apart = (hash: number) => Math.min(3, (this.#counts.get(hash) ?? 0) - pairs);
    return 1 + Math.min(3, pairs) * 16 + apart(left.hash) * 4 + apart(right.hash);
  }
}

function increment(counts: Map<number, number>, key: number): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
