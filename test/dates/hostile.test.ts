import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findExpressions } from "../../src/dates/find.ts";
import { estimatePublished } from "../../src/dates/published.ts";
import { resolveExpressions } from "../../src/dates/resolve.ts";
import type { DateOrder } from "../../src/document.ts";

function analyze(raw: string, given: string | null = null) {
  const file = {
    path: "a.txt",
    sha256: "",
    mediaType: "text/plain",
    encoding: "utf-8",
    encodingBasis: "given",
    bytes: 0,
  } as const;
  const blocks = [{ start: 0, end: raw.length, role: "paragraph", rule: "test" }] as const;
  const doc = { id: "", raw, file, meta: {}, given, markup: null, blocks, headline: null };
  const expressions = findExpressions(doc);
  const published = estimatePublished(doc, expressions);
  return { published, timexes: resolveExpressions({ ...doc, published }, expressions) };
}

const estimate = (day: string) => ({ value: day, earliest: day, latest: day, confidence: 1, evidence: [] });

const values = (raw: string, given: string | null = "2024-06-12") =>
  analyze(raw, given).timexes.map((timex) => timex.value);

describe("dates that are none, or not ours", () => {
  test("impossible dates have no value", () => {
    expect(values("It is due on 2024-02-31.")).toEqual([null]);
    expect(values("It is due on 2024-13-45.")).toEqual([null]);
    expect(values("It is due on February 31, 2024.")).toEqual([null]);
    expect(values("It is due on 29 February 2023.")).toEqual([null]);
  });
  test("years of two figures are of the century nearest before the day of writing", () => {
    expect(values("It fell on 3/4/24.")).toEqual(["2024-03-04"]);
    expect(values("It fell on 3/4/89.")).toEqual(["1989-03-04"]);
    expect(values("lowest since '82")).toEqual(["1982"]);
    expect(values("lowest since '08", "1989-11-02")).toEqual(["1908"]);
  });
  test("an open order of day and month gives both readings", () => {
    const [timex] = analyze("It fell on 03/04/2024.", "2024-06-12").timexes;
    expect(timex).toMatchObject({ value: "2024-03-04", otherwise: "2024-04-03", basis: "guessed" });
    expect(values("It began on 25/03/2024 and fell on 03/04/2024.")).toEqual(["2024-03-25", "2024-04-03"]);
    expect(values("It began on 03/25/2024 and fell on 03/04/2024.")).toEqual(["2024-03-25", "2024-03-04"]);
  });
  test("an order of day and month that was asked for is not open", () => {
    const raw = "It fell on 03/04/2024, 25/03/2024 and 09/08/07.";
    const inOrder = (order: DateOrder) => {
      const doc = { id: "", raw, published: estimate("2024-06-12") };
      return resolveExpressions(doc, findExpressions(doc, order)).map(({ value }) => value);
    };
    expect(inOrder("mdy")).toEqual(["2024-03-04", "2024-03-25", "2007-09-08"]);
    expect(inOrder("dmy")).toEqual(["2024-04-03", "2024-03-25", "2007-08-09"]);
    expect(inOrder("ymd")).toEqual(["2024-03-04", "2024-03-25", "2009-08-07"]);
  });
  test("years before Christ and far ahead", () => {
    expect(values("Caesar died in 44 BC.")).toEqual(["BC0044"]);
    expect(values("by the end of 2150")).toEqual(["2150"]);
  });
  test("years of other calendars are flagged, not read as ours", () => {
    for (const text of ["in 1445 AH", "in 2567 BE", "in Minguo 113", "in Reiwa 6"]) {
      const [timex] = analyze(text, "2024-06-12").timexes;
      expect(timex).toMatchObject({ rule: "other-calendar", value: null, earliest: null });
    }
  });
});

describe("a day of writing that is missing or odd", () => {
  test("unknown: relative dates stay open", () => {
    expect(values("He left on Tuesday. She came on May 7, last week, in March and yesterday.", null)).toEqual([
      "XXXX-WXX-2",
      "XXXX-05-07",
      "XXXX-WXX",
      "XXXX-03",
      "XXXX-XX-XX",
    ]);
  });
  test("unknown: what is said in full stays known", () => {
    expect(analyze("He left on May 7, 2019.", null).timexes[0]).toMatchObject({
      value: "2019-05-07",
      basis: "known",
      stable: true,
    });
  });
  test("in the far future, and no date at all", () => {
    expect(values("He left on Tuesday.", "2999-12-31")).toEqual(["2999-12-31"]);
    expect(values("He left on Tuesday.", "soon")).toEqual(["XXXX-WXX-2"]);
  });
  test("a value that hangs on the day of writing is not stable", () => {
    const published = {
      value: "2024-06-18",
      earliest: "2024-06-17",
      latest: "2024-06-18",
      confidence: 0.5,
      evidence: [],
    };
    const doc = { id: "", raw: "He left today, after a talk on June 3 and in 2019.", published };
    expect(resolveExpressions(doc, findExpressions(doc)).map(({ value, stable }) => [value, stable])).toEqual([
      ["2024-06-18", false],
      ["2024-06-03", true],
      ["2019", true],
    ]);
  });
});

describe("hostile text", () => {
  test.each([
    [
      "ten thousand dates",
      Array.from(
        { length: 10_000 },
        (_, i) =>
          `It was ${1900 + (i % 120)}-${String((i % 12) + 1).padStart(2, "0")}-${String((i % 28) + 1).padStart(2, "0")}.`,
      ).join("\n"),
    ],
    ["a long line", "the last of the ".repeat(6_000)],
    ["a word of a megabyte", "a".repeat(1_000_000)],
    ["figures of a megabyte", "1".repeat(1_000_000)],
    ["figures and marks", "1-1/1.1:1,".repeat(5_000)],
    ["number words", "two hundred million ".repeat(30_000)],
    ["open phrases", "at least more than about ".repeat(30_000)],
    ["surrogates, NULs and line ends", "\ud800\0May 5\r\n\udfff 2024\r\r\n".repeat(2_000)],
  ])("%s", (_name, raw) => {
    const { timexes } = analyze(raw);
    expect(timexes.every(({ start, end }) => start < end && end <= raw.length)).toBe(true);
  });

  const pieces = [
    "May",
    "12",
    "2024",
    "-",
    "/",
    ".",
    ",",
    "Tuesday",
    "last",
    "week",
    "the",
    "of",
    "two",
    "years",
    "ago",
    "'",
    "82",
    "\n",
    "\n\n",
    " ",
    "will",
    "said",
    "3:16",
    "p.m.",
    "KST",
    "Q3",
    "quarter",
    "90s",
    "年",
    "\ud83d",
    "Christmas",
    "and",
    "a",
    "half",
    "early",
    "end",
    "10/11/12",
  ];
  test("spans are in order, apart and in bounds; the same text gives the same dates", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 40 }), fc.constantFrom(" ", ""), (words, glue) => {
        const raw = words.join(glue);
        const first = analyze(raw);
        let end = 0;
        for (const timex of first.timexes) {
          expect(timex.start).toBeGreaterThanOrEqual(end);
          expect(timex.end).toBeGreaterThan(timex.start);
          expect(timex.end).toBeLessThanOrEqual(raw.length);
          if (timex.earliest && timex.latest) expect(timex.earliest <= timex.latest).toBe(true);
          end = timex.end;
        }
        expect(analyze(raw)).toEqual(first);
      }),
      { seed: 1, numRuns: 200 },
    );
  });
});
