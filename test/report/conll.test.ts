import { expect, test } from "vitest";
import { conllWriter } from "../../src/report/conll.ts";
import { ARTICLE, between, broken, recordOfText } from "./exports.ts";

const record = await recordOfText("a.txt", ARTICLE, { offsets: "utf16" });
const out = (unit: "codepoint" | "byte" | "utf16") => {
  const writer = conllWriter(unit);
  return [writer.add(record), writer.add(broken), ...writer.end()].join("");
};
const rows = (text: string) =>
  text
    .split("\n")
    .filter((line) => line && !line.startsWith("# "))
    .map((line) => line.split("\t") as [string, string, string, string, string, string]);

test("the offsets of every token lead to its text", () => {
  const bytes = Buffer.from(ARTICLE);
  const tokens = rows(out("codepoint"));
  expect(tokens.length).toBeGreaterThan(80);
  for (const [, form, , start, end] of tokens) expect(between(ARTICLE, +start, +end)).toBe(form);
  for (const [, form, , start, end] of rows(out("byte"))) expect(bytes.toString("utf8", +start, +end)).toBe(form);
});

test("every line has six columns, and sentences end with a blank line", () => {
  for (const line of out("codepoint").split("\n")) expect(line).toMatch(/^(?:|# .*|\d+(?:\t[^\t]+){5})$/);
  expect(out("codepoint")).toMatch(/^# global\.columns = ID FORM .*\n# newdoc id = a\.txt\n# sent_id = 1\n/);
  expect(out("codepoint")).toMatch(/# newdoc id = broken\.txt\n# error = not text: an image\n\n$/);
});

test("the entities are those of the record", () => {
  const spans: string[] = [];
  for (const [, , , start, end, tag] of rows(out("utf16"))) {
    if (tag.startsWith("B-")) spans.push(ARTICLE.slice(+start, +end));
    else if (tag.startsWith("I-"))
      spans[spans.length - 1] = ARTICLE.slice(ARTICLE.lastIndexOf(spans.at(-1)!, +start), +end);
    else expect(tag).toBe("O");
  }
  const mentions = record.entities!.flatMap((entity) => entity.mentions).sort((a, b) => a.start - b.start);
  expect(spans.length).toBeGreaterThan(5);
  for (const text of spans) expect(mentions.map((mention) => mention.text)).toContain(text);
});
