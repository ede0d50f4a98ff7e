import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const project = fileURLToPath(new URL("../..", import.meta.url));
const benchmark = fileURLToPath(new URL("../../../shared/bench/run.mjs", import.meta.url));

// F1, in percent, of the built command on the five articles that the tool was founded on. They only rise.
const FLOORS: Readonly<Record<string, number>> = {
  "seeds entities: micro strict": 98,
  "seeds linking: all B3 end-to-end": 98,
  "seeds linking: PERSON pairwise matched": 99,
  "seeds dates: all value": 96,
  "seeds quotes: all end-to-end": 80,
};

test.skipIf(!process.env.SUMMITS_NEEDS_SHARED)("the benchmarks are here, so that no floor is skipped", () => {
  expect(existsSync(benchmark)).toBe(true);
});

describe.skipIf(!existsSync(benchmark))(
  "the built command on five scraped articles (skipped without benchmarks)",
  () => {
    const run = spawnSync(process.execPath, [benchmark, "--project", project, "--sets", "seeds", "--json"]);
    const rows: { set: string; measure: string; F1: string }[] = JSON.parse(run.stdout.toString() || "[]");

    test.each(Object.entries(FLOORS))("%s is at least %d", (name, floor) => {
      const row = rows.find(({ set, measure }) => `${set}: ${measure}` === name);
      expect(Number(row?.F1)).toBeGreaterThanOrEqual(floor);
    });
  },
);
