import type { Entity, EntityType, Event, Timex } from "../../src/document.ts";
import { findEvents } from "../../src/events/find.ts";
import { splitSentences } from "../../src/tokens.ts";

/** The names that the examples use. */
const NAMES: Record<string, EntityType> = {
  "Ann Lee": "person",
  "Pavel Orlov": "person",
  Chile: "place",
  China: "place",
  Russia: "place",
  "South Korea": "place",
  "North Korea": "place",
  Rome: "place",
  Peru: "place",
  Kremlin: "organization",
};

/** The days that the examples use, as if written on Monday, 2024-06-10. */
const DAYS: Record<string, [string, string]> = {
  "last week": ["2024-06-03", "2024-06-09"],
  "this week": ["2024-06-10", "2024-06-16"],
  "on Friday": ["2024-06-07", "2024-06-07"],
  "On Friday": ["2024-06-07", "2024-06-07"],
  "on Tuesday": ["2024-06-11", "2024-06-11"],
  "on Monday": ["2024-06-10", "2024-06-10"],
  "in May": ["2024-05-01", "2024-05-31"],
  "In March": ["2024-03-01", "2024-03-31"],
  "in 2006": ["2006-01-01", "2006-12-31"],
  "on June 19": ["2024-06-19", "2024-06-19"],
  "on Nov. 5": ["2024-11-05", "2024-11-05"],
  "in July 2000": ["2000-07-01", "2000-07-31"],
};

function* found(raw: string, words: string): Generator<{ start: number; end: number }> {
  for (let start = raw.indexOf(words); start >= 0; start = raw.indexOf(words, start + 1))
    yield { start, end: start + words.length };
}

/** The events of an example; its marks around triggers are taken out. */
export function eventsOf(marked: string): { raw: string; events: Event[]; triggers: string[] } {
  const triggers = [...marked.matchAll(/\[([^\]]+)\]/gu)].map(([, trigger]) => trigger!);
  const raw = marked.replace(/[[\]]/gu, "");
  const blocks = [{ start: 0, end: raw.length, role: "paragraph" as const, rule: "test" }];
  const entities: Entity[] = Object.entries(NAMES).flatMap(([name, type]) => {
    const mentions = [...found(raw, name)].map((span) => ({ ...span, type, rule: "test" }));
    return mentions.length ? [{ id: name, type, name, variants: [name], mentions }] : [];
  });
  const timexes: Timex[] = Object.entries(DAYS).flatMap(([words, [earliest, latest]]) =>
    [...found(raw, words)].map(({ start, end }) => ({
      start: start + words.indexOf(" ") + (/^(?:on|in)\b/iu.test(words) ? 1 : -words.indexOf(" ")),
      end,
      rule: "test",
      type: "DATE" as const,
      value: earliest,
      earliest,
      latest,
      basis: "known" as const,
      stable: true,
    })),
  );
  const published = { value: "2024-06-10", earliest: "2024-06-10", latest: "2024-06-10", confidence: 1, evidence: [] };
  const doc = { id: "d1", raw, blocks, entities, timexes, quotes: [], published };
  const events = findEvents({ ...doc, sentences: splitSentences(doc) });
  return { raw, events, triggers };
}

/** An event as `kind: participants | place | earliest/latest | status`. */
export const shown = ({ kind, participants, place, earliest, latest, status }: Event): string =>
  `${kind}: ${participants.join(", ")} | ${place ?? "-"} | ${earliest ? `${earliest}/${latest}` : "-"} | ${status}`;
