import type { Has, Sentence, Span, Token } from "../document.ts";
import { type CueForm, cueForms, nounVerbs } from "../lexicon/cues.ts";
import { markCode, RUN_CODE, wordCode } from "./codes.ts";
import { findRuns, type Run } from "./runs.ts";
import { type Sums, sumsOf } from "./sums.ts";
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
  /** What stands around it, as a small number: quotations in its paragraph, reports before it. */
  readonly setting: number;
  readonly sums: Sums;
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
    const parts = splitItems(items, starts);
    const sentences = parts.map((part, i) => clausesOf(part, isHeadline, settingOf(parts, i, runs.length > 0)));
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

const WORD = /^[\p{L}\p{N}]|^['’]s$/u;
const CAPITAL = /^\p{Lu}/u;

const CONTRACTS = W.SUBJECT_PRONOUN | W.RELATIVE | W.QUESTION;
const isApostropheS = (lower: string) => lower === "'s" || lower === "’s";

const SUFFIXED = W.ADVERB | W.FINITE | W.PARTICIPLE | W.BARE_VERB;

/** What a token is by itself. */
interface Spelling extends Pick<Bare, "text" | "lower" | "isWord" | "isCapital" | "mask" | "cue" | "code"> {
  /** What it may be behind another word, and its code there; differs for capitals alone. */
  readonly inner: { readonly mask: number; readonly code: number };
}

// Looked up once for each spelling; the most that is remembered keeps a corpus of a million spellings small.
const MOST_SPELLINGS = 40_000;
const spellings = new Map<string, Spelling>();

function spellingOf(text: string): Spelling {
  let known = spellings.get(text);
  if (!known) {
    if (spellings.size >= MOST_SPELLINGS) spellings.clear();
    known = readSpelling(text);
    spellings.set(text, known);
  }
  return known;
}

function readSpelling(text: string): Spelling {
  const lower = text.toLowerCase();
  const isWord = WORD.test(text);
  const isCapital = isWord && lower !== text && CAPITAL.test(text);
  const cue = isWord ? cueForms.get(lower) : undefined;
  const as = (mask: number) => ({ mask, code: isWord ? wordCode(lower, mask, isCapital, cue) : markCode(text) });
  const first = as(isWord ? W.wordClass(lower) : W.markClass(text));
  // "Kelly" and "Reed" aren't what their endings say.
  const inner = isCapital ? as(first.mask & ~SUFFIXED) : first;
  return { text, lower, isWord, isCapital, cue, ...first, inner };
}

function wordItem({ start, end, text }: Token, before: Bare | undefined, own: Cues): Bare {
  const known = spellingOf(text);
  const { lower, isWord, isCapital } = known;
  let { mask, code } = before ? known.inner : known;
  const cue = known.cue ?? (isWord ? own.get(lower) : undefined);
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

// Nobody writes longer ones; text without full stops is cut here, so that no search within a sentence grows with the text.
const LONGEST_SENTENCE = 150;

// “Why?” Smith asked: a run that asks or exclaims doesn't end the sentence where its speaker and cue follow.
function splitItems(items: readonly Item[], starts: ReadonlySet<number>): Item[][] {
  const parts: Item[][] = [];
  items.forEach((item, i) => {
    const isLong = parts.at(-1)?.length === LONGEST_SENTENCE;
    if (i === 0 || isLong || startsSentence(items, i, starts)) parts.push([item]);
    else parts.at(-1)!.push(item);
  });
  return parts;
}

const startsSentence = (items: readonly Item[], at: number, starts: ReadonlySet<number>): boolean =>
  starts.has(items[at]!.start) ? !continuesRun(items, at) : items[at]!.run !== null && followsAbbreviation(items, at);

const SHORTEST_SENTENCE = 25;

// … said Ann Lee, R-S.C. “I get that.”: an abbreviation that ends its sentence too.
const followsAbbreviation = (items: readonly Item[], at: number): boolean =>
  /[\p{L}]\.\p{L}+\.$/u.test(items[at - 1]?.text ?? "") &&
  items[at]!.end - items[at]!.start >= SHORTEST_SENTENCE &&
  /^\P{L}{1,2}\p{Lu}/u.test(items[at]!.text);

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
      ? /^(?:[.,;]|in|on|at|to|of|with|as|when|during|while|after|the|me|\p{Ll}{3,}ly)$/u.test(after?.lower ?? ".")
      : false;
  }
  return false;
}

function clausesOf(items: readonly Item[], isHeadline: boolean, setting: number): ItemSentence {
  return {
    start: items[0]!.start,
    end: items.at(-1)!.end,
    items,
    isTitle: isHeadline || inTitleCase(items),
    setting,
    sums: sumsOf(items),
  };
}

/** Place in the paragraph, quotations in it, and whether the sentence before and the sentence itself report with a plain verb. */
function settingOf(parts: readonly (readonly Item[])[], at: number, quotes: boolean): number {
  const before = parts[at - 1];
  return (
    (quotes ? 1 : 0) +
    (before ? (before.some(reports) ? 2 : 4) : 0) +
    (parts[at]!.some((item) => item.run) ? 8 : 0) +
    (parts[at]!.some(reports) ? 16 : 0)
  );
}
const PLAIN = new Set(["say", "tell", "add"]);
const reports = ({ cue, lower }: Item): boolean => lower === "according" || (cue !== undefined && PLAIN.has(cue.lemma));

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
