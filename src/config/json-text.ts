/** A value of a JSON text with the place of its first character, in UTF-16 units. */
export type Node =
  | { readonly kind: "object"; readonly start: number; readonly members: readonly Member[] }
  | { readonly kind: "array"; readonly start: number; readonly items: readonly Node[] }
  | { readonly kind: "scalar"; readonly start: number; readonly value: string | number | boolean | null };

export interface Member {
  readonly key: string;
  readonly start: number;
  readonly value: Node;
}

/** Something wrong at a place of a text. */
export class TextProblem extends Error {
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

// Deeper than any configuration.
const DEEPEST = 50;

/** Reads JSON (RFC 8259) and keeps where everything stands; throws TextProblem. */
export function parseJsonText(text: string): Node {
  const reader = new JsonReader(text);
  const node = reader.value(0);
  reader.end();
  return node;
}

const SCALAR = /"(?:[^"\\\x00-\x1f]|\\.)*"|-?\d[\d.eE+-]*|true|false|null/y;
const SPACE = /[ \t\r\n]*/y;

class JsonReader {
  private readonly text: string;
  private at = 0;

  constructor(text: string) {
    this.text = text;
    this.space();
  }

  value(depth: number): Node {
    if (depth > DEEPEST) throw new TextProblem("nested too deep", this.at);
    if (this.next === "{") return this.object(depth);
    if (this.next === "[") return this.array(depth);
    return this.scalar();
  }

  end(): void {
    if (this.at < this.text.length) throw this.unexpected("the end of the file");
  }

  private object(depth: number): Node {
    const start = this.at;
    const members: Member[] = [];
    this.list("}", () => {
      const at = this.at;
      if (this.next !== '"') throw this.unexpected("a name in double quotes");
      const key = this.scalar().value as string;
      if (members.some((member) => member.key === key)) throw new TextProblem(`"${key}" comes twice`, at);
      this.take(":");
      members.push({ key, start: at, value: this.value(depth + 1) });
    });
    return { kind: "object", start, members };
  }

  private array(depth: number): Node {
    const start = this.at;
    const items: Node[] = [];
    this.list("]", () => items.push(this.value(depth + 1)));
    return { kind: "array", start, items };
  }

  /** The members of an object or array, from its opening bracket to its closing one. */
  private list(close: string, member: () => void): void {
    this.at++;
    this.space();
    while (this.next !== close) {
      member();
      if (this.next === close) break;
      this.take(",", ` or "${close}"`);
      if (this.next === close) throw new TextProblem(`a comma before "${close}"`, this.at);
    }
    this.take(close);
  }

  private scalar(): Extract<Node, { kind: "scalar" }> {
    const start = this.at;
    SCALAR.lastIndex = start;
    const found = SCALAR.exec(this.text)?.[0];
    if (found === undefined) throw this.unexpected(this.next === '"' ? "a string that ends on its line" : "a value");
    try {
      const value = JSON.parse(found) as string | number | boolean | null;
      this.at += found.length;
      this.space();
      return { kind: "scalar", start, value };
    } catch {
      throw new TextProblem(`${found.slice(0, 30)} is no JSON`, start);
    }
  }

  private take(wanted: string, or = ""): void {
    if (this.next !== wanted) throw this.unexpected(`"${wanted}"${or}`);
    this.at++;
    this.space();
  }

  private space(): void {
    SPACE.lastIndex = this.at;
    this.at += SPACE.exec(this.text)![0].length;
  }

  private get next(): string {
    return this.text[this.at] ?? "";
  }

  private unexpected(wanted: string): TextProblem {
    if (this.text.startsWith("//", this.at) || this.text.startsWith("/*", this.at)) {
      return new TextProblem("JSON has no comments", this.at);
    }
    return new TextProblem(
      `${wanted} is expected, not ${this.next ? `"${this.next}"` : "the end of the file"}`,
      this.at,
    );
  }
}

/** The value that a node stands for. */
export function plain(node: Node): unknown {
  if (node.kind === "scalar") return node.value;
  if (node.kind === "array") return node.items.map(plain);
  return Object.fromEntries(node.members.map(({ key, value }) => [key, plain(value)]));
}

/** 1-based line and column of an offset. */
export function lineAndColumn(text: string, offset: number): string {
  const before = text.slice(0, offset).split(/\r\n|\n|\r/u);
  return `${before.length}:${before.at(-1)!.length + 1}`;
}
