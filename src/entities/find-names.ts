import type { Mention } from "../document.ts";
import { agree } from "./consistency.ts";
import { correct } from "./corrections.ts";
import { findEventNames } from "./events.ts";
import { TYPES } from "./labels.ts";
import type { Layout, Run } from "./layout.ts";
import { type NameModels, tagNames } from "./tag.ts";

/** A name among words: word numbers [start, end), its type and what found it. */
export type Name = Run & Pick<Mention, "type" | "rule">;

/** Names in order, without overlap: events, and what the tagger and its corrections find outside them. */
export function findNames(layout: Layout, models?: NameModels): Name[] {
  const tagged = agree(layout, correct(layout, tagNames(layout, models)));
  const events = findEventNames(layout, tagged);
  const inEvent = new Uint8Array(layout.words.length);
  for (const { start, end } of events) inEvent.fill(1, start, end);
  const names: Name[] = events.map((event) => ({ ...event, type: "event" }));
  for (const { start, end, type, rule } of tagged)
    if (!inEvent[start]) names.push({ start, end, type: TYPES[type]!, rule: rule ?? "name-tagger" });
  return names.sort((a, b) => a.start - b.start);
}
