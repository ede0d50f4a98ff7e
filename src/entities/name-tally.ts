import { Rows } from "../tagger/rows.ts";
import { type Found, TYPES } from "./labels.ts";
import type { Layout } from "./layout.ts";

/** Longer names are not looked for. */
const LONGEST = 8;

/** How often each name of a document is of each type. */
export class NameTally {
  readonly #names = new Rows(64);
  /** Row-major, one row a name, one column a type. */
  readonly #counts: number[] = [];
  /** Words of its longest name. */
  #longest = 0;

  add({ words }: Layout, { start, end, type }: Found): void {
    let hash = 0;
    for (let i = start; i < end; i++) hash = goOn(hash, words[i]!.hash);
    this.#longest = Math.min(LONGEST, Math.max(this.#longest, end - start));
    const row = this.#names.add(hash) * TYPES.length;
    if (row === this.#counts.length) for (let i = 0; i < TYPES.length; i++) this.#counts.push(0);
    this.#counts[row + type]!++;
  }

  /** For each word the longest name around it that stands elsewhere too, as a number: type, count, agreement, place of the word. */
  matchesIn({ words, sentences }: Layout, labels: Uint8Array): Uint16Array {
    const matches = new Uint16Array(words.length);
    for (const { start, end } of sentences)
      for (let i = start; i < end; i++) {
        if (!words[i]!.isCapital) continue;
        let [hash, kind, length] = [0, 0, 1];
        for (let count = 1; count <= this.#longest && i + count <= end; count++) {
          hash = goOn(hash, words[i + count - 1]!.hash);
          const found = this.#kindOf(this.#names.get(hash), typeAt(labels, i, count));
          if (found) [kind, length] = [found, count];
        }
        if (kind)
          for (let at = 0; at < length; at++)
            matches[i + at] = kind + (length === 1 ? 3 : at === 0 ? 0 : at === length - 1 ? 2 : 1);
        i += length - 1;
      }
    return matches;
  }

  /** What the mentions of a name (-1: none) but one of type `own` (-1: none) say, or 0 where there are none. */
  #kindOf(name: number, own: number): number {
    if (name < 0) return 0;
    let [count, top, most] = [0, 0, -1];
    for (let type = 0; type < TYPES.length; type++) {
      const votes = this.#counts[name * TYPES.length + type]! - (type === own ? 1 : 0);
      count += votes;
      if (votes > most) [top, most] = [type, votes];
    }
    return count > 0 ? ((top * 4 + Math.min(3, count)) * 2 + (most === count ? 1 : 0)) * 4 + 1 : 0;
  }
}

/** The hash of words that go on with a word. */
const goOn = (hash: number, word: number) => Math.imul(hash ^ word, 0x01000193) + 1;

/** Type of the first pass's name that is exactly these words, or -1. */
function typeAt(labels: Uint8Array, i: number, length: number): number {
  const [first, last] = [labels[i]!, labels[i + length - 1]!];
  const fits =
    length === 1 ? first > 0 && ((first - 1) & 3) === 3 : first > 0 && ((first - 1) & 3) === 0 && last === first + 2;
  return fits ? (first - 1) >> 2 : -1;
}
