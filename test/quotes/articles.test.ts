import { expect, test } from "vitest";
import { documentOf } from "../invariants.ts";

const HEAD = "The bridge opens in May\n\nMay 7, 2024\n\n";
const TAIL =
  "\n\nThe city has built three bridges in ten years, and the last of them was closed for repairs in spring.";

/** Each quotation of an article as `source | resolution | text`, and each source as `name | role | affiliation`. */
async function told(body: string) {
  const { raw, quotes, sources } = await documentOf(`${HEAD}${body}${TAIL}\n`);
  const text = (span: { start: number; end: number } | null) => (span ? raw.slice(span.start, span.end) : "-");
  const names = new Map(sources.map(({ id, name }) => [id, name]));
  return {
    quotes: quotes.map(
      ({ source, resolution, parts }) =>
        `${(source && names.get(source)) ?? "-"} | ${resolution} | ${parts.map(text).join(" / ")}`,
    ),
    sources: sources.map(({ name, role, affiliation }) => `${name} | ${text(role)} | ${text(affiliation)}`),
  };
}

test("a speaker whom only the caption names in full", async () => {
  const { quotes, sources } = await told(
    "Ann Lee, an engineer at the Reed Institute, stands on the bridge on Monday. (Photo by Bob Roe)\n\n“We worked day and night,” Lee said. “It was a long winter.”",
  );
  expect(quotes).toEqual(["Ann Lee | surname | “We worked day and night,” / “It was a long winter.”"]);
  expect(sources).toEqual(["Ann Lee | engineer | Reed Institute"]);
});

test("turns of a transcript belong to whom it names, and questions to nobody", async () => {
  const { quotes } = await told(
    "OSLO — The following is a transcript of the briefing by the spokesman, Robert Miller.\n\nMR. MILLER: Thank you all for coming.\n\nQUESTION: Will it cost more?\n\nMR. MILLER: It will not.",
  );
  expect(quotes).toEqual([
    "Robert Miller | surname | Thank you all for coming.",
    "- | unknown | Will it cost more?",
    "Robert Miller | surname | It will not.",
  ]);
});

test("turns under Q and A are kept, of nobody knows whom", async () => {
  const { quotes } = await told(
    "OSLO — The mayor spoke on Tuesday.\n\nQ: Will it open on time?\n\nA: Not a day later.",
  );
  expect(quotes).toEqual(["- | unknown | Will it open on time?", "- | unknown | Not a day later."]);
});

test("turns under names", async () => {
  const { quotes } = await told(
    "OSLO — Ann Lee met Bob Roe on Tuesday.\n\nBob Roe: Will the bridge open on time?\n\nAnn Lee: It will, and not a day later.\n\nBob Roe: And what does all of it cost?",
  );
  expect(quotes).toEqual([
    "Bob Roe | named | Will the bridge open on time?",
    "Ann Lee | named | It will, and not a day later.",
    "Bob Roe | named | And what does all of it cost?",
  ]);
});

test("a party is a body, and its name alone a leaning", async () => {
  const { sources } = await told(
    "OSLO — Florida Democratic Party chairwoman Ann Lee said the bridge would open. Republican strategist Bob Roe said it would not.",
  );
  expect(sources).toEqual(["Ann Lee | chairwoman | Florida Democratic Party", "Bob Roe | Republican strategist | -"]);
});
