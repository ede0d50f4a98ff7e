import { remembering } from "../remembering.ts";

// What every kind of name shares: folding away case, diacritics and typography, so that spellings can be compared.

const LETTERS: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  þ: "th",
  ł: "l",
  ı: "i",
  ə: "a",
  ŋ: "ng",
};
const SPECIAL = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "gu");

/** Lower case without diacritics, with plain hyphens, apostrophes and single spaces: "Łódź’s  Café" is "lodz's cafe". */
export const fold = remembering((text: string): string => {
  const plain = /^[\x20-\x7e]*$/.test(text) ? text : text.normalize("NFKD").replace(/[\p{M}\u00ad\u200b-\u200f]/gu, "");
  return plain
    .toLowerCase()
    .replace(SPECIAL, (letter) => LETTERS[letter]!)
    .replace(/[‐‑‒–—−]/gu, "-")
    .replace(/[’‘`´ʼʻ]/gu, "'")
    .replace(/\s+/gu, " ")
    .trim();
});

/** Folded text without an article before it and a possessive after it. */
export const bareName = remembering((text: string): string =>
  fold(text)
    .replace(/^the (?=.)/u, "")
    .replace(/(?:'s|(?<=s)')$/u, "")
    .replace(/^["'“”(]+|["'“”),;:]+$/gu, ""),
);

/** The words of a folded name: apostrophes and dots dropped, hyphens and slashes as boundaries where `hyphens` asks for it. */
export const wordsOf = (folded: string, hyphens = false): string[] =>
  folded
    .replace(/['.]/gu, "")
    .split(hyphens ? /[^\p{L}\p{N}&]+/u : /[^\p{L}\p{N}&-]+/u)
    .filter(Boolean);

/** True for one string with a letter missing, added, or two neighbours exchanged; with `replaced` also for another letter. */
export function isSlip(a: string, b: string, replaced = false): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const left = a.slice(start, a.length - end);
  const right = b.slice(start, b.length - end);
  if (left.length + right.length === 1) return true;
  if (left.length === 2 && right.length === 2) return left[0] === right[1] && left[1] === right[0];
  return replaced && left.length === 1 && right.length === 1;
}

/** Keys of a word of which two slips of one another share at least one: its beginning and its end. */
export function endKeys(word: string, letters: number): string[] {
  return [`${word.slice(0, letters)}<`, `>${word.slice(-letters)}`];
}

/** Adds to a map of lists or sets. */
export function file<K, V>(index: Map<K, Set<V>>, key: K, value: V): void {
  const filed = index.get(key);
  if (filed) filed.add(value);
  else index.set(key, new Set<V>().add(value));
}
