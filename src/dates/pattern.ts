import type { Lexeme } from "./lexemes.ts";

/** Lexemes that a pattern caught by name. */
export type Captures = Record<string, Lexeme | undefined>;

type Matcher = (lexemes: readonly Lexeme[], at: number, caught: Captures, then: (end: number) => number) => number;

/** A compiled pattern: what it can begin with, and how to match it. */
export interface Pattern {
  /** Words and classes, one of which the first lexeme must be or have. */
  readonly begins: ReadonlySet<string>;
  /** The same of the second lexeme; null where there need be none. */
  readonly continues: ReadonlySet<string> | null;
  /** Words and classes, one of which some lexeme of every match is or has: those that say most. */
  readonly needs: ReadonlySet<string>;
  /** Lexemes that a match takes at most. */
  readonly longest: number;
  /** Index after the last lexeme, or -1. */
  match(lexemes: readonly Lexeme[], at: number, caught: Captures): number;
}

interface Node {
  readonly matcher: Matcher;
  readonly begins: ReadonlySet<string>;
  /** What may come second, where this node takes at least two lexemes. */
  readonly second: ReadonlySet<string>;
  /** See `Pattern`; empty where it may take no lexeme. */
  readonly needs: ReadonlySet<string>;
  readonly longest: number;
  /** May take no lexeme, or just one. */
  readonly empty: boolean;
  readonly single: boolean;
}

/**
 * Compiles a pattern over lexemes. Written as words (`of`), classes in capitals (`MONTH`), `name:CLASS` to catch, `( a | b )`,
 * `x?` for optional, `$name` for a named piece, `~` before what must follow without a space.
 */
export function compile(source: string, pieces: Pieces = new Pieces({})): Pattern {
  const node = parse(source, pieces);
  if (node.empty) throw new Error(`pattern matches nothing at all: ${source}`);
  return {
    begins: node.begins,
    continues: node.single ? null : node.second,
    needs: node.needs,
    longest: node.longest,
    match: (lexemes, at, caught) => node.matcher(lexemes, at, caught, (end) => end),
  };
}

/** Named pieces of patterns, each of which is compiled once. */
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
  const words = source
    .replace(/(^|\s)\(|\)(\??)(?=\s|$|\))/g, (text) => ` ${text.trim()} `)
    .split(/\s+/)
    .filter(Boolean);
  let at = 0;
  const single = (word: string) => (word.startsWith("$") ? pieces.named(word.slice(1)) : atom(word));
  const alternatives = (): Node => {
    const options = [sequence()];
    while (words[at] === "|") {
      at++;
      options.push(sequence());
    }
    return options.length === 1 ? options[0]! : choice(options);
  };
  const sequence = (): Node => {
    const parts: Node[] = [];
    while (at < words.length && words[at] !== "|" && !words[at]!.startsWith(")")) {
      const word = words[at++]!;
      if (word !== "(") parts.push(word.endsWith("?") ? optional(single(word.slice(0, -1))) : single(word));
      else {
        const inner = alternatives();
        const close = words[at++];
        parts.push(close === ")?" ? optional(inner) : inner);
      }
    }
    return chain(parts);
  };
  return alternatives();
}

function atom(source: string): Node {
  const glued = source.startsWith("~");
  const bare = glued ? source.slice(1) : source;
  const colon = bare.length > 1 ? bare.indexOf(":") : -1;
  const name = colon > 0 ? bare.slice(0, colon) : null;
  const test = colon > 0 ? bare.slice(colon + 1) : bare;
  const isClass = /^[A-Z]/.test(test);
  const matcher: Matcher = (lexemes, at, caught, then) => {
    const lexeme = lexemes[at];
    if (!lexeme || (isClass ? lexeme.senses[test] === undefined : lexeme.word !== test)) return -1;
    if (glued && lexeme.gap !== "none") return -1;
    if (lexeme.gap === "break" && caught.$first) return -1;
    if (name === null && caught.$first) return then(at + 1);
    const before = name === null ? undefined : caught[name];
    const first = caught.$first;
    if (name !== null) caught[name] = lexeme;
    caught.$first ??= lexeme;
    const end = then(at + 1);
    if (end < 0) {
      if (name !== null) caught[name] = before;
      caught.$first = first;
    }
    return end;
  };
  const keys = new Set([test]);
  return { matcher, begins: keys, second: new Set(), needs: keys, longest: 1, empty: false, single: true };
}

const union = (sets: readonly ReadonlySet<string>[]) => new Set(sets.flatMap((set) => [...set]));

const choice = (options: readonly Node[]): Node => ({
  begins: union(options.map((option) => option.begins)),
  second: union(options.map((option) => option.second)),
  needs: options.some((option) => option.empty) ? new Set() : union(options.map((option) => option.needs)),
  longest: Math.max(...options.map((option) => option.longest)),
  empty: options.some((option) => option.empty),
  single: options.some((option) => option.single),
  matcher: (lexemes, at, caught, then) => {
    for (const option of options) {
      const end = option.matcher(lexemes, at, caught, then);
      if (end >= 0) return end;
    }
    return -1;
  },
});

const optional = (inner: Node): Node => ({
  ...inner,
  needs: new Set(),
  empty: true,
  matcher: (lexemes, at, caught, then) => {
    const end = inner.matcher(lexemes, at, caught, then);
    return end >= 0 ? end : then(at);
  },
});

/** Words and classes that stand in every other sentence: a poor sign of a time expression. */
const FREQUENT = new Set(
  "the a an of in on at to and or , . ' - this that last next first it its for by end very LAST NEXT THIS THAT FIRST NUMBER DAY TO EDGE EDGEOF EDGER APPROX SOME DASH".split(
    " ",
  ),
);

function rarest(sets: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  const cost = (set: ReadonlySet<string>) => set.size + 100 * [...set].filter((key) => FREQUENT.has(key)).length;
  return sets.reduce((best, set) => (best.size && cost(best) <= cost(set) ? best : set), new Set<string>());
}

function chain(parts: readonly Node[]): Node {
  const matcher = parts.reduceRight<Matcher>(
    (rest, part) => (lexemes, at, caught, then) =>
      part.matcher(lexemes, at, caught, (end) => rest(lexemes, end, caught, then)),
    (_lexemes, at, _caught, then) => then(at),
  );
  const begins = (from: number) => {
    const full = parts.findIndex((part, i) => i >= from && !part.empty);
    return union(parts.slice(from, full < 0 ? parts.length : full + 1).map((part) => part.begins));
  };
  // Any part that only empty ones precede may take the first lexeme.
  const heads = parts.filter((_, i) => parts.slice(0, i).every((part) => part.empty));
  return {
    matcher,
    begins: begins(0),
    second: union(heads.flatMap((head) => [head.second, ...(head.single ? [begins(parts.indexOf(head) + 1)] : [])])),
    needs: rarest(parts.filter((part) => !part.empty).map((part) => part.needs)),
    longest: parts.reduce((sum, part) => sum + part.longest, 0),
    empty: parts.every((part) => part.empty),
    single: parts.some((part, i) => part.single && parts.every((other, j) => i === j || other.empty)),
  };
}
