import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { summits } from "../cli/command.ts";
import { writeArticles } from "../scale/cluster.ts";

const COUNT = 3;
const cwd = mkdtempSync(join(tmpdir(), "summits-merge-"));
afterAll(() => rmSync(cwd, { recursive: true }));

/** Files, records, one id many times, what can't be read, what is skipped, and nothing at all. */
beforeAll(() => {
  writeArticles(join(cwd, "articles"), 30);
  mkdirSync(join(cwd, "articles/sub"));
  copyFileSync(join(cwd, "articles/00001.txt"), join(cwd, "articles/sub/00001.txt"));
  mkdirSync(join(cwd, "parts"));
  for (const [i, path] of parts(1, 2, 3).entries()) {
    expect(extract("--shard", `${i + 1}/${COUNT}`, "-o", path).code).toBeLessThan(2);
  }
}, 120_000);

const extract = (...flags: string[]) =>
  summits(["extract", "articles", "articles/sub", "gone", "--quiet", "--format", "jsonl", ...flags], { cwd });
const merge = (...flags: string[]) => summits(["merge", "--quiet", ...flags], { cwd });
const parts = (...order: number[]) => order.map((i) => `parts/${i}.jsonl`);

test("the bytes of a single run, whatever the order of the parts", () => {
  expect(merge("parts", "--format", "jsonl").stdout).toBe(extract().stdout);
  const one = summits(["extract", "articles", "articles/sub", "gone", "--quiet", "--json"], { cwd });
  const merged = merge(...parts(3, 1, 2));
  expect(merged.stdout === one.stdout).toBe(true);
  expect([merged.code, one.code]).toEqual([1, 1]);
});

test("more parts than documents: some are empty, and the whole is the same", () => {
  const all = Array.from({ length: 40 }, (_, i) => `many/${i + 1}.jsonl`);
  mkdirSync(join(cwd, "many"));
  writeFileSync(join(cwd, "few.jsonl"), '{"id":"a","text":"One."}\n{"id":"a","text":"Two."}\n');
  const few = (...flags: string[]) =>
    summits(["extract", "few.jsonl", "--quiet", "--format", "jsonl", ...flags], { cwd });
  for (const [i, path] of all.slice(0, 4).entries()) expect(few("--shard", `${i + 1}/4`, "-o", path).code).toBe(0);
  expect(merge("many", "--format", "jsonl").stdout).toBe(few().stdout);
});

test.each([
  ["a missing part", () => parts(1, 3), /^summits: parts are missing: 2 of 3\n$/u],
  ["a part that is here twice", () => [...parts(1, 2, 3), "parts/2.jsonl"], /^summits: part 2 of 3 is here twice: /u],
  ["what is no part", () => ["articles/records.jsonl"], /^summits: articles\/records\.jsonl is no part of a corpus/u],
  ["nothing", () => ["articles"], /^summits: no parts of a corpus are here/u],
  ["a part with other options", () => other("--text", "none"), /were made differently: text "clean" and "none"\n$/u],
  ["a part of another version", () => ofVersion("9.9.9"), /were made differently: version 0\.1\.0 and 9\.9\.9\n$/u],
  ["a part of another input", () => ofInput(), /are of different inputs/u],
  ["a part that is cut off", () => cutOff(), /is not whole: \d+ bytes of \d+\n$/u],
] as const)("%s: one line, exit 2", (_, paths, message) => {
  const { stderr, stdout, code } = merge(...paths());
  expect([stdout, code]).toEqual(["", 2]);
  expect(stderr).toMatch(message);
});

function other(...flags: string[]): string[] {
  extract("--shard", `2/${COUNT}`, "-o", "other.jsonl", ...flags);
  return [...parts(1, 3), "other.jsonl"];
}

function ofVersion(version: string): string[] {
  copyFileSync(join(cwd, "parts/2.jsonl"), join(cwd, "version.jsonl"));
  const manifest = JSON.parse(readFileSync(join(cwd, "parts/2.jsonl.manifest"), "utf8"));
  writeFileSync(
    join(cwd, "version.jsonl.manifest"),
    JSON.stringify({ ...manifest, tool: { name: "summits", version } }),
  );
  return [...parts(1, 3), "version.jsonl"];
}

function ofInput(): string[] {
  summits(["extract", "articles/sub", "--quiet", "--format", "jsonl", "--shard", `2/${COUNT}`, "-o", "input.jsonl"], {
    cwd,
  });
  return [...parts(1, 3), "input.jsonl"];
}

function cutOff(): string[] {
  copyFileSync(join(cwd, "parts/2.jsonl"), join(cwd, "cut.jsonl"));
  copyFileSync(join(cwd, "parts/2.jsonl.manifest"), join(cwd, "cut.jsonl.manifest"));
  truncateSync(join(cwd, "cut.jsonl"), 100);
  return [...parts(1, 3), "cut.jsonl"];
}
