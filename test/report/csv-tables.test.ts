import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { LAYERS } from "../../src/record.ts";
import { csvFormat } from "../../src/report/csv-tables.ts";
import { tablesWriter } from "../../src/report/tables.ts";
import { ARTICLE, between, broken, recordOfText, written } from "./exports.ts";

type Row = Record<string, string>;

const tables = (files: Map<string, Buffer>) =>
  new Map([...files].map(([name, bytes]) => [name, parse<Row>(bytes, { columns: true })]));

const all = new Set(LAYERS);
const records = [await recordOfText("a.txt", ARTICLE), await recordOfText("sub/b.txt", `More.\n${ARTICLE}`), broken];
const plain = tables(written(tablesWriter(all, csvFormat(false)), records));

test("there is a file for each layer", () => {
  expect([...plain.keys()].sort()).toEqual(
    "blocks corpus_entities dates diagnostics documents entities events mentions quotes sources"
      .split(" ")
      .map((name) => `${name}.csv`),
  );
  for (const name of ["documents", "entities", "mentions", "dates", "quotes", "sources"]) {
    expect(plain.get(`${name}.csv`)!.length, name).toBeGreaterThan(0);
  }
});

test("every row names its document, and its offsets lead to its text", () => {
  const raws = new Map(plain.get("documents.csv")!.map(({ document, raw }) => [document, raw!]));
  let checked = 0;
  for (const [name, rows] of plain) {
    for (const row of rows) {
      if (name !== "diagnostics.csv") expect([...raws.keys()]).toContain(row.document);
      for (const [text, start, end] of spansOf(name, row)) {
        expect(between(raws.get(row.document)!, Number(start), Number(end)), `${name} ${text}`).toBe(text);
        checked++;
      }
    }
  }
  expect(checked).toBeGreaterThan(40);
});

/** Texts of a row that have offsets: "title" with "title_start" and "title_end", and the row's own. */
function spansOf(table: string, row: Row): [text: string, start: string, end: string][] {
  const own = { "mentions.csv": "text", "dates.csv": "text", "sources.csv": "mention", "events.csv": "trigger" }[table];
  const named = Object.keys(row).filter((name) => row[`${name}_start`]);
  const spans = named.map((name): [string, string, string] => [row[name]!, row[`${name}_start`]!, row[`${name}_end`]!]);
  return own && row.start ? [...spans, [row[own]!, row.start, row.end!]] : spans;
}

test("the parts of a quotation lead to its text", () => {
  for (const { document, parts, text } of plain.get("quotes.csv")!) {
    const { raw } = plain.get("documents.csv")!.find((row) => row.document === document)!;
    const pieces = (JSON.parse(parts!) as [number, number][]).map(([start, end]) => between(raw!, start, end).trim());
    expect(pieces.join(" ")).toBe(text);
  }
});

test("entities of one name are one entity of the corpus", () => {
  const lund = plain.get("corpus_entities.csv")!.filter(({ name }) => name === "Kari Lund");
  expect(new Set(lund.map(({ corpus }) => corpus)).size).toBe(1);
  expect(lund.map(({ document }) => document)).toEqual(["a.txt", "sub/b.txt"]);
});

test("an input that can't be read is among the diagnostics, and nowhere else", () => {
  expect(plain.get("diagnostics.csv")).toMatchObject([
    { document: "broken.txt", severity: "error", rule: "binary-file" },
  ]);
  expect(plain.get("documents.csv")!.map(({ document }) => document)).toEqual(["a.txt", "sub/b.txt"]);
});

test("no cell is a formula, unless the guard is off", async () => {
  const evil = await recordOfText('=HYPERLINK("http://example.org")', "+1 @x -y\tz");
  const guarded = tables(written(tablesWriter(all, csvFormat(true)), [evil]));
  for (const rows of guarded.values()) {
    for (const cell of rows.flatMap((row) => Object.values(row))) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
  }
  expect(guarded.get("documents.csv")![0]!.document).toBe(`'${evil.id}`);
  const open = tables(written(tablesWriter(all, csvFormat(false)), [evil]));
  expect(open.get("documents.csv")![0]!.document).toBe(evil.id);
});

test("layers that aren't asked for have no file; without any document there are headers", () => {
  const files = written(tablesWriter(new Set(["dates"]), csvFormat(true)), []);
  expect([...files.keys()].sort()).toEqual(["dates.csv", "diagnostics.csv", "documents.csv"]);
  expect(files.get("dates.csv")!.toString()).toMatch(/^document,text,start,end,.*\n$/);
});
