import { describe, expect, test } from "vitest";
import { withoutUnicodeMode } from "../src/regexp.ts";

const WORDS =
  "Łódź Überlingen Ελλάδα Москва Երևան Việt Nguyễn 東京 서울 القاهرة naïve résumé Ξ ß ｆｕｌｌ １２ ٣٤ e\u0301".split(
    " ",
  );

describe.each(["L", "Lu", "Ll", "M", "N"])("\\p{%s}", (name) => {
  const unicode = new RegExp(`\\p{${name}}`, "u");
  const plain = withoutUnicodeMode(unicode);
  test("is told without Unicode mode", () => expect(plain.unicode).toBe(false));
  test("means the same in every word", () => {
    for (const letter of WORDS.join("")) expect([letter, plain.test(letter)]).toEqual([letter, unicode.test(letter)]);
  });
  test("means the same on every Latin, Greek, Cyrillic and Armenian letter and on all ASCII", () => {
    for (let code = 0; code < 0x590; code++) {
      const letter = String.fromCharCode(code);
      expect([code, plain.test(letter)]).toEqual([code, unicode.test(letter)]);
    }
  });
});

test.each([
  [/^\p{Lu}[\p{L}\p{M}'-]+$/u, "Ångström", "ångström"],
  [/\[(?:\p{Lu})\]/u, "[Ä]", "Ä"],
  [/[^\p{L}\]]/u, "a1", "a]"],
  [/straße|\p{N}%/iu, "STRAßE", "strasse"],
])("%s finds and leaves what it did", (pattern, found, left) => {
  const plain = withoutUnicodeMode(pattern);
  expect(plain.unicode).toBe(false);
  expect([plain.test(found), plain.test(left)]).toEqual([pattern.test(found), pattern.test(left)]);
  expect(plain.test(found)).toBe(true);
});

test.each([/\p{Script=Han}/u, /\P{L}/u, /\u{1f600}/u, /plain/i])("%s stays as it is", (pattern) =>
  expect(withoutUnicodeMode(pattern)).toBe(pattern),
);
