import { describe, expect, test } from "vitest";
import { findExpressions } from "../../src/dates/find.ts";
import { resolveExpressions } from "../../src/dates/resolve.ts";
import { rules } from "../../src/dates/rules.ts";

// Wednesday 12 June 2024.
const WRITTEN = "2024-06-12";
const published = { value: WRITTEN, earliest: WRITTEN, latest: WRITTEN, confidence: 1, evidence: [] };

function found(raw: string) {
  const doc = { id: "", raw, published };
  return resolveExpressions(doc, findExpressions(doc)).map((t) => ({
    text: raw.slice(t.start, t.end),
    value: String(t.value),
    rule: t.rule,
  }));
}

/** Reads `He left on [Tuesday = 2024-06-11].` as a sentence and what is to be found in it. */
function marked(example: string) {
  const wanted: { text: string; value: string }[] = [];
  const raw = example.replace(/\[([^\]=]+) = ([^\]]+)\]/g, (_, text: string, value: string) => {
    wanted.push({ text, value });
    return text;
  });
  return { raw, wanted };
}

describe.each(rules.map((rule) => [rule.id, rule] as const))("%s", (id, rule) => {
  test.each(rule.matches.map((example) => [example]))("matches %s", (example) => {
    const { raw, wanted } = marked(example);
    const timexes = found(raw);
    expect(timexes.map(({ text, value }) => ({ text, value }))).toEqual(wanted);
    expect(timexes.map((timex) => timex.rule)).toContain(id);
  });
  test.each((rule.rejects ?? []).map((example) => [example]))("rejects %s", (example) => {
    expect(found(example).filter((timex) => timex.rule === id)).toEqual([]);
  });
});

test("rule ids are unique", () => {
  expect(new Set(rules.map((rule) => rule.id)).size).toBe(rules.length);
});
