import type { Block, Role, Span } from "../../document.ts";

/** A line of the raw text. */
export interface Line extends Span {
  readonly index: number;
  readonly text: string;
  readonly words: number;
  readonly role: Role;
}

/** Lines of the raw text that hold anything, with the role of the block that each begins in. */
export function readLines(raw: string, blocks: readonly Block[]): Line[] {
  const lines: Line[] = [];
  let block = 0;
  for (const match of raw.matchAll(/[^\r\n]+/g)) {
    if (!match[0].trim()) continue;
    const [start, end] = [match.index, match.index + match[0].length];
    while (block + 1 < blocks.length && blocks[block]!.end <= start) block++;
    const words = match[0].length > 2000 ? 300 : (match[0].match(/[\p{L}\p{N}'’]+/gu)?.length ?? 0);
    lines.push({ start, end, index: lines.length, text: match[0], words, role: blocks[block]?.role ?? "paragraph" });
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
export const isProse = (line: Line): boolean => line.words >= 12 && /[.!?…]["'”’)\]]*\s*$/u.test(line.text.slice(-12));
