import type { Lexeme } from "./lexemes.ts";

/** Lexemes that a pattern caught by name. */
export type Captures = Record<string, Lexeme | undefined>;

/** Index after the last lexeme of the match that begins at `first` and goes on at `at`, or -1. */
type Matcher = (lexemes: readonly Lexeme[], at: number, caught: Captures, first: number) => number;

/** What lexemes a pattern takes. Words and classes may be listed twice. */
interface Shape {
  /** Words and classes, one of which the first lexeme must be or have. */
  readonly begins: readonly string[];
  /** The same of the second lexeme, where there is one. */
  readonly second: readonly string[];
  /** Words and classes, one of which some lexeme of every match is or has: those that say most. Empty where it may take none. */
  readonly needs: readonly string[];
  /** Lexemes that a match takes at most. */
  readonly longest: number;
  /** May take just one lexeme. */
  readonly single: boolean;
}

/** A compiled pattern: what it takes, and how to match it. */
export interface Pattern extends Shape {
  match(lexemes: readonly Lexeme[], at: number, caught: Captures): number;
}

interface Node extends Shape {
  /** May take no lexeme. */
  readonly empty: boolean;
  /** Makes the matcher of this node and of what follows it. */
  readonly matcher: (then: Matcher) => Matcher;
}

/**
 * Compiles a pattern over lexemes. Written as words (`of`), classes in capitals (`MONTH`), `name:CLASS` to catch, `( a | b )`,
 * `x?` for optional, `$name` for a named piece, `~` before what must follow without a space; all apart by spaces.
 */
export function compile(source: string, pieces: Pieces = new Pieces({})): Pattern {
  const node = parse(source, pieces);
  if (node.empty) throw new Error(`pattern matches nothing at all: ${source}`);
  // Made at its first use: few rules meet their words in one text.
  let matcher: Matcher | undefined;
  const match: Pattern["match"] = (lexemes, at, caught) => {
    matcher ??= node.matcher((_, end) => end);
    return matcher(lexemes, at, caught, at);
  };
  const { begins, second, needs, longest, single } = node;
  return { begins, second, needs, longest, single, match };
}

/** Named pieces of patterns, each of which is parsed once. */
export class Pieces {
  readonly #sources: Readonly<Record<string, string>>;
  readonly #nodes = new Map<string, Node>();

  constructor(sources: Readonly<Record<string, string>>) {
    this.#sources = sources;
  }

  /** The piece of a name; throws where there is none. */
  named(name: string): Node {
    const source = this.#sources[name];
    if (source === undefined) throw new Error(`no piece named ${name}`);
    const node = this.#nodes.get(name) ?? parse(source, this);
    this.#nodes.set(name, node);
    return node;
  }
}

function parse(source: string, pieces: Pieces): Node {
  const words = source.split(" ");
  let at = 0;
  const single = (word: string) => (word.startsWith("$") ? pieces.named(word.slice(1)) : atom(word));
  const alternatives = (): Node => {
    let node = sequence();
    while (words[at] === "|") {
      at++;
      node = either(node, sequence());
    }
    return node;
  };
  const sequence = (): Node => {
    const parts: Node[] = [];
    while (at < words.length && words[at] !== "|" && !words[at]!.startsWith(")")) {
      const word = words[at++]!;
      if (word !== "(") parts.push(word.endsWith("?") ? either(single(word.slice(0, -1)), NOTHING) : single(word));
      else {
        const inner = alternatives();
        parts.push(words[at++] === ")?" ? either(inner, NOTHING) : inner);
      }
    }
    return parts.reduceRight((rest, part) => (rest === NOTHING ? part : both(part, rest)), NOTHING);
  };
  return alternatives();
}

const NOTHING: Node = {
  begins: [],
  second: [],
  needs: [],
  longest: 0,
  empty: true,
  single: false,
  matcher: (then) => then,
};

function atom(source: string): Node {
  const glued = source.startsWith("~");
  const bare = glued ? source.slice(1) : source;
  const colon = bare.length > 1 ? bare.indexOf(":") : -1;
  const name = colon > 0 ? bare.slice(0, colon) : null;
  const test = colon > 0 ? bare.slice(colon + 1) : bare;
  const isClass = /^[A-Z]/.test(test);
  const fits = (lexeme: Lexeme | undefined, isFirst: boolean) =>
    lexeme !== undefined &&
    (isClass ? lexeme.senses[test] !== undefined : lexeme.word === test) &&
    (glued ? lexeme.gap === "none" : isFirst || lexeme.gap !== "break");
  const matcher = (then: Matcher): Matcher =>
    name === null
      ? (lexemes, at, caught, first) => (fits(lexemes[at], at === first) ? then(lexemes, at + 1, caught, first) : -1)
      : (lexemes, at, caught, first) => {
          if (!fits(lexemes[at], at === first)) return -1;
          const before = caught[name];
          caught[name] = lexemes[at];
          const end = then(lexemes, at + 1, caught, first);
          if (end < 0) caught[name] = before;
          return end;
        };
  const keys = [test];
  return { begins: keys, second: [], needs: keys, longest: 1, empty: false, single: true, matcher };
}

/** The first of two, or else the second. */
const either = (a: Node, b: Node): Node => ({
  begins: [...a.begins, ...b.begins],
  second: [...a.second, ...b.second],
  needs: a.empty || b.empty ? [] : [...a.needs, ...b.needs],
  longest: Math.max(a.longest, b.longest),
  empty: a.empty || b.empty,
  single: a.single || b.single,
  matcher: (then) => {
    const [one, other] = [a.matcher(then), b.matcher(then)];
    return (lexemes, at, caught, first) => {
      const end = one(lexemes, at, caught, first);
      return end < 0 ? other(lexemes, at, caught, first) : end;
    };
  },
});

/** One after the other. */
const both = (a: Node, b: Node): Node => ({
  begins: a.empty ? [...a.begins, ...b.begins] : a.begins,
  second: [...a.second, ...(a.single ? b.begins : []), ...(a.empty ? b.second : [])],
  needs: rarer(a.needs, b.needs),
  longest: a.longest + b.longest,
  empty: a.empty && b.empty,
  single: (a.single && b.empty) || (a.empty && b.single),
  matcher: (then) => a.matcher(b.matcher(then)),
});

/** Words and classes that stand in every other sentence: a poor sign of a time expression. */
const FREQUENT = new Set(
  "the a an of in on at to and or , . ' - this that last next first it its for by end very LAST NEXT THIS THAT FIRST NUMBER DAY TO EDGE EDGEOF EDGER APPROX SOME DASH".split(
    " ",
  ),
);

function rarer(a: readonly string[], b: readonly string[]): readonly string[] {
  const cost = (keys: readonly string[]) => keys.reduce((sum, key) => sum + (FREQUENT.has(key) ? 101 : 1), 0);
  return b.length && (!a.length || cost(b) < cost(a)) ? b : a;
}
