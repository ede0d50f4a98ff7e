import type { Block, Document, Has } from "../document.ts";
import { BODY_ROLES } from "../document.ts";
import { isMarkdown, withoutMarks } from "./markdown.ts";
import { repair } from "./repair.ts";

/** The article as readable paragraphs, a line each: its body blocks in order, repeated ones once, their damage repaired. */
export function cleanText(doc: Has<"blocks"> & Partial<Pick<Document, "file">>): string {
  const paragraphs: string[] = [];
  let before: Block | undefined;
  for (const block of doc.blocks) {
    if (!BODY_ROLES.has(block.role) || block.repeats !== undefined) continue;
    const written = doc.raw.slice(block.start, block.end);
    const text = isMarkdown(doc) ? withoutMarks(written) : written;
    // A dateline and the paragraph that it opens share a line.
    const isJoined = before?.end === block.start && before.role === "dateline";
    if (isJoined)
      paragraphs.push(
        `${paragraphs.pop() ?? ""}${/\s$/u.test(doc.raw.slice(0, block.start).slice(-1)) ? " " : ""}${repair(text)}`,
      );
    else paragraphs.push(...text.split(/[\n\r\u2028\u2029]+/u).map(repair));
    before = block;
  }
  return paragraphs.filter(Boolean).join("\n");
}
