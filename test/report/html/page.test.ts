import { beforeAll, describe, expect, test } from "vitest";
import { reportPage } from "../../../src/index.ts";
import { annotated, record, source } from "../records.ts";
import { brokenLinks, fixtureOutcomes, pageOf, recordsOf, repeatedIds } from "./pages.ts";

let outcomes: Awaited<ReturnType<typeof fixtureOutcomes>>;
let fixtures: Awaited<ReturnType<typeof recordsOf>>;
let page: string;
beforeAll(async () => {
  outcomes = await fixtureOutcomes();
  fixtures = await recordsOf(outcomes, { text: "both", offsets: "utf16" });
  page = await pageOf(fixtures);
}, 120_000);

test("every link lands, and no id is given twice", () => {
  expect(brokenLinks(page)).toEqual([]);
  expect(repeatedIds(page)).toEqual([]);
});

test("the same records give the same bytes", async () => {
  expect(await pageOf(fixtures)).toBe(page);
});

test("offsets of any unit mark the same words", async () => {
  for (const offsets of ["codepoint", "byte"] as const) {
    const other = await pageOf(await recordsOf(outcomes, { text: "both", offsets }));
    // Anchors have the offsets of the record; everything else is the same.
    const plain = (text: string) => text.replace(/(id|href)="#?d\d+-[^"]*"/gu, "").replace(/ (?=[ >])/gu, "");
    expect(plain(other)).toBe(plain(page));
  }
});

test("nothing of the page needs another file", () => {
  expect(page).not.toMatch(/<(?:link|img|iframe|object|embed|script src)|@import|url\(/u);
  expect(page).toMatch(/default-src 'none'; style-src 'sha256-[\w+/=]{44}'; script-src 'sha256-[\w+/=]{44}'/u);
  expect(page).not.toMatch(/\sstyle=/u);
});

describe("what a record doesn't have", () => {
  test.each(["clean", "raw", "none"] as const)(
    "with --text %s the page has its links and says what is missing",
    async (text) => {
      const some = await pageOf(await recordsOf(outcomes, { text }));
      expect(brokenLinks(some)).toEqual([]);
      expect(some.includes("came without raw text")).toBe(text !== "raw");
    },
  );

  test("spans of clean text are found by their words", async () => {
    const some = await pageOf(await recordsOf(outcomes, { text: "clean" }));
    const marks = (text: string) => text.match(/<(?:a|span) class=[a-z][^>]*>/gu)!.length;
    expect(marks(some)).toBeGreaterThan(0.8 * marks(page));
  });

  test.each(["quotes", "entities", "events", "blocks", "text", "dates", "sources"] as const)(
    "with --only %s",
    async (layer) => {
      expect(brokenLinks(await pageOf(await recordsOf(outcomes, { text: "both", only: [layer] })))).toEqual([]);
    },
  );
});

describe("how much is shown", () => {
  test("articles beyond the limit are counted, and said to be left out", async () => {
    const some = await pageOf(fixtures, 3);
    expect(some.match(/<article /gu)).toHaveLength(3);
    expect(some).toContain("The reader below shows the first 3 articles. All 13 are counted");
    expect(brokenLinks(some)).toEqual([]);
  });

  test("a report of nothing says so", async () => {
    const none = await pageOf([]);
    expect(none).toContain("What 0 articles tell");
    expect(brokenLinks(none)).toEqual([]);
  });

  test("a long article is cut, its marks behind the cut with it", async () => {
    const raw = `${"word ".repeat(20_000)}Ann Lee`;
    const mention = { start: 100_000, end: 100_007, text: "Ann Lee", rule: "test" };
    const entity = { id: "e1", type: "person" as const, name: "Ann Lee", variants: ["Ann Lee"], mentions: [mention] };
    const long = await pageOf([record("a", { raw, text: raw, blocks: undefined, entities: [entity] })]);
    expect(long).toContain("60,007 more characters of this article left out.");
    expect(brokenLinks(long)).toEqual([]);
    expect(long.length).toBeLessThan(100_000);
  });

  test("a thousand participants are a line", async () => {
    const entities = Array.from({ length: 1000 }, (_, i) => ({
      ...{ id: `e${i}`, type: "person" as const, name: `Ann ${i}`, variants: [`Ann ${i}`] },
      mentions: [{ start: 0, end: 3, text: `Ann ${i}`, rule: "test" }],
    }));
    const event = {
      ...{ kind: "summit" as const, trigger: annotated("Ann"), participants: entities.map(({ id }) => id) },
      ...{ place: null, date: null, status: "held" as const, sentence: { start: 0, end: 3 }, source: null },
    };
    const block = { start: 0, end: 8, role: "paragraph" as const, rule: "test" };
    const many = await pageOf([record("a", { raw: "Ann met.", blocks: [block], entities, events: [event] })]);
    expect(many).toMatch(/ and 99\d others/u);
    expect(brokenLinks(many)).toEqual([]);
  });
});

test("articles of the same story stand together", async () => {
  const again = fixtures.map((one) => ({ ...one, id: `again-${one.id}` }) as typeof one);
  const copies = await pageOf([...fixtures, ...again]);
  expect(copies).toContain("100% the same");
  expect(brokenLinks(copies)).toEqual([]);
  const first = [...(await reportPage([...fixtures, ...again], { copies: "first" }))].join("");
  expect(first).toContain("Only the first is counted.");
  expect(brokenLinks(first)).toEqual([]);
  const quotations = (text: string) => /<b>([\d,]+)<\/b> quotations/u.exec(text)![1];
  expect(quotations(first)).toBe(quotations(page));
});

test("an input that could not be read is named", async () => {
  const diagnostics = [{ rule: "binary-file", severity: "error" as const, message: "not text" }];
  const broken = {
    schema: "summits/document/1" as const,
    type: "error" as const,
    id: "x.bin",
    source: { path: "x.bin" },
    diagnostics,
  };
  expect(await pageOf([broken])).toContain("<code>x.bin</code> not text");
});

test("names without an entry in the index lead to their first mention", async () => {
  const names = Array.from({ length: 900 }, (_, i) => `Bo ${i}a`);
  const raw = [...names, ...names].join(" ");
  const entities = names.map((name, i) => {
    const starts = [...raw.matchAll(new RegExp(`${name}\\b`, "gu"))].map(({ index }) => index);
    const mentions = starts.map((start) => ({ start, end: start + name.length, text: name, rule: "test" }));
    return { ...{ id: `e${i}`, type: "person" as const, name, variants: [name] }, mentions };
  });
  const many = await pageOf([record("a", { raw, text: raw, blocks: undefined, entities })]);
  expect(many).toContain("100 names with fewer mentions left out");
  expect(many.match(/href="#d1-\d+" data-r/gu)!.length).toBe(200);
  expect(brokenLinks(many)).toEqual([]);
});

test("sources without rows in the table have no link", async () => {
  const sources = Array.from({ length: 300 }, (_, i) => source(`s${i}`, `Bo ${i}`, { words: i }));
  expect(brokenLinks(await pageOf([record("a", { sources })]))).toEqual([]);
});
