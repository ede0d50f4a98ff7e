import { describe, expect, test } from "vitest";
import { intervalOf, shortened } from "../../src/report/kinds/interval.ts";
import { type Kind, Report } from "../../src/report/report.ts";
import type { DocumentRecord } from "../../src/schema.ts";
import { record } from "./records.ts";

const raw = "Ann Lee will visit Chile on June 18.";
const mention = (text: string) => ({
  start: raw.indexOf(text),
  end: raw.indexOf(text) + text.length,
  text,
  rule: "test",
});
const entities: DocumentRecord["entities"] = [
  { id: "e1", type: "person", name: "Ann Lee", variants: ["Ann Lee"], mentions: [mention("Ann Lee")] },
  { id: "e2", type: "place", name: "Chile", variants: ["Chile"], mentions: [mention("Chile")] },
];

function telling(id: string, published: string, words: string, earliest: string, latest = earliest): DocumentRecord {
  const date = { ...mention("June 18"), text: words, earliest, latest };
  const { rule: _, ...when } = date;
  const sentence = { start: 0, end: raw.length };
  const blocks = [{ start: 0, end: raw.length, role: "paragraph" as const, rule: "test" }];
  const rest = { participants: ["e1"], place: "e2", status: "planned" as const, sentence, source: null };
  return record(id, {
    raw,
    blocks,
    entities,
    published: { value: published, earliest: published, latest: published, confidence: 1, evidence: [] },
    dates: [{ ...when, type: "DATE", value: earliest, basis: "known", stable: true, rule: "test" }],
    events: [{ kind: "visit", trigger: mention("visit"), date: when, ...rest }],
  });
}

function rowsOf(kind: Kind) {
  const report = new Report([kind], { top: 10, by: null, source: null, copies: "mark" });
  report.add(telling("a", "2024-06-17", "June 18", "2024-06-18"));
  report.add(telling("b", "2024-06-16", "this week", "2024-06-17", "2024-06-23"));
  return report.sections()[0]!.rows;
}

test("an event that two articles tell of is one row with both, and with what they tell differently", () => {
  expect(rowsOf("events")).toEqual([
    {
      date: "2024-06-18",
      kind: "visit",
      participants: "Ann Lee",
      place: "Chile",
      status: "planned",
      differs: "date: this week | June 18",
      sentence: raw,
      reported: "2024-06-16/2024-06-17",
      documents: "b, a",
    },
  ]);
});

test("the timeline has the events of each date", () => {
  const rows = rowsOf("timeline").map(({ date, events, documents, document }) => [date, events, documents, document]);
  expect(rows).toEqual([
    ["2024-06-17", "", 1, "b"],
    ["2024-06-18", "visit: Ann Lee, Chile (planned)", 2, "a"],
  ]);
});

describe("intervals are short in tables", () => {
  test.each([
    ["2024-06-18", "2024-06-18", "2024-06-18"],
    ["2024-06-18", "2024-06-19", "2024-06-18/19"],
    ["2024-06-30", "2024-07-02", "2024-06-30/07-02"],
    ["2024-02-01", "2024-02-29", "2024-02"],
    ["2024-01-01", "2024-12-31", "2024"],
    ["2023-12-30", "2024-01-02", "2023-12-30/2024-01-02"],
  ])("%s to %s", (earliest, latest, short) => {
    expect(shortened(intervalOf(earliest, latest))).toBe(short);
  });
  test("tells a decade as people do", () => expect(shortened("197")).toBe("1970s"));
});
