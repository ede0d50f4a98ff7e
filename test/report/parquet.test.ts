import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parquetMetadata, parquetReadObjects } from "hyparquet";
import { afterAll, expect, test } from "vitest";
import { LAYERS } from "../../src/record.ts";
import { parquetFormat } from "../../src/report/parquet.ts";
import { tablesWriter } from "../../src/report/tables.ts";
import { ARTICLE, between, broken, recordOfText, written } from "./exports.ts";

const records = [await recordOfText("a.txt", ARTICLE), broken, await recordOfText("b.txt", `More.\n${ARTICLE}`)];
const files = written(tablesWriter(new Set(LAYERS), parquetFormat()), records);
const folder = mkdtempSync(join(tmpdir(), "summits-parquet-"));
for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes);
afterAll(() => rmSync(folder, { recursive: true }));

const bytesOf = (name: string) => new Uint8Array(files.get(`${name}.parquet`)!).buffer as ArrayBuffer;
const rowsOf = (name: string) => parquetReadObjects({ file: bytesOf(name) });

test("columns are typed", () => {
  const { schema } = parquetMetadata(bytesOf("documents"));
  const type = (column: string) => {
    const { type, converted_type } = schema.find(({ name }) => name === column)!;
    return converted_type ?? type;
  };
  expect(["document", "bytes", "published", "published_confidence"].map(type)).toEqual([
    "UTF8",
    "INT32",
    "DATE",
    "DOUBLE",
  ]);
});

test("hyparquet reads the rows back, and their offsets lead to their text", async () => {
  const raws = new Map((await rowsOf("documents")).map(({ document, raw }) => [document, raw as string]));
  for (const name of ["mentions", "dates"]) {
    const rows = await rowsOf(name);
    expect(rows.length).toBeGreaterThan(3);
    for (const { document, text, start, end } of rows) expect(between(raws.get(document)!, start, end)).toBe(text);
  }
});

test("DuckDB reads every table, and finds the text at the offsets", async () => {
  const { DuckDBInstance } = await import("@duckdb/node-api");
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  const ask = async (sql: string) => (await connection.runAndReadAll(sql)).getRowsJson();
  const table = (name: string) => `read_parquet('${join(folder, name)}.parquet')`;
  for (const name of files.keys()) await ask(`select * from read_parquet('${join(folder, name)}')`);
  const [[mentions, wrong]] = (await ask(`
    select count(*), count(*) filter (substr(d.raw, m.start + 1, m."end" - m.start) <> m.text)
    from ${table("mentions")} m join ${table("documents")} d using (document)`)) as [[string, string]];
  expect(Number(mentions)).toBeGreaterThan(10);
  expect(Number(wrong)).toBe(0);
  expect(await ask(`select typeof(published), published::text from ${table("documents")} limit 1`)).toEqual([
    ["DATE", "2024-06-18"],
  ]);
  expect(await ask(`select distinct typeof(is_expert) from ${table("sources")}`)).toEqual([["BOOLEAN"]]);
  expect(await ask(`select document, rule from ${table("diagnostics")}`)).toEqual([["broken.txt", "binary-file"]]);
});

test("row groups are written when they are full, and nothing is lost between them", async () => {
  const long = await recordOfText("long.txt", "word ".repeat(900_000));
  const many = written(
    tablesWriter(new Set(["text"]), parquetFormat()),
    Array.from({ length: 5 }, () => long),
  );
  const bytes = new Uint8Array(many.get("documents.parquet")!).buffer as ArrayBuffer;
  expect(parquetMetadata(bytes).row_groups.length).toBeGreaterThan(2);
  expect((await parquetReadObjects({ file: bytes })).map(({ raw }) => raw.length)).toEqual(Array(5).fill(4_500_000));
});

test("without any document there are empty tables", async () => {
  const empty = written(tablesWriter(new Set(LAYERS), parquetFormat()), []);
  const bytes = new Uint8Array(empty.get("quotes.parquet")!).buffer as ArrayBuffer;
  expect(await parquetReadObjects({ file: bytes })).toEqual([]);
});
