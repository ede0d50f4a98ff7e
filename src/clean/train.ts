// Trains the line classifier: tsx src/clean/train.ts BENCH [--folds N]. With folds it prints cross-validated scores and writes nothing.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Markup, MetaStatement } from "../document.ts";
import { renderHtml } from "../read/html.ts";
import { randomNumbers } from "../tagger/random.ts";
import { alignLines, carryLabels } from "./align.ts";
import { type BoostOptions, boost } from "./boost.ts";
import { FEATURES, lineFeatures } from "./features.ts";
import { HEADLINE_FEATURES, headlineRows } from "./headline.ts";
import { cutLines, type Line } from "./lines.ts";
import { findLineRule } from "./rules/index.ts";
import { packTrees, predict, type Trees } from "./trees.ts";

const OPTIONS: BoostOptions = {
  ...{ trees: 160, leaves: 24, rate: 0.12, ridge: 2, leastWeight: 0.02 },
  ...{ rowShare: 0.5, featureShare: 0.5, seed: 7 },
};

/** One rendering of a page with its lines labelled. */
export interface View {
  readonly id: string;
  readonly kind: string;
  readonly domain: string;
  readonly gold: string;
  readonly title: string;
  readonly lines: readonly Line[];
  readonly texts: readonly string[];
  readonly statements: readonly MetaStatement[];
  readonly rows: Float32Array;
  readonly labels: Uint8Array;
}

interface Row {
  readonly id: string;
  readonly url: string;
  readonly gold: string;
  readonly title: string;
  readonly lines?: readonly { text: string; label: 0 | 1 }[];
}

/** Reads the pages of the cleaning benchmark in all their renderings. */
export function readViews(bench: string, kinds: readonly string[]): View[] {
  const folder = join(bench, "strip");
  return kinds.flatMap((kind) => {
    if (kind === "html") return htmlViews(folder);
    if (kind === "bare") return readRows(join(folder, "text-full.dev.jsonl.gz")).map(bareView);
    return readRows(join(folder, `text-${kind}.dev.jsonl.gz`)).map((row) => textView(kind, row, row.lines!));
  });
}

const readRows = (file: string): Row[] =>
  gunzipSync(readFileSync(file))
    .toString("utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));

function htmlViews(folder: string): View[] {
  const known = new Map(readRows(join(folder, "text-full.dev.jsonl.gz")).map(({ id, lines }) => [id, lines!]));
  return readRows(join(folder, "pages.dev.jsonl.gz")).flatMap((row) =>
    htmlView(folder, row).map((each) => ({
      ...each,
      labels: carryLabels(each.labels, each.lines, known.get(row.id) ?? []),
    })),
  );
}

function htmlView(folder: string, row: Row): View[] {
  const name = `${row.id}.html.gz`;
  if (!readdirSyncOnce(join(folder, "html")).has(name)) return [];
  const { raw, markup } = renderHtml(gunzipSync(readFileSync(join(folder, "html", name))).toString("utf8"));
  return [view("html", row, raw, markup)];
}

const folders = new Map<string, ReadonlySet<string>>();
function readdirSyncOnce(folder: string): ReadonlySet<string> {
  const known = folders.get(folder) ?? new Set(readdirSync(folder));
  folders.set(folder, known);
  return known;
}

// Only the body: a text that someone has cleaned already.
const bareView = (row: Row) =>
  textView(
    "bare",
    row,
    row.lines!.filter(({ label }) => label),
  );

function textView(kind: string, row: Row, lines: NonNullable<Row["lines"]>): View {
  const kept = lines.filter(({ text }) => text.trim());
  const raw = kept.map(({ text }) => text.replace(/\s+/gu, " ").trim()).join("\n");
  return view(
    kind,
    row,
    raw,
    null,
    Uint8Array.from(kept, ({ label }) => label),
  );
}

function view(kind: string, row: Row, raw: string, markup: Markup | null, known?: Uint8Array): View {
  const lines = cutLines({ id: row.id, raw, markup });
  const rows = lineFeatures(
    lines,
    lines.map(({ text }) => findLineRule(text)),
    markup?.statements ?? [],
  );
  const { id, gold, title } = row;
  return {
    id,
    kind,
    domain: domainOf(row.url),
    gold,
    title,
    lines,
    statements: markup?.statements ?? [],
    texts: lines.map(({ text }) => text),
    rows,
    labels: known?.length === lines.length ? known : alignLines(lines, gold),
  };
}

/** The registered domain of a page, by which folds are drawn. */
export function domainOf(url: string): string {
  const parts = new URL(url).hostname.split(".");
  const isTwoPart = parts.length > 2 && parts.at(-1)!.length === 2 && parts.at(-2)!.length <= 3;
  return parts.slice(isTwoPart ? -3 : -2).join(".");
}

// The news pages are the closer match to what the tool is for.
const NEWS_WEIGHT = 2;

// Lines that count for less than this are drawn by lot, and those drawn count for the others: menus are many and all alike.
const FULL_WEIGHT = 0.03;

/** Trains on views; a line counts by its share of the page's body, for so it does in the benchmark's measure. */
export function trainOn(views: readonly View[], options: BoostOptions = OPTIONS): Trees {
  const width = FEATURES.length;
  const random = randomNumbers(options.seed);
  const drawn = views.flatMap((each) => {
    const body = each.texts.reduce((sum, text, i) => sum + (each.labels[i] ? wordsOf(text) : 0), 0);
    const news = each.id.startsWith("naeb-") ? NEWS_WEIGHT : 1;
    return each.texts.flatMap((text, i) => {
      const weight = (wordsOf(text) + 1) / Math.max(150, body);
      return random() < weight / FULL_WEIGHT ? [{ each, i, weight: news * Math.max(weight, FULL_WEIGHT) }] : [];
    });
  });
  const rows = new Float32Array(drawn.length * width);
  drawn.forEach(({ each, i }, k) => {
    rows.set(each.rows.subarray(i * width, (i + 1) * width), k * width);
  });
  const labels = Uint8Array.from(drawn, ({ each, i }) => each.labels[i]!);
  return boost({ rows, width, labels, weights: Float32Array.from(drawn, ({ weight }) => weight) }, options);
}

const HEADLINE_OPTIONS: BoostOptions = { ...OPTIONS, trees: 100, leaves: 12, rate: 0.1, leastWeight: 0.5 };

/** Trains the choice of the headline: the line that has the words of the known title, against those around it. */
export function trainHeadlines(views: readonly View[], body: Trees, options = HEADLINE_OPTIONS): Trees {
  const parts = views.flatMap((each) => {
    const scores = predict(body, each.rows, FEATURES.length);
    const { candidates, rows } = headlineRows(each.lines, each.rows, scores, each.statements);
    const labels = candidates.map((i) => +(foldTitle(each.texts[i]!) === foldTitle(each.title)));
    return labels.includes(1) ? [{ rows, labels }] : [];
  });
  const labels = Uint8Array.from(parts.flatMap((part) => part.labels));
  const rows = new Float32Array(labels.length * HEADLINE_FEATURES.length);
  let at = 0;
  for (const part of parts) {
    rows.set(part.rows, at);
    at += part.rows.length;
  }
  return boost(
    { rows, width: HEADLINE_FEATURES.length, labels, weights: new Float32Array(labels.length).fill(1) },
    options,
  );
}

/** A title as the benchmark compares it. */
export const foldTitle = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/[\p{M}’']/gu, "")
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
    ?.join(" ") ?? "";

const wordsOf = (text: string) => text.split(" ").length;

if (process.argv[1] && import.meta.filename === process.argv[1]) {
  const views = readViews(process.argv[2] ?? "../shared/bench", ["full", "light", "bare", "html"]);
  const body = trainOn(views);
  const headline = trainHeadlines(
    views.filter(({ kind }) => kind !== "bare"),
    body,
  );
  for (const [name, trees] of Object.entries({ body, headline })) {
    const packed = packTrees(trees);
    writeFileSync(new URL(`${name}.model.bin`, import.meta.url), packed);
    console.log(`${name}: ${trees.roots.length} trees, ${trees.feature.length} nodes, ${packed.length} bytes`);
  }
}
