import type { Has } from "../../document.ts";
import { isProse, type Line, lineAt, readLines } from "./lines.ts";

/** The lines of a page, and where its headline and its prose stand (-1: nowhere). */
export interface Page {
  readonly lines: readonly Line[];
  readonly headline: number;
  readonly firstProse: number;
  readonly lastProse: number;
}

/** Lays out the lines of a page. */
export function pageOf(doc: Has<"blocks" | "headline" | "markup">): Page {
  const { raw, blocks, headline } = doc;
  const stated = (doc.markup?.statements ?? []).flatMap(({ field, value }) => (field === "title" ? [value] : []));
  const titles = headline ? [headline.text, ...stated] : stated;
  const span = headline?.span;
  const lines = readLines(raw, blocks);
  const spanned = span ? lineAt(lines, span.start) : undefined;
  const labelled = lines.find((line) => line.role === "headline");
  return {
    lines,
    headline: (spanned ?? titled(lines, titles) ?? labelled)?.index ?? -1,
    firstProse: lines.findIndex((line) => isProse(line)),
    lastProse: lines.findLastIndex((line) => isProse(line)),
  };
}

const letters = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** A title of fewer letters may be that of the site or of a section. */
const SHORT_TITLE = 15;

// The line that is a stated title, with or without the name of the site.
function titled(lines: readonly Line[], titles: readonly string[]): Line | undefined {
  const wanted = titles.map(letters).filter((title) => title.length >= SHORT_TITLE);
  if (!wanted.length) return undefined;
  return lines.find((line) => {
    if (line.words < 3 || line.words > 40) return false;
    const text = letters(line.text);
    return text.length >= SHORT_TITLE && wanted.some((title) => title === text || title.startsWith(`${text} `));
  });
}
