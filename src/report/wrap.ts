import type { Span } from "../document.ts";
import { displayWidth } from "./layout.ts";

/** Breaks a span of text into lines no wider than `width` columns, at spaces; a longer word has a line of its own. */
export function wrap(raw: string, { start, end }: Span, width: number): Span[] {
  const lines: Span[] = [];
  let line: { start: number; end: number; width: number } | null = null;
  for (const match of raw.slice(start, end).matchAll(/[^\s]+|\n/gu)) {
    const at = start + match.index;
    const wide = match[0] === "\n" ? 0 : displayWidth(match[0]);
    if (line && (match[0] === "\n" || line.width + 1 + wide > width)) {
      lines.push({ start: line.start, end: line.end });
      line = null;
    }
    if (match[0] === "\n") continue;
    if (line) line = { start: line.start, end: at + match[0].length, width: line.width + 1 + wide };
    else line = { start: at, end: at + match[0].length, width: wide };
  }
  if (line) lines.push({ start: line.start, end: line.end });
  return lines;
}
