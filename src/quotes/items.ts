import type { Has, Sentence, Span, Token } from "../document.ts";
import { type CueForm, nounVerbs } from "../lexicon/cues.ts";
import { RUN_CODE, wordCode } from "./codes.ts";
import { cutSentences, type ItemSentence } from "./item-sentences.ts";
import { findRuns, type Run } from "./runs.ts";
import { type Spelling, spellingOf } from "./spellings.ts";
import * as W from "./words.ts";

/** A word or mark outside quotation marks, or a whole quoted run: nothing is looked for inside one. */
export interface Item extends Span, Omit<Spelling, "inner"> {
  readonly run: Run | null;
  /** May be a finite verb beside its neighbours. */
  readonly isFinite: boolean;
}

/** An item whose neighbours are still to come. */
interface Bare extends Omit<Item, "isFinite"> {
  isFinite: boolean;
}

/** A line of a block: where a quoted run may not be closed and goes on in the next. */
export interface Paragraph extends Span {
  readonly block: number;
  readonly runs: readonly Run[];
  readonly sentences: readonly ItemSentence[];
}

/** Reporting verbs by their spellings. */
type Cues = ReadonlyMap<string, CueForm>;

/** Cuts the sentences of a document into paragraphs of items. */
export function findParagraphs(doc: Has<"blocks" | "sentences">, own: Cues | null = null): Paragraph[] {
  return linesOf(doc).map((line) => {
    const tokens = line.length === 1 ? line[0]!.tokens : tokensOf(line);
    const runs = findRuns(doc.raw, tokens);
    const items = itemsOf(doc.raw, tokens, runs, own);
    const starts = new Set(line.map((sentence) => sentence.start));
    const isHeadline = doc.blocks[line[0]!.block]?.role === "headline";
    const sentences = cutSentences(items, starts, isHeadline);
    return { start: line[0]!.start, end: line.at(-1)!.end, block: line[0]!.block, runs, sentences };
  });
}

function tokensOf(line: readonly Sentence[]): Token[] {
  const all: Token[] = [];
  for (const { tokens } of line) for (const token of tokens) all.push(token);
  return all;
}

function linesOf(doc: Has<"blocks" | "sentences">): Sentence[][] {
  const lines: Sentence[][] = [];
  for (const sentence of doc.sentences) {
    const last = lines.at(-1)?.at(-1);
    if (last && last.block === sentence.block && !/[\r\n]/u.test(doc.raw.slice(last.end, sentence.start)))
      lines.at(-1)!.push(sentence);
    else lines.push([sentence]);
  }
  return lines;
}

function itemsOf(raw: string, tokens: readonly Token[], runs: readonly Run[], own: Cues | null): Item[] {
  const items: Bare[] = [];
  let next = 0;
  for (const token of tokens) {
    while (next < runs.length && runs[next]!.end <= token.start) next++;
    const run = runs[next];
    if (run && token.start >= run.start) {
      if (token.start === run.start) items.push(runItem(raw, run));
    } else items.push(wordItem(token, items[items.length - 1], own));
  }
  markNames(items);
  for (let i = 0; i < items.length; i++) items[i]!.isFinite = mayBeFinite(items, i);
  return items;
}

/** An auxiliary, a past form, a reporting verb in -s after a noun. */
function mayBeFinite(items: readonly Bare[], at: number): boolean {
  const { isWord, mask, isCapital, cue } = items[at]!;
  if (!isWord) return false;
  const before = items[at - 1]?.mask ?? 0;
  if (mask & (W.AUXILIARY | W.FINITE)) return !isCapital || (mask & W.AUXILIARY) !== 0;
  if (isCapital || before & (W.DETERMINER | W.PREPOSITION | W.TO)) return false;
  if (cue) return cue.forms.has("past") || (cue.forms.has("third") && !isPlural(items, at, cue));
  return (mask & W.BARE_VERB) !== 0 && (before & (W.SUBJECT_PRONOUN | W.RELATIVE | W.MODAL | W.DO)) !== 0;
}

/** "the annual talks, which", "their claims were": a plural noun that looks like a verb in -s. */
function isPlural(items: readonly Bare[], at: number, { lemma }: CueForm): boolean {
  const next = items[at + 1]?.mask ?? 0;
  if (next & W.PREPOSITION) return true;
  if (!nounVerbs.has(lemma)) return false;
  return next & W.COMMA ? ((items[at + 2]?.mask ?? 0) & W.RELATIVE) !== 0 : (next & (W.AUXILIARY | W.FINITE)) !== 0;
}

// "May told", "Jun wrote", "said Per Lund", "when Will Roe": names, and no months or closed-class words.
function markNames(items: Bare[]): void {
  items.forEach((item, i) => {
    if (!item.isCapital || !(isMonthName(items, i) || isGivenName(items, i))) return;
    items[i] = { ...item, mask: 0, code: wordCode("", 0, true, undefined) };
  });
}
const MONTH_NAMES = new Set("may april june august jun jan march".split(" "));
const GIVEN_NAMES = new Set("per will".split(" "));

function isMonthName(items: readonly Bare[], at: number): boolean {
  if (!MONTH_NAMES.has(items[at]!.lower)) return false;
  const [before, next] = [items[at - 1], items[at + 1]];
  if (before && (before.mask & (W.PREPOSITION | W.DETERMINER | W.TIME) || /^\d/u.test(before.text))) return false;
  return next?.cue?.forms.has("past") === true || next?.cue?.forms.has("third") === true;
}

// "Will Roe resign?" opens with a verb.
function isGivenName(items: readonly Bare[], at: number): boolean {
  const [before, { lower }, next] = [items[at - 1], items[at]!, items[at + 1]];
  if (!GIVEN_NAMES.has(lower) || !next?.isCapital || next.mask !== 0) return false;
  return lower !== "will" || (before?.isWord === true && !before.isCapital);
}

const runItem = (raw: string, run: Run): Bare => ({
  start: run.start,
  end: run.end,
  text: raw.slice(run.start, run.end),
  lower: "",
  run,
  mask: 0,
  isWord: false,
  isCapital: false,
  cue: undefined,
  code: RUN_CODE,
  isFinite: false,
});

const CONTRACTS = W.SUBJECT_PRONOUN | W.RELATIVE | W.QUESTION;
const isApostropheS = (lower: string) => lower === "'s" || lower === "’s";

function wordItem({ start, end, text }: Token, before: Bare | undefined, own: Cues | null): Bare {
  const known = spellingOf(text);
  const { lower, isWord, isCapital } = known;
  let { mask, code } = before ? known.inner : known;
  const cue = known.cue ?? (isWord ? own?.get(lower) : undefined);
  if (cue !== known.cue) code = wordCode(lower, mask, isCapital, cue);
  // "D-minus", "30-second": a hyphen; "Roe -- he" has a dash.
  if (text === "-" && before?.end === start && before.text !== "-") mask = 0;
  else if (isApostropheS(lower)) {
    // "he's" has a verb, "the ministry's" has none.
    mask = before && before.mask & CONTRACTS ? W.BE | W.HAVE : 0;
    code = wordCode(lower, mask, isCapital, cue);
  }
  return { start, end, text, lower, run: null, mask, isWord, isCapital, cue, code, isFinite: false };
}
