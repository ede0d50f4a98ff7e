import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ARTICLE, folder, summits } from "../cli/command.ts";
import { isRefused, settingsKinds } from "./settings.ts";

// A tenth as many as of documents: settings are written by those who use them.
const CASES = Number(process.env.FUZZ_CASES ?? 1000) / 10;
const SEED = Number(process.env.FUZZ_SEED ?? 1);

const cwd = mkdtempSync(join(tmpdir(), "summits-"));
mkdirSync(join(cwd, "parts"));
beforeAll(() => {
  const lines = ["a", "b", "c"].map((id) => JSON.stringify({ id, text: ARTICLE }));
  writeFileSync(join(cwd, "x.jsonl"), lines.join("\n"));
  for (const i of [1, 2]) {
    const args = ["extract", "x.jsonl", "--shard", `${i}/2`, "-f", "jsonl", "-q", "-o", `parts/${i}.jsonl`];

    expect(summits(args, { cwd }).stderr).toBe("");
  }
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

test("whatever settings say, they are read or refused", { timeout: 600_000 + CASES * 1000 }, async () => {
  const before = Object.getOwnPropertyNames(Object.prototype);
  const refused: Record<string, string> = {};
  for (const [name, kind] of Object.entries(settingsKinds({ folder: join(cwd, "parts") }))) {
    let [tried, no] = [0, 0];
    await fc.assert(
      fc.asyncProperty(kind.input, async (input) => {
        tried++;
        if (await isRefused(kind, input)) no++;
      }),
      { numRuns: Math.ceil(CASES * kind.share), seed: SEED },
    );
    refused[name] = `${no} of ${tried}`;
  }
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
  console.log(`refused, from seed ${SEED}: ${JSON.stringify(refused)}`);
});

test("the shares are all of it", () => {
  const shares = Object.values(settingsKinds({ folder: join(cwd, "parts") })).map(({ share }) => share);
  expect(shares.reduce((a, b) => a + b, 0)).toBeCloseTo(1);
});

describe("settings are data", () => {
  const code = 'process.stdout.write("RUN"); export default { quiet: true };\n';

  test("programs beside them are never run", () => {
    const names = [
      "summits.config.js",
      "summits.config.mjs",
      "summits.config.ts",
      "summits.config.cjs",
      ".summitsrc.js",
    ];
    const cwd = folder({ ...Object.fromEntries(names.map((name) => [name, code])), "a.txt": ARTICLE });
    const { stdout, code: exit } = summits(["check", "a.txt"], { cwd });
    expect(stdout).not.toContain("RUN");
    expect(exit).toBe(0);
  });

  test.each(["summits.config.js", "evil.json"])("a program that is given as settings is refused: %s", (name) => {
    const {
      stdout,
      stderr,
      code: exit,
    } = summits(["check", "a.txt", "--config", name], {
      cwd: folder({ [name]: code, "a.txt": ARTICLE }),
    });
    expect(stdout).toBe("");
    expect(stderr).toMatch(new RegExp(`^summits: .*${name}:1:1: `, "u"));
    expect(exit).toBe(2);
  });

  test.each(['{"__proto__": {"quiet": true}}', '{"check": {"__proto__": {"failOn": "never"}}}', '{"constructor": 1}'])(
    "%s is an unknown key",
    (text) => {
      const { stderr, code: exit } = summits(["check", "a.txt"], {
        cwd: folder({ "summits.config.json": text, "a.txt": ARTICLE }),
      });
      expect(stderr).toMatch(/unknown key "(?:__proto__|constructor)"/u);
      expect(exit).toBe(2);
    },
  );
});
