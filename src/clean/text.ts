import type { Block, Has } from "../document.ts";
import { BODY_ROLES } from "../document.ts";

/** The article as readable paragraphs, a line each: its body blocks in order, repeated ones once. */
export function cleanText(doc: Has<"blocks">): string {
  const body = doc.blocks.filter((block) => BODY_ROLES.has(block.role) && block.repeats === undefined);
  let text = "";
  let before: Block | undefined;
  for (const block of body) {
    const piece = doc.raw.slice(block.start, block.end);
    // A dateline and the paragraph that it opens share a line.
    const joined = before?.end === block.start && !/[\n\r]\s*$/u.test(doc.raw.slice(before.start, before.end));
    text += (text && !joined ? "\n" : "") + (joined ? piece.trimEnd() : piece.trim());
    before = block;
  }
  return text;
}
