import type { QuoteKind, Span } from "../document.ts";
import { allMatches, withoutUnicodeMode } from "../regexp.ts";
import type { Run } from "./runs.ts";

const WORD = withoutUnicodeMode(/[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu);
// A quotation is direct where all but three in a hundred of its words stand in quotation marks.
const DIRECT = 0.97;

/** Direct, mixed or indirect, by the share of the words that stand between quotation marks. */
export function kindOf(raw: string, parts: readonly Span[], runs: readonly Run[]): QuoteKind {
  let words = 0;
  let quoted = 0;
  for (const part of parts) {
    const near = runsIn(runs, part);
    if (near.length === 0 && parts.length === 1) return "indirect";
    for (const match of allMatches(raw.slice(part.start, part.end), WORD)) {
      const at = part.start + match.index;
      words++;
      if (near.some((run) => at >= run.start && at + match[0].length <= run.end)) quoted++;
    }
  }
  if (quoted === 0) return "indirect";
  return quoted / words >= DIRECT ? "direct" : "mixed";
}

/** The runs that touch a span; runs are in order and don't overlap. */
function runsIn(runs: readonly Run[], { start, end }: Span): Run[] {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (runs[middle]!.end <= start) low = middle + 1;
    else high = middle;
  }
  const found: Run[] = [];
  for (let i = low; i < runs.length && runs[i]!.start < end; i++) found.push(runs[i]!);
  return found;
}
