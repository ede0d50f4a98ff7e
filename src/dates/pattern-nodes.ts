import type { Lexeme } from "./lexemes.ts";
import { NOTHING } from "./vocabulary.ts";

/** Lexemes that a pattern caught by name. */
export type Captures = Record<string, Lexeme | undefined>;

/** Index after the last lexeme of the match that begins at `first` and goes on at `at`, or -1. */
export type Matcher = (lexemes: readonly Lexeme[], at: number, caught: Captures, first: number) => number;

/** Is told words and classes, the same ones more than once. */
type Add = (key: string) => void;

/** What lexemes a pattern takes. */
export interface Shape {
  /** Lexemes that a match takes at most. */
  readonly longest: number;
  /** May take just one lexeme. */
  readonly single: boolean;
  /** Tells the words and classes one of which the first lexeme must be or have. */
  begins(add: Add): void;
  /** The same of the second lexeme, where there is one. */
  second(add: Add): void;
  /** Those of which some lexeme of every match is or has one: the ones that say most. */
  needs(add: Add): void;
}

/** A part of a pattern. */
export interface Node extends Shape {
  /** May take no lexeme. */
  readonly empty: boolean;
  /** How often a text has what it needs, roughly; infinite where it needs nothing. */
  readonly frequency: number;
  /** Makes the matcher of this node and of what follows it. */
  matcher(then: Matcher): Matcher;
}

/** Takes no lexeme. */
export const EMPTY: Node = {
  longest: 0,
  single: false,
  empty: true,
  frequency: Number.POSITIVE_INFINITY,
  begins: () => {},
  second: () => {},
  needs: () => {},
  matcher: (then) => then,
};

/** Words and classes that stand in every other sentence: a poor sign of a time expression. */
const FREQUENT = new Set(
  "the a an of in on at to and or , . ' - this that last next first it its for by end very LAST NEXT THIS THAT FIRST NUMBER DAY TO EDGE EDGEOF EDGER APPROX SOME DASH".split(
    " ",
  ),
);

/** One lexeme. */
export class Atom implements Node {
  readonly longest = 1;
  readonly single = true;
  readonly empty = false;
  readonly frequency: number;
  readonly #key: string;
  readonly #name: string | null;
  readonly #glued: boolean;

  constructor(source: string) {
    this.#glued = source.startsWith("~");
    const bare = this.#glued ? source.slice(1) : source;
    const colon = bare.length > 1 ? bare.indexOf(":") : -1;
    this.#name = colon > 0 ? bare.slice(0, colon) : null;
    this.#key = colon > 0 ? bare.slice(colon + 1) : bare;
    this.frequency = FREQUENT.has(this.#key) ? 101 : 1;
  }

  begins(add: Add): void {
    add(this.#key);
  }

  second(): void {}

  needs(add: Add): void {
    add(this.#key);
  }

  matcher(then: Matcher): Matcher {
    const [name, key, glued] = [this.#name, this.#key, this.#glued];
    const isClass = /^[A-Z]/.test(key);
    const fits = (lexeme: Lexeme | undefined, isFirst: boolean) =>
      lexeme !== undefined &&
      (isClass ? lexeme.senses !== NOTHING && lexeme.senses[key] !== undefined : lexeme.word === key) &&
      (glued ? lexeme.gap === "none" : isFirst || lexeme.gap !== "break");
    if (name === null)
      return (lexemes, at, caught, first) =>
        fits(lexemes[at], at === first) ? then(lexemes, at + 1, caught, first) : -1;
    return (lexemes, at, caught, first) => {
      if (!fits(lexemes[at], at === first)) return -1;
      const before = caught[name];
      caught[name] = lexemes[at];
      const end = then(lexemes, at + 1, caught, first);
      if (end < 0) caught[name] = before;
      return end;
    };
  }
}

/** The first of two, or else the second. */
export class Either implements Node {
  readonly longest: number;
  readonly single: boolean;
  readonly empty: boolean;
  readonly frequency: number;
  readonly #a: Node;
  readonly #b: Node;

  constructor(a: Node, b: Node) {
    this.#a = a;
    this.#b = b;
    this.longest = Math.max(a.longest, b.longest);
    this.single = a.single || b.single;
    this.empty = a.empty || b.empty;
    this.frequency = a.frequency + b.frequency;
  }

  begins(add: Add): void {
    this.#a.begins(add);
    this.#b.begins(add);
  }

  second(add: Add): void {
    this.#a.second(add);
    this.#b.second(add);
  }

  needs(add: Add): void {
    this.#a.needs(add);
    this.#b.needs(add);
  }

  matcher(then: Matcher): Matcher {
    const [a, b] = [this.#a.matcher(then), this.#b.matcher(then)];
    return (lexemes, at, caught, first) => {
      const end = a(lexemes, at, caught, first);
      return end < 0 ? b(lexemes, at, caught, first) : end;
    };
  }
}

/** One after the other. */
export class Both implements Node {
  readonly longest: number;
  readonly single: boolean;
  readonly empty: boolean;
  readonly frequency: number;
  readonly #a: Node;
  readonly #b: Node;

  constructor(a: Node, b: Node) {
    this.#a = a;
    this.#b = b;
    this.longest = a.longest + b.longest;
    this.single = (a.single && b.empty) || (a.empty && b.single);
    this.empty = a.empty && b.empty;
    this.frequency = Math.min(a.frequency, b.frequency);
  }

  begins(add: Add): void {
    this.#a.begins(add);
    if (this.#a.empty) this.#b.begins(add);
  }

  second(add: Add): void {
    this.#a.second(add);
    if (this.#a.single) this.#b.begins(add);
    if (this.#a.empty) this.#b.second(add);
  }

  needs(add: Add): void {
    const [a, b] = [this.#a, this.#b];
    (b.frequency < a.frequency ? b : a).needs(add);
  }

  matcher(then: Matcher): Matcher {
    return this.#a.matcher(this.#b.matcher(then));
  }
}
