import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { afterAll, describe, expect, test } from "vitest";
import { findAttributions } from "../../src/quotes/attribute.ts";
import { article } from "../quotes/quoted.ts";

const shared = new URL("../../../shared/", import.meta.url);
const benchmark = new URL("bench/quotes/", shared);
const work = mkdtempSync(join(tmpdir(), "summits-quotes-"));
afterAll(() => rmSync(work, { recursive: true }));

interface Article {
  readonly id: string;
  readonly text: string;
}

/** End-to-end F1 of some records by the benchmark's own scorer. */
function score(records: readonly Article[]): Record<"all" | "direct" | "mixed" | "indirect", number> {
  const lines = (rows: readonly unknown[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join("");
  const [gold, found] = [join(work, "gold.jsonl"), join(work, "found.jsonl")];
  writeFileSync(gold, lines(records));
  writeFileSync(found, lines(records.map(({ id, text }) => ({ id, quotes: predict(text) }))));
  const scorer = fileURLToPath(new URL("score.mjs", benchmark));
  const { kinds } = JSON.parse(execFileSync(process.execPath, [scorer, gold, found, "--json"], { encoding: "utf8" }));
  return Object.fromEntries(
    Object.entries(kinds as Record<string, { endToEnd: { f1: number } }>).map(([kind, { endToEnd }]) => [
      kind,
      endToEnd.f1,
    ]),
  ) as ReturnType<typeof score>;
}

const predict = (text: string) =>
  findAttributions(article(text)).map(({ parts, cue, speaker }) => ({
    parts: parts.map(({ start, end }) => [start, end]),
    cue,
    speaker,
  }));

const parse = (text: string): Article[] =>
  text
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));

function seeds(): Article[] {
  execFileSync(process.execPath, [fileURLToPath(new URL("gold/to-bench.mjs", shared)), work]);
  return parse(readFileSync(join(work, "quotes.jsonl"), "utf8"));
}

describe.skipIf(!existsSync(benchmark))("accuracy of quotations (benchmark folder beside the project)", () => {
  test("the seed articles, which nothing was fitted on", () => {
    const { all, direct, mixed } = score(seeds());
    expect(all).toBeGreaterThan(81);
    expect(direct).toBeGreaterThan(93);
    expect(mixed).toBeGreaterThan(80);
  });

  // The packed model has seen these: the floors guard against breaking it and say nothing of its accuracy (MODEL.md does).
  test("a sample of PolNeAR stays as it was fitted", () => {
    const records = parse(gunzipSync(readFileSync(new URL("polnear.dev.jsonl.gz", benchmark))).toString("utf8"));
    const { all, direct, mixed, indirect } = score(records.filter((_, i) => i % 8 === 0));
    expect(all).toBeGreaterThan(83);
    expect(direct).toBeGreaterThan(94);
    expect(mixed).toBeGreaterThan(86);
    expect(indirect).toBeGreaterThan(74);
  });
});
