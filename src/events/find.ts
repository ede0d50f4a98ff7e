import type { Event, Has } from "../document.ts";

/** Finds visits, summits, meetings and the like: who, where, when, and whether it was held or is only expected. */
export function findEvents(_doc: Has<"blocks" | "sentences" | "entities" | "timexes" | "quotes">): Event[] {
  return [];
}
