import { bucket, classCode, codeOf, frameCode, lemmaCode, shapeCode, slot } from "./features.ts";
import type { ItemSentence } from "./item-sentences.ts";
import type { Item } from "./items.ts";
import { firstFinite, has, isComma } from "./phrases.ts";
import type { Frame } from "./readings.ts";
import { finiteIn, runIn, runsBeside } from "./sums.ts";
import * as W from "./words.ts";

/** What speaks for and against one bound of the content under a frame, added to `out`. */
export function boundFeatures(
  sentence: ItemSentence,
  frame: Frame,
  bound: number,
  order: number,
  limit: number,
  out: number[],
): void {
  if (frame.place.side === "left") startFeatures(sentence, frame, bound, order, out);
  else {
    const edge = edgeAt(sentence, frame, bound, limit);
    edgeFeatures(sentence.items, frame, edge, order, out);
    neighbourFeatures(sentence.items, frame, edge, limit, out);
    lengthFeatures(frame, edge, out);
  }
}

function startFeatures(
  { items, sums }: ItemSentence,
  { place, cue, rank }: Frame,
  bound: number,
  order: number,
  out: number[],
): void {
  const { until } = place;
  const ends = items[until - 1]!.run ? 1 : 0;
  const code = codeOf(items[bound]);
  const before = codeOf(items[bound - 1]);
  const skipped = Math.min(order, 4) * 2 + ends;
  const lemma = lemmaCode(cue);
  const shape = shapeCode(cue);
  const held = runIn(sums, bound, until);
  const finite = finiteIn(sums, bound, until);
  const dropped = finiteIn(sums, 0, bound);
  out.push(
    slot(60, skipped),
    slot(61, code, ends),
    slot(62, before, ends),
    slot(63, before, code),
    slot(64, finite * 2 + dropped, skipped),
    slot(65, Math.min(rank, 2), skipped),
    slot(66, bucket(until - bound), ends),
    slot(67, runsBeside(sums, bound, until), ends),
    slot(68, items[bound]!.run ? 1 : 0, skipped),
    slot(69, shape, skipped),
    slot(70, held, lemma),
    slot(71, held, shape),
    slot(72, finite * 4 + held, lemma),
    slot(73, code, codeOf(items[bound + 1])),
  );
}

/** What the features of an end have in common. */
interface Edge {
  readonly bound: number;
  /** Codes of the items at and after the bound. */
  readonly at: number;
  readonly after: number;
  /** 1 at the very end of a sentence, 2 before its last mark, else 0. */
  readonly isLast: number;
  /** Whether the content has a finite verb, and which quoted runs. */
  readonly finite: number;
  readonly held: number;
  /** Quoted runs between the bound and the next reporting verb. */
  readonly left: number;
  readonly rest: number;
  readonly balance: number;
  readonly resumes: number;
  readonly brackets: number;
  readonly code: number;
  readonly lemma: number;
}

const RESUMES_WITHIN = 40;

function edgeAt({ items, sums }: ItemSentence, frame: Frame, bound: number, limit: number): Edge {
  const { from, opening } = frame.place;
  const last = items.length - 1;
  const resume = sums.resumes[Math.max(bound, 1)] ?? items.length;
  const verbs = sums.balance[bound]! - sums.balance[Math.min(from, bound)]! - (opening === "clause" ? 1 : 0);
  return {
    bound,
    at: codeOf(items[bound]),
    after: codeOf(items[bound + 1]),
    isLast: bound > last ? 1 : bound === last && !items[bound]!.isWord && !items[bound]!.run ? 2 : 0,
    finite: finiteIn(sums, from, bound),
    held: runIn(sums, from, bound),
    left: runIn(sums, bound, Math.max(bound, Math.min(limit, items.length))),
    rest: clauseAfter(items, bound),
    // "that the plan, which" waits for two verbs.
    balance: Math.max(-3, Math.min(3, verbs)) + 3,
    // The sentence goes on with a verb that has no subject of its own: ", could", "and has".
    resumes: resume >= Math.min(last, bound + RESUMES_WITHIN) ? 0 : resume === bound ? 2 : 1,
    brackets: sums.depth[bound]! - sums.depth[Math.min(from, bound)]! + 2,
    code: frameCode(frame),
    lemma: lemmaCode(frame.cue),
  };
}

/** What stands at the bound. */
function edgeFeatures(items: readonly Item[], { cue }: Frame, edge: Edge, order: number, out: number[]): void {
  const { bound, at, after, isLast, finite, rest, brackets, code, lemma } = edge;
  const before = codeOf(items[bound - 1]);
  const remaining = bucket(items.length - bound);
  out.push(
    slot(80, at, code),
    slot(81, at, after),
    slot(82, at * 2 + finite, rest),
    slot(84, remaining, isLast),
    slot(85, isLast, code),
    slot(86, isLast, lemma),
    slot(93, Math.min(order, 6), isLast),
    slot(94, at, Math.min(order, 4)),
    slot(95, at, lemma),
    slot(96, finite * 4 + (isLast ? 1 : 0), code),
    slot(97, before, at),
    slot(98, rest, code),
    slot(99, at, remaining),
    slot(100, classCode(cue), isLast),
    slot(101, brackets, at),
    slot(102, at * 8 + rest, after),
    slot(140, at * 128 + after, codeOf(items[bound + 2])),
    slot(141, codeOf(items[bound - 2]) * 128 + before, at),
  );
}

/** Quotations beside the bound, the next reporting verb, and what the clause leans on. */
function neighbourFeatures(items: readonly Item[], frame: Frame, edge: Edge, limit: number, out: number[]): void {
  const { bound, at, isLast, held, left, rest, balance, resumes, code } = edge;
  const before = items[bound - 1];
  const runs = (before?.run ? (/,\W*$/u.test(before.text) ? 3 : 1) : 0) + (items[bound]?.run ? 4 : 0);
  const leads = has(items[frame.lead], W.SUBORDINATOR) ? codeOf(items[frame.lead]) : 0;
  const toLimit = limit - bound < 4 ? (limit < bound ? 9 : limit - bound) : 5;
  out.push(
    slot(87, at, runs),
    slot(88, runs, code),
    slot(89, at, toLimit),
    slot(90, toLimit, shapeCode(frame.cue)),
    slot(91, at, leads),
    slot(92, leads, isLast),
    slot(109, isLast * 4 + held, runs),
    slot(110, balance, at),
    slot(111, balance, code),
    slot(112, balance * 4 + isLast, rest),
    slot(113, resumes, at),
    slot(116, left, at),
    slot(117, left, code),
    slot(118, left * 8 + rest, isLast),
    slot(114, resumes * 8 + balance, isLast),
  );
}

/** What the content would be: its length, verbs and quotations. */
function lengthFeatures({ place, cue }: Frame, { bound, finite, held, code, lemma }: Edge, out: number[]): void {
  const length = bucket(bound - place.from);
  out.push(
    slot(83, length, code),
    slot(103, held, lemma),
    slot(104, held, code),
    slot(105, length, lemma),
    slot(106, length * 2 + finite, classCode(cue)),
    slot(107, finite * 4 + held, lemma),
    slot(108, length * 4 + held, code),
  );
}

/** What the words after a bound look like: a clause of its own, a verb, a participle, a reporting verb. */
function clauseAfter(items: readonly Item[], bound: number): number {
  let i = bound;
  while (i < items.length && (isComma(items[i]) || has(items[i], W.CONJUNCTION))) i++;
  const first = items[i];
  if (!first) return 0;
  if (first.cue && has(first, W.ING)) return 1;
  if (has(first, W.ING)) return 2;
  if (has(first, W.AUXILIARY | W.FINITE) || first.cue?.forms.has("past")) return 3;
  const finite = firstFinite(items, { from: i, to: Math.min(items.length, i + 8) });
  if (finite < 0) return 4;
  return items[finite]!.cue ? 5 : 6;
}
