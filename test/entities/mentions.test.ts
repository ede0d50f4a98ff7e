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

  it("finds groups and named events", () => {
    const text = "Muslim and Catholic leaders left the Geneva Peace Conference before the Crimean War.";
    expect(namesIn(text)).toEqual([
      "group: Muslim",
      "group: Catholic",
      "event: Geneva Peace Conference",
      "event: Crimean War",
    ]);
  });
});

describe("findMentions on text that is hard to read", () => {
  it.each<[reason: string, text: string, names: string[]]>([
    [
      "capitals throughout",
      "PRIME MINISTER ANNA SILVA MEETS GERMAN DELEGATION IN LISBON",
      ["person: [PRIME MINISTER] ANNA SILVA", "group: GERMAN", "place: LISBON"],
    ],
    [
      "no capitals at all",
      "the german minister flew to kenya on friday with two aides.",
      ["group: german", "place: kenya"],
    ],
    [
      "combining characters",
      "Miche\u0301le Dube\u0301 flew from Co\u0302te d’Ivoire to Paris.",
      ["person: Miche\u0301le Dube\u0301", "place: Co\u0302te d’Ivoire", "place: Paris"],
    ],
    [
      "a run from right to left",
      "The envoy met محمد علي in Cairo on Friday, Egypt said.",
      ["place: Cairo", "place: Egypt"],
    ],
    [
      "apostrophes",
      "Patrick O’Neill met Maria D'Angelo in N’Djamena and in L'Aquila.",
      ["person: Patrick O’Neill", "person: Maria D'Angelo", "place: N’Djamena", "place: L'Aquila"],
    ],
    [
      "initials",
      "J. K. Marlow and J.R.R. Tolbert wrote. George W. Lund read.",
      ["person: J. K. Marlow", "person: J.R.R. Tolbert", "person: George W. Lund"],
    ],
    [
      "Jr., and numbers in names",
      "Martin Keller Jr. praised 38 North and 7-Eleven.",
      ["person: Martin Keller Jr.", "organization: 38 North", "organization: 7-Eleven"],
    ],
    [
      "long names of bodies",
      "The Ministry of Trade and Industry met the Ministry of Foreign Affairs of Kenya.",
      ["organization: Ministry of Trade and Industry", "organization: Ministry of Foreign Affairs of Kenya"],
    ],
    ["a place that speaks", "Moscow said it would not sign.", ["place: Moscow"]],
  ])("%s", (_, text, names) => {
    expect(namesIn(text)).toEqual(names);
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

  it("takes one paragraph of two megabytes with a hundred thousand names", { timeout: 300_000 }, () => {
    const given = ["Anna", "Peter", "Maria", "Omar"];
    const name = (i: number) => `${given[i % 4]} Keller${String.fromCharCode(97 + (i % 26))}`;
    const text = Array.from({ length: 100_000 }, (_, i) => (i % 9 ? name(i) : `“No,” said ${name(i)} of Oslo`)).join(
      ", ",
    );
    expect(text.length).toBeGreaterThan(1_600_000);
    expect(mentionsIn(text).length).toBeGreaterThan(50_000);
  });

  it("finds nothing in nothing", () => {
    expect(mentionsIn("")).toEqual([]);
    expect(mentionsIn("  \n \r\n")).toEqual([]);
  });
});
