import type { Document, Has } from "../document.ts";
import type { Line } from "./lines.ts";
import type { Decision } from "./roles.ts";
import type { LineRule } from "./rules/rule.ts";

/** A text to label, and where it was read from, if that is known. */
export type Labelled = Has<"markup"> & Partial<Pick<Document, "file">>;

/** Whether the marks of Markdown mean something in this text. */
export const isMarkdown = (doc: Partial<Pick<Document, "file">>): boolean => doc.file?.mediaType === "text/markdown";

const HEADING = /^#{1,6}[ \t]+/u;
const QUOTE = /^>[> \t]{0,20}/u;
const IMAGE = /^!\[(?<alt>[^\]]{0,1000})\]\([^)\s]{0,2000}(?: [^)]{0,300})?\)$/u;
const EMPHASIZED = /^(?<mark>[*_]{1,3})(?=[^\s*_])(?<text>.*[^\s*_])\k<mark>$/u;

const rule = (id: string, role: LineRule["role"]): LineRule => ({
  ...{ id, role, test: () => false },
  ...{ matches: [], rejects: [] },
});
const FRONT_MATTER = rule("front-matter", "boilerplate");
const PICTURE = {
  caption: rule("markdown-image", "caption"),
  bare: rule("markdown-image", "boilerplate"),
};

/** The lines as they read without the marks around them: "# Ministers meet" is judged as "Ministers meet". */
export const unmarked = (lines: readonly Line[]): Line[] =>
  lines.map((line) => {
    const opening = (HEADING.exec(line.text) ?? QUOTE.exec(line.text))?.[0].length ?? 0;
    const rest = line.text.slice(opening);
    const mark = EMPHASIZED.exec(rest)?.groups?.mark?.length ?? 0;
    const text = rest.slice(mark, rest.length - mark);
    return text
      ? {
          ...line,
          text,
          first: line.first + opening + mark,
          last: line.last - mark,
        }
      : line;
  });

/** The lines whose role Markdown tells at once: the front matter and pictures. */
export function markdownRules(lines: readonly Line[]): (LineRule | undefined)[] {
  const body = frontMatterLines(lines);
  return lines.map(({ text }, i) => {
    if (i < body) return FRONT_MATTER;
    const alt = IMAGE.exec(text)?.groups?.alt;
    if (alt === undefined) return undefined;
    return alt.trim().includes(" ") ? PICTURE.caption : PICTURE.bare;
  });
}

function frontMatterLines(lines: readonly Line[]): number {
  if (lines[0]?.text !== "---") return 0;
  for (let i = 1; i < Math.min(lines.length, 200); i++) {
    const { text } = lines[i]!;
    if (text === "---" || text === "...") return i + 1;
    if (!/^(?:[\w-]+[ \t]*:|-[ \t]|#|[\]}"'])/u.test(text)) return 0;
  }
  return 0;
}

/** Index of the heading that is the headline: the first one, where it is of the highest rank; else -1. */
export function topHeading(lines: readonly Line[]): number {
  const first = lines.findIndex(({ text }) => HEADING.test(text));
  return first >= 0 && /^#[ \t]/u.test(lines[first]!.text) ? first : -1;
}

const UNDECIDED = new Set(["no-prose", "teaser", "no-site-around", "model-body", "standfirst-below-headline"]);

/** The role of a line that no rule knew by its words: headings of lower rank and quotations have theirs by their marks. */
export function byMark(line: Line, decision: Decision): Decision {
  if (decision.role === "headline" && HEADING.test(line.text)) return { ...decision, rule: "markdown-heading" };
  if (!UNDECIDED.has(decision.rule) && !["subhead", "list-item", "standfirst"].includes(decision.role)) return decision;
  if (HEADING.test(line.text)) return { role: "subhead", rule: "markdown-heading" };
  if (QUOTE.test(line.text)) return { role: "blockquote", rule: "markdown-quote" };
  return decision;
}

/** A piece of Markdown as it reads: without marks of headings, quotations and emphasis; of links their text. */
export const withoutMarks = (text: string): string =>
  text
    .replace(/^[ \t]{0,3}(?:#{1,6}[ \t]+|>[> \t]{0,20})/gmu, "")
    .replace(/!?\[([^[\]\n]{0,500})\]\([^()\s]{0,2000}(?: "[^"\n]{0,300}")?\)/gu, "$1")
    .replace(
      /(?<![\p{L}\p{N}*_\\])(\*{1,3}|_{1,3})(?=[^\s*_])([^*_\n]{1,2000})(?<=[^\s*_])\1(?![\p{L}\p{N}*_])/gu,
      "$2",
    )
    .replace(/\\([\\`*_{}[\]()#+.!>-])/gu, "$1");
