import type { Lexeme } from "./lexemes.ts";
import type { Pattern } from "./pattern.ts";

interface Places {
  readonly at: number[];
  /** Those before have been passed. */
  passed: number;
}

/**
 * Tells whether what a pattern can't do without stands ahead, so that "the last of the last of the …" isn't tried as a season.
 * Asked from left to right; takes time linear in the text for each pattern.
 */
export class Lookahead {
  readonly #patterns: readonly Pattern[];
  readonly #places = new Map<string, Places>();
  readonly #next: number[];

  constructor(lexemes: readonly Lexeme[], patterns: readonly Pattern[]) {
    this.#patterns = patterns;
    this.#next = patterns.map(() => -1);
    for (const { needs } of patterns) for (const key of needs) this.#places.set(key, { at: [], passed: 0 });
    for (const [i, { word, senses }] of lexemes.entries()) {
      this.#places.get(word)?.at.push(i);
      for (const sense in senses) this.#places.get(sense)?.at.push(i);
    }
  }

  /** Whether the pattern of a number may match at an index, none before the last that was asked for. */
  allows(pattern: number, at: number): boolean {
    const { needs, longest } = this.#patterns[pattern]!;
    if (this.#next[pattern]! < at) this.#next[pattern] = Math.min(...[...needs].map((key) => this.#firstFrom(key, at)));
    return this.#next[pattern]! < at + longest;
  }

  #firstFrom(key: string, at: number): number {
    const places = this.#places.get(key)!;
    while (places.passed < places.at.length && places.at[places.passed]! < at) places.passed++;
    return places.at[places.passed] ?? Number.POSITIVE_INFINITY;
  }
}
