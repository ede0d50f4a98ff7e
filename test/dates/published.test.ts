import { describe, expect, test } from "vitest";
import { findExpressions } from "../../src/dates/find.ts";
import { estimatePublished } from "../../src/dates/published.ts";
import type { Block, MetaStatement, Role } from "../../src/document.ts";

interface Given {
  readonly given?: string;
  readonly path?: string;
  readonly url?: string;
  readonly statements?: readonly MetaStatement[];
}

/** Lines written as `role| text`. */
function published(lines: readonly string[], { given, path, url, statements }: Given = {}) {
  const blocks: Block[] = [];
  let raw = "";
  for (const line of lines) {
    const [, role, text] = /^(\S+)\| ?(.*)$/.exec(line)!;
    blocks.push({ start: raw.length, end: raw.length + text!.length + 1, role: role as Role, rule: "test" });
    raw += `${text}\n`;
  }
  const file = {
    path: path ?? "article.txt",
    sha256: "",
    mediaType: "text/plain",
    encoding: "utf-8",
    encodingBasis: "given",
    bytes: raw.length,
  } as const;
  const meta = url ? { url } : {};
  const markup = statements ? { lines: [], statements } : null;
  const doc = { id: "", raw, file, meta, given: given ?? null, markup, blocks, headline: null };
  return estimatePublished(doc, findExpressions(doc));
}

const HEADLINE = "headline| Ministers agree on the price of bread";
const BODY = [
  "paragraph| The ministers of both countries agreed on Tuesday that the price of bread will not be raised before the end of the year.",
  "paragraph| They will meet again on May 23 in the old town hall, a spokesman said on Wednesday, and sign the papers there.",
];

describe("the document creation time", () => {
  test("is what was given, before all else", () => {
    const result = published([HEADLINE, "dateinfo| Posted on : 2024-05-01", ...BODY], { given: "2024-05-15" });
    expect(result).toMatchObject({ value: "2024-05-15", confidence: 1 });
  });
  test("is in the file name", () => {
    expect(published([HEADLINE, ...BODY], { path: "news/2024-05-15-bread.txt" }).value).toBe("2024-05-15");
    expect(published([HEADLINE, ...BODY], { path: "news/20240515_bread.txt" }).value).toBe("2024-05-15");
  });
  test("is in a labelled stamp", () => {
    const result = published([
      HEADLINE,
      "dateinfo| Posted on : 2024-05-15 16:51 KST Modified on : 2024-05-15 16:52 KST",
      ...BODY,
    ]);
    expect(result).toMatchObject({ value: "2024-05-15", earliest: "2024-05-15", latest: "2024-05-15" });
    expect(result.evidence[0]).toMatchObject({ rule: "posted-on", relation: "equals", text: "2024-05-15 16:51 KST" });
  });
  test.each([
    "입력 2024.05.15 09:30",
    "Publicado el 15 de mayo de 2024",
    "Veröffentlicht am 15.05.2024",
    "发布时间：2024-05-15",
    "Publié le 15 mai 2024",
  ])("is in the stamp %s", (stamp) => {
    expect(published([HEADLINE, `dateinfo| ${stamp}`, ...BODY]).value).toBe("2024-05-15");
  });
  test("is stated by the markup", () => {
    const statements = [
      { field: "published", value: "2024-05-15T09:00:00Z", origin: "json-ld-article" },
      { field: "modified", value: "2024-06-20T09:00:00Z", origin: "json-ld-article" },
      { field: "published", value: "2024-05-15T09:00:00Z", origin: "meta-article-published-time" },
    ] as const;
    expect(published([HEADLINE, ...BODY], { statements }).value).toBe("2024-05-15");
  });
  test("is not after the stamp of a site that copied the article", () => {
    const result = published([HEADLINE, "dateinfo| 2024-05-27 17:45:20 [行业动态] 来源:某网", ...BODY]);
    expect(result.evidence).toContainEqual(
      expect.objectContaining({ rule: "scraper-stamp", relation: "not-after", date: "2024-05-27" }),
    );
    expect(result.value === null || result.value < "2024-05-27").toBe(true);
    expect(result.latest! <= "2024-05-27").toBe(true);
  });
  test.each([
    "GENEVA, May 15, 2024 — The ministers of both countries agreed that the price of bread will not be raised this year.",
    "LIMA (Andes Wire) 15 May 2024 - The ministers of both countries agreed that the price of bread will not be raised.",
    "NEW YORK, May 15, 2024 /BreadWire/ -- The ministers of both countries agreed that the price of bread stays.",
  ])("is in the dateline of %s", (first) => {
    const result = published([HEADLINE, `paragraph| ${first}`, ...BODY]);
    expect(result).toMatchObject({ value: "2024-05-15", earliest: "2024-05-15", latest: "2024-05-15" });
    expect(result.evidence[0]).toMatchObject({ rule: "dateline", relation: "equals" });
  });
  test("is not a date at the beginning of a sentence", () => {
    const first =
      "paragraph| On May 15, 2024 - a day to remember - the ministers agreed that the price of bread stays low.";
    expect(published([HEADLINE, first, ...BODY]).evidence.map(({ rule }) => rule)).not.toContain("dateline");
  });
  test("is in the labelled stamp of a Korean page in English", () => {
    const result = published([
      HEADLINE,
      "dateinfo| 기사입력 2024-05-15 14:30 | 수정 2024-05-16 15:02 | 김한별 기자",
      ...BODY,
    ]);
    expect(result).toMatchObject({ value: "2024-05-15", earliest: "2024-05-15", latest: "2024-05-15" });
    expect(result.evidence.map(({ rule }) => rule)).toContain("updated-on");
  });
  test("is not bounded by the teaser of another story", () => {
    const teaser = "paragraph| 关键词：Bakers of the old town ask for lower taxes again 2024-01-15 10:05 | 经济";
    const { evidence, latest } = published([HEADLINE, BODY[0]!, teaser, BODY[1]!]);
    expect(evidence).toContainEqual(expect.objectContaining({ relation: "near", date: "2024-01-15" }));
    expect(latest! > "2024-05-01").toBe(true);
  });
  test("is not the lone date under a popular story", () => {
    const popular = ["related| Most Popular", "related| Five mills that are worth a walk", "dateinfo| May 15, 2024"];
    const { evidence } = published([HEADLINE, ...BODY, ...popular]);
    expect(evidence[0]).toMatchObject({ rule: "related-date", relation: "near", date: "2024-05-15" });
  });
  test("is not known where nothing tells it", () => {
    expect(published(["paragraph| They will meet again soon, a spokesman said."])).toEqual({
      value: null,
      earliest: null,
      latest: null,
      confidence: 0,
      evidence: [],
    });
  });
  test("keeps its interval in order and around its value", () => {
    for (const lines of [
      [HEADLINE, ...BODY],
      [HEADLINE, "dateinfo| May 1, 2024", "related| Flood 2024.04.30", "related| Fire 2024.04.29", ...BODY],
    ]) {
      const { value, earliest, latest } = published(lines);
      if (value) expect(earliest! <= value && value <= latest!).toBe(true);
    }
  });
});

describe("confidence and interval", () => {
  test("of prose alone: no day is claimed, the interval is wide", () => {
    const { confidence, earliest, latest } = published([HEADLINE, ...BODY, "boilerplate| © 2024 Bread Weekly"]);
    expect(confidence).toBeLessThan(0.5);
    expect(earliest! < "2024-01-01" && latest! >= "2024-05-01").toBe(true);
  });
  test("of an update alone: the day may be long before", () => {
    const prose = "paragraph| A loaf wants flour, water, salt and time, and every baker of the town will tell you so.";
    const { value, earliest, latest, confidence } = published([HEADLINE, "dateinfo| Updated: May 15, 2024", prose]);
    expect([value, latest]).toEqual(["2024-05-15", "2024-05-15"]);
    expect(earliest! < value!).toBe(true);
    expect(confidence).toBeLessThan(0.9);
  });
  test("of a stamp: more than of an update", () => {
    const [posted, updated] = ["Posted on", "Updated:"].map(
      (label) => published([HEADLINE, `dateinfo| ${label} May 15, 2024`, ...BODY]).confidence,
    );
    expect(posted).toBeGreaterThan(updated!);
  });
});
