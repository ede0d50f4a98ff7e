import { describe, expect, test } from "vitest";
import { formatCsv } from "../../src/report/csv.ts";
import { formatMarkdown } from "../../src/report/markdown.ts";
import { type Kind, Report } from "../../src/report/report.ts";
import { formatTables } from "../../src/report/table.ts";
import { annotated, record, source } from "./records.ts";

const expert = source("s1", "Ann Lee", {
  type: "expert-academic",
  isExpert: true,
  role: annotated("professor"),
  affiliation: annotated("Hill University"),
  words: 30,
});
const official = source("s2", "Bo Berg", { affiliation: annotated("the ministry") });

function sections(kind: Kind, by: "document" | "outlet" | "affiliation" | "type" | null = null) {
  const report = new Report([kind], { top: 10, by, source: null, copies: "mark" });
  report.add(record("a", { sources: [expert, official], meta: { outlet: "The Post" } }));
  return report.sections();
}

describe("sources", () => {
  test("experts are listed with role, affiliation and their share of all quoted words", () => {
    expect(sections("experts")[0]!.rows).toEqual([
      {
        name: "Ann Lee",
        role: "professor",
        affiliation: "Hill University",
        type: "expert-academic",
        documents: 1,
        quotes: 1,
        words: 30,
        "share %": 75,
      },
    ]);
  });

  test("grouped by affiliation they are a row a group", () => {
    expect(sections("sources", "affiliation")[0]!.rows).toEqual([
      { affiliation: "Hill University", sources: 1, quotes: 1, words: 30, "share %": 75 },
      { affiliation: "the ministry", sources: 1, quotes: 1, words: 10, "share %": 25 },
    ]);
  });

  test("grouped by outlet they keep their names", () => {
    const rows = sections("sources", "outlet")[0]!.rows;
    expect(rows.map(({ outlet, name }) => [outlet, name])).toEqual([
      ["The Post", "Ann Lee"],
      ["The Post", "Bo Berg"],
    ]);
  });

  test("kinds of source count quotations without a speaker too", () => {
    const report = new Report(["sources"], { top: 10, by: null, source: null, copies: "mark" });
    const orphan = {
      id: "q1",
      parts: [{ start: 0, end: 1 }],
      text: "one two",
      verbatim: null,
      kind: "direct",
    } as const;
    const rest = { cue: null, speaker: null, source: null, zone: "paragraph", rule: "test", confidence: 1 } as const;
    report.add(record("a", { sources: [expert], quotes: [{ ...orphan, ...rest, parts: [{ start: 0, end: 1 }] }] }));
    expect(report.sections()[1]!.rows.map(({ type, words }) => [type, words])).toEqual([
      ["expert-academic", 30],
      ["(no speaker found)", 2],
    ]);
  });
});

test("an input that gave no document has its row", () => {
  const report = new Report(["overview"], { top: 10, by: null, source: null, copies: "mark" });
  const diagnostics = [{ rule: "binary-file", severity: "error" as const, message: "not text" }];
  report.add({ schema: "summits/document/1", type: "error", id: "x.txt", source: { path: "x.txt" }, diagnostics });
  expect(report.sections()[0]!.rows[0]).toMatchObject({ document: "x.txt", headline: "(not text)" });
});

test("a report of nothing prints nothing", () => {
  const report = new Report(["overview"], { top: 10, by: null, source: null, copies: "mark" });
  expect([...formatTables(report.sections(), false, 80)].join("")).toBe("");
});

describe("formats", () => {
  const hostile = [
    {
      title: "quotes",
      columns: [{ name: "quote", grow: 1 }],
      rows: [{ quote: "=SUM(A1) \u001b[31m<script>|\u202e" }],
      more: 0,
    },
  ];

  test("no escape sequence and no reordering mark reaches a terminal", () => {
    const text = [...formatTables(hostile, false, 80)].join("");
    expect(text).not.toMatch(/[\u001b\u202e]/u);
  });

  test("Markdown shows markup as text", () => {
    expect([...formatMarkdown(hostile)].join("")).toContain("\\<script\\>\\|");
  });

  test("CSV starts no formula", () => {
    expect(formatCsv(hostile).split("\n")[1]).toMatch(/^"?'=SUM/u);
  });

  test("a table is no wider than the terminal", () => {
    const long = "word ".repeat(60);
    const wide = [{ ...hostile[0]!, rows: [{ quote: long }, { quote: "북한 ".repeat(60) }] }];
    for (const line of [...formatTables(wide, false, 72)].join("").split("\n"))
      expect(line.length).toBeLessThanOrEqual(72);
  });
});
