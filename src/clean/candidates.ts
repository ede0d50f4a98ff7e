/** A line that may be the headline or a byline, as its model sees it. */
export interface Candidate {
  readonly line: number;
  /** 0 to 1. */
  readonly confidence: number;
  readonly isChosen: boolean;
}

const RIVALS = 3;
const UNLIKELY = 0.05;

/** What was chosen and its closest rivals, likeliest first. */
export function withRivals<Each extends Candidate>(candidates: readonly Each[]): Each[] {
  const ranked = candidates
    .filter(({ isChosen, confidence }) => isChosen || confidence >= UNLIKELY)
    .sort((a, b) => +b.isChosen - +a.isChosen || b.confidence - a.confidence || a.line - b.line);
  return ranked
    .slice(0, ranked.filter(({ isChosen }) => isChosen).length + RIVALS)
    .map((each) => ({ ...each, confidence: Math.round(each.confidence * 100) / 100 }));
}
