import type { Block, Role, Span } from "../../document.ts";

/** A line of the raw text. */
export class Line implements Span {
  readonly start: number;
  readonly end: number;
  readonly index: number;
  readonly text: string;
  readonly role: Role;
  #words: number | undefined;

  constructor(text: string, start: number, index: number, role: Role) {
    [this.text, this.start, this.end, this.index, this.role] = [text, start, start + text.length, index, role];
  }

  /** How many words it has: counted when asked for, as it seldom is. */
  get words(): number {
    this.#words ??= this.text.length > 2000 ? 300 : (this.text.match(WORDS)?.length ?? 0);
    return this.#words;
  }
}

const WORDS = /[\p{L}\p{N}'’]+/gu;

/** Lines of the raw text that hold anything, with the role of the block that each begins in. */
export function readLines(raw: string, blocks: readonly Block[]): Line[] {
  const lines: Line[] = [];
  let block = 0;
  for (const { 0: text, index: start } of raw.matchAll(/[^\r\n]+/g)) {
    if (!/\S/.test(text)) continue;
    while (block + 1 < blocks.length && blocks[block]!.end <= start) block++;
    lines.push(new Line(text, start, lines.length, blocks[block]?.role ?? "paragraph"));
  }
  return lines;
}

/** The line that holds an offset. */
export function lineAt(lines: readonly Line[], offset: number): Line | undefined {
  let [low, high] = [0, lines.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const line = lines[middle]!;
    if (offset < line.start) high = middle - 1;
    else if (offset >= line.end) low = middle + 1;
    else return line;
  }
  return undefined;
}

/** A line of running text: long, and ended like a sentence. */
export const isProse = (line: Line): boolean => /[.!?…]["'”’)\]]*\s*$/u.test(line.text.slice(-12)) && line.words >= 12;
