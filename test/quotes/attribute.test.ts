import { describe, expect, test } from "vitest";
import { findAttributions } from "../../src/quotes/attribute.ts";
import { article, attributions } from "./quoted.ts";

// One sentence of news style and what it attributes: speaker | cue | parts.
const EXAMPLES: Record<string, string[]> = {
  "“We are ready,” Lena Ortiz said.": ["Lena Ortiz | said | “We are ready,”"],
  "“We are ready,” said Lena Ortiz, a geologist at the institute.": [
    "Lena Ortiz, a geologist at the institute | said | “We are ready,”",
  ],
  "“We are ready,” Ortiz said. “The boats leave at noon.”": [
    "Ortiz | said | “We are ready,” / “The boats leave at noon.”",
  ],
  "“We are ready,” Ortiz said, “and the boats leave at noon.”": [
    "Ortiz | said | “We are ready,” / “and the boats leave at noon.”",
  ],
  "“Who opened the gate?” Ortiz asked.": ["Ortiz | asked | “Who opened the gate?”"],
  "Ortiz, a geologist, warned that the dam was an “open wound.”": [
    "Ortiz, a geologist | warned | that the dam was an “open wound.”",
  ],
  "“The dates are open,” TASS quoted presidential aide Lev Orlov as saying on Monday.": [
    "presidential aide Lev Orlov | quoted | “The dates are open,”",
  ],
  "Orlov was quoted as saying that the visit would go ahead.": ["Orlov | quoted | that the visit would go ahead"],
  "‘The players’ union is wrong,’ said Ortiz.": ["Ortiz | said | ‘The players’ union is wrong,’"],
  "The dam will hold, according to the water ministry.": ["the water ministry | according to | The dam will hold"],
  "The ministry told reporters on Monday that the dam would hold.": ["The ministry | told | that the dam would hold"],
};

describe("attributions", () => {
  test.each(Object.entries(EXAMPLES))("%s", (raw, expected) => {
    expect(attributions(raw)).toEqual(expected);
  });

  test("a quotation goes on in the next paragraph where its mark is not closed", () => {
    expect(attributions("“We are ready,” Ortiz said. “The boats leave.\n“And they won’t come back.”")).toEqual([
      "Ortiz | said | “We are ready,” / “The boats leave. / “And they won’t come back.”",
    ]);
  });

  test("an outlet that passes words on is no speaker", () => {
    const raw = "“The dates are open,” TASS quoted presidential aide Lev Orlov as saying on Monday.";
    const [found] = findAttributions(article(raw));
    expect(found?.via && raw.slice(found.via.start, found.via.end)).toBe("TASS");
  });

  test("the turns of a transcript belong to the names before them", () => {
    expect(attributions("MR. HOLM: Thank you all for coming.\nQ: Will the bridge open?\nMR. HOLM: In May.")).toEqual([
      "MR. HOLM | : | Thank you all for coming.",
      "MR. HOLM | : | In May.",
    ]);
  });

  test("a mark too many leaves the rest of the article alone", () => {
    expect(
      attributions("The mark” strays.\n“We are ready,” Ortiz said.\nThe boats “ left.\n“Good,” Ortiz said."),
    ).toEqual(["Ortiz | said | “We are ready,”", "Ortiz | said | “Good,”"]);
  });

  test("nothing is attributed in site chrome", () => {
    expect(attributions("“We are ready,” Ortiz said.", "boilerplate")).toEqual([]);
  });
});

describe("hostile text", () => {
  const hostile: Record<string, string> = {
    "ten thousand curly marks": "“".repeat(10_000),
    "ten thousand straight marks": '"'.repeat(10_000),
    "ten thousand marks and words": 'said "a '.repeat(10_000),
    "an unclosed mark before a megabyte": `“${"the boats leave at noon and he said so ".repeat(27_000)}`,
    "no punctuation": "he said that she said that they said so ".repeat(5_000),
    "lone surrogates and NULs": "“\ud800 \u0000,” he said\udc00",
  };
  test.each(Object.entries(hostile))("%s", (_name, raw) => {
    for (const { parts, speaker, cue } of findAttributions(article(raw)))
      for (const span of [...parts, ...(speaker ? [speaker] : []), ...(cue ? [cue] : [])]) {
        expect(span.start).toBeLessThan(span.end);
        expect(span.end).toBeLessThanOrEqual(raw.length);
      }
  });
});
