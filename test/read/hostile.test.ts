import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { INPUT_FORMATS } from "../../src/read/reader.ts";
import { brief, read } from "./reading.ts";

// Pieces that readers look for, in any order, and bytes that mean nothing.
const pieces = fc.oneof(
  fc.constantFrom(
    ...[
      '{"id":1,"text":"x"}',
      "[",
      "]",
      "{",
      "}",
      '"',
      ",",
      ";",
      "\t",
      "\n",
      "\r\n",
      "\r\n\r\n",
      "id,text\n",
      "WARC/1.0\r\n",
    ],
    ...[
      "Content-Length: 5\r\n",
      "WARC-Type: response\r\n",
      "HTTP/1.1 200 OK\r\n",
      "Content-Type: text/html\r\n",
      "<p>x</p>",
    ],
    ...["Transfer-Encoding: chunked\r\n", "Content-Encoding: gzip\r\n", "\ufeff", "😀", "\\", "\0"],
  ),
  fc.uint8Array({ maxLength: 12 }),
);
const bytes = fc
  .array(pieces, { maxLength: 30 })
  .map((all) => Buffer.concat(all.map((piece) => Buffer.from(piece as string))));

test.each(INPUT_FORMATS)("whatever the bytes, reading them as %s ends and gives outcomes", async (inputFormat) => {
  await fc.assert(
    fc.asyncProperty(bytes, fc.integer({ min: 1, max: 40 }), fc.boolean(), async (content, size, packed) => {
      const all = await read(packed ? gzipSync(content) : content, { inputFormat, maxBytes: 60 }, size);
      for (const one of all) expect(["document", "error", "skipped"]).toContain(one.kind);
      if (["text", "html", "markdown"].includes(inputFormat)) expect(all.length).toBe(1);
    }),
    { numRuns: 150, seed: 7 },
  );
});

test("every line of JSON Lines has one outcome, whatever the chunks", async () => {
  const lines = fc.array(fc.constantFrom('{"id":"a","text":"x"}', "{", "null", '{"id":2}', "", "  "), {
    maxLength: 20,
  });
  await fc.assert(
    fc.asyncProperty(lines, fc.integer({ min: 1, max: 30 }), async (all, size) => {
      const outcomes = await read(all.join("\n"), { inputFormat: "jsonl" }, size);
      // Of nothing at all it is said that there is nothing.
      expect(outcomes.length).toBe(Math.max(1, all.filter((line) => line.trim()).length));
    }),
    { numRuns: 150, seed: 7 },
  );
});

test("every row of a table has one outcome, whatever the chunks", async () => {
  const rows = fc.array(fc.constantFrom("1,one", '2,"two, 😀\nmore"', "3", "4,four,extra", '5,a "b" c'), {
    minLength: 1,
    maxLength: 20,
  });
  await fc.assert(
    fc.asyncProperty(rows, fc.integer({ min: 1, max: 30 }), async (all, size) => {
      const outcomes = await read(`id,text\n${all.join("\n")}\n`, { inputFormat: "csv" }, size);
      expect(outcomes.map((one) => brief(one)[0])).toEqual(
        all.map((row) => (row === "3" ? "b" : row.startsWith("4") ? "r" : row[0])),
      );
    }),
    { numRuns: 150, seed: 7 },
  );
});

test("a hundred thousand lines are read in bounded memory", async () => {
  const line = Buffer.from(`{"id":"x","text":"${"word ".repeat(20)}"}\n{broken\n`);
  async function* stream() {
    for (let i = 0; i < 2000; i++) yield Buffer.concat(Array.from({ length: 25 }, () => line));
  }
  const { readDocuments } = await import("../../src/read/documents.ts");
  let [documents, errors, most] = [0, 0, 0];
  const before = process.memoryUsage().heapUsed;
  const options = { inputFormat: "jsonl" as const, published: null, maxBytes: 1 << 20 };
  for await (const one of readDocuments({ kind: "stdin" }, options, stream())) {
    if (one.kind === "document") documents++;
    else errors++;
    if ((documents + errors) % 5000 === 0) most = Math.max(most, process.memoryUsage().heapUsed - before);
  }
  expect([documents, errors]).toEqual([50_000, 50_000]);
  expect(most).toBeLessThan(200 << 20);
});
