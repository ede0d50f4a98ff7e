import { readFileSync } from "node:fs";
import { afterAll, beforeEach, expect } from "vitest";

const BLOCK = /<!-- tried -->(?<table>.*?)<!-- \/tried -->/su;

/** The README's table of what is tried: the numbers of each row by its name. */
export function tableIn(): ReadonlyMap<string, readonly number[]> {
  const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
  const rows = (BLOCK.exec(readme)?.groups?.table ?? "").split("\n").filter((line) => /^\| (?!what|---)/u.test(line));
  return new Map(
    rows.map((row) => {
      const [, name = "", ...cells] = row.split("|").map((cell) => cell.trim());
      return [name, cells.filter((cell) => /^[\d,]+$/u.test(cell)).map((cell) => Number(cell.replaceAll(",", "")))];
    }),
  );
}

/** Sees to it that the table has as many of a row as this file of tests tries; where some can't be tried, no fewer. */
export function isToldIn(row: string): void {
  let tried = 0;
  beforeEach(() => void tried++);
  afterAll(() => {
    const told = tableIn().get(row)?.[0];
    if (process.env.SUMMITS_NEEDS_SHARED) expect(told, row).toBe(tried);
    else expect(told, row).toBeGreaterThanOrEqual(tried);
  });
}
