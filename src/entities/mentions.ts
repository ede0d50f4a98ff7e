import type { Has, Mention, Token } from "../document.ts";
import { TYPES } from "./labels.ts";
import { layOut } from "./layout.ts";
import { tagNames } from "./tag.ts";
import { titleBefore } from "./titles.ts";

/** Finds people, organizations, places, groups and events in the article's sentences, in order, without overlap. */
export function findMentions(doc: Has<"blocks" | "sentences">): Mention[] {
  const layout = layOut(doc.sentences);
  const tokens: Token[] = doc.sentences.flatMap((sentence) => sentence.tokens);
  const names = tagNames(layout);
  return names.map((name, i) => {
    const span = { start: tokens[name.start]!.start, end: tokens[name.end - 1]!.end };
    const type = TYPES[name.type]!;
    const floor = names[i - 1]?.end ?? 0;
    const title = type === "person" ? titleBefore(layout, name.start, floor) : null;
    const titled = title ? { title: { start: tokens[title.start]!.start, end: tokens[title.end - 1]!.end } } : {};
    return { ...span, type, rule: "name-tagger", ...titled };
  });
}
