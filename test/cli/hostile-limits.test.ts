import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { type DocumentRecord, extract } from "../../src/index.ts";
import { isToldIn } from "../told.ts";
import { ARTICLE, folder, recordsOf, summits } from "./command.ts";

isToldIn("limits that are passed");

const RECORDS = Array.from({ length: 5 }, (_, i) => JSON.stringify({ id: `r${i}`, text: ARTICLE }));
const CSV = `id,text\n${RECORDS.map((_, i) => `r${i},"Ann Lee met Bob Roe."\n`).join("")}`;
const page = (depth: number) => `<html><body>${"<div>".repeat(depth)}<p>${ARTICLE}</p></body></html>`;
const CAST = "Ann Lee met Bob Roe, Carl Moe, Dora Poe and Emil Zoe in Oslo. Ann Lee left. Emil Zoe stayed.";

interface Limited {
  readonly flag: string;
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  /** Too little for the input, and enough. */
  readonly values: readonly [low: number, high: number];
  readonly rule: string;
  readonly code: number;
  /** What is there all the same. */
  readonly records: readonly string[];
}

const LIMITED: readonly Limited[] = [
  {
    flag: "--max-bytes",
    files: { "a.txt": ARTICLE, "b.txt": ARTICLE.repeat(9) },
    values: [1000, 9000],
    rule: "file-too-large",
    code: 1,
    records: ["document a.txt", "error b.txt"],
  },
  {
    flag: "--max-ratio",
    files: {
      "a.txt": ARTICLE,
      "b.jsonl.gz": gzipSync(JSON.stringify({ id: "b", text: ARTICLE, note: "x".repeat(17 << 20) })),
    },
    values: [20, 100_000],
    rule: "compression-bomb",
    code: 1,
    records: ["document a.txt", "error b.jsonl.gz"],
  },
  ...[
    ["x.jsonl", RECORDS.join("\n")] as const,
    ["x.json", `[${RECORDS.join(",")}]`] as const,
    ["x.json", `{"articles":[${RECORDS.join(",")}]}`] as const,
    ["x.csv", CSV] as const,
    ["x.jsonl.gz", gzipSync(RECORDS.join("\n"))] as const,
  ].map(([name, content]) => ({
    flag: "--max-records",
    files: { [name]: content, "y.txt": ARTICLE },
    values: [3, 5] as const,
    rule: "too-many-records",
    code: 1,
    records: ["document r0", "document r1", "document r2", `error ${name}`, "document y.txt"],
  })),
  {
    flag: "--max-depth",
    files: { "a.html": page(10), "b.html": page(60), "c.txt": ARTICLE },
    values: [50, 100],
    rule: "too-deep",
    code: 1,
    records: ["document a.html", "error b.html", "document c.txt"],
  },
  {
    flag: "--max-entities",
    files: { "a.txt": CAST, "b.txt": "Ann Lee met Bob Roe.\n" },
    values: [5, 50],
    rule: "too-many-entities",
    code: 0,
    records: ["document a.txt", "document b.txt"],
  },
];

const optionOf = (flag: string) => flag.slice(2).replace(/-(?<letter>.)/gu, (_, letter) => letter.toUpperCase());

describe.each(LIMITED)("$flag on $files", ({ flag, files, values: [low, high], rule, records }) => {
  const extracted = async (cwd: string, value: number) => {
    const all: { readonly head: string; readonly told: string }[] = [];
    for await (const record of extract(cwd, { [optionOf(flag)]: value }))
      all.push({ head: `${record.type} ${record.id}`, told: JSON.stringify(record.diagnostics) });
    return all;
  };

  test("is told, stops no other input, and can be raised", async () => {
    const cwd = folder(files);
    const limited = await extracted(cwd, low);
    expect(limited.map(({ head }) => head)).toEqual(records);
    expect(limited.filter(({ told }) => told.includes(`"${rule}"`) && told.includes(flag))).toHaveLength(1);
    for (const { told } of await extracted(cwd, high)) expect(told).not.toContain(rule);
  });
});

// What is analyzed in a thread is counted there.
const THREADED = LIMITED.filter(({ flag }) => flag === "--max-depth" || flag === "--max-entities");
test.each(THREADED)(
  "$flag is a line and an exit code, from threads too",
  ({ flag, files, values, rule, code, records }) => {
    const args = ["extract", ".", "-f", "jsonl", flag, String(values[0]), "--jobs", "1"];
    const run = summits(args, { cwd: folder(files) });
    expect(recordsOf(run.stdout).map(({ type, id }) => `${type} ${id}`)).toEqual(records);
    expect(run.stderr).toMatch(new RegExp(`${flag}.*  ${rule}$`, "mu"));
    expect(run.code).toBe(code);
  },
);

test("of too many names the first stay, with all their mentions, and what is left out is nowhere", async () => {
  const records = extract("-", { maxEntities: 2, stdin: Readable.from([Buffer.from(CAST)]) });
  const { value: record } = await records.next();
  if (record?.type !== "document") throw new Error("no document");
  expect((record as DocumentRecord).entities?.map(({ name, mentions }) => [name, mentions.length])).toEqual([
    ["Ann Lee", 2],
    ["Bob Roe", 1],
  ]);
  expect(record.diagnostics).toContainEqual({
    rule: "too-many-entities",
    severity: "warning",
    message: "names beyond the limit were left out: 4 entities (--max-entities)",
  });
});

test.each(["check", "show", "report", "lines"])("%s tells of a page that nests too deep, and is no bug", (command) => {
  const cwd = folder({ "a.html": page(60), "b.txt": ARTICLE });
  const { stdout, stderr, code } = summits([command, ".", "--max-depth", "50"], { cwd });
  expect(`${stdout}${stderr}`).toContain("too-deep");
  expect(code).toBe(1);
});

test.each(["--max-records", "--max-depth", "--max-entities"])("%s takes a number above 0", (flag) => {
  expect(summits(["check", "-", flag, "0"])).toMatchObject({
    stderr: `summits: ${flag} takes a whole number above 0, not "0"\n`,
    code: 2,
  });
});
