import { expect, test } from "vitest";
import { documentOf } from "../invariants.ts";

// The description between commas is the speaker's, and no part of what is said.
test.each([
  ["According to Ann Lee, a professor at the University of Oslo, nothing will change.", "nothing will change"],
  ["According to Pavel Orlov, head of the union, the ports stay shut.", "the ports stay shut"],
  ["According to Bob Roe, the mayor, the bridge is safe.", "the bridge is safe"],
  ["According to Ann Lee, a strike is likely.", "a strike is likely"],
  ["According to the ministry, the talks failed.", "the talks failed"],
])("%s", async (sentence, content) => {
  const { raw, quotes } = await documentOf(
    `Ferry prices rise\n\nMay 7, 2024\n\nOSLO — Prices rose again. ${sentence}\n`,
  );
  expect(quotes.flatMap(({ parts }) => parts.map(({ start, end }) => raw.slice(start, end)))).toEqual([content]);
});
