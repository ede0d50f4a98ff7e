import { expect, test } from "vitest";
import { readLexemes } from "../../src/dates/lexemes.ts";
import { compile, Pieces } from "../../src/dates/pattern.ts";
import { PIECES } from "../../src/dates/rule.ts";
import { rules } from "../../src/dates/rules.ts";
import { Sieve } from "../../src/dates/sieve.ts";

const pieces = new Pieces(PIECES);
const patterns = rules.map(({ pattern }) => compile(pattern, pieces));
const sieve = new Sieve(patterns);

test.each(rules.map(({ id, matches }) => [id, matches] as const))("no match of %s is passed over", (_id, matches) => {
  for (const example of matches) {
    const lexemes = readLexemes(example.replace(/\[([^\]=]+) = [^\]]+\]/g, "$1"));
    const places = new Map(sieve.places(lexemes).map((place) => [place.at, place.patterns]));
    for (const at of lexemes.keys())
      for (const [n, pattern] of patterns.entries())
        if (pattern.match(lexemes, at, {}) >= 0) expect(places.get(at), `${rules[n]!.id}: ${example}`).toContain(n);
  }
});

test("what a pattern can't do without has to stand within its reach", () => {
  const one = new Sieve([compile("the? last:LAST ( of the )? MONTH", pieces)]);
  const allows = (text: string) => one.places(readLexemes(text)).some(({ at }) => at === 0);
  expect(allows("the last of the May")).toBe(true);
  expect(allows("the last of the last of the May")).toBe(false);
  expect(allows("the last of the last")).toBe(false);
});
