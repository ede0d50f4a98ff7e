import type { Lexeme } from "./lexemes.ts";
import type { Pattern } from "./pattern.ts";
import { NOTHING } from "./vocabulary.ts";

/** Patterns as bits: those that a word or class may begin, may come second in, and those that may need it. */
interface Signs {
  readonly begins: Int32Array;
  readonly second: Int32Array;
  readonly needs: Int32Array;
}

const NO_PATTERNS: readonly number[] = [];

/**
 * Tells which patterns may match where: by the first two lexemes, and by what a pattern can't do without, so that "the last of the
 * last of the …" isn't tried as a season.
 */
export class Sieve {
  readonly #patterns: readonly Pattern[];
  readonly #signs = new Map<string, Signs>();
  /** 32-bit words that hold a bit for each pattern. */
  readonly #width: number;
  /** The patterns that need no second lexeme. */
  readonly #single: Int32Array;

  constructor(patterns: readonly Pattern[]) {
    this.#patterns = patterns;
    this.#width = Math.ceil(patterns.length / 32);
    this.#single = new Int32Array(this.#width);
    for (const [n, { begins, second, needs, single }] of patterns.entries()) {
      const [word, bit] = [n >> 5, 1 << (n & 31)];
      if (single) this.#single[word]! |= bit;
      for (const key of begins) this.#signsOf(key).begins[word]! |= bit;
      for (const key of second) this.#signsOf(key).second[word]! |= bit;
      for (const key of needs) this.#signsOf(key).needs[word]! |= bit;
    }
  }

  #signsOf(key: string): Signs {
    const own = this.#signs.get(key);
    if (own) return own;
    const bits = () => new Int32Array(this.#width);
    const signs = { begins: bits(), second: bits(), needs: bits() };
    this.#signs.set(key, signs);
    return signs;
  }

  /** Numbers of the patterns that may match at an index, in order; asked from left to right, as it takes time linear in the text. */
  over(lexemes: readonly Lexeme[]): (at: number) => readonly number[] {
    const [width, patterns, single] = [this.#width, this.#patterns, this.#single];
    const begins = new Int32Array(lexemes.length * width);
    // One more than there are: nothing comes second to the last.
    const second = new Int32Array((lexemes.length + 1) * width);
    const needs = new Int32Array(lexemes.length * width);
    const mark = (at: number, key: string) => {
      const signs = this.#signs.get(key);
      if (!signs) return;
      for (let word = 0; word < width; word++) {
        begins[at * width + word]! |= signs.begins[word]!;
        needs[at * width + word]! |= signs.needs[word]!;
        if (lexemes[at]!.gap !== "break") second[at * width + word]! |= signs.second[word]!;
      }
    };
    for (let at = 0; at < lexemes.length; at++) {
      const { word, senses } = lexemes[at]!;
      mark(at, word);
      if (senses !== NOTHING) for (const sense in senses) mark(at, sense);
    }
    // Where what each pattern needs was looked for up to.
    const sought = new Int32Array(patterns.length);
    const isAhead = (n: number, at: number) => {
      const [word, bit] = [n >> 5, 1 << (n & 31)];
      const reach = Math.min(at + patterns[n]!.longest, lexemes.length);
      let next = Math.max(at, sought[n]!);
      while (next < reach && !(needs[next * width + word]! & bit)) next++;
      sought[n] = next;
      return next < reach;
    };
    return (at) => {
      let found = NO_PATTERNS as number[];
      for (let word = 0; word < width; word++) {
        let bits = begins[at * width + word]! & (second[(at + 1) * width + word]! | single[word]!);
        for (; bits; bits &= bits - 1) {
          const n = word * 32 + 31 - Math.clz32(bits & -bits);
          if (!isAhead(n, at)) continue;
          if (found === NO_PATTERNS) found = [];
          found.push(n);
        }
      }
      return found;
    };
  }
}
