import { expect, test } from "vitest";
import { ARTICLE, folder, recordsOf, summits } from "../cli/command.ts";

const line = (id: string, text = ARTICLE) => `${JSON.stringify({ id, text })}\n`;
// So many different names that one document takes seconds, and hundreds of MB.
const heavy = (n: number) =>
  Array.from({ length: n }, (_, i) => `Minister Ann${i} Lee${i} told Bob Roe in Oslo on May 7 “no ${i}.”`).join("\n\n");
const ids = ["a", "b", "heavy", "c", "d"];
const input = (n: number) => ids.map((id) => (id === "heavy" ? line(id, heavy(n)) : line(id))).join("");
const EXTRACT = ["extract", "in.jsonl", "--format", "jsonl", "--jobs", "2"];

test("a document that takes too long is an error, alone and in its place", () => {
  const cwd = folder({ "in.jsonl": input(100_000) });
  const { stdout, code } = summits([...EXTRACT, "--timeout-per-document", "3"], { cwd });
  const records = recordsOf(stdout);
  expect(records.map(({ id }) => id)).toEqual(ids);
  expect(records.map(({ type }) => type)).toEqual(["document", "document", "error", "document", "document"]);
  expect(records[2].diagnostics).toMatchObject([{ rule: "timed-out" }]);
  expect(code).toBe(1);
});

test("a document that needs too much memory is an error, alone and in its place", () => {
  const cwd = folder({ "in.jsonl": input(40_000) });
  const { stdout, code } = summits([...EXTRACT, "--memory-per-job", "120"], { cwd });
  const records = recordsOf(stdout);
  expect(records.map(({ id }) => id)).toEqual(ids);
  expect(records.map(({ type }) => type)).toEqual(["document", "document", "error", "document", "document"]);
  expect(records[2].diagnostics).toMatchObject([{ rule: "worker-ended" }]);
  expect(code).toBe(1);
});

test("so little memory that no worker can start: one line", () => {
  const cwd = folder({ "in.jsonl": line("a") });
  const { stderr, code } = summits([...EXTRACT, "--memory-per-job", "8"], { cwd });
  expect([stderr, code]).toEqual(["summits: --memory-per-job is too little: no worker could start\n", 2]);
});
