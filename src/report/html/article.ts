import { BODY_ROLES, type Role, type Span } from "../../document.ts";
import type { DocumentRecord } from "../../schema.ts";
import { indexAt } from "../../spans.ts";
import { type Mark, marksOf } from "./marks.ts";
import { placedIn } from "./placed.ts";
import { toUtf16 } from "./units.ts";

/** A run of the text that the reader shows, with its role. */
export interface Passage extends Span {
  readonly role: Role;
  readonly rule: string;
  /** Not the article: boilerplate, links to others, and what stands above already. */
  readonly isChrome: boolean;
}

/** What of a mark stands in one passage. */
export interface Piece extends Mark {
  /** Whether the mark begins, and ends, with this piece. */
  readonly begins: boolean;
  readonly ends: boolean;
}

const CHROME: ReadonlySet<Role> = new Set(["boilerplate", "related"]);

/** An article as the reader shows it. */
export interface Article {
  /** Its number in the page, from 1, in order of the input. */
  readonly number: number;
  readonly record: DocumentRecord;
  readonly text: string;
  /** What the text is: the raw text with every span, the clean paragraphs with spans found by their words, or nothing. */
  readonly basis: "raw" | "clean" | "none";
  readonly passages: readonly Passage[];
  /** For each passage what is marked in it, in order; outer marks first. */
  readonly pieces: readonly (readonly Piece[])[];
  /** Characters that are left out at the end. */
  readonly cut: number;
  /** The text of a span of the record; null where the text isn't the raw one, or ends before. */
  textOf(span: Span): string | null;
}

/** Characters of an article that the reader shows. */
export const LONGEST = 40_000;

/** Prepares an article for the reader, with whatever text its record carries. */
export function articleOf(record: DocumentRecord, number: number): Article {
  const { raw, text } = record;
  if (raw !== undefined) return ofRaw(record, number, raw);
  if (text !== undefined) return ofClean(record, number, text);
  return { number, record, text: "", basis: "none", passages: [], pieces: [], cut: 0, textOf: () => null };
}

function ofRaw(record: DocumentRecord, number: number, raw: string): Article {
  const at = toUtf16(raw, record.offsets);
  const place = ({ start, end }: Span): Span => ({ start: at(start), end: at(end) });
  const end = Math.min(raw.length, LONGEST);
  const blocks = record.blocks ?? [{ start: 0, end: raw.length, role: "paragraph" as const, rule: "" }];
  const passages = blocks.flatMap((block) => {
    const isChrome = CHROME.has(block.role) || "repeats" in block;
    const span = trimmed(raw, at(block.start), Math.min(at(block.end), end));
    return span ? [{ ...span, role: block.role, rule: block.rule, isChrome }] : [];
  });
  const pieces = piecesOf(
    passages,
    marksOf(record).map((mark) => ({ ...mark, ...place(mark) })),
  );
  const textOf = (span: Span) => (at(span.end) <= end ? raw.slice(at(span.start), at(span.end)) : null);
  return { number, record, text: raw.slice(0, end), basis: "raw", passages, pieces, cut: raw.length - end, textOf };
}

function ofClean(record: DocumentRecord, number: number, whole: string): Article {
  const text = whole.slice(0, LONGEST);
  const passages = Array.from(text.matchAll(/[^\n]+/gu), (line) => ({
    start: line.index,
    end: line.index + line[0].length,
    role: "paragraph" as const,
    rule: "",
    isChrome: false,
  }));
  const pieces = piecesOf(passages, placedIn(text, whole.length, marksOf(record), bodyOf(record)));
  const cut = whole.length - text.length;
  return { number, record, text, basis: "clean", passages, pieces, cut, textOf: () => null };
}

/** The blocks that the clean text was made of. */
const bodyOf = ({ blocks }: DocumentRecord): readonly Span[] | null =>
  blocks?.filter(({ role, repeats }) => BODY_ROLES.has(role) && repeats === undefined) ?? null;

/** A span without the white space at its ends; null where nothing is left. */
function trimmed(text: string, start: number, end: number): Span | null {
  const part = text.slice(start, end);
  const length = part.trimEnd().length;
  return length > 0 ? { start: start + part.length - part.trimStart().length, end: start + length } : null;
}

/** Cuts marks at the borders of passages: for each passage the pieces that stand in it. */
function piecesOf(passages: readonly Passage[], marks: readonly Mark[]): Piece[][] {
  const pieces: Piece[][] = passages.map(() => []);
  for (const mark of marks.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const first = Math.max(0, indexAt(passages, mark.start));
    for (let i = first; i < passages.length && passages[i]!.start < mark.end; i++) {
      if (passages[i]!.isChrome) continue;
      const [start, end] = [Math.max(mark.start, passages[i]!.start), Math.min(mark.end, passages[i]!.end)];
      if (start < end) pieces[i]!.push({ ...mark, start, end, begins: start === mark.start, ends: end === mark.end });
    }
  }
  return pieces;
}
