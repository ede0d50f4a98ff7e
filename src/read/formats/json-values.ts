/** A value of a stream of JSON, `null` bytes where it was larger than allowed or never ends. */
export interface JsonValue {
  readonly bytes: Uint8Array | null;
  /** 1-based line on which it begins. */
  readonly line: number;
  /** What is wrong with it, where it has no bytes. */
  readonly reason?: string;
}

const [LINE_FEED, QUOTE, BACKSLASH, COMMA] = [10, 34, 92, 44];
const [ARRAY_START, ARRAY_END, OBJECT_START, OBJECT_END] = [91, 93, 123, 125];

/**
 * Cuts a stream into the elements of its outermost arrays, and the values that stand in none: `[{…}, {…}]`, `{…} {…}`.
 * Holds no more than one of them (at most `maxBytes`) in memory, and never looks into one: a broken element stays alone.
 */
export async function* jsonValues(chunks: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<JsonValue> {
  const cutter = new Cutter(maxBytes);
  for await (const chunk of chunks) yield* cutter.cut(chunk);
  yield* cutter.end();
}

class Cutter {
  private readonly maxBytes: number;
  private pieces: Uint8Array[] = [];
  private length = 0;
  private line = 1;
  /** Line of the value that is open; 0 where none is. */
  private begun = 0;
  private depth = 0;
  private inArray = false;
  private inString = false;
  private escaped = false;

  constructor(maxBytes: number) {
    this.maxBytes = maxBytes;
  }

  *cut(chunk: Uint8Array): Generator<JsonValue> {
    let start = 0;
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at]!;
      if (byte === LINE_FEED) this.line++;
      if (this.begun === 0) {
        if (!this.begins(byte)) continue;
        start = at;
      }
      const end = this.step(byte);
      if (end === "open") continue;
      this.add(chunk.subarray(start, end === "with" ? at + 1 : at));
      yield this.take();
      if (end === "before" && byte === ARRAY_END) this.inArray = false;
    }
    if (this.begun) this.add(chunk.subarray(start));
  }

  *end(): Generator<JsonValue> {
    if (!this.begun) return;
    const [line, isWord] = [this.begun, this.depth === 0 && !this.inString];
    const value = this.take();
    yield isWord ? value : { bytes: null, line, reason: "it begins here and never ends" };
  }

  /** Whether a byte between values begins one. */
  private begins(byte: number): boolean {
    if (byte <= 32 || byte === COMMA) return false;
    if (byte === ARRAY_START && !this.inArray) this.inArray = true;
    else if (byte === ARRAY_END && this.inArray) this.inArray = false;
    else this.begun = this.line;
    return this.begun > 0;
  }

  /** Takes a byte of a value: does the value end with it, before it, or go on? */
  private step(byte: number): "open" | "with" | "before" {
    if (this.inString) {
      if (this.escaped) this.escaped = false;
      else if (byte === BACKSLASH) this.escaped = true;
      else if (byte === QUOTE) this.inString = false;
      return "open";
    }
    if (byte === QUOTE) this.inString = true;
    else if (byte === OBJECT_START || byte === ARRAY_START) this.depth++;
    else if (byte === OBJECT_END || byte === ARRAY_END) {
      if (this.depth === 0) return "before";
      if (--this.depth === 0) return "with";
    } else if (this.depth === 0 && (byte === COMMA || byte <= 32)) return "before";
    return "open";
  }

  private add(piece: Uint8Array): void {
    this.length += piece.length;
    if (this.length <= this.maxBytes) this.pieces.push(piece);
    else this.pieces = [];
  }

  private take(): JsonValue {
    const fits = this.length <= this.maxBytes;
    const value = { bytes: fits ? Buffer.concat(this.pieces) : null, line: this.begun };
    this.pieces = [];
    this.length = 0;
    this.begun = 0;
    this.depth = 0;
    this.inString = false;
    this.escaped = false;
    return fits ? value : { ...value, reason: `longer than --max-bytes ${this.maxBytes}` };
  }
}
