import { analyse } from "scslre";
import { expect, test } from "vitest";
import { tableIn } from "../told.ts";
import { attacksOn } from "./attacks.ts";
import { collectPatterns } from "./patterns.ts";

/** As long as the lines that most rules look at. Where ways to read a text multiply, this many characters take years. */
const LENGTH = 160;
/** Far more than a pattern takes on a busy machine, whose ways to read a text only add up. */
const SECONDS = 2;

const patterns = await collectPatterns();

const told = (row: string) => tableIn().get(row)![0]!;

test("there are at least as many as the README tells", () =>
  expect(patterns.length).toBeGreaterThanOrEqual(told("regular expressions, at least")));

test("none has ways to read a text that multiply, as far as its automaton tells", { timeout: 600_000 }, () => {
  const multiplying = patterns.filter(({ pattern }) => analyse(pattern).reports.some(({ exponential }) => exponential));
  expect(multiplying.map(({ pattern, file }) => `${file}: ${pattern}`)).toEqual([]);
});

test("none can be made to run without end", { timeout: 600_000 }, () => {
  const slow: string[] = [];
  let attacks = 0;
  for (const { pattern, file } of patterns) {
    const everywhere = new RegExp(pattern.source, `${pattern.flags.replace(/[gy]/g, "")}g`);
    const before = process.cpuUsage().user;
    for (const text of attacksOn(pattern, LENGTH)) {
      for (const _ of text.matchAll(everywhere));
      attacks++;
    }
    if (process.cpuUsage().user - before > SECONDS * 1e6) slow.push(`${file}: ${pattern}`);
  }
  expect(slow).toEqual([]);
  expect(attacks).toBeGreaterThanOrEqual(told("attacks on them, at least"));
  console.log(`${attacks} attacks on ${patterns.length} regular expressions`);
});
