import { readTable } from "../tables.ts";
import { BYLINE_FEATURES, bylineRows, type SignedLine } from "./byline-features.ts";
import { type Candidate, withRivals } from "./candidates.ts";
import type { WeighedLines } from "./features.ts";
import { isCommonWord } from "./name-words.ts";
import { SIGNATURE_FORMS } from "./signatures.ts";
import { predict, type Trees, unpackTrees } from "./trees.ts";

/** A line as likely as this names the author. */
const SURE = 0.25;
// Further lines of one byline: "Ann Lee" below "Bo Ek".
const TOGETHER = 6;
const AS_SURE = 0.5;
// Of lines that are nearly as likely the one nearest to the headline tells most: it may name two where a biography names one.
const NEARLY = 0.85;

/** The bylines of the article, with how likely they are: the line most like one, and those beside it that belong to it. */
export function chooseBylines(
  candidates: readonly SignedLine[],
  likely: ArrayLike<number>,
  headline: number,
): ReadonlyMap<SignedLine, number> {
  const most = Math.max(0, ...Array.from(likely));
  if (most < SURE) return new Map();
  const far = (k: number) => Math.abs(candidates[k]!.line - headline);
  let best = -1;
  candidates.forEach((_, k) => {
    if (likely[k]! >= most * NEARLY && (best < 0 || far(k) < far(best))) best = k;
  });
  const { line, form } = candidates[best]!;
  const chosen = new Map(namesBelow(candidates[best]!, candidates).map((each) => [each, likely[best]!]));
  candidates.forEach((each, k) => {
    const isBeside = each.form === form && Math.abs(each.line - line) <= TOGETHER;
    if (k === best || (isBeside && likely[k]! >= AS_SURE)) chosen.set(each, likely[k]!);
  });
  return chosen;
}

// "By", "Ann Lee", "Bo Ek": one label for several names, line by line, a portrait between them at most.
function namesBelow(label: SignedLine, candidates: readonly SignedLine[]): SignedLine[] {
  const found: SignedLine[] = [];
  if (SIGNATURE_FORMS[label.form]!.id !== "labelled" || !label.authors.every(({ isPerson }) => isPerson)) return found;
  let last = label.line;
  for (const each of candidates) {
    if (each.line <= last) continue;
    if (each.line > last + 2 || !isName(each)) break;
    found.push(each);
    last = each.line;
  }
  return found;
}

// "Design Style" has the shape of one, but is none.
const isName = ({ form, authors }: SignedLine) =>
  SIGNATURE_FORMS[form]!.id === "bare" &&
  authors.every(({ name, isPerson }) => isPerson && !name.split(" ").every(isCommonWord));

/** A byline of the article or a rival of it. */
export type BylineCandidate = SignedLine & Candidate;

let trees: Trees | undefined;

/** The lines that name the authors of the article, and their closest rivals. */
export function findBylines(page: WeighedLines, headline: number): BylineCandidate[] {
  trees ??= unpackTrees(readTable("clean/byline.model.bin"));
  const { candidates, rows } = bylineRows(page, headline);
  const likely = predict(trees, rows, BYLINE_FEATURES.length);
  const chosen = chooseBylines(candidates, likely, headline);
  return withRivals(
    candidates.map((each, k) => {
      const confidence = chosen.get(each) ?? likely[k]!;
      return { ...each, confidence, isChosen: chosen.has(each) };
    }),
  );
}
