import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { SourceFile } from "../../src/document.ts";
import { analyze } from "../../src/pipeline.ts";
import { type ShowOptions, showDocument } from "../../src/report/show.ts";

const file: SourceFile = {
  path: "a.txt",
  sha256: "",
  mediaType: "text/plain",
  encoding: "utf-8",
  encodingBasis: "valid-utf8",
  bytes: 0,
};
const raw = `Home | News | Contact

Ministers to meet in Oslo

Ann Lee, a professor at Hill University, said on Monday that the talks would “take years.” The ministers of both countries are to meet in Oslo next week, and nobody expects them to sign anything there.

Share this article
Leave a Reply
`;

async function show(options: Partial<ShowOptions>, text = raw): Promise<string> {
  const doc = await analyze({ id: "a", raw: text, file, meta: {}, given: "2024-06-18", markup: null });
  return [...showDocument(doc, { color: false, width: 60, boilerplate: "dim", why: false, ...options })].join("");
}

test("lines are wrapped to the width", async () => {
  for (const line of (await show({})).split("\n")) if (!line.includes("↳")) expect(line.length).toBeLessThanOrEqual(60);
});

test("the speaker stands below the quotation", async () => {
  expect(await show({})).toMatch(/↳ \w+, Ann Lee/u);
});

test("boilerplate can be hidden, or be all that is shown", async () => {
  expect(await show({ boilerplate: "hide" })).not.toContain("Leave a Reply");
  const only = await show({ boilerplate: "only" });
  expect(only).toContain("Leave a Reply");
  expect(only).not.toContain("Ann Lee");
});

test("--why names a rule for every block", async () => {
  expect(await show({ why: true })).toMatch(/^\[paragraph · [a-z-]+\]$/mu);
});

test("--why tells how likely a block is the headline or names the authors", async () => {
  const text = readFileSync(new URL("../../fixtures/articles/crlf--nonbreaking-spaces.txt", import.meta.url), "utf8");
  const shown = await show({ why: true }, text);
  expect(shown).toMatch(/^\[headline · model-headline · headline 0\.\d\d\]$/mu);
  expect(shown).toMatch(/^\[byline · byline-by · byline 0\.\d\d: Dana Whitcomb, Luis Ferrer\]$/mu);
});

test("colour marks names; without it there is no escape sequence", async () => {
  expect(await show({ color: true })).toContain("\u001b[");
  expect(await show({ color: false }, `${raw}\u001b[31mred\u202e`)).not.toMatch(/[\u001b\u202e]/u);
});

test("a whole article can be shown", async () => {
  const text = readFileSync(new URL("../../fixtures/articles/plain--several-experts.txt", import.meta.url), "utf8");
  expect((await show({ why: true }, text)).length).toBeGreaterThan(text.length / 2);
});
