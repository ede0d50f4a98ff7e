import type { Block, Has } from "../document.ts";
import { rescueProse, scoreBody, shareAmongCopies } from "./body.ts";
import { FEATURES, lineFeatures } from "./features.ts";
import { findHeadline } from "./headline.ts";
import { cutLines, type Line } from "./lines.ts";
import { cutPieces } from "./pieces.ts";
import { findRepeats } from "./repeats.ts";
import { assignRoles } from "./roles.ts";
import { findLineRule } from "./rules/index.ts";
import type { LineRule } from "./rules/rule.ts";

const WORDS = FEATURES.indexOf("words");

/** Labels the lines of a document: blocks that tile `raw`, each with its role and the rule that gave it. */
export function labelBlocks(doc: Has<"markup">): Block[] {
  const lines = cutLines(doc);
  if (!lines.length) return doc.raw ? [{ start: 0, end: doc.raw.length, role: "boilerplate", rule: "blank" }] : [];
  const known = new Map<string, LineRule | undefined>();
  const rules = lines.map(({ text }) => {
    // Menus repeat their lines.
    if (!known.has(text)) known.set(text, findLineRule(text));
    return known.get(text);
  });
  const repeats = findRepeats(lines);
  const rows = lineFeatures(lines, rules);
  const scores = rescueProse(shareAmongCopies(scoreBody(rows), repeats), rows);
  const words = lines.map((_, i) => rows[i * FEATURES.length + WORDS]!);
  const headline = findHeadline(doc, lines, rows, scores);
  const roles = assignRoles({ lines, rules, repeats, scores, headline, words });
  return lines.flatMap((line, i) => cutPieces(line, roles[i]!, at(lines, repeats[i])));
}

const at = (lines: readonly Line[], i: number | undefined) => (i === undefined ? undefined : lines[i]!.start);
