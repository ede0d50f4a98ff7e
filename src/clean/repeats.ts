import type { Line } from "./lines.ts";

// Shorter lines repeat by chance ("Yes.", "He said:").
const SHORTEST = 24;

// Spaces, punctuation and quotation marks, whose writing differs between copies.
const MARKS = /[\s!-/:-@[-`{-~\u00a0-\u00bf\u2000-\u206f]+/g;

/** For each line the index of the earlier line that it repeats: same letters and digits, whatever the spaces, tags and marks. */
export function findRepeats(lines: readonly Line[]): (number | undefined)[] {
  const seen = new Map<string, number>();
  return lines.map(({ text }, i) => {
    if (text.length < SHORTEST) return undefined;
    const plain = text.includes("<") ? text.replace(/<[^<>]{0,80}>/g, "") : text;
    const key = plain.replace(MARKS, "").toLowerCase();
    const earlier = key.length < SHORTEST / 2 ? undefined : seen.get(key);
    if (earlier === undefined) seen.set(key, i);
    return earlier;
  });
}
