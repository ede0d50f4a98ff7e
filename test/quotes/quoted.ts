import type { Attribution, Block, Has, Role } from "../../src/document.ts";
import { findAttributions } from "../../src/quotes/attribute.ts";
import { splitSentences } from "../../src/tokens.ts";

/** A document of one block whose lines are its paragraphs. */
export function article(raw: string, role: Role = "paragraph"): Has<"blocks" | "sentences" | "mentions"> {
  const blocks: Block[] = raw ? [{ start: 0, end: raw.length, role, rule: "test" }] : [];
  const doc = { id: "d1", raw, blocks, mentions: [] };
  return { ...doc, sentences: splitSentences(doc) };
}

/** The attributions of a text as `speaker | cue | part / part`. */
export function attributions(raw: string, role: Role = "paragraph"): string[] {
  return findAttributions(article(raw, role)).map((found) => shown(raw, found));
}

function shown(raw: string, { speaker, cue, parts }: Attribution): string {
  const text = (span: { start: number; end: number } | null) => (span ? raw.slice(span.start, span.end) : "-");
  return `${text(speaker)} | ${text(cue)} | ${parts.map(text).join(" / ")}`;
}
