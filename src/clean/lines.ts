import type { Has, MarkupLine, Span } from "../document.ts";

/** A line of the raw text with the blank lines after it; `text` is what stands on it, from `first` to `last`. */
export interface Line extends Span {
  readonly text: string;
  readonly first: number;
  readonly last: number;
  readonly markup?: MarkupLine;
}

const BREAK = /\r\n|[\n\r\u0085\u2028\u2029]/gu;
// White space, and what is invisible: zero-width characters, byte order marks, direction marks, soft hyphens, NUL.
const NOTHING = /^[\s\u0000\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*$/u;

/** Cuts raw text into lines that tile it; blank lines go with the line before them. */
export function cutLines(doc: Has<"markup">): Line[] {
  const ends = [...doc.raw.matchAll(BREAK)].map((match) => match.index + match[0].length);
  if (ends.at(-1) !== doc.raw.length && doc.raw) ends.push(doc.raw.length);
  const lines: Line[] = [];
  let start = 0;
  let from = 0;
  let markupAt = 0;
  for (const end of ends) {
    const text = doc.raw.slice(from, end);
    const before = lines.at(-1);
    if (NOTHING.test(text)) {
      if (before) lines[lines.length - 1] = { ...before, end };
    } else {
      const { first, last } = bare(doc.raw, from + leading(text), end - trailing(text));
      while (doc.markup && (doc.markup.lines[markupAt]?.end ?? Number.POSITIVE_INFINITY) <= first) markupAt++;
      const markup = doc.markup?.lines[markupAt];
      lines.push({ start, end, first, last, text: doc.raw.slice(first, last), ...(markup && { markup }) });
    }
    if (lines.length) start = end;
    from = end;
  }
  return lines;
}

const TAG_BEFORE = /^<\/?[a-z][^<>]{0,80}>\s*/iu;
const TAG_AFTER = /\s*<\/?[a-z][^<>]{0,80}>$/iu;

/** Without tags that a scraper left at the ends of a line; a line of nothing else stays as it is. */
function bare(raw: string, first: number, last: number): { first: number; last: number } {
  let text = raw.slice(first, last);
  if (!text.startsWith("<") && !text.endsWith(">")) return { first, last };
  const before = TAG_BEFORE.exec(text)?.[0].length ?? 0;
  text = text.slice(before);
  const after = TAG_AFTER.exec(text.slice(-120))?.[0].length ?? 0;
  return text.length > after ? { first: first + before, last: last - after } : { first, last };
}

const EDGE_CHARACTER = /[\s\u0000\u200b-\u200f\u2060\ufeff]/u;
function leading(text: string): number {
  let n = 0;
  while (n < text.length && EDGE_CHARACTER.test(text[n]!)) n++;
  return n;
}
function trailing(text: string): number {
  let n = 0;
  while (n < text.length && EDGE_CHARACTER.test(text[text.length - 1 - n]!)) n++;
  return n;
}
