import type { Block, Has } from "../document.ts";
import { rescueProse, scoreBody, shareAmongCopies } from "./body.ts";
import { FEATURES, lineFeatures } from "./features.ts";
import { findHeadline } from "./headline.ts";
import { cutLines, type Line } from "./lines.ts";
import { byMark, isMarkdown, type Labelled, markdownRules, topHeading, unmarked } from "./markdown.ts";
import { cutPieces } from "./pieces.ts";
import { findRepeats } from "./repeats.ts";
import { assignRoles, type Evidence } from "./roles.ts";
import { findLineRule } from "./rules/index.ts";
import type { LineRule } from "./rules/rule.ts";

const WORDS = FEATURES.indexOf("words");

/** Labels the lines of a document: blocks that tile `raw`, each with its role and the rule that gave it. */
export function labelBlocks(doc: Labelled): Block[] {
  const written = cutLines(doc);
  const lines = isMarkdown(doc) ? unmarked(written) : written;
  if (!lines.length) return doc.raw ? [{ start: 0, end: doc.raw.length, role: "boilerplate", rule: "blank" }] : [];
  const known = new Map<string, LineRule | undefined>();
  const marked = isMarkdown(doc) ? markdownRules(written) : [];
  const rules = lines.map(({ text }, i) => {
    if (marked[i]) return marked[i];
    // Menus repeat their lines.
    if (!known.has(text)) known.set(text, findLineRule(text));
    return known.get(text);
  });
  const repeats = findRepeats(lines);
  const weighed = weighLines(doc, lines, rules, repeats);
  const heading = isMarkdown(doc) ? topHeading(written) : -1;
  const headline = heading >= 0 ? heading : weighed.headline;
  const roles = assignRoles({ lines, rules, repeats, ...weighed, headline });
  return lines.flatMap((line, i) => {
    const role = isMarkdown(doc) ? byMark(written[i]!, roles[i]!) : roles[i]!;
    return cutPieces(line, role, at(lines, repeats[i]));
  });
}

// Features take 700 bytes a line: a file of a million lines is looked at in slices.
const SLICE = 20_000;

/** How likely each line is body, which is the headline, and how many words each has. */
function weighLines(
  doc: Has<"markup">,
  lines: readonly Line[],
  rules: readonly (LineRule | undefined)[],
  repeats: readonly (number | undefined)[],
): Pick<Evidence, "scores" | "headline" | "words"> {
  const scores = new Float64Array(lines.length);
  const words: number[] = [];
  let head: Float32Array = new Float32Array(0);
  for (let from = 0; from < lines.length; from += SLICE) {
    const to = Math.min(lines.length, from + SLICE);
    const rows = lineFeatures(lines.slice(from, to), rules.slice(from, to), doc.markup?.statements ?? []);
    scores.set(rescueProse(scoreBody(rows), rows), from);
    for (let i = 0; i < to - from; i++) words.push(rows[i * FEATURES.length + WORDS]!);
    if (!from) head = rows;
  }
  const shared = shareAmongCopies(scores, repeats);
  return { scores: shared, words, headline: findHeadline(doc, lines.slice(0, SLICE), head, shared.subarray(0, SLICE)) };
}

const at = (lines: readonly Line[], i: number | undefined) => (i === undefined ? undefined : lines[i]!.start);
