import { type Block, BODY_ROLES, type Has, type Span } from "../document.ts";
import { indexAt } from "../spans.ts";
import { type PageNotice, pageNotices } from "./rules/page-notices.ts";

/** What a page is that is no article, or not one whole article, and what shows it. */
export interface PageKind {
  readonly kind: PageNotice["kind"] | "list-page" | "several-articles";
  readonly span: Span;
}

type Labelled = Has<"blocks" | "markup">;

// With more prose of its own a page has something to say, whatever notices stand around it.
const MOST_WORDS: Readonly<Record<PageNotice["kind"], number>> = {
  "error-page": 60,
  "needs-script": 60,
  paywalled: 220,
  "video-page": 130,
};

/** Tells pages that are no article from articles: notices of servers, paywalls, players, lists of other stories. */
export function findPageKind(doc: Labelled): PageKind | null {
  const words = wordsOf(doc, doc.blocks.filter(isBody));
  return notice(doc, words) ?? listPage(doc) ?? severalArticles(doc);
}

const isBody = ({ role }: Block) => BODY_ROLES.has(role);
const textOf = ({ raw }: Labelled, { start, end }: Span) => raw.slice(start, end);
const countWords = (text: string) => text.trim().split(/\s+/u).filter(Boolean).length;
const wordsOf = (doc: Labelled, blocks: readonly Block[]) =>
  blocks.reduce((sum, block) => sum + countWords(textOf(doc, block)), 0);

function notice(doc: Labelled, words: number): PageKind | null {
  for (const { kind, test } of pageNotices) {
    if (words > MOST_WORDS[kind]) continue;
    const said = doc.blocks.find((block) => test(textOf(doc, block).trim()));
    if (said) return { kind, span: trimmed(doc, said) };
  }
  return null;
}

// A list has this many titles, hardly more prose than titles (a summary below each), and no run of prose.
const TITLES = 12;
const PROSE_FOR_TITLES = 1.2;
const LONGEST_RUN = 60;
const PROSE_WORDS = 12;

/** A page of titles that lead elsewhere. Whatever a model made of them, it learned of pages that have an article. */
function listPage(doc: Labelled): PageKind | null {
  const shown = doc.blocks.filter(({ repeats }) => repeats === undefined);
  const titles = shown.filter((block) => isTitle(doc, block) && leads(doc, block));
  if (titles.length < TITLES || longestRun(doc, shown) > LONGEST_RUN) return null;
  const prose = shown.filter((block) => isProse(doc, block));
  if (wordsOf(doc, prose) > PROSE_FOR_TITLES * wordsOf(doc, titles)) return null;
  return { kind: "list-page", span: trimmed(doc, titles[0]!) };
}

const isTitle = (doc: Labelled, block: Block) => {
  const text = textOf(doc, block).trim();
  const words = countWords(text);
  return words >= 5 && words <= 25 && !/[.!:;,]["”’)]?$/u.test(text);
};

/** Whether a line is a link, as far as that can be known. */
function leads({ markup, raw }: Labelled, block: Block): boolean {
  if (!markup?.lines.length) return true;
  const at = block.start + raw.slice(block.start, block.end).search(/\S/u);
  return (markup.lines[indexAt(markup.lines, at)]?.linkDensity ?? 0) > 0.7;
}

const isProse = (doc: Labelled, block: Block) => {
  const text = textOf(doc, block).trim();
  return /[.!?…]["”’)]{0,3}$/u.test(text) && countWords(text) >= PROSE_WORDS;
};

/** Words of the longest run of prose without a title in it. */
function longestRun(doc: Labelled, blocks: readonly Block[]): number {
  let [longest, run] = [0, 0];
  for (const block of blocks) {
    if (isProse(doc, block)) run += countWords(textOf(doc, block));
    else if (isTitle(doc, block) && leads(doc, block)) run = 0;
    longest = Math.max(longest, run);
  }
  return longest;
}

// An article of its own has a byline and a date above it, and this much prose below.
const ARTICLE_WORDS = 120;

function severalArticles(doc: Labelled): PageKind | null {
  const starts = doc.blocks.flatMap((block, i) => (isStart(doc, block, i) ? [i] : []));
  const articles = starts.filter((from, k) => {
    const part = doc.blocks.slice(from, starts[k + 1] ?? doc.blocks.length);
    return wordsOf(doc, part.filter(isBody)) >= ARTICLE_WORDS;
  });
  return articles.length > 1 ? { kind: "several-articles", span: trimmed(doc, doc.blocks[articles[1]!]!) } : null;
}

// A title, then who wrote it and when, then prose.
function isStart(doc: Labelled, block: Block, i: number): boolean {
  if (block.repeats !== undefined || block.role === "boilerplate" || !isTitle(doc, block)) return false;
  const below = doc.blocks.slice(i + 1, i + 6);
  const stamps = new Set(below.slice(0, 3).map(({ role }) => role));
  const isStamped = stamps.has("byline") && stamps.has("dateinfo");
  return isStamped && below.some((next) => next.role === "paragraph" && !isTitle(doc, next));
}

function trimmed(doc: Labelled, { start, end }: Span): Span {
  const text = doc.raw.slice(start, end);
  return { start: start + text.length - text.trimStart().length, end: start + text.trimEnd().length };
}
