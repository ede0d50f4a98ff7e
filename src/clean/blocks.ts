import type { Block, Has } from "../document.ts";

/** Labels the lines of a document: blocks that tile `raw`, each with its role. */
export function labelBlocks(doc: Has<"markup">): Block[] {
  const blocks: Block[] = [];
  for (const { 0: line, index } of doc.raw.matchAll(/[^\n]*\n*/gu)) {
    if (line) blocks.push({ start: index, end: index + line.length, role: "paragraph", rule: "line" });
  }
  return blocks;
}
