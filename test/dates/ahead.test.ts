import { expect, test } from "vitest";
import { Lookahead } from "../../src/dates/ahead.ts";
import { readLexemes } from "../../src/dates/lexemes.ts";
import { compile, Pieces } from "../../src/dates/pattern.ts";
import { PIECES } from "../../src/dates/rule.ts";
import { rules } from "../../src/dates/rules.ts";

const pieces = new Pieces(PIECES);
const patterns = rules.map(({ pattern }) => compile(pattern, pieces));

test.each(rules.map(({ id, matches }) => [id, matches] as const))("no match of %s is passed over", (_id, matches) => {
  for (const example of matches) {
    const lexemes = readLexemes(example.replace(/\[([^\]=]+) = [^\]]+\]/g, "$1"));
    const ahead = new Lookahead(lexemes, patterns);
    for (const at of lexemes.keys())
      for (const [n, pattern] of patterns.entries())
        if (pattern.match(lexemes, at, {}) >= 0) expect(ahead.allows(n, at), `${rules[n]!.id}: ${example}`).toBe(true);
  }
});

test("what a pattern can't do without has to stand within its reach", () => {
  const pattern = compile("the? last:LAST ( of the )? MONTH", pieces);
  const allows = (text: string) => new Lookahead(readLexemes(text), [pattern]).allows(0, 0);
  expect(allows("the last of the May")).toBe(true);
  expect(allows("the last of the last of the May")).toBe(false);
  expect(allows("the last of the last")).toBe(false);
});
