import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, expect, test } from "vitest";
import { readDocuments } from "../../src/read/documents.ts";
import { findInputs } from "../../src/read/inputs.ts";
import { parseNamePattern } from "../../src/read/name-pattern.ts";
import type { Failure, ReadOptions, Skipped } from "../../src/read/reader.ts";
import type { Read } from "../../src/read/record.ts";
import { Sidecars } from "../../src/read/sidecar.ts";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** Reads a folder that has these files. */
async function readFolder(files: Record<string, string | Buffer>, options: Partial<ReadOptions> = {}, only?: string) {
  const folder = mkdtempSync(join(tmpdir(), "summits-read-"));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  const whole = { inputFormat: "auto" as const, published: null, maxBytes: 1 << 20, ...options };
  const sidecars = new Sidecars(whole);
  const all: (Read | Failure | Skipped)[] = [];
  for await (const input of findInputs([only ? join(folder, only) : folder])) {
    if (input.kind === "skipped") all.push(input);
    else for await (const one of readDocuments(input, whole, undefined, sidecars)) all.push(one);
  }
  return all;
}

const known = (all: Awaited<ReturnType<typeof readFolder>>) =>
  all.map((one) =>
    one.kind === "document"
      ? [one.decoded.id, one.decoded.given, one.decoded.meta, ...one.diagnostics.map(({ rule }) => rule)]
      : one.kind === "skipped"
        ? ["skipped", ...(one.diagnostics ?? []).map(({ rule, line }) => `${rule} @${line}`)]
        : [one.diagnostic.rule],
  );

test("a table of metadata tells of the articles in its folder and below", async () => {
  const table =
    "file,date,outlet,desk\na.txt,2024-06-18,The Example,world\nsub/b.html,18 June 2024,,\nc,2024-06-20,,\nmissing.txt,,,\n";
  const files = { "a.txt": "A.", "c.txt": "C.", "metadata.csv": table, "sub/b.html": "<p>B.</p>" };
  const meta = { outlet: "The Example", desk: "world" };
  expect(known(await readFolder(files, { fields: { published: "date" } }))).toEqual([
    ["a.txt", "2024-06-18", meta],
    ["c.txt", "2024-06-20", {}],
    ["skipped", "unmatched-metadata @5"],
    ["sub/b.html", "2024-06-18", {}],
  ]);
});

test("an article that is given by itself has the metadata beside it", async () => {
  const files = { "a.txt": "A.", "metadata.csv": "id;published\na;2024-06-18\n" };
  expect(known(await readFolder(files, {}, "a.txt"))).toEqual([["a", "2024-06-18", {}]]);
});

test("a JSON file beside an article tells of it, and says more than the table", async () => {
  const files = {
    "a.txt": "A.",
    "a.json": '{"published":"2024-06-19","title":"The title","tags":["x"]}',
    "b.html": "<p>B.</p>",
    "b.html.json": '{"id":"b-1"}',
    "metadata.tsv": "filename\tpublished\toutlet\na.txt\t2024-06-18\tExample\n",
  };
  const all = await readFolder(files);
  expect(known(all)).toEqual([
    ["skipped"],
    ["a.txt", "2024-06-19", { outlet: "Example", title: "The title", tags: ["x"] }],
    ["b-1", null, {}],
    ["skipped"],
    ["skipped"],
  ]);
  const statements = all.flatMap((one) => (one.kind === "document" ? (one.decoded.statements ?? []) : []));
  expect(statements.filter(({ field }) => field === "title")).toEqual([
    { field: "title", value: "The title", origin: "record-title" },
  ]);
});

test("the day of the flag comes before that of every file", async () => {
  const files = { "a.txt": "A.", "a.json": '{"published":"2024-06-19"}' };
  expect(known(await readFolder(files, { published: "2024-01-01" }))[1]).toEqual(["a.txt", "2024-01-01", {}]);
});

test("records that happen to be called metadata are records, and a JSON article beside a text is an article", async () => {
  const files = { "a.txt": "A.", "a.json": '{"id":"j","text":"J."}', "metadata.csv": "id,text\n1,one\n" };
  expect(known(await readFolder(files)).map(([id]) => id)).toEqual(["j", "a.txt", "1"]);
});

test("JSON in a folder that has nothing of an article is skipped; an article without text is an error", async () => {
  const files = {
    "numbers.json": "[1, 2]",
    "package.json": '{"name":"x"}',
    "title.json": '{"title":"A title","body":1}',
  };
  expect(known(await readFolder(files))).toEqual([["skipped"], ["skipped"], ["skipped"], ["broken-record"]]);
});

test("a date that can't be read is a diagnostic of its document", async () => {
  const files = { "a.txt": "A.", "metadata.csv": "file,published\na.txt,03/04/2024\n" };
  expect(known(await readFolder(files))[0]).toEqual(["a.txt", null, {}, "invalid-date"]);
});

test("compressed articles are articles", async () => {
  const files = { "a.txt.gz": gzipSync("A."), "metadata.csv": "file,published\na.txt,2024-06-18\n" };
  expect(known(await readFolder(files))).toEqual([["a.txt.gz", "2024-06-18", {}], ["skipped"]]);
});

test("file names tell what their pattern says", async () => {
  const files = { "2024-06-18_new_york_daily_a-1.txt": "A.", "20240619_daily_b.html": "<p>B.</p>", "notes.txt": "N." };
  const namePattern = parseNamePattern("{date}_{outlet}_{id}");
  expect(known(await readFolder(files, { namePattern }))).toEqual([
    ["york_daily_a-1", "2024-06-18", { outlet: "new" }],
    ["b", "2024-06-19", { outlet: "daily" }],
    ["notes.txt", null, {}, "unmatched-name"],
  ]);
});

test("a pattern with folders sees the path, and other names go to meta", async () => {
  const files = { "daily/2024/06-18 talks.txt": "A." };
  const namePattern = parseNamePattern("{outlet}/{year}/{rest} {topic}");
  expect(known(await readFolder(files, { namePattern }))).toEqual([
    ["daily/2024/06-18 talks.txt", null, { outlet: "daily", year: "2024", rest: "06-18", topic: "talks" }],
  ]);
});
