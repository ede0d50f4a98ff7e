import { describe, expect, test } from "vitest";
import { findRuns } from "../../src/quotes/runs.ts";
import { tokenize } from "../../src/tokens.ts";

const runsOf = (raw: string) =>
  findRuns(raw, tokenize(raw, 0, raw.length)).map(({ start, end }) => raw.slice(start, end));

const EXAMPLES: Record<string, string[]> = {
  "He said “we go” and “we stay.”": ["“we go”", "“we stay.”"],
  'He said "we go" and "we stay."': ['"we go"', '"we stay."'],
  "He said ''we go'' and left.": ["''we go''"],
  "He said ``we go'' and left.": ["``we go''"],
  "Il a dit « nous partons » hier.": ["« nous partons »"],
  "Er sagte: „Wir gehen“ und ging.": ["„Wir gehen“"],
  "‘The players’ union is wrong,’ he said.": ["‘The players’ union is wrong,’"],
  "A ‘scare’ quote, and the players’ own view.": ["‘scare’"],
  "The ministers’ wives and the ’90s don’t quote.": [],
  "'We can't go,' she said.": ["'We can't go,'"],
  "“She told me ‘no’ twice,” he said.": ["“She told me ‘no’ twice,”"],
  "“The end.“ He left.": ["“The end.“"],
  'A 27" screen and a "smart" pen.': ['"smart"'],
  'The mark" strays, then "it works" again.': ['"it works"'],
  '"It isn’t “mud” any more," he said.': ['"It isn’t “mud” any more,"'],
  '"It isn’t “mud” any more. It is water.': ['"It isn’t “mud” any more. It is water.'],
  "''He said, 'No, no,''' she recalled.": ["''He said, 'No, no,'''"],
  "“It goes on to the end of the line.": ["“It goes on to the end of the line."],
};

describe("quoted runs", () => {
  test.each(Object.entries(EXAMPLES))("%s", (raw, expected) => {
    expect(runsOf(raw)).toEqual(expected);
  });

  test("an unclosed mark far from the end of its line is a stray one", () => {
    expect(runsOf(`He “ ${"went on and on. ".repeat(300)}`)).toEqual([]);
  });

  test("an opening mark where one is open closes the sentence before", () => {
    expect(runsOf('He said "we go. She said "we stay" and left.')).toEqual(['"we go.', '"we stay"']);
  });
});
