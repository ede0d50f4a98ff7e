import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { inspect } from "../src/inspect.ts";
import { LAYERS, type RecordOptions, toRecord } from "../src/record.ts";
import { documentRecord } from "../src/schema.ts";
import { fixtures, textOf } from "./fixtures.ts";
import { checkDocument, checkOffsets, documentOf } from "./invariants.ts";

const validate = new Ajv2020({ strict: true, formats: { date: /^\d{4}-\d\d-\d\d$/ } }).compile(
  z.toJSONSchema(documentRecord, { target: "draft-2020-12" }),
);

const everything = (offsets: RecordOptions["offsets"]): RecordOptions => ({
  offsets,
  text: "both",
  layers: new Set(LAYERS),
});

async function check(text: string, name = "x.txt"): Promise<void> {
  const doc = await documentOf(text, name);
  checkDocument(doc);
  const diagnostics = inspect(doc);
  for (const offsets of ["codepoint", "utf16", "byte"] as const) {
    const record = toRecord(doc, diagnostics, everything(offsets));
    const printed = JSON.stringify(record);
    expect(Buffer.from(printed).toString(), "is not UTF-8").toBe(printed);
    expect(validate(JSON.parse(printed)) || validate.errors, "breaks the schema").toBe(true);
    checkOffsets(record, doc.raw);
  }
  const again = toRecord(await documentOf(text, name), diagnostics, everything("utf16"));
  expect(JSON.stringify(again)).toBe(JSON.stringify(toRecord(doc, diagnostics, everything("utf16"))));
}

/** For long texts: analyzed once, printed once. */
async function checkLong(text: string, name = "x.txt"): Promise<void> {
  const doc = await documentOf(text, name);
  checkDocument(doc);
  checkOffsets(toRecord(doc, inspect(doc), everything("codepoint")), doc.raw);
}

describe("every fixture", () => {
  test.each(fixtures)("%s", (name) => check(textOf(name), name));
});

const HOSTILE = [
  ["nothing", ""],
  ["one space", " "],
  ["line ends of every kind", "a\r\nb\rc\nd\u2028e\u2029f\u0085g\v\fh"],
  ["NULs", "Ann Lee\0 said\0 on May 7.\0"],
  ["lone surrogates", "\ud800“\udc00 said \udbff Ann Lee\ud83d, on Monday”\udfff"],
  ["marks that reorder text", "\u202eAnn Lee said “no” on Monday\u202c \u2066x\u2069"],
  ["combining marks", `Z${"\u0301".repeat(3000)}algo said “no”.`],
  ["only quotation marks", "“”".repeat(1000)],
  ["quotation marks that never close", "“She said ".repeat(1000)],
  ["one very long word", "A".repeat(100_000)],
  ["one very long number", "1".repeat(100_000)],
  ["one very long line", "President Ann Lee told Bob Roe on Monday that talks in Oslo had failed. ".repeat(500)],
  ["dates without end", "May 7, 2024, ".repeat(1000)],
  ["numbers with dots and dashes", "1-2-3.4.5/6/7:8:9 ".repeat(1000)],
  ["names without end", Array.from({ length: 300 }, (_, i) => `Ann B${i.toString(36)}x Lee`).join(", ")],
  ["abbreviations without end", "U.S. v. St. Dr. No. ".repeat(500)],
  ["commas and spaces", `${", ".repeat(5000)}${" ".repeat(50_000)}.`],
  ["line feeds", "\n".repeat(50_000)],
  ["short lines", "By Ann\n".repeat(2000)],
  ["brackets that never close", "([{<".repeat(3000)],
  ["apostrophes and hyphens", "a-".repeat(5000) + "’s".repeat(5000)],
] as const;

describe("hostile text", () => {
  test.each(HOSTILE)("%s", (_, text) => checkLong(text));
});

const HOSTILE_HTML = [
  ["elements that nest deeper than any page", "<div>".repeat(5000)],
  ["links that never close", '<a href="x">Ann '.repeat(500)],
  ["tables inside tables", "<table><tr><td>".repeat(500)],
  ["angle brackets", "<".repeat(20_000)],
  ["character references", "&#xd800;&#0;&#x110000;&nbsp;&lt;p&gt;&bogus;".repeat(500)],
  ["broken JSON-LD", '<script type="application/ld+json">{"@graph":[{"@graph":[</script><p>Ann said no.</p>'],
  ["JSON-LD that nests", `<script type="application/ld+json">${"[".repeat(20_000)}${"]".repeat(20_000)}</script>`],
  ["an attribute of a megabyte", `<p class="${"a ".repeat(500_000)}">Ann said no.</p>`],
  ["comments that never close", "<p>Ann</p><!--".repeat(3000)],
] as const;

describe("hostile HTML", () => {
  test.each(HOSTILE_HTML)("%s", (_, text) => checkLong(text, "x.html"));
});
