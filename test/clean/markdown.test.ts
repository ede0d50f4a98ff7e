import { expect, test } from "vitest";
import { labelBlocks } from "../../src/clean/blocks.ts";
import { withoutMarks } from "../../src/clean/markdown.ts";
import { findMetadata } from "../../src/clean/metadata.ts";
import { cleanText } from "../../src/clean/text.ts";
import { frontMatterStatements } from "../../src/read/front-matter.ts";
import { textOf } from "../fixtures.ts";

const file = {
  path: "letter.md",
  sha256: "",
  mediaType: "text/markdown",
  encoding: "utf-8",
  encodingBasis: "valid-utf8",
  bytes: 0,
} as const;

function read(raw: string) {
  const markup = { lines: [], statements: frontMatterStatements(raw) };
  const doc = { id: "test", raw, markup, file };
  return { ...doc, blocks: labelBlocks(doc) };
}

const letter = read(textOf("newsletter--markdown.md"));
const shown = letter.blocks.map(({ role, start, end }) => `${role}: ${letter.raw.slice(start, end).trim()}`);

test("headings, quotations, lists and pictures have the roles that their marks give", () => {
  expect(shown).toContain("headline: # What the Astana communique leaves out");
  expect(shown).toContain("subhead: ## Three things to know");
  expect(shown).toContain("blockquote: > We do not build blocs. We build bridges, and we charge no toll.");
  expect(shown).toContain("list-item: - The next summit will be held in China in 2025.");
  expect(shown).toContain("caption: ![Flags in Astana](flags.jpg)");
  expect(shown).toContain("dateline: **ASTANA** --");
});

test("the front matter states title and author, and is no text of the article", () => {
  const { headline, bylines } = findMetadata(letter);
  expect(headline).toEqual({
    text: "What the Astana communique leaves out",
    span: { start: 96, end: 133 },
    rule: "markdown-heading",
  });
  expect(bylines).toEqual([{ name: "Petra Lindgren", isPerson: true, rule: "front-matter-author" }]);
  expect(shown.slice(0, 5).every((line) => line.startsWith("boilerplate: "))).toBe(true);
});

test("clean text has no marks", () => {
  const text = cleanText(letter);
  expect(text).toMatch(/^ASTANA -- The heads of state .* a tenth member, Belarus\.$/mu);
  expect(text).toMatch(/^Three things to know$/mu);
  expect(text).toMatch(/^We do not build blocs\./mu);
  expect(text).not.toMatch(/Unsubscribe|\*\*|\]\(|^[#>]/mu);
});

test.each([
  ["**Talks** with _all_ sides", "Talks with all sides"],
  ["the [second round](https://letter.example/2) opens", "the second round opens"],
  ["snake_case_name and 2 * 3 * 4", "snake_case_name and 2 * 3 * 4"],
  ["\\*not bold\\*", "*not bold*"],
])("%s", (written, read) => expect(withoutMarks(written)).toBe(read));

test("front matter: pairs, lists and quotation marks", () => {
  const head =
    '---\ntitle: "Talks: a second round"\nauthors:\n  - Ann Lee\n  - Bo Ek\ntags: [a, b]\ndate: 2024-07-05\n---\nText';
  expect(frontMatterStatements(head).map(({ field, value }) => [field, value])).toEqual([
    ["title", "Talks: a second round"],
    ["author", "Ann Lee"],
    ["author", "Bo Ek"],
    ["published", "2024-07-05"],
  ]);
  for (const none of ["", "---", "---\n", "Text\n---\ntitle: no\n---\n"])
    expect(frontMatterStatements(none)).toEqual([]);
});

test("hostile marks do no harm", () => {
  const marks = ["#", "# ", ">", "> > ", "*", "**", "_", "![", "[](", "---\n", "a: b\n", "**a", "\\"];
  for (const mark of marks) {
    const doc = read(mark.repeat(5000));
    expect(doc.blocks.at(-1)!.end).toBe(doc.raw.length);
    cleanText(doc);
  }
});
