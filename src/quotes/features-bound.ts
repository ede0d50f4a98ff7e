import { bucket, codeOf } from "./features.ts";
import type { ItemSentence } from "./item-sentences.ts";
import type { Item } from "./items.ts";
import { firstFinite, has, isComma } from "./phrases.ts";
import type { Features } from "./ranker.ts";
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
  out: Features,
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
  { place, codes: { lemma, shape }, rank }: Frame,
  bound: number,
  order: number,
  out: Features,
): void {
  const { until } = place;
  const ends = items[until - 1]!.run ? 1 : 0;
  const code = codeOf(items[bound]);
  const before = codeOf(items[bound - 1]);
  const skipped = Math.min(order, 4) * 2 + ends;
  const held = runIn(sums, bound, until);
  const finite = finiteIn(sums, bound, until);
  const dropped = finiteIn(sums, 0, bound);
  out.add(60, skipped);
  out.add(61, code, ends);
  out.add(62, before, ends);
  out.add(63, before, code);
  out.add(64, finite * 2 + dropped, skipped);
  out.add(65, Math.min(rank, 2), skipped);
  out.add(66, bucket(until - bound), ends);
  out.add(67, runsBeside(sums, bound, until), ends);
  out.add(68, items[bound]!.run ? 1 : 0, skipped);
  out.add(69, shape, skipped);
  out.add(70, held, lemma);
  out.add(71, held, shape);
  out.add(72, finite * 4 + held, lemma);
  out.add(73, code, codeOf(items[bound + 1]));
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
  };
}

/** What stands at the bound. */
function edgeFeatures(items: readonly Item[], { codes, code }: Frame, edge: Edge, order: number, out: Features): void {
  const { bound, at, after, isLast, finite, rest, brackets } = edge;
  const before = codeOf(items[bound - 1]);
  const remaining = bucket(items.length - bound);
  out.add(80, at, code);
  out.add(81, at, after);
  out.add(82, at * 2 + finite, rest);
  out.add(84, remaining, isLast);
  out.add(85, isLast, code);
  out.add(86, isLast, codes.lemma);
  out.add(93, Math.min(order, 6), isLast);
  out.add(94, at, Math.min(order, 4));
  out.add(95, at, codes.lemma);
  out.add(96, finite * 4 + (isLast ? 1 : 0), code);
  out.add(97, before, at);
  out.add(98, rest, code);
  out.add(99, at, remaining);
  out.add(100, codes.kind, isLast);
  out.add(101, brackets, at);
  out.add(102, at * 8 + rest, after);
  out.add(140, at * 128 + after, codeOf(items[bound + 2]));
  out.add(141, codeOf(items[bound - 2]) * 128 + before, at);
}

/** Quotations beside the bound, the next reporting verb, and what the clause leans on. */
function neighbourFeatures(items: readonly Item[], frame: Frame, edge: Edge, limit: number, out: Features): void {
  const { bound, at, isLast, held, left, rest, balance, resumes } = edge;
  const { code, codes, lead } = frame;
  const before = items[bound - 1];
  const runs = (before?.run ? (/,\W*$/u.test(before.text) ? 3 : 1) : 0) + (items[bound]?.run ? 4 : 0);
  const leads = has(items[lead], W.SUBORDINATOR) ? codeOf(items[lead]) : 0;
  const toLimit = limit - bound < 4 ? (limit < bound ? 9 : limit - bound) : 5;
  out.add(87, at, runs);
  out.add(88, runs, code);
  out.add(89, at, toLimit);
  out.add(90, toLimit, codes.shape);
  out.add(91, at, leads);
  out.add(92, leads, isLast);
  out.add(109, isLast * 4 + held, runs);
  out.add(110, balance, at);
  out.add(111, balance, code);
  out.add(112, balance * 4 + isLast, rest);
  out.add(113, resumes, at);
  out.add(116, left, at);
  out.add(117, left, code);
  out.add(118, left * 8 + rest, isLast);
  out.add(114, resumes * 8 + balance, isLast);
}

/** What the content would be: its length, verbs and quotations. */
function lengthFeatures(
  { place, code, codes: { lemma, kind } }: Frame,
  { bound, finite, held }: Edge,
  out: Features,
): void {
  const length = bucket(bound - place.from);
  out.add(83, length, code);
  out.add(103, held, lemma);
  out.add(104, held, code);
  out.add(105, length, lemma);
  out.add(106, length * 2 + finite, kind);
  out.add(107, finite * 4 + held, lemma);
  out.add(108, length * 4 + held, code);
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
