import { describe, expect, test } from "vitest";
import { findExpressions } from "../../src/dates/find.ts";
import type { habitOf } from "../../src/dates/order-habits.ts";
import { resolveExpressions } from "../../src/dates/resolve.ts";

const DAY = { value: "2024-06-12", earliest: "2024-06-12", latest: "2024-06-12", confidence: 1, evidence: [] };

const read = (raw: string, page: Parameters<typeof habitOf>[0] = {}) =>
  resolveExpressions({ id: "", raw, published: DAY }, findExpressions({ id: "", raw, ...page }))[0]!;

const language = (value: string) => ({
  markup: { lines: [], statements: [{ field: "language", value, origin: "html-lang" } as const] },
});
const outlet = (text: string) => ({ outlet: { text, rule: "test" } });

describe("03/04/2024 is read as the outlet's country has it", () => {
  test.each([
    [{ meta: { url: "https://www.breadpaper.co.uk/a/1" } }, "2024-04-03", "address in .uk"],
    [{ meta: { url: "https://breadpaper.us" } }, "2024-03-04", "address in .us"],
    [{ meta: { url: "https://breadpaper.de:8080/x" } }, "2024-04-03", "address in .de"],
    [language("en-AU"), "2024-04-03", "language en-AU"],
    [language("en_US"), "2024-03-04", "language en_US"],
    [{ language: "fr" }, "2024-04-03", "language fr"],
    [outlet("The Irish Loaf"), "2024-04-03", "outlet The Irish Loaf"],
    [outlet("Chicago Crumb"), "2024-03-04", "outlet Chicago Crumb"],
    [{ meta: { url: "https://breadpaper.com" }, language: "en" }, "2024-03-04", "month first by default"],
    [{ meta: { url: 12 }, ...outlet("") }, "2024-03-04", "month first by default"],
  ] as const)("%j", (page, value, because) => {
    expect(read("It fell on 03/04/2024.", page)).toMatchObject({ value, because, basis: "guessed" });
  });
  test("but other dates of the page come first", () => {
    const page = { meta: { url: "https://www.breadpaper.co.uk/" } };
    const raw = "It fell on 03/04/2024, and again on 03/25/2024.";
    expect(read(raw, page)).toMatchObject({ value: "2024-03-04", because: "other dates of the text" });
  });
  test("and a date far ahead is read the other way where nothing tells", () => {
    expect(read("It fell on 12/05/2024.")).toMatchObject({
      value: "2024-05-12",
      otherwise: "2024-12-05",
      because: "the other order is far ahead",
    });
  });
});

describe("a vote or meeting that is named by its date", () => {
  const JANUARY = { ...DAY, value: "2024-01-15", earliest: "2024-01-15", latest: "2024-01-15" };
  test.each([
    ["She leads before the Nov. 5 election.", "2024-11-05"],
    ["The Nov. 5 election decides.", "2024-11-05"],
    ["He spoke of the November summit.", "2024-11"],
    ["He said the Dec. 20 vote was fair.", "2023-12-20"],
    ["She has ruled since the Nov. 5 election.", "2023-11-05"],
    ["She won the Nov. 5 election.", "2023-11-05"],
    ["It burned on Nov. 5 in the old town.", "2023-11-05"],
  ])("%s", (raw, value) => {
    const doc = { id: "", raw, published: JANUARY };
    expect(resolveExpressions(doc, findExpressions(doc)).map((timex) => timex.value)).toEqual([value]);
  });
});
