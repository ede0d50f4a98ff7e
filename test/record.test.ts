import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { diagnose } from "../src/diagnostic.ts";
import { extract } from "../src/extract.ts";
import { offsetConverter } from "../src/offsets.ts";
import { LAYERS, recordOf, toErrorRecord } from "../src/record.ts";
import { fixtures, pathOf } from "./fixtures.ts";

describe("offsets", () => {
  // One character of each length in UTF-8, and of each in UTF-16; then half a pair. Where each begins, and the end:
  const raw = "aé€😀b\ud800c";
  const offsets = [0, 1, 2, 3, 5, 6, 7, 8];

  test.each([
    ["utf16", offsets],
    ["codepoint", [0, 1, 2, 3, 4, 5, 6, 7]],
    ["byte", [0, 1, 3, 6, 10, 11, 14, 15]],
  ] as const)("%s", (unit, expected) => {
    expect(offsets.map(offsetConverter(raw, unit))).toEqual(expected);
  });
});

test("the record of an error has no offsets: there is no text that they could point into", () => {
  const diagnostic = diagnose("undecodable-bytes", "utf-8", { span: { start: 3, end: 4 } });
  expect(toErrorRecord("a", "a.txt", [diagnostic])).toEqual({
    schema: "summits/document/1",
    type: "error",
    id: "a",
    source: { path: "a.txt" },
    diagnostics: [{ rule: "undecodable-bytes", severity: "warning", message: diagnostic.message }],
  });
});

// Written anew by: mkdir -p test/fixtures/goldens && npx vitest run --config test/vitest.config.ts test/record.test.ts -u
const GOLDENS = new URL("fixtures/goldens/", import.meta.url);

describe.skipIf(!existsSync(GOLDENS))("the whole record of", () => {
  test.each(fixtures)("%s", async (name) => {
    await expect(await printed(name)).toMatchFileSnapshot(new URL(`${name}.json`, GOLDENS).pathname);
  });
});

async function printed(name: string): Promise<string> {
  for await (const outcome of extract([pathOf(name)], { inputFormat: "auto", published: null, maxBytes: 1 << 20 })) {
    if (outcome.kind === "skipped") continue;
    const record = recordOf(outcome, { offsets: "codepoint", text: "clean", layers: new Set(LAYERS) });
    return oneFindingALine({ ...record, source: { ...record.source, path: name } });
  }
  throw new Error(`${name} gave nothing`);
}

/** JSON with every block, entity, date, quotation on a line of its own, so that a difference shows what it is about. */
function oneFindingALine(record: object): string {
  const fields = Object.entries(record).map(([key, value]) => {
    const isList = Array.isArray(value) && value.length > 0;
    const json = isList ? `[\n${value.map((one) => JSON.stringify(one)).join(",\n")}\n]` : JSON.stringify(value);
    return `${JSON.stringify(key)}: ${json}`;
  });
  return `{\n${fields.join(",\n")}\n}\n`;
}
