import { expect, test } from "vitest";
import { brief, documents, read } from "./reading.ts";

const TEXT = "The talks in Zürich, “long and frank” 😀, ended on Tuesday without a statement.\n";

/** The bytes of UTF-32. */
function utf32(text: string, isLittle: boolean): Buffer {
  const bytes = Buffer.alloc([...text].length * 4);
  for (const [i, char] of [...text].entries()) {
    if (isLittle) bytes.writeUInt32LE(char.codePointAt(0)!, i * 4);
    else bytes.writeUInt32BE(char.codePointAt(0)!, i * 4);
  }
  return bytes;
}

test.each([
  ["utf-16le", Buffer.from(`\ufeff${TEXT}`, "utf16le"), "bom"],
  ["utf-16be", Buffer.from(`\ufeff${TEXT}`, "utf16le").swap16(), "bom"],
  ["utf-32le", utf32(`\ufeff${TEXT}`, true), "bom"],
  ["utf-32be", utf32(`\ufeff${TEXT}`, false), "bom"],
  ["utf-16le", Buffer.from(TEXT, "utf16le"), "detected"],
  ["utf-32le", utf32(TEXT, true), "detected"],
  ["utf-32be", utf32(TEXT, false), "detected"],
])("%s is read (%3$s)", async (encoding, bytes, basis) => {
  const [one] = documents(await read(bytes));
  expect(one!.source.raw).toBe(TEXT);
  expect(one!.source.file).toMatchObject({ encoding, encodingBasis: basis });
});

test("a file of records in UTF-32 is read across chunks that cut characters", async () => {
  expect((await read(utf32('\ufeff{"id":1,"text":"a 😀"}\n', true), {}, 5)).map(brief)).toEqual(["1 a 😀"]);
});

test("what is no character in UTF-32 is replaced and reported", async () => {
  const bytes = utf32(`\ufeff${TEXT}`, true);
  bytes.writeUInt32LE(0xd800, 8);
  const [one] = documents(await read(bytes));
  expect(one!.source.raw).toContain("\ufffd");
  expect(one!.diagnostics.map(({ rule }) => rule)).toContain("undecodable-bytes");
});
