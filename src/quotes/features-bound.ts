import { feature } from "../tagger/feature.ts";
import { bucket, classCode, codeOf, frameCode, lemmaCode, runIn, runsOf, shapeCode } from "./features.ts";
import type { Item, ItemSentence } from "./items.ts";
import type { Opening } from "./openings.ts";
import { firstFinite, has, isComma } from "./phrases.ts";
import type { Frame } from "./readings.ts";
import * as W from "./words.ts";

/** What speaks for and against one bound of the content under a frame. */
export function boundFeatures(
  sentence: ItemSentence,
  frame: Frame,
  bound: number,
  order: number,
  limit: number,
): number[] {
  return frame.place.side === "left"
    ? startFeatures(sentence.items, frame, bound, order)
    : endFeatures(sentence.items, frame, bound, order, limit);
}

function startFeatures(items: readonly Item[], { place, cue, rank }: Frame, bound: number, order: number): number[] {
  const ends = items[place.until - 1]!.run ? 1 : 0;
  const code = codeOf(items[bound]);
  const before = codeOf(items[bound - 1]);
  const skipped = Math.min(order, 4) * 2 + ends;
  const lemma = lemmaCode(cue);
  const held = runIn(items, bound, place.until);
  const finite = firstFinite(items, { from: bound, to: place.until }) >= 0 ? 1 : 0;
  const dropped = bound > 0 && firstFinite(items, { from: 0, to: bound }) >= 0 ? 1 : 0;
  return [
    feature(60, skipped),
    feature(61, code, ends),
    feature(62, before, ends),
    feature(63, before, code),
    feature(64, finite * 2 + dropped, skipped),
    feature(65, Math.min(rank, 2), skipped),
    feature(66, bucket(place.until - bound), ends),
    feature(67, runsOf(items, bound, place.until), ends),
    feature(68, items[bound]!.run ? 1 : 0, skipped),
    feature(69, shapeCode(cue), skipped),
    feature(70, held, lemma),
    feature(71, held, shapeCode(cue)),
    feature(72, finite * 4 + held, lemma),
    feature(73, code, codeOf(items[bound + 1])),
  ];
}

function endFeatures(items: readonly Item[], frame: Frame, bound: number, order: number, limit: number): number[] {
  const out: number[] = [];
  edgeFeatures(items, frame, bound, order, out);
  neighbourFeatures(items, frame, bound, limit, out);
  lengthFeatures(items, frame, bound, out);
  return out;
}

/** 1 at the very end of a sentence, 2 before its last mark, else 0. */
const lastCode = (items: readonly Item[], bound: number): number =>
  bound >= items.length ? 1 : bound === items.length - 1 && !items[bound]!.isWord && !items[bound]!.run ? 2 : 0;

/** What stands at the bound. */
function edgeFeatures(items: readonly Item[], frame: Frame, bound: number, order: number, out: number[]): void {
  const { place, cue } = frame;
  const code = frameCode(frame);
  const at = codeOf(items[bound]);
  const after = codeOf(items[bound + 1]);
  const isLast = lastCode(items, bound);
  const finite = firstFinite(items, { from: place.from, to: bound }) >= 0 ? 1 : 0;
  const rest = clauseAfter(items, bound);
  out.push(
    feature(80, at, code),
    feature(81, at, after),
    feature(82, at * 2 + finite, rest),
    feature(84, bucket(items.length - bound), isLast),
    feature(85, isLast, code),
    feature(86, isLast, lemmaCode(cue)),
    feature(93, Math.min(order, 6), isLast),
    feature(94, at, Math.min(order, 4)),
    feature(95, at, lemmaCode(cue)),
    feature(96, finite * 4 + (isLast ? 1 : 0), code),
    feature(97, codeOf(items[bound - 1]), at),
    feature(98, rest, code),
    feature(99, at, bucket(items.length - bound)),
    feature(100, classCode(cue), isLast),
    feature(101, bracketsIn(items, place.from, bound), at),
    feature(102, at * 8 + rest, after),
  );
}

/** Quotations beside the bound, the next reporting verb, and what the clause leans on. */
function neighbourFeatures(items: readonly Item[], frame: Frame, bound: number, limit: number, out: number[]): void {
  const at = codeOf(items[bound]);
  const isLast = lastCode(items, bound);
  const before = items[bound - 1];
  const runs =
    (before?.run ? 1 : 0) + (before?.run && /,\W*$/u.test(before.text) ? 2 : 0) + (items[bound]?.run ? 4 : 0);
  const leads = has(items[frame.lead], W.SUBORDINATOR) ? codeOf(items[frame.lead]) : 0;
  const toLimit = limit - bound < 4 ? (limit < bound ? 9 : limit - bound) : 5;
  const resumes = resumesAfter(items, bound);
  const balance = balanceOf(items, frame.place.from, bound, frame.place.opening);
  out.push(
    feature(87, at, runs),
    feature(88, runs, frameCode(frame)),
    feature(89, at, toLimit),
    feature(90, toLimit, shapeCode(frame.cue)),
    feature(91, at, leads),
    feature(92, leads, isLast),
    feature(109, isLast * 4 + runIn(items, frame.place.from, bound), runs),
    feature(110, balance, at),
    feature(111, balance, frameCode(frame)),
    feature(112, balance * 4 + isLast, clauseAfter(items, bound)),
    feature(113, resumes, at),
    feature(114, resumes * 8 + balance, isLast),
  );
}

/** What the content would be: its length, verbs and quotations. */
function lengthFeatures(items: readonly Item[], frame: Frame, bound: number, out: number[]): void {
  const { place, cue } = frame;
  const code = frameCode(frame);
  const lemma = lemmaCode(cue);
  const length = bucket(bound - place.from);
  const held = runIn(items, place.from, bound);
  const finite = firstFinite(items, { from: place.from, to: bound }) >= 0 ? 1 : 0;
  out.push(
    feature(83, length, code),
    feature(103, held, lemma),
    feature(104, held, code),
    feature(105, length, lemma),
    feature(106, length * 2 + finite, classCode(cue)),
    feature(107, finite * 4 + held, lemma),
    feature(108, length * 4 + held, code),
  );
}

const OPENS_CLAUSE = W.SUBORDINATOR | W.RELATIVE | W.THAT;

/** Verbs less the words that ask for one, -3 to 3, from 0: "that the plan, which" waits for two. */
function balanceOf(items: readonly Item[], from: number, to: number, opening: Opening): number {
  let balance = opening === "clause" ? -1 : 0;
  for (let i = from; i < to; i++) {
    if (items[i]!.isFinite && !items[i - 1]!.isFinite) balance++;
    else if (has(items[i], OPENS_CLAUSE)) balance--;
  }
  return Math.max(-3, Math.min(3, balance)) + 3;
}

/** Whether the sentence goes on with a verb that has no subject of its own: ", could", "and has". */
function resumesAfter(items: readonly Item[], bound: number): number {
  for (let i = Math.max(bound, 1); i < Math.min(items.length - 1, bound + 40); i++)
    if (isComma(items[i]) && items[i + 1]!.isFinite) return i === bound ? 2 : 1;
  return 0;
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

function bracketsIn(items: readonly Item[], from: number, to: number): number {
  let depth = 0;
  for (let i = from; i < to; i++) {
    if (items[i]!.text === "(") depth++;
    else if (items[i]!.text === ")") depth--;
  }
  return depth + 2;
}
