import { readTable } from "../tables.ts";
import { BYLINE_FEATURES, bylineRows, type SignedLine } from "./byline-features.ts";
import { type Candidate, withRivals } from "./candidates.ts";
import type { WeighedLines } from "./features.ts";
import { predict, type Trees, unpackTrees } from "./trees.ts";

/** A line as likely as this names the author. */
const SURE = 0.25;
// Further lines of one byline: "Ann Lee" below "Bo Ek".
const TOGETHER = 6;
const AS_SURE = 0.5;
// Of lines that are nearly as likely the one nearest to the headline tells most: it may name two where a biography names one.
const NEARLY = 0.85;

/** The bylines of the article: the line most like one, and those beside it that are as likely. */
export function chooseBylines(
  candidates: readonly SignedLine[],
  likely: ArrayLike<number>,
  headline: number,
): ReadonlySet<SignedLine> {
  const most = Math.max(0, ...Array.from(likely));
  if (most < SURE) return new Set();
  const far = (k: number) => Math.abs(candidates[k]!.line - headline);
  let best = -1;
  candidates.forEach((_, k) => {
    if (likely[k]! >= most * NEARLY && (best < 0 || far(k) < far(best))) best = k;
  });
  const { line, form } = candidates[best]!;
  const isBeside = (each: SignedLine) => each.form === form && Math.abs(each.line - line) <= TOGETHER;
  return new Set(candidates.filter((each, k) => k === best || (likely[k]! >= AS_SURE && isBeside(each))));
}

/** A byline of the article or a rival of it. */
export type BylineCandidate = SignedLine & Candidate;

let trees: Trees | undefined;

/** The lines that name the authors of the article, and their closest rivals. */
export function findBylines(page: WeighedLines, headline: number): BylineCandidate[] {
  trees ??= unpackTrees(readTable("clean/byline.model.bin"));
  const { candidates, rows } = bylineRows(page, headline);
  const likely = predict(trees, rows, BYLINE_FEATURES.length);
  const chosen = chooseBylines(candidates, likely, headline);
  return withRivals(candidates.map((each, k) => ({ ...each, confidence: likely[k]!, isChosen: chosen.has(each) })));
}
