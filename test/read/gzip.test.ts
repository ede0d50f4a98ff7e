import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { brief, read } from "./reading.ts";

const records = Array.from({ length: 50 }, (_, i) => `{"id":${i},"text":"number ${i} ${Math.sin(i)}"}\n`).join("");

test.each([
  ["text", "An article.\n", ["- An article."]],
  ["JSON Lines", '{"id":1,"text":"one"}\n', ["1 one"]],
  ["a table", "id,text\n1,one\n", ["1 one"]],
])("compressed %s is what it is", async (_, text, wanted) => {
  expect((await read(gzipSync(text))).map(brief)).toEqual(wanted);
});

test("members one after another are one file", async () => {
  const two = Buffer.concat([gzipSync('{"id":1,"text":"one"}\n'), gzipSync('{"id":2,"text":"two"}\n')]);
  expect((await read(two)).map(brief)).toEqual(["1 one", "2 two"]);
});

test("what comes before the cut is read, and the cut is an error", async () => {
  const bytes = gzipSync(records, { level: 0 });
  const all = (await read(bytes.subarray(0, bytes.length >> 1))).map(brief);
  expect(all.length).toBeGreaterThan(10);
  expect(all.at(-1)).toBe("broken-gzip");
  expect(all.slice(0, -1).every((line, i) => line.startsWith(`${i} number`))).toBe(true);
});

test("damage is an error, not a crash", async () => {
  const bytes = gzipSync(records);
  bytes.fill(255, 40, 60);
  expect((await read(bytes)).map(brief).at(-1)).toBe("broken-gzip");
});

test("a bomb is stopped with an error that names the limit", async () => {
  const bomb = gzipSync(Buffer.alloc(24 << 20, "a"));
  for (const options of [
    { inputFormat: "jsonl" as const, maxBytes: 1 << 30 },
    { inputFormat: "csv" as const, maxBytes: 1 << 30 },
  ]) {
    const [one, ...rest] = await read(bomb, options, 1 << 16);
    expect(one).toMatchObject({
      diagnostic: { rule: "compression-bomb", message: expect.stringContaining("--max-ratio") },
    });
    expect(rest).toEqual([]);
  }
  expect((await read(bomb, {}, 1 << 16)).map(brief)).toEqual(["compression-bomb"]);
  expect((await read(bomb, { maxBytes: 1 << 20 }, 1 << 16)).map(brief)).toEqual(["file-too-large"]);
});
