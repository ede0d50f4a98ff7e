import type { Entity, EntityType, Has, Mention } from "../../src/document.ts";
import { linkMentions } from "../../src/entities/link.ts";

const TYPES: Readonly<Record<string, EntityType>> = {
  p: "person",
  o: "organization",
  l: "place",
  g: "group",
  e: "event",
};

/** A document from a text whose names are marked: "[p Ann Lee] of [o Acme] said". */
export function marked(text: string, id = "test"): Has<"blocks" | "sentences" | "mentions"> {
  let raw = "";
  let last = 0;
  const mentions: Mention[] = [];
  for (const match of text.matchAll(/\[([poleg]) ([^\]]+)\]/gu)) {
    raw += text.slice(last, match.index);
    mentions.push({ start: raw.length, end: raw.length + match[2]!.length, type: TYPES[match[1]!]!, rule: "marked" });
    raw += match[2];
    last = match.index + match[0].length;
  }
  return { id, raw: raw + text.slice(last), blocks: [], sentences: [], mentions };
}

/** The entities of a marked text, each as its mentions in the order of the text: "Ann Lee|Lee". */
export const linked = (text: string): string[] => {
  const doc = marked(text);
  return linkMentions(doc).map((entity) => surfaces(doc, entity).join("|"));
};

const surfaces = (doc: Has<never>, entity: Entity) => entity.mentions.map((m) => doc.raw.slice(m.start, m.end));
