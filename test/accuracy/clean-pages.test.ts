import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { labelBlocks } from "../../src/clean/blocks.ts";
import { findMetadata } from "../../src/clean/metadata.ts";
import { findPageKind } from "../../src/clean/page-kind.ts";
import { cleanText } from "../../src/clean/text.ts";
import { renderHtml } from "../../src/read/html.ts";

// The models were trained on these pages: the floors hold what is there, MODEL.md has the figures of unseen pages.
const bench = new URL("../../../shared/bench/strip/", import.meta.url);
const isHere = existsSync(bench);
if (!isHere) console.warn(`no benchmarks at ${bench.pathname}: accuracy on pages is not measured`);

interface Page {
  readonly id: string;
  readonly lines?: readonly { readonly text: string }[];
}

const readPages = (name: string, step: number): Page[] =>
  gunzipSync(readFileSync(new URL(name, bench)))
    .toString("utf8")
    .split("\n")
    .filter(Boolean)
    .flatMap((line, i) => (i % step ? [] : [JSON.parse(line)]));

const rendered = ({ id, lines }: Page) =>
  lines
    ? { id, raw: lines.map(({ text }) => text).join("\n"), markup: null }
    : { id, ...renderHtml(gunzipSync(readFileSync(new URL(`html/${id}.html.gz`, bench))).toString("utf8")) };

describe.skipIf(!isHere)("a sample of pages", () => {
  it.each([
    { name: "text-full.dev.jsonl.gz", step: 12, body: 0.95, title: 0.93, authors: 0.88 },
    { name: "text-light.dev.jsonl.gz", step: 12, body: 0.955, title: 0.925, authors: 0.87 },
    { name: "pages.dev.jsonl.gz", step: 30, body: 0.96, title: 0.89, authors: 0.885 },
  ])("$name", { timeout: 120_000 }, async ({ name, step, body, title, authors }) => {
    const { score } = await import(new URL("score.mjs", bench).href);
    const { scoreMeta } = await import(new URL("score-meta.mjs", bench).href);
    const pages = readPages(name, step);
    const found = new Map(
      pages.map((page) => {
        const doc = rendered(page);
        const labelled = { ...doc, blocks: labelBlocks(doc) };
        const { headline, bylines } = findMetadata(labelled);
        const names = bylines.map((each) => each.name);
        const kind = findPageKind(labelled);
        return [page.id, { text: cleanText(labelled), title: headline?.text ?? null, authors: names, kind }];
      }),
    );
    const bodies = score(pages, (id: string) => found.get(id)?.text);
    const stated = scoreMeta(pages, (id: string) => found.get(id), { visible: name.startsWith("text") });
    const reached = { body: bodies.f1, title: stated.title.exact, authors: stated.authors.f1 };
    expect(reached.body).toBeGreaterThanOrEqual(body);
    expect(reached.title).toBeGreaterThanOrEqual(title);
    expect(reached.authors).toBeGreaterThanOrEqual(authors);
    expect([...found.values()].filter(({ kind }) => kind).length).toBeLessThanOrEqual(1);
  });
});
