import type { Span } from "../../document.ts";
import { indexAt } from "../../spans.ts";
import type { Mark } from "./marks.ts";

// The clean text is nearly the body's blocks one after another, so a span is looked for this near to where it should be.
const NEAR = 400;

/** Finds marks by their words in the clean text of a record that has no raw text; those that aren't found are left out. */
export function placedIn(
  text: string,
  whole: number,
  marks: readonly Mark[],
  body: readonly Span[] | null,
): readonly Mark[] {
  const expected = positionIn(whole, body);
  return marks.flatMap((mark) => {
    const words = mark.text.trim();
    const near = words ? expected(mark.start) : null;
    const start = near === null ? -1 : nearest(text, words, near);
    return start < 0 ? [] : [{ ...mark, start, end: start + words.length }];
  });
}

/** Where in the clean text an offset of the raw text should be; null outside the body. */
function positionIn(whole: number, body: readonly Span[] | null): (offset: number) => number | null {
  if (!body) return (offset) => offset;
  const before: number[] = [];
  let length = 0;
  for (const { start, end } of body) {
    before.push(length);
    length += end - start;
  }
  return (offset) => {
    const i = indexAt(body, offset);
    if (i < 0 || offset >= body[i]!.end) return null;
    return Math.round(((before[i]! + offset - body[i]!.start) * whole) / (length || 1));
  };
}

/** The occurrence of words that is nearest to a place, -1 where none is near. */
function nearest(text: string, words: string, near: number): number {
  const from = Math.max(0, near - NEAR);
  const part = text.slice(from, near + NEAR + words.length);
  let best = -1;
  for (let at = part.indexOf(words); at >= 0; at = part.indexOf(words, at + 1)) {
    if (best < 0 || Math.abs(from + at - near) < Math.abs(best - near)) best = from + at;
  }
  return best;
}
