import { PAPER_CODE } from "./codes.ts";
import type { Item } from "./items.ts";
import * as W from "./words.ts";

/** Half-open range of item indexes in a sentence. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

export const has = (item: Item | undefined, mask: number): boolean => item !== undefined && (item.mask & mask) !== 0;
export const isComma = (item: Item | undefined): boolean => has(item, W.COMMA);
export const isDash = (item: Item | undefined): boolean => has(item, W.DASH);
export const isColon = (item: Item | undefined): boolean => has(item, W.COLON);
export const isStop = (item: Item | undefined): boolean => has(item, W.STOP);

/** Whether an item may be a finite verb. */
export const isFiniteVerb = (items: readonly Item[], at: number): boolean => items[at]?.isFinite === true;

/** Index of the first finite verb in a range, or -1. */
export function firstFinite(items: readonly Item[], { from, to }: Range): number {
  for (let i = from; i < to; i++) if (isFiniteVerb(items, i)) return i;
  return -1;
}

const SUBJECT_ONLY = new Set("i he she they we who".split(" "));
const BEFORE_CLAUSE = W.QUESTION | W.RELATIVE | W.SUBORDINATOR | W.COMMA;
const EDGE = W.SUBORDINATOR | W.RELATIVE;
const LONGEST_PHRASE = 40;

const stopsPhrase = (item: Item): boolean => has(item, W.COMMA | W.STOP | W.COLON | W.DASH | W.BRACKET);

/** The noun phrase that ends just before `end`, not reaching left of `floor`; null where a verb or mark stands there. */
export function phraseBefore(items: readonly Item[], end: number, floor: number): Range | null {
  let from = end;
  while (from > floor && end - from < LONGEST_PHRASE) {
    const item = items[from - 1]!;
    const aside = item.text === ")" ? asideStart(items, from) : from;
    if (aside < from && aside > floor) {
      from = aside;
      continue;
    }
    if (item.run ? !isNickname(items, from - 1) : stopsPhrase(item)) break;
    if (from === end && SUBJECT_ONLY.has(item.lower)) return { from: from - 1, to: end };
    // "a deterrent to what it called"
    if (from === end && /^(?:it|you|one)$/u.test(item.lower) && has(items[from - 2], BEFORE_CLAUSE))
      return { from: from - 1, to: end };
    if (item.mask & EDGE && (!isAsPreposition(item, items[from]) || has(items[from - 2], W.TIME))) {
      if (from === end && item.mask & W.RELATIVE) return { from: from - 1, to: end };
      break;
    }
    if (isFiniteVerb(items, from - 1)) {
      const antecedent = from < end ? antecedentOf(items, from - 1, floor) : -1;
      if (antecedent < 0) return trimPhrase(items, cutAtConjunction(items, { from, to: end }));
      from = antecedent;
    } else from--;
  }
  return trimPhrase(items, { from, to: end });
}

// "Col (retd) Ann Lee", "Maj. Gen. (ret.) Amos Lee", "Elizabeth (Betsy) Ward": one word in brackets within a name.
const isAside = (items: readonly Item[], from: number, to: number) =>
  items[from]?.text === "(" && items[to - 1]?.text === ")" && has1Capital(items[from - 1]) && has1Capital(items[to]);

const asideEnd = (items: readonly Item[], from: number) =>
  [from + 3, from + 4].find((to) => isAside(items, from, to)) ?? from;
const asideStart = (items: readonly Item[], to: number) =>
  [to - 3, to - 4].find((from) => isAside(items, from, to)) ?? to;

const isNickname = (items: readonly Item[], at: number) =>
  items[at]!.text.length < 24 && has1Capital(items[at - 1]) && has1Capital(items[at + 1]);
const has1Capital = (item: Item | undefined) => item?.isCapital === true;
const isAsPreposition = (item: Item, next: Item | undefined) =>
  item.lower !== "as" && (item.mask & W.PREPOSITION) !== 0 && next !== undefined && !has(next, W.SUBJECT_PRONOUN);

// "the man who knew Trump": left of a verb whose subject is a relative pronoun; "people briefed on it": a participle after a noun.
function antecedentOf(items: readonly Item[], verb: number, floor: number): number {
  let i = verb;
  while (i > floor && has(items[i - 1], W.AUXILIARY | W.ADVERB | W.NEGATION)) i--;
  const before = items[i - 1];
  if (i > floor + 1 && has(before, W.RELATIVE)) return i - 1;
  const reduced = has(items[verb], W.PARTICIPLE) && i === verb && has(items[verb + 1], W.PREPOSITION);
  return reduced && before?.isWord && !before.isCapital && before.lower.endsWith("s") ? verb : -1;
}

// "He rallied voters and Clinton said": what stands left of "and" belongs to the verb.
function cutAtConjunction(items: readonly Item[], { from, to }: Range): Range {
  for (let i = to - 1; i >= from; i--) if (has(items[i], W.CONJUNCTION)) return { from: i + 1, to };
  return { from, to };
}

const LEADING = W.CONJUNCTION | W.ADVERB | W.NEGATION;

function trimPhrase(items: readonly Item[], { from, to }: Range): Range | null {
  let start = from;
  while (start < to && has(items[start], LEADING) && !has(items[start], W.QUANTITY | W.DETERMINER | W.SUBJECT_PRONOUN))
    start++;
  while (start < to && has(items[start], W.PREPOSITION) && !isQuantity(items, start)) {
    const after = afterPrepositional(items, start, to);
    if (after >= to) return null;
    start = after;
  }
  if (start >= to || !items[to - 1]!.isWord) return null;
  return { from: start, to };
}

const isQuantity = (items: readonly Item[], at: number) =>
  /^(?:more|less|about|over|around|nearly)$/u.test(items[at]!.lower) && /^\d/u.test(items[at + 1]?.text ?? "");

// "On Monday the ministry", "In Oslo President Roe": where the phrase after the leading preposition ends.
function afterPrepositional(items: readonly Item[], at: number, to: number): number {
  let i = at + 1;
  if (has(items[i], W.DETERMINER)) i++;
  const isTime = has(items[i], W.TIME);
  for (i++; i < to; i++) {
    const item = items[i]!;
    if (has(item, W.DETERMINER | W.SUBJECT_PRONOUN)) return i;
    if (isTime && !has(item, W.TIME) && !/^\d/u.test(item.text)) return i;
    if (!isTime && item.isCapital && !items[i - 1]!.isCapital) return i;
  }
  return i;
}

const STARTS_PHRASE = W.DETERMINER | W.QUANTITY | W.SUBJECT_PRONOUN;
const ENDS_PHRASE = W.SUBORDINATOR | W.AUXILIARY | W.SUBJECT_PRONOUN | W.OBJECT_PRONOUN;
const INSIDE = new Set("of for at from and & with".split(" "));

// "said a study by the institute"
const namesAuthor = (item: Item, before: Item) => item.lower === "by" && before.code === PAPER_CODE;

/** The noun phrase that starts at `from`, with its apposition or relative clause where `withApposition`; null where none does. */
export function phraseAfter(items: readonly Item[], from: number, withApposition = true): Range | null {
  const first = items[from];
  if (!first?.isWord || has(first, W.TO | W.THAT) || (has(first, W.PREPOSITION) && !isQuantity(items, from)))
    return null;
  if (has(first, W.SUBJECT_PRONOUN) && !has(first, W.DETERMINER | W.QUANTITY)) return { from, to: from + 1 };
  if (has(first, W.TIME) && !has(first, STARTS_PHRASE) && !items[from + 1]?.isCapital) return null;
  if (
    !first.isCapital &&
    has(first, W.ADVERB | W.AUXILIARY | W.SUBORDINATOR | W.OBJECT_PRONOUN) &&
    !has(first, STARTS_PHRASE)
  )
    return null;
  const to = phraseEnd(items, from + 1);
  if (!withApposition || !isComma(items[to])) return { from, to };
  return { from, to: appositionEnd(items, to) };
}

function phraseEnd(items: readonly Item[], from: number): number {
  let i = from;
  for (; i < items.length && i - from < LONGEST_PHRASE; i++) {
    const item = items[i]!;
    if (item.text === "(" && asideEnd(items, i) > i) {
      i = asideEnd(items, i) - 1;
      continue;
    }
    if (item.run || !item.isWord) {
      if (item.text === "." || !/^[&/.'’-]$/u.test(item.text)) break;
      continue;
    }
    if (
      has(item, ENDS_PHRASE) &&
      !has(item, W.PREPOSITION | W.DETERMINER | W.POSSESSIVE) &&
      item.lower !== "'s" &&
      item.lower !== "’s"
    )
      break;
    if (has(item, W.PREPOSITION | W.TO) && !INSIDE.has(item.lower) && !namesAuthor(item, items[i - 1]!)) break;
    if (has(item, W.TIME) && !items[i - 1]!.isCapital && !has(items[i - 1], W.DETERMINER)) break;
    if (has(item, W.TIME) && item.isCapital && /day$/u.test(item.lower)) break;
    if (has(item, W.RELATIVE | W.ADVERB) && !item.isCapital) break;
    if (isFiniteVerb(items, i) || item.cue?.forms.has("ing")) break;
    // "told the paper the deal was off": a second determiner opens the next phrase.
    if (has(item, W.DETERMINER) && !has(items[i - 1], W.PREPOSITION | W.CONJUNCTION | W.QUANTITY)) break;
  }
  return i;
}

const APPOSITION = W.DETERMINER | W.RELATIVE | W.POSSESSIVE;

// "said Min, a researcher at the institute, in a call": the part between commas is the speaker's description.
function appositionEnd(items: readonly Item[], comma: number): number {
  const first = items[comma + 1];
  if (!first?.isWord) return comma;
  if (!has(first, APPOSITION) && !(first.mask === 0 && !first.cue)) return comma;
  for (let i = comma + 1; i < items.length && i - comma < LONGEST_PHRASE; i++) {
    if (items[i]!.run || isStop(items[i]) || isComma(items[i]) || isDash(items[i])) return i;
    if (isFiniteVerb(items, i) && !has(first, W.RELATIVE)) return comma;
  }
  return comma;
}

/** What a range of items covers in the text. */
export const spanOf = (items: readonly Item[], { from, to }: Range) => ({
  start: items[from]!.start,
  end: items[to - 1]!.end,
});
