import type { Has, Mention } from "../document.ts";

/** Finds people, organizations, places, groups and events in the article's sentences, in order, without overlap. */
export function findMentions(_doc: Has<"blocks" | "sentences">): Mention[] {
  return [];
}
