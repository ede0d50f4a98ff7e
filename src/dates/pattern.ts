import type { Lexeme } from "./lexemes.ts";
import { Atom, Both, type Captures, Either, EMPTY, type Matcher, type Node, type Shape } from "./pattern-nodes.ts";

/** A compiled pattern: what it takes, and how to match it. */
export interface Pattern extends Shape {
  match(lexemes: readonly Lexeme[], at: number, caught: Captures): number;
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
  return {
    longest: node.longest,
    single: node.single,
    begins: (add) => node.begins(add),
    second: (add) => node.second(add),
    needs: (add) => node.needs(add),
    match: (lexemes, at, caught) => {
      matcher ??= node.matcher((_, end) => end);
      return matcher(lexemes, at, caught, at);
    },
  };
}

/** Named pieces of patterns, and the nodes of all words, each of which is made once. */
export class Pieces {
  readonly #sources: Readonly<Record<string, string>>;
  readonly #nodes = new Map<string, Node>();

  constructor(sources: Readonly<Record<string, string>>) {
    this.#sources = sources;
  }

  /** The node of a word of a pattern; throws where it names a piece that there isn't. */
  node(word: string): Node {
    const known = this.#nodes.get(word);
    if (known) return known;
    const node = word.endsWith("?")
      ? new Either(this.node(word.slice(0, -1)), EMPTY)
      : word.startsWith("$")
        ? this.#named(word.slice(1))
        : new Atom(word);
    this.#nodes.set(word, node);
    return node;
  }

  #named(name: string): Node {
    const source = this.#sources[name];
    if (source === undefined) throw new Error(`no piece named ${name}`);
    return parse(source, this);
  }
}

function parse(source: string, pieces: Pieces): Node {
  const words = source.split(" ");
  let at = 0;
  const alternatives = (): Node => {
    const option = sequence();
    if (words[at] !== "|") return option;
    at++;
    return new Either(option, alternatives());
  };
  const sequence = (): Node => {
    if (at === words.length || words[at] === "|" || words[at]!.startsWith(")")) return EMPTY;
    const part = one();
    const rest = sequence();
    return rest === EMPTY ? part : new Both(part, rest);
  };
  const one = (): Node => {
    const word = words[at++]!;
    if (word !== "(") return pieces.node(word);
    const inner = alternatives();
    return words[at++] === ")?" ? new Either(inner, EMPTY) : inner;
  };
  return alternatives();
}
