// npm run bench: CPU time of the pipeline and of each of its stages against what people use today, in one run on the same articles and
// one core; and how the time grows with the length of a document. The tables are Markdown, as the README has them.
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Readability } from "@mozilla/readability";
import * as chrono from "chrono-node";
import nlp from "compromise";
import { parseHTML } from "linkedom";
import { labelBlocks } from "../../src/clean/blocks.ts";
import { identifyLanguage } from "../../src/clean/language.ts";
import { findMetadata } from "../../src/clean/metadata.ts";
import { takeFingerprint } from "../../src/copies/fingerprint.ts";
import { type Expression, findExpressions } from "../../src/dates/find.ts";
import { estimatePublished } from "../../src/dates/published.ts";
import { resolveExpressions } from "../../src/dates/resolve.ts";
import type { Document, SourceFile } from "../../src/document.ts";
import { linkMentions } from "../../src/entities/link.ts";
import { findMentions } from "../../src/entities/mentions.ts";
import { findEvents } from "../../src/events/find.ts";
import { recordOptions } from "../../src/index.ts";
import { analyze, type RawDocument } from "../../src/pipeline.ts";
import { findAttributions } from "../../src/quotes/attribute.ts";
import { findSources } from "../../src/quotes/sources.ts";
import { renderHtml } from "../../src/read/html.ts";
import { toRecord } from "../../src/record.ts";
import { splitSentences } from "../../src/tokens.ts";

const ROUNDS = 5;
const COPIES = 10;
const KILOBYTES = [1, 10, 100, 1000, 2000];

const folder = new URL("../../fixtures/articles/", import.meta.url);
const require = createRequire(import.meta.url);
const wink = require("wink-nlp")(require("wink-eng-lite-web-model"));

/** An article, and all that the stages before each stage give it. */
interface Article {
  readonly path: URL;
  readonly text: string;
  readonly html: string;
  readonly source: RawDocument;
  readonly doc: Document;
  readonly expressions: readonly Expression[];
}

type Contestant = (article: Article) => unknown;

const sourceOf = (raw: string, mediaType: SourceFile["mediaType"] = "text/plain"): RawDocument => {
  const file = { path: "", sha256: "", mediaType, encoding: "utf-8", encodingBasis: "valid-utf8", bytes: 0 } as const;
  return { id: "", raw, file, meta: {}, given: null, markup: null };
};

const escaped = (text: string) => text.replace(/[&<>]/gu, (char) => `&#${char.charCodeAt(0)};`);
const paged = (text: string) =>
  `<!doctype html><html><head><title>${escaped(text.slice(0, 60))}</title></head><body><div><article>${text
    .split(/\n+/u)
    .map((line) => `<p>${escaped(line)}</p>`)
    .join("\n")}</article></div></body></html>`;

async function articleOf(path: URL): Promise<Article> {
  const text = readFileSync(path, "utf8");
  const source = sourceOf(text);
  const doc = await analyze(source);
  return { path, text, html: paged(text), source, doc, expressions: findExpressions(doc) };
}

const whole = "the whole pipeline";
const stages: Record<string, Contestant> = {
  [whole]: ({ source }) => analyze(source),
  "blocks of the text": ({ source }) => labelBlocks(source),
  "blocks of the same in HTML": ({ html }) => {
    const { raw, markup } = renderHtml(html);
    return labelBlocks({ ...sourceOf(raw, "text/html"), markup });
  },
  "language and metadata": async ({ doc }) => [await identifyLanguage(doc), findMetadata(doc)],
  sentences: ({ doc }) => splitSentences(doc),
  names: ({ doc }) => findMentions(doc),
  entities: ({ doc }) => linkMentions(doc),
  "time expressions": ({ doc }) => findExpressions(doc),
  "day of writing, dates": ({ doc, expressions }) =>
    resolveExpressions({ ...doc, published: estimatePublished(doc, expressions) }, expressions),
  "quotations and speakers": ({ doc }) => findAttributions(doc),
  sources: ({ doc }) => findSources(doc),
  events: ({ doc }) => findEvents(doc),
  fingerprint: ({ doc }) => takeFingerprint(doc),
  "record as JSON": ({ doc }) => JSON.stringify(toRecord(doc, [], recordOptions())),
};
const peers: Record<string, Contestant> = {
  compromise: ({ text }) => nlp(text),
  "wink-nlp": ({ text }) => wink.readDoc(text).entities().out(),
  "chrono-node": ({ text }) => chrono.parse(text),
  readability: ({ html }) => new Readability(parseHTML(html).document as never).parse(),
  floor: ({ path }) => new TextDecoder().decode(readFileSync(path)).match(/\p{L}+/gu),
};

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1]!;

/** Median CPU seconds of each over the rounds, in which they take turns; a first round warms up. */
async function measure(runs: Record<string, () => Promise<void>>): Promise<Map<string, number>> {
  const seconds = new Map(Object.keys(runs).map((name) => [name, [] as number[]]));
  for (let round = -1; round < ROUNDS; round++) {
    for (const [name, run] of Object.entries(runs)) {
      const before = process.cpuUsage();
      await run();
      const { user, system } = process.cpuUsage(before);
      if (round >= 0) seconds.get(name)!.push((user + system) / 1e6);
    }
  }
  return new Map([...seconds].map(([name, values]) => [name, median(values)]));
}

const row = (...cells: readonly (string | number)[]) => console.log(`| ${cells.join(" | ")} |`);
const digits = (value: number) => (value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2));

async function throughput(articles: readonly Article[]): Promise<void> {
  const runs = Object.entries({ ...stages, ...peers }).map(([name, run]) => {
    const all = async () => {
      for (let copy = 0; copy < COPIES; copy++) for (const article of articles) await run(article);
    };
    return [name, all];
  });
  const seconds = await measure(Object.fromEntries(runs));
  const count = articles.length * COPIES;
  const megabytes = (articles.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0) * COPIES) / 1e6;
  console.log(`${count} articles, ${megabytes.toFixed(2)} MB, medians of ${ROUNDS} rounds, CPU time, one core\n`);
  row("", "articles/s", "MB/s", ...Object.keys(peers).map((peer) => `× ${peer}`));
  row("---", ...Array.from({ length: 2 + Object.keys(peers).length }, () => "--:"));
  for (const [name, time] of seconds) {
    const ratios = Object.keys(peers).map((peer) => digits(seconds.get(peer)! / time));
    row(name, digits(count / time), digits(megabytes / time), ...ratios);
  }
}

/** One document of many articles, one after the other. */
async function growth(articles: readonly Article[]): Promise<void> {
  const text = articles.map((article) => article.text).join("\n\n");
  const longest = Math.max(...KILOBYTES) * 1000;
  const long = text.repeat(Math.ceil(longest / text.length));
  const runs = KILOBYTES.map((size) => {
    const source = sourceOf(long.slice(0, size * 1000));
    // A short document is timed many times over.
    const times = Math.ceil(100 / size);
    return [size, async () => void (await repeat(times, () => analyze(source)))] as const;
  });
  const seconds = await measure(Object.fromEntries(runs));
  row("one document of", "s", "ms per KB");
  row("---", "--:", "--:");
  for (const [size, time] of seconds) {
    const each = time / Math.ceil(100 / Number(size));
    row(`${size} KB`, each.toFixed(3), ((each * 1000) / Number(size)).toFixed(2));
  }
}

async function repeat(times: number, run: () => Promise<unknown>): Promise<void> {
  for (let i = 0; i < times; i++) await run();
}

const articles: Article[] = [];
for (const name of readdirSync(folder))
  if (name.endsWith(".txt")) articles.push(await articleOf(new URL(name, folder)));
await throughput(articles);
console.log();
await growth(articles);
