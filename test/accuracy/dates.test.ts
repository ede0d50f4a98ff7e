import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { labelBlocks } from "../../src/clean/blocks.ts";
import { findMetadata } from "../../src/clean/metadata.ts";
import { parseDay } from "../../src/dates/calendar.ts";
import { findExpressions } from "../../src/dates/find.ts";
import { estimatePublished } from "../../src/dates/published.ts";
import { resolveExpressions } from "../../src/dates/resolve.ts";

interface Gold {
  readonly start: number;
  readonly end: number;
  readonly value: string;
  readonly altValue?: string;
  readonly optional?: boolean;
}

interface Article {
  readonly id: string;
  readonly dct: string;
  readonly text: string;
  readonly timexes: readonly Gold[];
}

const shared = new URL("../../../shared/", import.meta.url);
const benchmark = new URL("bench/dates/", shared);

const readRecords = (name: string): Article[] =>
  readFileSync(new URL(name, benchmark), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));

function readSeeds(): Article[] {
  const gold = JSON.parse(readFileSync(new URL("gold/seeds.json", shared), "utf8"));
  return gold.documents.map((document: { file: string; dct: string }) => ({
    id: document.file,
    dct: document.dct,
    text: readFileSync(new URL(`seeds/${document.file}`, shared), "utf8"),
    timexes: gold.timexes.filter((timex: { file: string }) => timex.file === document.file),
  }));
}

/** F1 of overlapping expressions with the right value, and of overlapping ones. */
function score(records: readonly Article[]) {
  let [gold, found, overlapping, valued] = [0, 0, 0, 0];
  for (const { id, dct, text, timexes } of records) {
    const doc = { id, raw: text, published: { value: dct, earliest: dct, latest: dct, confidence: 1, evidence: [] } };
    const used = new Set<Gold>();
    for (const timex of resolveExpressions(doc, findExpressions(doc))) {
      const match = timexes.find((g) => !used.has(g) && g.start < timex.end && timex.start < g.end);
      if (match) used.add(match);
      if (match?.optional) continue;
      found++;
      if (match) overlapping++;
      if (match && (match.value === timex.value || match.altValue === timex.value)) valued++;
    }
    gold += timexes.filter((timex) => !timex.optional).length;
  }
  return { relaxed: (200 * overlapping) / (gold + found), value: (200 * valued) / (gold + found) };
}

describe.skipIf(!existsSync(benchmark))("accuracy of dates (benchmark folder beside the project)", () => {
  test.each([
    ["news agencies and papers", () => readRecords("tbaq.dev.jsonl"), 93.4, 80.3],
    ["Wikinews", () => readRecords("meantime.dev.jsonl"), 94.7, 85],
    ["seeds", readSeeds, 99, 99],
  ] as const)("%s", (_name, records, relaxed, value) => {
    const result = score(records());
    expect(result.relaxed).toBeGreaterThan(relaxed);
    expect(result.value).toBeGreaterThan(value);
  });
});

function publishedOf(id: string, raw: string) {
  const file = {
    path: "article.txt",
    sha256: "",
    mediaType: "text/plain",
    encoding: "utf-8",
    encodingBasis: "given",
    bytes: 0,
  } as const;
  const page = { id, raw, file, meta: {}, given: null, markup: null, blocks: [] };
  const blocks = labelBlocks(page);
  const doc = { ...page, blocks, ...findMetadata({ ...page, blocks }) };
  return estimatePublished(doc, findExpressions(doc));
}

interface TextPage {
  readonly id: string;
  readonly date?: string;
  readonly visible: { readonly date?: boolean };
  readonly lines: readonly { readonly text: string }[];
}

/** One page in so many is tested. */
const EVERY = 8;

describe.skipIf(!existsSync(benchmark))("accuracy of the document creation time", () => {
  test("the seeds: within two days, inside the interval", () => {
    const gold = JSON.parse(readFileSync(new URL("gold/seeds.json", shared), "utf8"));
    for (const { file, dct, dctInterval } of gold.documents) {
      const { value, earliest, latest } = publishedOf(file, readFileSync(new URL(`seeds/${file}`, shared), "utf8"));
      expect(Math.abs(parseDay(value)! - parseDay(dct)!), file).toBeLessThanOrEqual(2);
      expect(earliest! <= dctInterval[1] && dctInterval[0] <= latest!, file).toBe(true);
    }
  });
  test("pages of text: where they show it, and how sure it is", () => {
    const packed = readFileSync(new URL("bench/strip/text-light.dev.jsonl.gz", shared));
    const pages: TextPage[] = gunzipSync(packed)
      .toString("utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    const estimates = pages
      .filter(({ date }) => date)
      .filter((_, i) => i % EVERY === 0)
      .map((page) => ({ ...page, found: publishedOf(page.id, page.lines.map(({ text }) => text).join("\n")) }));
    const isRight = ({ date, found }: (typeof estimates)[number]) => found.value === date;
    const shown = estimates.filter(({ visible }) => visible.date);
    expect(shown.filter(isRight).length / shown.length).toBeGreaterThan(0.93);
    const sure = estimates.filter(({ found }) => found.confidence > 0.5);
    const told = sure.reduce((sum, { found }) => sum + found.confidence, 0) / sure.length;
    expect(Math.abs(sure.filter(isRight).length / sure.length - told)).toBeLessThan(0.06);
    const spanned = estimates.filter(({ found }) => found.earliest);
    const held = spanned.filter(({ date, found }) => found.earliest! <= date! && date! <= found.latest!);
    expect(held.length / spanned.length).toBeGreaterThan(0.8);
  });
});
