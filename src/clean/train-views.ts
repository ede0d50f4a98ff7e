import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Markup, MetaStatement } from "../document.ts";
import { renderHtml } from "../read/html.ts";
import { alignLines, carryLabels } from "./align.ts";
import { lineFeatures } from "./features.ts";
import { cutLines, type Line } from "./lines.ts";
import { findLineRule } from "./rules/index.ts";

/** One rendering of a page with its lines labelled. */
export interface View {
  readonly id: string;
  readonly kind: string;
  readonly domain: string;
  readonly gold: string;
  readonly title: string;
  readonly authors: readonly string[];
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
  readonly authors?: readonly string[];
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
  const { id, gold, title, authors = [] } = row;
  return {
    id,
    kind,
    domain: domainOf(row.url),
    gold,
    title,
    authors,
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
