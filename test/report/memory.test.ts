import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { expect, test } from "vitest";
import { ARTICLE, folder, summits } from "../cli/command.ts";

const RECORDS = 10_000;
/** Far less than all the records take; what is held grows with what they tell. */
const HEAP_MB = 256;

test(`${RECORDS} records are told of in a heap of ${HEAP_MB} MB`, { timeout: 300_000 }, async () => {
  const cwd = folder({ "a.txt": ARTICLE });
  const { stdout } = summits(["extract", "a.txt", "--format", "jsonl", "--text", "both", "-q"], { cwd });
  const tail = ` ${"Nothing else was said there. ".repeat(500)}`;
  const line = stdout.replace('"raw":"', `"raw":"${tail}`).replaceAll('"id":"a.txt"', '"id":"%"');
  function* lines() {
    for (let i = 0; i < RECORDS; i++)
      yield line.replace("%", `d${i}`).replaceAll(/\b(?:Lee|Roe|Berg)\b/g, `$&${i % 997}`);
  }
  await pipeline(Readable.from(lines()), createWriteStream(join(cwd, "all.jsonl")));
  const env = { NODE_OPTIONS: `--max-old-space-size=${HEAP_MB}` };
  const { code, stdout: printed } = summits(["report", "all.jsonl", "--format", "json", "-q"], { cwd, env });
  expect(code).toBe(0);
  expect(printed).toContain(String(RECORDS));
});
