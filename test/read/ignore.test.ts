import { expect, test } from "vitest";
import { isExcluded } from "../../src/read/ignore.ts";

test.each([
  ["*a*b", "xaab", "xaba"],
  ["*a*a*a", "baaa", "aa"],
  ["*ab*ab", "abab", "ab"],
  ["a*?b*c", "axxbc", "abc"],
  ["[ab]*x*y", "b1x2y", "c1x2y"],
  ["x/*/y", "x/q/y", "x/q/r/y"],
  ["f*o*/b", "foo/b", "fo/o/c"],
  ["**/foo", "a/b/foo", "a/food"],
  ["foo/**", "foo/a/b", "a/foo/b"],
  ["a/**/b", "a/b", "ab"],
  ["a/**/**/b", "a/x/b", "x/a/b"],
  ["a/**/b*c", "a/bx/bc", "a/bx/c"],
  ["a/**/b/**/c", "a/x/b/y/z/c", "a/c"],
  ["a/**/b*c/**/d", "a/bx/bc/x/d", "a/bx/c/d"],
])("%s takes %s and leaves %s", (pattern, taken, left) => {
  expect([isExcluded(taken, [pattern]), isExcluded(left, [pattern])]).toEqual([true, false]);
});

// Each would take years if every place were tried for every wildcard.
test.each([
  ["*a".repeat(12), "a".repeat(250)],
  ["a/**/".repeat(10), "a/".repeat(2000)],
  ["**/a*a*a*a*a*b/**/".repeat(4), `${"a".repeat(200)}/`.repeat(18)],
  ["*?".repeat(60), "a".repeat(250)],
])("a .gitignore that somebody else wrote ends: %s", (pattern, path) => {
  expect(isExcluded(path, [`${pattern}b`])).toBe(false);
});
