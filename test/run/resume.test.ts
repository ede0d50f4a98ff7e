import { appendFileSync, readdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { ARTICLE, folder, recordsOf, start, summits } from "../cli/command.ts";

const line = (id: string, text = ARTICLE) => `${JSON.stringify({ id, text })}\n`;
const lines = (n: number) => Array.from({ length: n }, (_, i) => line(`r${i}`)).join("");
const outputs = (cwd: string) => readdirSync(cwd).filter((name) => name.startsWith("out"));
const extract = (cwd: string, ...flags: string[]) =>
  summits(["extract", "in.jsonl", "--format", "jsonl", "-o", "out.jsonl", ...flags], { cwd });
const output = (cwd: string) => readFileSync(join(cwd, "out.jsonl"), "utf8");

/** Interrupts a run that has printed some records and waits for more input. */
async function interrupted(cwd: string, signal: "SIGINT" | "SIGTERM"): Promise<{ code: number; part: string }> {
  const out = join(cwd, "out.jsonl");
  const { child, ended } = start(["extract", "-", "--format", "jsonl", "-o", out, "--jobs", "1"]);
  child.stdin!.write(lines(3));
  const part = () => outputs(cwd).find((name) => name.endsWith(".part"));
  while (!part() || readFileSync(join(cwd, part()!), "utf8").split("\n").length < 4) await setTimeout(50);
  child.kill(signal);
  return { code: await ended, part: join(cwd, part()!) };
}

test.each([
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const)("%s: what is done is kept, exit %i; --resume mends the last line and goes on", async (signal, expected) => {
  const cwd = folder({ "in.jsonl": lines(5) });
  const { code, part } = await interrupted(cwd, signal);
  expect(code).toBe(expected);
  const before = readFileSync(part, "utf8");
  expect(recordsOf(before).map(({ id }) => id)).toEqual(["r0", "r1", "r2"]);
  truncateSync(part, Buffer.byteLength(before) - 1000);
  const all = summits(["extract", "-", "--format", "jsonl"], { input: lines(5), cwd }).stdout;
  const out = ["extract", "-", "--format", "jsonl", "-o", join(cwd, "out.jsonl"), "--resume"];
  const { stderr } = summits(out, { input: lines(5), cwd });
  expect(stderr).toContain("5 documents, 2 of them kept");
  expect(output(cwd)).toBe(all);
  expect(outputs(cwd)).toEqual(["out.jsonl", "out.jsonl.manifest"]);
});

test("a finished file is gone on with: what is new or changed is done, what is gone goes", () => {
  const cwd = folder({ "in.jsonl": lines(4) });
  expect(extract(cwd).code).toBe(0);
  writeFileSync(join(cwd, "in.jsonl"), line("new") + line("r1") + line("r0", "Changed.") + line("r3"));
  expect(extract(cwd, "--resume").stderr).toContain("4 documents, 2 of them kept");
  expect(recordsOf(output(cwd)).map(({ id, source }) => [id, source.line])).toEqual([
    ["new", 1],
    ["r1", 2],
    ["r0", 3],
    ["r3", 4],
  ]);
  const before = output(cwd);
  expect(extract(cwd).code).toBe(0);
  expect(output(cwd)).toBe(before);
});

test("nothing that was made with other options is kept", () => {
  const cwd = folder({ "in.jsonl": lines(2) });
  extract(cwd);
  const { stderr, code } = extract(cwd, "--resume", "--text", "none");
  expect([code, stderr]).toEqual([
    2,
    'summits: cannot go on with out.jsonl: it was made with other options: text "clean" and "none"\n',
  ]);
  appendFileSync(join(cwd, "out.jsonl.0123456789ab.01234567.part"), "x");
  expect(extract(cwd, "--resume").stderr).toContain("was made with other options or by another version");
});

test("--resume and --shard need a file of records", () => {
  const cwd = folder({ "in.jsonl": lines(1) });
  expect(summits(["extract", "in.jsonl", "--resume"], { cwd }).code).toBe(2);
  expect(summits(["extract", "in.jsonl", "--format", "jsonl", "--shard", "1/2"], { cwd }).code).toBe(2);
  for (const shard of ["0/2", "3/2", "1", "a/b", "1/0"]) expect(extract(cwd, "--shard", shard).code).toBe(2);
});
