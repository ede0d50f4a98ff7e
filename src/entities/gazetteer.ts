import { classBit, type WordClass } from "../lexicon/classes.ts";
import { lookUpHash } from "../lexicon/lexicon.ts";
import type { Layout } from "./layout.ts";

const NAMED: readonly WordClass[] = [
  "country",
  "city",
  "region",
  "place",
  "organization",
  "media",
  "team",
  "person",
  "town",
  "demonym",
];
const BITS = NAMED.map(classBit);
const ANY = BITS.reduce((all, bit) => all | bit, 0);
const LONGEST = 5;

/**
 * For each word the gazetteers' longest phrase over it: 0 for none, else the class (its place in the list, from 1) × 4 +
 * first, inner, last, only.
 */
export function matchPhrases({ words, sentences }: Layout): Uint8Array {
  const matches = new Uint8Array(words.length);
  for (const { start, end } of sentences)
    for (let i = start; i < end; i++) {
      if (!words[i]!.isCapital) continue;
      const { length, kind } = longestAt(words, i, end);
      for (let at = i; at < i + length; at++)
        matches[at] = kind * 4 + (length === 1 ? 3 : at === i ? 0 : at === i + length - 1 ? 2 : 1);
      if (length > 1) i += length - 1;
    }
  return matches;
}

function longestAt(words: Layout["words"], i: number, end: number): { length: number; kind: number } {
  let { hash } = words[i]!;
  let found = { length: 0, kind: 0 };
  for (let length = 1; length <= LONGEST && i + length <= end; length++) {
    const { folded, classes, isCapital } = words[i + length - 1]!;
    if (length > 1) {
      // The hash of the words so far with a space between them goes on from word to word (see hashText).
      hash = Math.imul(hash ^ 32, 0x01000193);
      for (let at = 0; at < folded.length; at++) hash = Math.imul(hash ^ folded.charCodeAt(at), 0x01000193);
    }
    if (!isCapital) continue;
    const bits = (length === 1 ? classes : lookUpHash(hash).classes) & ANY;
    if (bits) found = { length, kind: BITS.findIndex((bit) => (bits & bit) !== 0) + 1 };
  }
  return found;
}
