import type { Has, Sentence, Span, Token } from "../document.ts";
import { type CueForm, cueForms } from "../lexicon/cues.ts";
import { markCode, RUN_CODE, wordCode } from "./codes.ts";
import { findRuns, type Run } from "./runs.ts";
import * as W from "./words.ts";

/** A word or mark outside quotation marks, or a whole quoted run: nothing is looked for inside one. */
export interface Item extends Span {
  readonly text: string;
  readonly lower: string;
  readonly run: Run | null;
  /** What the word may be: a mask of words.ts; 0 for runs and punctuation. */
  readonly mask: number;
  readonly isWord: boolean;
  readonly isCapital: boolean;
  readonly cue: CueForm | undefined;
  /** What it is to the ranker (codes.ts). */
  readonly code: number;
  /** May be a finite verb beside its neighbours. */
  readonly isFinite: boolean;
}

/** An item whose neighbours are still to come. */
interface Bare extends Omit<Item, "isFinite"> {
  isFinite: boolean;
}

/** A sentence as items. */
export interface ItemSentence extends Span {
  readonly items: readonly Item[];
  readonly isTitle: boolean;
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
export function findParagraphs(doc: Has<"blocks" | "sentences">, own: Cues = cueForms): Paragraph[] {
  return linesOf(doc).map((line) => {
    const tokens = line.flatMap((sentence) => sentence.tokens);
    const runs = findRuns(doc.raw, tokens);
    const items = itemsOf(doc.raw, tokens, runs, own);
    const starts = new Set(line.map((sentence) => sentence.start));
    const isHeadline = doc.blocks[line[0]!.block]?.role === "headline";
    const sentences = splitItems(items, starts).map((part) => clausesOf(part, isHeadline));
    return { start: line[0]!.start, end: line.at(-1)!.end, block: line[0]!.block, runs, sentences };
  });
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

function itemsOf(raw: string, tokens: readonly Token[], runs: readonly Run[], own: Cues): Item[] {
  const items: Bare[] = [];
  let next = 0;
  for (const token of tokens) {
    while (next < runs.length && runs[next]!.end <= token.start) next++;
    const run = runs[next];
    if (run && token.start >= run.start) {
      if (token.start === run.start) items.push(runItem(raw, run));
    } else items.push(wordItem(token, items.at(-1), own));
  }
  for (let i = 0; i < items.length; i++) items[i]!.isFinite = mayBeFinite(items, i);
  return items;
}

/** An auxiliary, a past form, a reporting verb in -s after a noun. */
function mayBeFinite(items: readonly Bare[], at: number): boolean {
  const { isWord, mask, isCapital, cue } = items[at]!;
  if (!isWord) return false;
  const before = items[at - 1]?.mask ?? 0;
  if (mask & (W.AUXILIARY | W.FINITE)) return !isCapital || at === 0 || (mask & W.AUXILIARY) !== 0;
  if (isCapital || before & (W.DETERMINER | W.PREPOSITION | W.TO)) return false;
  if (cue) return cue.forms.has("past") || (cue.forms.has("third") && !((items[at + 1]?.mask ?? 0) & W.PREPOSITION));
  return (mask & W.BARE_VERB) !== 0 && (before & (W.SUBJECT_PRONOUN | W.RELATIVE | W.MODAL | W.DO)) !== 0;
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

const WORD = /^[\p{L}\p{N}]|^['’]s$/u;
const CAPITAL = /^\p{Lu}/u;

const CONTRACTS = W.SUBJECT_PRONOUN | W.RELATIVE | W.QUESTION;
const isApostropheS = (lower: string) => lower === "'s" || lower === "’s";

// "he's" has a verb, "the ministry's" has none; "Kelly" and "Reed" aren't what their endings say.
function maskOf(lower: string, isCapital: boolean, before: Bare | undefined): number {
  if (isApostropheS(lower)) return before && before.mask & CONTRACTS ? W.BE | W.HAVE : 0;
  const mask = W.wordClass(lower);
  return isCapital && before ? mask & ~SUFFIXED : mask;
}
const SUFFIXED = W.ADVERB | W.FINITE | W.PARTICIPLE | W.BARE_VERB;

function wordItem({ start, end, text }: Token, before: Bare | undefined, own: Cues): Bare {
  const lower = text.toLowerCase();
  const isWord = WORD.test(text);
  const isCapital = isWord && lower !== text && CAPITAL.test(text);
  // "D-minus", "30-second": a hyphen, no dash.
  const isHyphen = text === "-" && before?.end === start;
  const mask = isWord ? maskOf(lower, isCapital, before) : isHyphen ? 0 : W.markClass(text);
  const cue = isWord ? (cueForms.get(lower) ?? own.get(lower)) : undefined;
  const code = isWord ? wordCode(lower, mask, isCapital, cue) : markCode(text);
  return { start, end, text, lower, run: null, mask, isWord, isCapital, cue, code, isFinite: false };
}

// Nobody writes longer ones; text without full stops is cut here, so that no search within a sentence grows with the text.
const LONGEST_SENTENCE = 150;

// “Why?” Smith asked: a run that asks or exclaims doesn't end the sentence where its speaker and cue follow.
function splitItems(items: readonly Item[], starts: ReadonlySet<number>): Item[][] {
  const parts: Item[][] = [];
  items.forEach((item, i) => {
    const isLong = parts.at(-1)?.length === LONGEST_SENTENCE;
    if (i === 0 || isLong || (starts.has(item.start) && !continuesRun(items, i))) parts.push([item]);
    else parts.at(-1)!.push(item);
  });
  return parts;
}

const FARTHEST_CUE = 5;

function continuesRun(items: readonly Item[], at: number): boolean {
  const before = items[at - 1]!;
  if (!before.run || before.run.open || !/[?!….—–-]\W*$/u.test(before.text)) return false;
  const isStopped = /[.]\W*$/u.test(before.text);
  for (let i = at; i < Math.min(items.length, at + FARTHEST_CUE); i++) {
    const item = items[i]!;
    if (!item.isWord) return false;
    if (!item.cue?.frames.includes("q") || i === at) continue;
    const after = items[i + 1];
    // “I hope they find it.” Smith said.
    if (isStopped) return after === undefined || after.text === ".";
    return !after || after.run === null
      ? /^(?:[.,;]|in|on|at|to|of|with|as|when|during|while|after|the|me)$/u.test(after?.lower ?? ".")
      : false;
  }
  return false;
}

function clausesOf(items: readonly Item[], isHeadline: boolean): ItemSentence {
  return { start: items[0]!.start, end: items.at(-1)!.end, items, isTitle: isHeadline || inTitleCase(items) };
}

// A headline capitalises four words in five; six words are too few to tell.
function inTitleCase(items: readonly Item[]): boolean {
  let words = 0;
  let capitals = 0;
  for (const item of items) {
    if (!item.isWord || item.text.length < 4) continue;
    words++;
    if (item.isCapital) capitals++;
  }
  return words >= 4 && capitals >= words * 0.8;
}
