import type { Lexeme } from "./lexemes.ts";
import type { Pattern } from "./pattern.ts";
import { NOTHING } from "./vocabulary.ts";

/** A lexeme, by its index, and the numbers of the patterns that may match there, in order. */
export interface Place {
  readonly at: number;
  readonly patterns: readonly number[];
}

/**
 * Tells which patterns may match where: by the first two lexemes, and by what a pattern can't do without, so that "the last of the
 * last of the …" isn't tried as a season.
 */
export class Sieve {
  readonly #patterns: readonly Pattern[];
  /** For a word or class, the patterns, as bits, that it may begin, that it may come second in, and that may need it. */
  readonly #signs = new Map<string, Int32Array>();
  /** 32-bit words that hold a bit for each pattern. */
  readonly #width: number;
  /** The patterns that need no second lexeme. */
  readonly #single: Int32Array;

  constructor(patterns: readonly Pattern[]) {
    this.#patterns = patterns;
    this.#width = Math.ceil(patterns.length / 32);
    this.#single = new Int32Array(this.#width);
    for (const [n, pattern] of patterns.entries()) {
      const [word, bit] = [n >> 5, 1 << (n & 31)];
      if (pattern.single) this.#single[word]! |= bit;
      pattern.begins((key) => this.#mark(key, word, bit));
      pattern.second((key) => this.#mark(key, word + this.#width, bit));
      pattern.needs((key) => this.#mark(key, word + 2 * this.#width, bit));
    }
  }

  #mark(key: string, word: number, bit: number): void {
    const signs = this.#signs.get(key) ?? new Int32Array(3 * this.#width);
    signs[word]! |= bit;
    this.#signs.set(key, signs);
  }

  /** The places of a text where any pattern may match, in order; takes time linear in the text for each pattern. */
  places(lexemes: readonly Lexeme[]): Place[] {
    const [width, patterns, single] = [this.#width, this.#patterns, this.#single];
    const stride = 3 * width;
    // Most words of a text are in no pattern: only those that are have a row, and one more that ends the last.
    const known = new Int32Array(lexemes.length);
    const signs = new Int32Array((lexemes.length + 1) * stride);
    let rows = 0;
    for (let at = 0; at < lexemes.length; at++) {
      const { word, senses } = lexemes[at]!;
      let isKnown = this.#copy(word, signs, rows * stride);
      if (senses !== NOTHING) for (const sense in senses) isKnown = this.#copy(sense, signs, rows * stride) || isKnown;
      if (isKnown) known[rows++] = at;
    }
    // The row up to which what a pattern needs was looked for.
    const sought = new Int32Array(patterns.length);
    const isAhead = (n: number, row: number) => {
      const [word, bit] = [2 * width + (n >> 5), 1 << (n & 31)];
      const reach = known[row]! + patterns[n]!.longest;
      let next = Math.max(row, sought[n]!);
      while (next < rows && known[next]! < reach && !(signs[next * stride + word]! & bit)) next++;
      sought[n] = next;
      return next < rows && known[next]! < reach;
    };
    const places: Place[] = [];
    for (let row = 0; row < rows; row++) {
      const at = known[row]!;
      const isFollowed = row + 1 < rows && known[row + 1] === at + 1 && lexemes[at + 1]!.gap !== "break";
      let found: number[] | undefined;
      for (let word = 0; word < width; word++) {
        const follows = isFollowed ? signs[(row + 1) * stride + width + word]! : 0;
        for (let bits = signs[row * stride + word]! & (follows | single[word]!); bits; bits &= bits - 1) {
          const n = word * 32 + 31 - Math.clz32(bits & -bits);
          if (!isAhead(n, row)) continue;
          if (found) found.push(n);
          else {
            found = [n];
            places.push({ at, patterns: found });
          }
        }
      }
    }
    return places;
  }

  /** Adds the signs of a word or class to a row; false where there are none. */
  #copy(key: string, signs: Int32Array, row: number): boolean {
    const own = this.#signs.get(key);
    if (!own) return false;
    for (let word = 0; word < own.length; word++) signs[row + word]! |= own[word]!;
    return true;
  }
}
