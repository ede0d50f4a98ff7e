import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mentionsIn, namesIn } from "./names.ts";

describe("findMentions", () => {
  it("finds and types names in an ordinary report", () => {
    const text =
      "French President Marie Dubois met Brazilian officials in Lisbon on Friday. " +
      "Dubois, who flew in from Paris, thanked Portugal and the United Nations.";
    expect(namesIn(text)).toEqual([
      "group: French",
      "person: [President] Marie Dubois",
      "group: Brazilian",
      "place: Lisbon",
      "person: Dubois",
      "place: Paris",
      "place: Portugal",
      "organization: United Nations",
    ]);
  });

  it("leaves the possessive and a leading article outside", () => {
    const text = "Kenya’s parliament praised the African Union and Peter Kamau’s speech.";
    expect(namesIn(text)).toEqual(["place: Kenya", "organization: African Union", "person: Peter Kamau"]);
  });

  it("keeps hyphened given names whole and cuts joined words", () => {
    const text = "U.S.-led forces left. Park Soo-jin told the anti-American crowd in Seoul. Park was calm.";
    expect(namesIn(text)).toEqual([
      "place: U.S.",
      "person: Park Soo-jin",
      "group: American",
      "place: Seoul",
      "person: Park",
    ]);
  });
});

describe("findMentions on hostile text", () => {
  const names = fc.constantFrom(
    "Ann",
    "Mr",
    "of",
    "the",
    "Bank",
    "’s",
    "O’Neill",
    "N’Djamena",
    "J.",
    "K.",
    "38",
    "-",
    "\n",
    "",
    "الرياض",
    "é",
    "e\u0301",
    "\ud800",
    "\0",
    "、",
    "Kim",
    "Jong-un",
    ".",
    "U.S.",
    "A".repeat(50),
  );
  it("gives spans in order, inside the text, without overlap, the same each time", () => {
    fc.assert(
      fc.property(fc.array(names, { maxLength: 60 }), fc.constantFrom(" ", "", "\r\n"), (words, joint) => {
        const text = words.join(joint);
        const mentions = mentionsIn(text);
        let at = 0;
        for (const { start, end, title } of mentions) {
          if (title) {
            expect(title.start).toBeGreaterThanOrEqual(at);
            expect(title.end).toBeLessThanOrEqual(start);
          }
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(at).toBeLessThanOrEqual(text.length);
        expect(mentionsIn(text)).toEqual(mentions);
      }),
    );
  });

  it("takes a paragraph of 20,000 names", () => {
    const text = Array.from({ length: 20_000 }, (_, i) => `Ann Lee${i % 7}`).join(", ");
    expect(mentionsIn(text).length).toBeGreaterThan(0);
  });

  it("finds nothing in nothing", () => {
    expect(mentionsIn("")).toEqual([]);
    expect(mentionsIn("  \n \r\n")).toEqual([]);
  });
});
