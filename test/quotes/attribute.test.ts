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
  "Orlov was quoted as saying the deal was dead.": ["Orlov | quoted | the deal was dead"],
  "Pavel Orlov, an aide, was quoted by TASS as saying that the deal was dead.": [
    "Pavel Orlov, an aide | quoted | that the deal was dead",
  ],
  "“The deal is dead for years,” Orlov was quoted as saying by Interfax.": [
    "Orlov | quoted | “The deal is dead for years,”",
  ],
  "The dam will hold, according to the water ministry.": ["the water ministry | according to | The dam will hold"],
  "The ministry told reporters on Monday that the dam would hold.": ["The ministry | told | that the dam would hold"],
  // Clauses between commas, beside the verb and inside the content.
  "Ortiz said the talks, which began Monday, would end.": ["Ortiz | said | the talks, which began Monday, would end"],
  "Ortiz said the plan, drafted in May, was dead.": ["Ortiz | said | the plan, drafted in May, was dead"],
  "Lena Ortiz, who said it rained, said the dam had held.": [
    "who | said | it rained",
    "Lena Ortiz, who said it rained | said | the dam had held",
  ],
  "Retired Gen. Lena Ortiz, a geologist, said the dam would hold.": [
    "Retired Gen. Lena Ortiz, a geologist | said | the dam would hold",
  ],
  "Ortiz says despite the rain she will open the dam.": ["Ortiz | says | despite the rain she will open the dam"],
  // Cues: verbs with “it”, participles, infinitives, questions, documents.
  "“It is a mess from end to end,” as Ortiz put it.": ["Ortiz | put it | “It is a mess from end to end,”"],
  "Ortiz left early, saying the dam would hold.": ["Ortiz | saying | the dam would hold"],
  "Ortiz vowed to open the dam by May.": ["Ortiz | vowed | to open the dam by May"],
  "Ortiz asked whether the dam would hold.": ["Ortiz | asked | whether the dam would hold"],
  "“Who opened the gate?” Ortiz asked quietly, looking away.": ["Ortiz | asked | “Who opened the gate?”"],
  "“Hold the line,” the note read.": ["the note | read | “Hold the line,”"],
  "The ministry’s statement said the dam would hold.": ["The ministry’s statement | said | the dam would hold"],
  "Ortiz told the Daily Herald: “We are ready.”": ["Ortiz | told | “We are ready.”"],
  // Nouns as cues: papers by somebody, words of somebody.
  "An analysis by the Reed Institute found that prices would rise.": [
    "An analysis by the Reed Institute | found | that prices would rise",
  ],
  "A report by the water ministry said the dam would hold.": [
    "A report by the water ministry | said | the dam would hold",
  ],
  "Prices would rise, according to an analysis by Ann Lee.": [
    "an analysis by Ann Lee | according to | Prices would rise",
  ],
  "In a statement, the ministry said the dam would hold.": ["the ministry | said | the dam would hold"],
  "In the words of Lena Ortiz, a geologist, “the dam is an open wound.”": [
    "Lena Ortiz, a geologist | In the words of | “the dam is an open wound.”",
  ],
  "It was “a disaster from end to end,” in Lena Ortiz’s words.": [
    "Lena Ortiz | words | It was “a disaster from end to end,”",
  ],
  "There were reports that the dam would fail.": [],
  // One speaker over several sentences.
  "Ortiz said the dam would hold. It would cost millions, she added. The state would pay, she said.": [
    "Ortiz | said | the dam would hold",
    "she | added | It would cost millions",
    "she | said | The state would pay",
  ],
  // Speakers: a surname that is a month too, a group, two people, somebody at the end of a sentence.
  "“We are ready,” May told reporters.": ["May | told | “We are ready,”"],
  "“We are ready,” said Per Lund.": ["Per Lund | said | “We are ready,”"],
  "The dam held when Will Roe said it would hold.": ["Will Roe | said | it would hold"],
  "Experts warn that the dam will not hold.": ["Experts | warn | that the dam will not hold"],
  "Ortiz and Lee said the dam would hold.": ["Ortiz and Lee | said | the dam would hold"],
  "“I understand them,” said Sen. Lena Ortiz, R-S.C. “I get that, and I will say so.”": [
    "Sen. Lena Ortiz | said | “I understand them,” / “I get that, and I will say so.”",
  ],
  // Marks: guillemets, single British ones, two apostrophes, nested ones.
  "« We are ready, » said Ortiz.": ["Ortiz | said | « We are ready, »"],
  "'We are ready,' said Ortiz, 'and the dam’s walls will hold.'": [
    "Ortiz | said | 'We are ready,' / 'and the dam’s walls will hold.'",
  ],
  "''We are ready,'' said Ortiz.": ["Ortiz | said | ''We are ready,''"],
  "He said, “She told me, ‘We are ready,’ and left.”": ["He | said | “She told me, ‘We are ready,’ and left.”"],
  '"It isn’t about “mud” any more. It is about water," Ortiz said.': [
    'Ortiz | said | "It isn’t about “mud” any more. It is about water,"',
  ],
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

  test.each([
    "Orlov was quoted by TASS as saying that the deal was dead.",
    "Orlov was quoted as saying by TASS that the deal was dead.",
    "TASS quoted Orlov as saying that the deal was dead.",
  ])("%s", (raw) => {
    const [found] = findAttributions(article(raw));
    const text = (span: { start: number; end: number } | null | undefined) => span && raw.slice(span.start, span.end);
    expect([text(found?.speaker), text(found?.via), found?.cue?.lemma]).toEqual(["Orlov", "TASS", "quote"]);
  });

  test("an outlet that a quotation came through is no speaker of what somebody said", () => {
    const raw = "“We are ready for whatever comes,” Ortiz said, according to the Daily Herald.";
    const [found] = findAttributions(article(raw));
    expect(found?.speaker && raw.slice(found.speaker.start, found.speaker.end)).toBe("Ortiz");
    expect(found?.via && raw.slice(found.via.start, found.via.end)).toBe("the Daily Herald");
  });

  test("paragraphs of one quotation open with a mark each and close once, with other marks inside", () => {
    const raw = '"It isn’t about “mud” any more.\n"It is about water, and it was.\n"It always was," Ortiz said.';
    expect(attributions(raw).at(-1)).toContain("Ortiz | said | ");
  });

  test("verse and text without full stops attribute nothing to nobody", () => {
    expect(attributions("I walk the river in the night\nand it is long and it is wide\noh river oh river")).toEqual([]);
    expect(attributions("the dam held all night and the mayor said it would hold").length).toBeLessThan(2);
  });

  test.each(["headline", "caption"] as const)("a quotation in a %s is kept", (role) => {
    expect(attributions("“The dam will hold for many years,” said Lena Ortiz", role)).toHaveLength(1);
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
  test.each(Object.entries(hostile))("%s", { timeout: 240_000 }, (_name, raw) => {
    for (const { parts, speaker, cue } of findAttributions(article(raw)))
      for (const span of [...parts, ...(speaker ? [speaker] : []), ...(cue ? [cue] : [])]) {
        expect(span.start).toBeLessThan(span.end);
        expect(span.end).toBeLessThanOrEqual(raw.length);
      }
  });
});
