import type { Block, Candidacy } from "../document.ts";
import type { BylineCandidate } from "./byline.ts";
import type { Candidate } from "./candidates.ts";
import type { Line } from "./lines.ts";
import { SIGNATURE_FORMS } from "./signatures.ts";

/** The pieces of a line, told what they may be: the headline is the first one, a byline the one that its first name stands in. */
export function withCandidacies(
  pieces: Block[],
  line: Line,
  headlines: readonly Candidate[],
  bylines: readonly BylineCandidate[],
): Block[] {
  if (!headlines.length && !bylines.length) return pieces;
  const placed = [...headlines.map((each) => ofHeadline(each, line)), ...bylines.map((each) => ofByline(each, line))];
  return pieces.map((piece) => {
    const own = placed.filter(({ at }) => piece.start <= at && at < piece.end);
    return own.length ? { ...piece, candidacies: own.map(({ candidacy }) => candidacy) } : piece;
  });
}

interface Placed {
  readonly at: number;
  readonly candidacy: Candidacy;
}

const ofHeadline = ({ confidence, isChosen }: Candidate, { first }: Line): Placed => ({
  at: first,
  candidacy: { of: "headline", confidence, isChosen, authors: [] },
});

function ofByline({ form, authors, confidence, isChosen }: BylineCandidate, { first }: Line): Placed {
  const rule = `byline-${SIGNATURE_FORMS[form]!.id}`;
  const named = authors.map(({ name, isPerson, start, end }) => ({
    ...{ name, isPerson, rule, span: { start: first + start, end: first + end } },
  }));
  return { at: named[0]!.span.start, candidacy: { of: "byline", confidence, isChosen, authors: named } };
}
