import { describe, expect, test } from "vitest";
import { labelRules } from "../../src/quotes/labels.ts";
import { attributions } from "./quoted.ts";

const MARKED = /\[speaker ([^\]]+)\]/gu;

describe.each(labelRules)("$id", ({ role, matches, rejects }) => {
  test.each(matches)("matches %s", (example) => {
    const speakers = [...example.matchAll(MARKED)].map((match) => match[1]);
    // `[speaker -]` stands for a turn of nobody knows whom.
    const found = attributions(example.replaceAll("[speaker -]", "").replaceAll(MARKED, "$1"), role);
    expect(found.map((line) => line.split(" | ")[0])).toEqual(speakers);
  });
  test.each(rejects)("rejects %s", (example) => {
    expect(attributions(example, role)).toEqual([]);
  });
});
