import type { Span } from "../document.ts";
import { codeOfWord } from "./codes.ts";
import type { Item } from "./items.ts";
import { type Sums, sumsOf } from "./sums.ts";

/** A sentence as items. */
export interface ItemSentence extends Span {
  readonly items: readonly Item[];
  readonly isTitle: boolean;
  /** What stands around it, as a small number: quotations in its paragraph, reports before it. */
  readonly setting: number;
  readonly sums: Sums;
}

/** Cuts the items of a paragraph into sentences, given where sentences of the text start. */
export function cutSentences(items: readonly Item[], starts: ReadonlySet<number>, isHeadline: boolean): ItemSentence[] {
  const parts = splitItems(items, starts);
  const quotes = items.some((item) => item.run);
  let before = 0;
  return parts.map((part) => {
    const reporting = part.some(reports);
    // Quotations in the paragraph, the sentence before it, quotations in it, and whether the two report with a plain verb.
    const setting = (quotes ? 1 : 0) + before + (part.some((item) => item.run) ? 8 : 0) + (reporting ? 16 : 0);
    before = reporting ? 2 : 4;
    return sentenceOf(part, isHeadline, setting);
  });
}

// Nobody writes longer ones; text without full stops is cut here, so that no search within a sentence grows with the text.
const LONGEST_SENTENCE = 150;

// “Why?” Smith asked: a run that asks or exclaims doesn't end the sentence where its speaker and cue follow.
function splitItems(items: readonly Item[], starts: ReadonlySet<number>): Item[][] {
  const parts: Item[][] = [];
  let from = 0;
  for (let i = 1; i <= items.length; i++)
    if (i === items.length || i - from === LONGEST_SENTENCE || startsSentence(items, i, starts)) {
      parts.push(items.slice(from, i));
      from = i;
    }
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

function sentenceOf(items: readonly Item[], isHeadline: boolean, setting: number): ItemSentence {
  return {
    start: items[0]!.start,
    end: items.at(-1)!.end,
    items,
    isTitle: isHeadline || inTitleCase(items),
    setting,
    sums: sumsOf(items),
  };
}

const PLAIN = new Set(["say", "tell", "add"]);
const ACCORDING_CODE = codeOfWord("according");
const reports = ({ cue, code }: Item): boolean =>
  code === ACCORDING_CODE || (cue !== undefined && PLAIN.has(cue.lemma));

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
