import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import { ARTICLE } from "../report/exports.ts";

const root = new URL("../..", import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), "summits-formats-"));
afterAll(() => rmSync(folder, { recursive: true }));

const shell = (command: string, input?: string | Buffer) =>
  spawnSync("bash", ["-o", "pipefail", "-c", command], { cwd: folder, encoding: "utf8", ...(input && { input }) });
const summits = `node ${root}dist/bin/summits.js`;
const has = (program: string) => spawnSync("which", [program]).status === 0;

const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
const rows = Array.from({ length: 10 }, (_, i) => `${i},${cell(ARTICLE)},2024-06-18`);
writeFileSync(join(folder, "x.csv"), ["id,body,date", ...rows, ""].join("\n"));
writeFileSync(join(folder, "x.csv.gz"), gzipSync(readFileSync(join(folder, "x.csv"))));
const EXTRACT = `${summits} extract x.csv.gz --map text=body,published=date --quiet`;

test.runIf(has("jq"))("jq finds the text at the offsets of a compressed table", () => {
  const { stdout, stderr, status } = shell(
    `${EXTRACT} --format jsonl --text raw | jq -c '.raw as $raw | .entities[].mentions[] | $raw[.start:.end] == .text' | sort | uniq -c`,
  );
  expect([status, stderr]).toEqual([0, ""]);
  expect(stdout.trim()).toMatch(/^\d{2,} true$/);
});

test("a reader that goes away ends the run quietly", () => {
  const { stdout, stderr } = shell(`${EXTRACT} --format jsonl | head -1`);
  expect(JSON.parse(stdout)).toMatchObject({ id: "0", published: { value: "2024-06-18" } });
  expect(stderr).toBe("");
});

test.runIf(has("python3"))("Python's csv and json find the text at the offsets", () => {
  const script = `
import csv, json, sys
raw = {row["document"]: row["raw"] for row in csv.DictReader(open("tables/documents.csv", encoding="utf-8", newline=""))}
mentions = list(csv.DictReader(open("tables/mentions.csv", encoding="utf-8", newline="")))
assert len(raw) == 10 and len(mentions) > 50
assert all(raw[m["document"]][int(m["start"]):int(m["end"])] == m["text"] for m in mentions)
for record in map(json.loads, open("x.jsonl", encoding="utf-8")):
    for quote in record["quotes"]:
        assert " ".join(record["raw"][p["start"]:p["end"]].strip() for p in quote["parts"]) == quote["text"]
print("ok")
`;
  writeFileSync(join(folder, "check.py"), script);
  const { stdout, stderr } = shell(
    `${EXTRACT} --format csv --text raw --no-formula-guard -o tables && ${EXTRACT} --format jsonl --text raw -o x.jsonl && python3 check.py`,
  );
  expect([stdout, stderr]).toEqual(["ok\n", ""]);
});

const isMissing = (program: string) => {
  const missing = !has(program);
  if (missing) console.warn(`skipped: ${program} is not installed`);
  return missing;
};

test.skipIf(isMissing("Rscript"))("R's jsonlite finds the text at the offsets", () => {
  const script = `
suppressWarnings(if (!requireNamespace("jsonlite", quietly = TRUE)) { cat("no jsonlite"); quit() })
found <- 0
for (line in readLines("r.jsonl", encoding = "UTF-8")) {
  record <- jsonlite::fromJSON(line, simplifyVector = FALSE)
  for (entity in record$entities) for (mention in entity$mentions) {
    stopifnot(identical(substr(record$raw, mention$start + 1, mention$end), mention$text))
    found <- found + 1
  }
}
cat(found > 50)
`;
  writeFileSync(join(folder, "check.R"), script);
  const { stdout, stderr } = shell(
    `${EXTRACT} --format jsonl --text raw -o r.jsonl && LC_ALL=C.UTF-8 Rscript --vanilla check.R`,
  );
  if (stdout === "no jsonlite") console.warn("skipped: R has no jsonlite (Debian: r-cran-jsonlite)");
  else expect([stdout, stderr]).toEqual(["TRUE", ""]);
});

test("DuckDB reads the records, and finds the text at the offsets", async () => {
  const { DuckDBInstance } = await import("@duckdb/node-api");
  shell(`${EXTRACT} --format jsonl --text raw -o duck.jsonl`);
  const connection = await (await DuckDBInstance.create()).connect();
  const reader = await connection.runAndReadAll(`
    select count(*), count(*) filter (substr(raw, m.start + 1, m."end" - m.start) = m.text)
    from (select raw, unnest(e.mentions) m from (select raw, unnest(entities) e from read_json('${folder}/duck.jsonl')))`);
  const [all, right] = reader.getRows()[0]!;
  expect(Number(all)).toBeGreaterThan(50);
  expect(right).toBe(all);
});

test("folders appear whole, and an input that can't be read is in them", () => {
  writeFileSync(join(folder, "cut.jsonl.gz"), gzipSync('{"id":1,"text":"One."}\n').subarray(0, -8));
  const { status, stderr } = shell(`${summits} extract x.csv cut.jsonl.gz --map text=body --format brat -o brat`);
  expect(status).toBe(1);
  expect(stderr).toContain("broken-gzip");
  expect(readFileSync(join(folder, "brat/documents.csv"), "utf8")).toContain("cannot decompress");
  expect(readdirSync(folder).filter((name) => name.startsWith("."))).toEqual([]);
});

test.each([
  ["--format csv", "-o DIR"],
  ["--format brat -o -", "-o DIR"],
  ["--format parquet -o nowhere/x", "no such folder"],
  ["--map txt=body", "--map takes"],
  ["--map text", "field=column"],
  ["--encoding klingon", "klingon"],
  ["--name-pattern x", "names nothing"],
  ["--max-ratio 0", "--max-ratio"],
])("%s is a mistake that is told", (flags, message) => {
  const { status, stderr } = shell(`${summits} extract x.csv ${flags}`);
  expect(stderr).toContain(message);
  expect(status).toBe(2);
});
