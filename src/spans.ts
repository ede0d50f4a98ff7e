import type { Span } from "./document.ts";

/** Index of the last of some ordered spans that starts at or before an offset; -1 where none does. */
export function indexAt(spans: readonly Span[], offset: number): number {
  let [low, high] = [-1, spans.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (spans[middle]!.start <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
