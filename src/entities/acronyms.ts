import type { Layout } from "./layout.ts";
import { CASE, type Word } from "./word.ts";

/** Place of a word in a long name whose acronym follows in parentheses. */
export const SPELLED = { none: 0, first: 1, inner: 2, last: 3, acronym: 4 } as const;

const LONGEST = 16;

/**
 * For each word its place in a spelled-out acronym: "Network for Natural Gums in Asia (NNGA)". The letters are matched from
 * the last to the first against the initials of the words before the parenthesis (Schwartz and Hearst 2003).
 */
export function spellOut({ words, sentences }: Layout): Uint8Array {
  const places = new Uint8Array(words.length);
  for (const { start, end } of sentences)
    for (let i = start + 2; i < end; i++) {
      const acronym = words[i]!;
      if (words[i - 1]!.text !== "(" || acronym.case !== CASE.capitals || acronym.folded.length < 2) continue;
      const first = matchBackwards(words, start, i - 1, acronym.folded.replace(/[^\p{L}]/gu, ""));
      if (first < 0) continue;
      places.fill(SPELLED.inner, first, i - 1);
      places[first] = SPELLED.first;
      places[i - 2] = SPELLED.last;
      places[i] = SPELLED.acronym;
    }
  return places;
}

/** The first word of the long name that ends before `end`, or -1. */
function matchBackwards(words: readonly Word[], floor: number, end: number, letters: string): number {
  let left = letters.length - 1;
  for (let i = end - 1; i >= floor && i >= end - LONGEST; i--) {
    const word = words[i]!;
    if (word.folded[0] === letters[left]) {
      if (left === 0 && word.isCapital) return i;
      if (left > 0) left--;
    } else if (word.isCapital && i < end - 1 && word.folded[0] !== letters[left + 1]) return -1;
  }
  return -1;
}
