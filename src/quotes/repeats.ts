import type { Span } from "../document.ts";

// Fewer words are quoted over again in passing, and subheads are made of them.
const LEAST_WORDS = 6;

const wordsOf = (raw: string, { start, end }: Span): string[] =>
  raw
    .slice(start, end)
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

interface Place {
  readonly of: number;
  readonly said: readonly string[];
  readonly at: number;
}

// A refrain of a thousand lines is not compared with itself a thousand times.
const MOST_PLACES = 4;

/** Looks up in which of some quotations, each of several parts, the words of another stand: in the article, those of a pull quote. */
export function repeatFinder(raw: string, quotations: readonly (readonly Span[])[]): (repeat: Span) => number | null {
  const places = new Map<string, Place[]>();
  quotations.forEach((parts, of) => {
    const said = parts.flatMap((part) => wordsOf(raw, part));
    for (let at = 0; at + LEAST_WORDS <= said.length; at++) {
      const key = said.slice(at, at + LEAST_WORDS).join(" ");
      const known = places.get(key);
      if (!known) places.set(key, [{ of, said, at }]);
      else if (known.length < MOST_PLACES) known.push({ of, said, at });
    }
  });
  return (repeat) => {
    const words = wordsOf(raw, repeat);
    if (words.length < LEAST_WORDS) return null;
    const text = words.join(" ");
    const found = places
      .get(words.slice(0, LEAST_WORDS).join(" "))
      ?.find(({ said, at }) => said.slice(at, at + words.length).join(" ") === text);
    return found?.of ?? null;
  };
}
