import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { INPUTS, type Input } from "./inputs.ts";
import { survives } from "./survives.ts";

// CI tries 5,000, npm run fuzz a hundred thousand. Another seed: FUZZ_SEED=7 npm run fuzz
const CASES = Number(process.env.FUZZ_CASES ?? 1000);
const SEED = Number(process.env.FUZZ_SEED ?? 1);

/** Inputs that once broke something: kept as they were found. */
const FOUND = new URL("../fixtures/fuzz/", import.meta.url);

describe("every input that once broke something", () => {
  test.each(readdirSync(FOUND).sort())("%s", (name) =>
    survives({ name, bytes: readFileSync(new URL(name, FOUND)), inputFormat: "auto" }),
  );
});

const tried: Record<string, number> = {};

describe(`${CASES} inputs, seed ${SEED}`, { timeout: 600_000 + CASES * 200 }, () => {
  test.each(Object.entries(INPUTS))("%s", async (kind, { share, input }) => {
    await fc.assert(
      fc.asyncProperty(input, async (one: Input) => {
        tried[kind] = (tried[kind] ?? 0) + 1;
        await survives(one);
      }),
      { numRuns: Math.round(CASES * share), seed: SEED },
    );
  });

  afterAll(() => {
    const sum = Object.values(tried).reduce((a, b) => a + b, 0);
    console.log(`fuzz: ${sum} inputs tried from seed ${SEED}: ${JSON.stringify(tried)}`);
  });
});

test("the shares are all of it", () => {
  expect(Object.values(INPUTS).reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
});
