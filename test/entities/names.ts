import type { Block, Mention } from "../../src/document.ts";
import { findMentions } from "../../src/entities/mentions.ts";
import { splitSentences } from "../../src/tokens.ts";

/** The mentions of a text that is one paragraph (or of a few, with blank lines between). */
export function mentionsIn(raw: string): readonly Mention[] {
  const blocks: Block[] = [{ start: 0, end: raw.length, role: "paragraph", rule: "test" }];
  return findMentions({ id: "test", raw, blocks, sentences: splitSentences({ id: "test", raw, blocks }) });
}

/** The same as "type: text" lines, with the title in brackets. */
export function namesIn(raw: string): string[] {
  return mentionsIn(raw).map(({ start, end, type, title }) => {
    const before = title ? `[${raw.slice(title.start, title.end)}] ` : "";
    return `${type}: ${before}${raw.slice(start, end)}`;
  });
}
