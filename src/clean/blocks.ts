import type { Block, Has } from "../document.ts";
import { isOwnBoilerplate, OWN_BOILERPLATE, type OwnLists } from "../lexicon/own.ts";
import { rescueProse, scoreBody, shareAmongCopies } from "./body.ts";
import { findBylines } from "./byline.ts";
import { isPersonName } from "./bylines.ts";
import { withCandidacies } from "./candidacies.ts";
import type { Candidate } from "./candidates.ts";
import { FEATURES, lineFeatures, type WeighedLines } from "./features.ts";
import { findHeadline } from "./headline.ts";
import { cutLines, type Line } from "./lines.ts";
import { byMark, isMarkdown, type Labelled, markdownRules, topHeading, unmarked } from "./markdown.ts";
import { cutPieces } from "./pieces.ts";
import { findRepeats } from "./repeats.ts";
import { assignRoles, type Evidence } from "./roles.ts";
import { findComments, READER_COMMENT } from "./rules/comments.ts";
import { findLineRule } from "./rules/index.ts";
import type { LineRule } from "./rules/rule.ts";
import { findSiteLines, type LineCounts, SITE_LINE } from "./site-lines.ts";

// What the user lists is boilerplate, whatever the model holds of it.
const OWN_RULE: LineRule = { id: OWN_BOILERPLATE, role: "boilerplate", test: () => false, matches: [], rejects: [] };

const [WORDS, RULE] = [FEATURES.indexOf("words"), FEATURES.indexOf("rule")] as const;

/**
 * Labels the lines of a document: blocks that tile `raw`, each with its role and the rule that gave it. `counts` tell which
 * lines recur across its site, the user's `own` lists which are no article.
 */
export function labelBlocks(doc: Labelled, counts: LineCounts | null = null, own: OwnLists | null = null): Block[] {
  const written = cutLines(doc);
  const lines = isMarkdown(doc) ? unmarked(written) : written;
  if (!lines.length) return doc.raw ? [{ start: 0, end: doc.raw.length, role: "boilerplate", rule: "blank" }] : [];
  const rules = findRules(doc, written, lines);
  const place = findPlaceRules(doc, lines, counts, own);
  const repeats = findRepeats(lines);
  const { scores, words, page } = weighLines(doc, lines, rules, place, repeats);
  const headlines = headlinesOf(page, isMarkdown(doc) ? topHeading(written) : -1);
  const headline = headlines.find(({ isChosen }) => isChosen)?.line ?? -1;
  const bylines = findBylines(page, headline);
  const known = rules.map((rule, i) => place[i] ?? rule);
  const roles = assignRoles({ lines, rules: known, repeats, scores, words, headline, bylines });
  return lines.flatMap((line, i) => {
    const found = isMarkdown(doc) ? byMark(written[i]!, roles[i]!) : roles[i]!;
    const role = place[i] === OWN_RULE ? { role: OWN_RULE.role, rule: OWN_RULE.id } : found;
    const pieces = cutPieces(line, role, at(lines, repeats[i]));
    const isOf = (each: Candidate) => each.line === i && !place[i];
    return withCandidacies(pieces, line, headlines.filter(isOf), bylines.filter(isOf));
  });
}

/** The heading of Markdown that is the headline, else what the model holds for it. */
const headlinesOf = (page: WeighedLines, heading: number): Candidate[] =>
  heading < 0 ? findHeadline(page) : [{ line: heading, confidence: 1, isChosen: true }];

function findRules(doc: Labelled, written: readonly Line[], lines: readonly Line[]): (LineRule | undefined)[] {
  const known = new Map<string, LineRule | undefined>();
  const marked = isMarkdown(doc) ? markdownRules(written) : [];
  return lines.map(({ text }, i) => {
    if (marked[i]) return marked[i];
    // Menus repeat their lines.
    if (!known.has(text)) known.set(text, findLineRule(text));
    return known.get(text);
  });
}

/** What a line is by where it stands: in the user's list, in the comments, or in page after page of the site. */
function findPlaceRules(
  doc: Labelled,
  lines: readonly Line[],
  counts: LineCounts | null,
  own: OwnLists | null,
): (LineRule | undefined)[] {
  const comments = findComments(lines);
  const recurs = findSiteLines(doc, lines, counts);
  return lines.map(({ text }, i) => {
    if (own && isOwnBoilerplate(text, own)) return OWN_RULE;
    if (comments[i]) return READER_COMMENT;
    // A frequent author's name recurs too.
    return recurs[i] && !findLineRule(text) && !isPersonName(text) ? SITE_LINE : undefined;
  });
}

// Features take 700 bytes a line: a file of a million lines is looked at in slices.
const SLICE = 20_000;

/** How likely each line is body and how many words it has; the first slice with its features. */
function weighLines(
  doc: Has<"markup">,
  lines: readonly Line[],
  rules: readonly (LineRule | undefined)[],
  place: readonly (LineRule | undefined)[],
  repeats: readonly (number | undefined)[],
): Pick<Evidence, "scores" | "words"> & { readonly page: WeighedLines } {
  const scores = new Float64Array(lines.length);
  const words: number[] = [];
  const statements = doc.markup?.statements ?? [];
  let head: Float32Array = new Float32Array(0);
  for (let from = 0; from < lines.length; from += SLICE) {
    const to = Math.min(lines.length, from + SLICE);
    const rows = lineFeatures(lines.slice(from, to), rules.slice(from, to), statements);
    const likely = scoreBody(rows);
    // The models learned of lines that are known by themselves; what the place tells comes on top.
    place.slice(from, to).forEach((rule, i) => {
      if (!rule) return;
      likely[i] = 0;
      rows[i * FEATURES.length + RULE] = 1;
    });
    scores.set(rescueProse(likely, rows), from);
    for (let i = 0; i < to - from; i++) words.push(rows[i * FEATURES.length + WORDS]!);
    if (!from) head = rows;
  }
  const shared = shareAmongCopies(scores, repeats);
  const page = { lines: lines.slice(0, SLICE), rows: head, scores: shared.subarray(0, SLICE), statements };
  return { scores: shared, words, page };
}

const at = (lines: readonly Line[], i: number | undefined) => (i === undefined ? undefined : lines[i]!.start);
