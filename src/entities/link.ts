import type { Entity, Has } from "../document.ts";

/** Joins the mentions of one document to the entities that they name. */
export function linkMentions(doc: Has<"blocks" | "sentences" | "mentions">): Entity[] {
  return doc.mentions.map((mention, i) => {
    const name = doc.raw.slice(mention.start, mention.end);
    return { id: `e${i + 1}`, type: mention.type, name, variants: [name], mentions: [mention] };
  });
}
