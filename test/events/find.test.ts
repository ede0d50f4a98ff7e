import { describe, expect, test } from "vitest";
import { STATUS_RULES } from "../../src/events/status.ts";
import { TRIGGERS } from "../../src/events/triggers.ts";
import { eventsOf, shown } from "./told.ts";

describe.each(TRIGGERS)("$id", ({ id, matches, rejects }) => {
  test.each(matches)("finds %s", (example) => {
    const { raw, events, triggers } = eventsOf(example);
    const own = events.filter(({ trigger }) => trigger.rule === id);
    expect(own.map(({ trigger }) => raw.slice(trigger.start, trigger.end))).toEqual(triggers);
  });
  test.each(rejects)("passes over %s", (example) => {
    expect(eventsOf(example).events.filter(({ trigger }) => trigger.rule === id)).toEqual([]);
  });
});

describe.each(STATUS_RULES)("$id", ({ status, matches, rejects }) => {
  test.each(matches)("reads %s", (example) => {
    expect(eventsOf(example).events.map((event) => event.status)).toEqual([status]);
  });
  test.each(rejects)("leaves %s", (example) => {
    expect(eventsOf(example).events.map((event) => event.status)).not.toContain(status);
  });
});

// Sentences of news style and the events that they tell of.
const EXAMPLES: Record<string, string[]> = {
  "Ann Lee visited Chile last week.": ["visit: Ann Lee | Chile | 2024-06-03/2024-06-09 | held"],
  "Ann Lee will travel to Chile on June 19.": ["visit: Ann Lee | Chile | 2024-06-19/2024-06-19 | planned"],
  "Ann Lee could visit Chile.": ["visit: Ann Lee | Chile | - | expected"],
  "Ann Lee met with Pavel Orlov in Rome on Friday.": [
    "meeting: Ann Lee, Pavel Orlov | Rome | 2024-06-07/2024-06-07 | held",
  ],
  "Ann Lee and Pavel Orlov held a summit in Rome last week.": [
    "summit: Ann Lee, Pavel Orlov | Rome | 2024-06-03/2024-06-09 | held",
  ],
  "China held high-level talks with South Korea on Friday.": [
    "talks: China, South Korea | - | 2024-06-07/2024-06-07 | held",
  ],
  "Ann Lee cancelled a visit to Chile.": ["visit: Ann Lee | Chile | - | cancelled"],
  "The Kremlin denied a meeting between Ann Lee and Pavel Orlov.": ["meeting: Ann Lee, Pavel Orlov | - | - | denied"],
  "Ann Lee left. On Friday, she met Pavel Orlov in Rome.": [
    "meeting: Ann Lee, Pavel Orlov | Rome | 2024-06-07/2024-06-07 | held",
  ],
  "Ann Lee began a three-day trip to Peru on Monday.": ["visit: Ann Lee | Peru | 2024-06-10/2024-06-12 | held"],
  "Pavel Orlov’s last visit to Chile was in July 2000.": ["visit: Pavel Orlov | Chile | 2000-07-01/2000-07-31 | held"],
  "Ann Lee would visit Chile first and then head to Peru.": [
    "visit: Ann Lee | Chile | - | expected",
    "visit: Ann Lee | Peru | - | expected",
  ],
  "Ann Lee, who skipped the summit in Rome last week, left.": ["summit:  | Rome | 2024-06-03/2024-06-09 | held"],
  "Ann Lee held a summit in Rome with then-Chile President Pavel Orlov.": [
    "summit: Ann Lee, Pavel Orlov | Rome | - | held",
  ],
  "Ann Lee held talks with China and with Russia, the Kremlin said on Friday.": [
    "talks: Ann Lee, China, Russia | - | - | held",
  ],
  "Ann Lee and Chile President Pavel Orlov met in Rome.": ["meeting: Ann Lee, Pavel Orlov | Rome | - | held"],
  "Ann Lee will meet finance minister Pavel Orlov on June 19.": [
    "meeting: Ann Lee, Pavel Orlov | - | 2024-06-19/2024-06-19 | planned",
  ],
  "Ann Lee said that officials from both countries would meet in Rome on June 19.": [],
};

describe("events", () => {
  test.each(Object.entries(EXAMPLES))("%s", (example, expected) => {
    expect(eventsOf(example).events.map(shown)).toEqual(expected);
  });
  test("what only points back is told once", () => {
    const text = "Ann Lee will visit Chile on June 19. The visit is her first. Ann Lee’s visit to Chile will be short.";
    expect(eventsOf(text).events).toHaveLength(1);
  });
});

describe("hostile text", () => {
  const hostile: Record<string, string> = {
    "ten thousand visits": "Ann Lee visited Chile on Friday. ".repeat(10_000),
    "one sentence of ten thousand talks": "Ann Lee held talks with Pavel Orlov and ".repeat(10_000),
    "no names": "the visit to the talks of the summit of the meeting ".repeat(10_000),
    "lone surrogates and NULs": "\ud800Ann Lee \u0000 visited Chile\udc00.",
  };
  test.each(Object.entries(hostile))("%s", (_name, raw) => {
    for (const { trigger, sentence } of eventsOf(raw).events) {
      expect(trigger.start).toBeLessThan(trigger.end);
      expect(trigger.end).toBeLessThanOrEqual(sentence.end);
    }
  });
});
