import { describe, expect, it } from "vitest";
import { labelBlocks } from "../../src/clean/blocks.ts";
import { findSiteLines, lineCounter, mergeCounts, siteOf } from "../../src/clean/site-lines.ts";
import { cleanText } from "../../src/clean/text.ts";
import type { MetaStatement, SourceFile } from "../../src/document.ts";
import { formatLineCounts } from "../../src/read/line-counts.ts";

const file = (path: string, line?: number): SourceFile => ({
  ...{ path, sha256: "", mediaType: "text/plain", encoding: "utf-8", encodingBasis: "valid-utf8", bytes: 0 },
  ...(line !== undefined && { line }),
});
const page = (raw: string, path = "gazette/a.txt", statements: MetaStatement[] = []) => ({
  id: path,
  raw,
  file: file(path),
  markup: statements.length ? { lines: [], statements } : null,
});

const CITIES = ["Oslo", "Bergen", "Turku", "Malmo", "Aarhus", "Tartu", "Riga", "Kaunas", "Gdansk", "Kiel"];
const APPEAL =
  "Every morning our reporters walk to the harbour, count the boats and ask the skippers what they think of the ministers.";
const article = (city: string) =>
  `Minister Ek in ${city} for talks

Minister Bo Ek arrived in ${city} on Monday for two days of talks with the mayor, who had asked for the visit in the spring.

They will speak about the fish of ${city}, the ferry to the islands and the price of salt, a spokeswoman said on Sunday evening.

${APPEAL}

“${city} has waited for this for a long time,” the minister told reporters at the airport, where a band played both anthems.`;
const pages = CITIES.map((city) => page(article(city), `gazette/${city}.txt`));

const countsOf = (docs: readonly (typeof pages)[number][]) => {
  const counter = lineCounter();
  for (const doc of docs) counter.add(doc);
  return counter.counts;
};

describe("lines that recur across a site", () => {
  it("are boilerplate, even where they read like prose", () => {
    const counts = countsOf(pages);
    const doc = pages[0]!;
    const blocks = labelBlocks(doc, counts);
    expect(cleanText({ ...doc, blocks: labelBlocks(doc) })).toContain(APPEAL);
    expect(cleanText({ ...doc, blocks })).not.toContain(APPEAL);
    expect(cleanText({ ...doc, blocks }).split("\n")).toHaveLength(3);
    expect(blocks.filter(({ rule }) => rule === "site-line").map(({ role }) => role)).toEqual(["boilerplate"]);
    expect(blocks.find(({ role }) => role === "headline")).toBeDefined();
  });

  it("need three documents, of one site", () => {
    const doc = pages[0]!;
    const lines = [{ text: APPEAL }];
    expect(findSiteLines(doc, lines, null)).toEqual([false]);
    expect(findSiteLines(doc, lines, countsOf(pages.slice(0, 2)))).toEqual([false]);
    expect(findSiteLines(doc, lines, countsOf(pages.slice(0, 3)))).toEqual([false]);
    expect(findSiteLines(page("", "elsewhere/a.txt"), lines, countsOf(pages))).toEqual([false]);
  });

  it("are no story that was saved many times", () => {
    const copies = CITIES.slice(0, 5).map((city, i) =>
      page(`${article("Oslo")}\n\nRead by ${i + 2} people in ${city}`, `gazette/${i}.txt`),
    );
    const doc = copies[0]!;
    const counts = countsOf(copies);
    expect(labelBlocks(doc, counts)).toEqual(labelBlocks(doc));
  });

  it("are the same in whatever order documents are counted, and whatever is merged", () => {
    const many = Array.from({ length: 100 }, (_, i) => page(article(`Port ${i}`), `gazette/${i}.txt`));
    const whole = formatLineCounts(countsOf(many));
    expect(formatLineCounts(countsOf([...many].reverse()))).toBe(whole);
    const parts = [many.slice(60), many.slice(0, 25), many.slice(20, 60)].map(countsOf);
    expect(formatLineCounts(mergeCounts(...parts))).toBe(whole);
    expect(formatLineCounts(mergeCounts(parts[2]!, mergeCounts(parts[0]!, parts[1]!), parts[0]!))).toBe(whole);
    expect([...countsOf(many).values()][0]!.size).toBe(64);
  });

  it("belong to the host of the page, else to its outlet, else to its folder or file", () => {
    const url = { field: "url" as const, value: "https://www.Example.org:80/a?b", origin: "link-canonical" };
    const site = { field: "site" as const, value: "The Gazette", origin: "meta-og-site-name" };
    expect(siteOf(page("", "x/a.txt", [site, url]))).toBe("example.org");
    expect(siteOf(page("", "x/a.txt", [site]))).toBe("the gazette");
    expect(siteOf(page("", "x/a.txt"))).toBe("x/");
    expect(siteOf(page("", "a.txt"))).toBe("./");
    expect(siteOf({ ...page("", "x/a.jsonl"), file: file("x/a.jsonl", 7) })).toBe("x/a.jsonl");
  });
});
