import { expect, test } from "vitest";
import { ARTICLE, folder, summits } from "./command.ts";

const records = summits(["extract", "-", "--format", "jsonl", "--text", "both", "-q"], { input: ARTICLE }).stdout;
const report = (name: string, content: string) =>
  summits(["report", "people", name, "--format", "csv"], { cwd: folder({ [name]: content }) });

test("records of another version are named with their line and what to do, and the others are counted", () => {
  const { stdout, stderr, code } = report("a.jsonl", records + records.replace("document/1", "document/9"));
  expect(stderr).toMatch(/^a\.jsonl:2 .*it is of schema summits\/document\/9; .*: extract it again/mu);
  expect(stdout.split("\n").length).toBeGreaterThan(2);
  expect(code).toBe(1);
});

test("a line that was cut in the middle is named, and the others are counted", () => {
  const { stdout, stderr, code } = report("a.jsonl", records + records.slice(0, records.length / 2));
  expect(stderr).toMatch(/^a\.jsonl:2 .*not a record/mu);
  expect(stdout.split("\n").length).toBeGreaterThan(2);
  expect(code).toBe(1);
});

test("a corpus object of another version, or cut in the middle, is said to be one", () => {
  const corpus = summits(["extract", "-", "--json", "-q"], { input: ARTICLE }).stdout;
  expect(report("a.json", corpus.replace("corpus/1", "corpus/9")).stderr).toMatch(/schema summits\/corpus\/9; /u);
  const cut = report("a.json", corpus.slice(0, corpus.length / 2));
  expect(cut.stderr).toMatch(/^a\.json .*not a record/mu);
  expect(cut.code).toBe(1);
});
