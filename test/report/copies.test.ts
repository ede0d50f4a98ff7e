import { beforeAll, describe, expect, test } from "vitest";
import type { CopiesChoice } from "../../src/choices.ts";
import { analyze } from "../../src/pipeline.ts";
import { LAYERS, toRecord } from "../../src/record.ts";
import { corpusWriter } from "../../src/report/json.ts";
import { type Kind, Report } from "../../src/report/report.ts";
import { corpusRecord, type DocumentRecord } from "../../src/schema.ts";

const STORY = [
  "“The harbor will open in May,” said Ann Lee, a professor at Hill University in Rome.",
  "The minister of trade visited the harbor on Tuesday and spoke with the workers there.",
  "Officials had promised for years that ships from Peru would land at the new pier.",
  "Nobody in the town believed them until the first cranes arrived in the spring.",
  "Pavel Orlov, who owns a bakery near the pier, said that he hopes for more customers.",
];
const file = {
  path: "x",
  sha256: "0".repeat(64),
  mediaType: "text/plain",
  encoding: "utf-8",
  encodingBasis: "valid-utf8",
  bytes: 0,
} as const;

async function recordOf(id: string, given: string, lines: readonly string[]): Promise<DocumentRecord> {
  const doc = await analyze({ id, raw: lines.join("\n\n"), file, meta: {}, given, markup: null });
  return toRecord(doc, [], { offsets: "codepoint", text: "both", layers: new Set(LAYERS) });
}

let records: DocumentRecord[] = [];
beforeAll(async () => {
  records = [
    await recordOf("late", "2024-06-19", [
      ...STORY.slice(0, 4),
      "Rivals in Chile have watched all this with a good deal of envy.",
    ]),
    await recordOf("early", "2024-06-18", STORY),
  ];
});

function report(kind: Kind, copies: CopiesChoice) {
  const report = new Report([kind], { top: 50, by: null, source: null, copies });
  for (const record of records) report.add(record);
  return report;
}
const rowsOf = (kind: Kind, copies: CopiesChoice) =>
  report(kind, copies)
    .sections()
    .flatMap(({ rows }) => rows);

test("copies are listed with what differs", () => {
  const rows = rowsOf("copies", "mark").map((row) => [row.document, row["only here"], row["missing here"]]);
  expect(rows).toEqual([
    ["early", 0, 0],
    ["late", 1, 1],
  ]);
  const differs = String(rowsOf("copies", "mark")[1]!["what differs"]);
  expect(differs).toMatch(/^\+ Rivals in Chile .* − Pavel Orlov, who/u);
});

describe.each(["quotes", "experts", "people"] as const)("%s", (kind) => {
  const countOf = (choice: CopiesChoice) =>
    rowsOf(kind, choice).reduce((sum, { quotes, mentions }) => sum + Number(quotes ?? mentions ?? 1), 0);
  test("are counted in every copy, or in the first alone", () => {
    expect(countOf("mark")).toBe(countOf("all"));
    expect(countOf("first")).toBeLessThan(countOf("mark"));
    expect(countOf("first")).toBeGreaterThan(0);
  });
});

test("what is left out is told", () => {
  const told = (choice: CopiesChoice) => report("quotes", choice).sections()[0]!.copies;
  expect(told("mark")).toEqual({ copies: 1, leftOut: 0 });
  expect(told("first")).toEqual({ copies: 1, leftOut: 1 });
  expect(told("all")).toBeUndefined();
  expect(
    report("overview", "first")
      .sections()[0]!
      .rows.map((row) => row["copy of"]),
  ).toEqual(["early", null]);
});

test("the corpus object keeps every record and counts as it was told", () => {
  const parsed = (copies: CopiesChoice) => {
    const writer = corpusWriter({ copies });
    for (const record of structuredClone(records)) writer.add(record);
    return corpusRecord.parse(JSON.parse([...writer.end()].join("")));
  };
  const [marked, first] = [parsed("mark"), parsed("first")];
  expect(first.documents.map(({ id }) => id)).toEqual(["late", "early"]);
  expect(first.copies).toEqual(marked.copies);
  expect(marked.sources.find(({ name }) => name === "Ann Lee")!.documents).toEqual(["early", "late"]);
  expect(first.sources.find(({ name }) => name === "Ann Lee")!.documents).toEqual(["early"]);
  const listed = new Set(first.entities.map(({ id }) => id));
  for (const { entities = [] } of first.documents)
    for (const { corpus } of entities) if (corpus !== undefined) expect(listed).toContain(corpus);
});
