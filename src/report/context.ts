import type { DocumentRecord, OffsetUnit } from "../schema.ts";
import { indexAt } from "../spans.ts";
import { splitSentences } from "../tokens.ts";

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Gives the sentence around an offset of a record; null where the record carries no raw text. */
export function sentenceFinder(record: DocumentRecord): (offset: number) => string | null {
  const { raw, blocks } = record;
  if (raw === undefined || blocks === undefined) return () => null;
  const slice = slicer(raw, record.offsets);
  return (offset) => {
    const block = blocks[indexAt(blocks, offset)];
    if (!block) return null;
    const text = slice(block);
    const at = slice({ start: block.start, end: offset }).length;
    const whole = { start: 0, end: text.length, role: block.role, rule: block.rule };
    const sentences = splitSentences({ id: record.id, raw: text, blocks: [whole] });
    const sentence = sentences[indexAt(sentences, at)];
    return sentence ? text.slice(sentence.start, sentence.end) : text.trim();
  };
}

/** Gives the text of a span of a record; null where the record carries no raw text. */
export const textFinder = ({ raw, offsets }: DocumentRecord): ((span: Span) => string) | null =>
  raw === undefined ? null : slicer(raw, offsets);

function slicer(raw: string, unit: OffsetUnit): (span: Span) => string {
  if (unit === "utf16" || (unit === "codepoint" && !/[\ud800-\udfff]/u.test(raw))) {
    return ({ start, end }) => raw.slice(start, end);
  }
  if (unit === "codepoint") {
    const points = Array.from(raw);
    return ({ start, end }) => points.slice(start, end).join("");
  }
  const bytes = Buffer.from(raw);
  return ({ start, end }) => bytes.toString("utf8", start, end);
}
