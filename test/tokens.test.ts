import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitSentences, tokenize } from "../src/tokens.ts";

const words = (raw: string) => tokenize(raw, 0, raw.length).map(({ text }) => text);
const sentences = (raw: string) =>
  splitSentences({ id: "test", raw, blocks: [{ start: 0, end: raw.length, role: "paragraph", rule: "test" }] });

describe("tokenize", () => {
  it.each([
    ["Russia’s U.S.-led talks", ["Russia", "’s", "U.S.", "-", "led", "talks"]],
    ["Kim Jong-un and Ban Ki-moon", ["Kim", "Jong-un", "and", "Ban", "Ki-moon"]],
    ["the Iran-Iraq war, pro-Western", ["the", "Iran", "-", "Iraq", "war", ",", "pro", "-", "Western"]],
    ["Guinea-Bissau and al-Shabaab", ["Guinea-Bissau", "and", "al-Shabaab"]],
    [
      "Mr. O’Neill, J. K. Smith Jr. of N’Djamena",
      ["Mr.", "O’Neill", ",", "J.", "K.", "Smith", "Jr.", "of", "N’Djamena"],
    ],
    ["1,200.5 tons at 10:30", ["1,200.5", "tons", "at", "10:30"]],
    ["Zoe\u0308 said “no”", ["Zoe\u0308", "said", "“", "no", "”"]],
    ["a_b, x1 (or R&D)? Café...", ["a_b", ",", "x1", "(", "or", "R&D", ")", "?", "Café", "..."]],
  ])("%s", (raw, expected) => {
    expect(words(raw)).toEqual(expected);
  });

  it("cuts words of plain letters as it cuts those with accents", () => {
    const unit = fc.constantFrom(..."xxxQ.,'’_&1 \"!?\u00a0\u0308");
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 40 }), (units) => {
        const plain = units.join("");
        const accented = plain.replaceAll("x", "é").replaceAll("Q", "É");
        const offsets = (raw: string) => tokenize(raw, 0, raw.length).map(({ start, end }) => [start, end]);
        expect(offsets(plain)).toEqual(offsets(accented));
      }),
      { numRuns: 1000 },
    );
  });
});

describe("splitSentences", () => {
  it.each([
    ["He left the U.S. The next day he was back.", 2],
    ["Gen. Smith met Dr. Lee at 5 p.m. on Monday.", 1],
    ["“Go.” She went. Why?", 3],
    ["One line\nanother line", 2],
  ])("%s", (raw, count) => {
    expect(sentences(raw)).toHaveLength(count);
  });

  it("cuts joined names that stand apart elsewhere, more than once", () => {
    const raw = "The Marlow-Dubek summit. Marlow met Dubek. Then Marlow left. Dubek stayed. Ann Lee-Potter came.";
    const texts = sentences(raw).flatMap(({ tokens }) => tokens.map(({ text }) => text));
    expect(texts.slice(0, 5)).toEqual(["The", "Marlow", "-", "Dubek", "summit"]);
    expect(texts).toContain("Lee-Potter");
  });

  it("covers everything but space, in order, on any text", () => {
    const text = fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" }), fc.string());
    fc.assert(
      fc.property(text, (raw) => {
        let at = 0;
        for (const { tokens } of sentences(raw))
          for (const { start, end, text } of tokens) {
            expect(raw.slice(at, start).trim()).toBe("");
            expect(raw.slice(start, end)).toBe(text);
            expect(end).toBeGreaterThan(start);
            at = end;
          }
        expect(raw.slice(at).trim()).toBe("");
      }),
    );
  });
});
