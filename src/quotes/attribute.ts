import type { Attribution, Has } from "../document.ts";

/** Finds what the article reports somebody as saying: content, cue and the mention of the speaker beside it. */
export function findAttributions(_doc: Has<"blocks" | "sentences" | "mentions">): Attribution[] {
  return [];
}
