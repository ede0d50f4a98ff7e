import type { CueClass } from "../document.ts";
import { reportingVerbs } from "../lexicon/cues.ts";
import { feature } from "../tagger/feature.ts";
import { SIDES } from "./contents.ts";
import type { Shape } from "./cues.ts";
import type { Item, ItemSentence } from "./items.ts";
import { OPENINGS } from "./openings.ts";
import { firstFinite, has, isComma, isFiniteVerb, type Range } from "./phrases.ts";
import type { Frame } from "./readings.ts";
import { POSITIONS } from "./subjects.ts";
import * as W from "./words.ts";

// Every feature is a number mixed from its template, a value and a condition: closed-class words, lemmas of our own list,
// shapes and counts; no word of any training text.

const LEMMAS = new Map([...reportingVerbs.map(({ lemma }) => lemma), "according to"].map((lemma, i) => [lemma, i]));
const CLASSES: CueClass[] = [
  "speech",
  "writing",
  "belief",
  "denial",
  "question",
  "evaluation",
  "commitment",
  "evidence",
];
const SHAPES: Shape[] = ["finite", "infinitive", "gerund", "postnominal", "passive", "according"];

/** Side and opening as one small number. */
const frameCode = ({ place }: Frame): number => SIDES.indexOf(place.side) * 16 + OPENINGS.indexOf(place.opening);

const codeOf = (item: Item | undefined): number => item?.code ?? 0;

/** Lengths in steps that grow. */
const bucket = (n: number): number => (n < 6 ? n : n < 9 ? 6 : n < 13 ? 7 : n < 20 ? 8 : n < 30 ? 9 : 10);

/** What speaks for and against one frame, whatever the bounds of its content. */
export function frameFeatures(sentence: ItemSentence, frame: Frame, later: number): number[] {
  const out: number[] = [];
  const code = frameCode(frame);
  verbFeatures(sentence, frame, code, out);
  contextFeatures(sentence, frame, code, later, out);
  speakerFeatures(sentence.items, frame, code, out);
  return out;
}

function verbFeatures(
  { items, isTitle }: ItemSentence,
  { cue, subject, place }: Frame,
  code: number,
  out: number[],
): void {
  const lemma = LEMMAS.get(cue.verb.lemma)!;
  const shape = SHAPES.indexOf(cue.shape);
  const position = POSITIONS.indexOf(subject.position);
  const cueClass = CLASSES.indexOf(cue.verb.class);
  const auxiliary = auxiliaryOf(items, cue);
  const tense = [...cue.verb.forms].length === 1 ? 0 : 1;
  const form = codeOf(items[cue.at]);
  out.push(
    feature(1, code),
    feature(2, lemma),
    feature(3, lemma, code),
    feature(4, lemma, shape),
    feature(5, cueClass, code),
    feature(6, shape, code),
    feature(7, position, code),
    feature(8, position, shape),
    feature(9, position, lemma),
    feature(10, auxiliary, code),
    feature(11, auxiliary, cueClass),
    feature(12, auxiliary, lemma),
    feature(13, form * 2 + tense, isTitle ? 1 : 0),
    feature(14, isTitle ? 1 : 0, code),
    feature(15, isTitle ? 1 : 0, cueClass),
    feature(16, OPENINGS.indexOf(place.opening) * 8 + shape, cueClass),
    feature(17, cue.edge < cue.from ? 1 : 0, code),
  );
}

/** The first auxiliary or negation of a verb group, as a small number. */
function auxiliaryOf(items: readonly Item[], { from, at }: Range & { at: number }): number {
  for (let i = from; i < at; i++) {
    if (has(items[i], W.NEGATION) || /n[’']t$/u.test(items[i]!.lower)) return 1;
    if (has(items[i], W.MODAL)) return 2 + (/^(?:would|could|might|should)$/u.test(items[i]!.lower) ? 1 : 0);
    if (has(items[i], W.HAVE)) return items[i]!.lower === "had" ? 4 : 5;
    if (has(items[i], W.BE)) return 6;
    if (has(items[i], W.DO)) return 7;
    if (has(items[i], W.TO)) return 8;
  }
  return from < at ? 9 : 0;
}

function contextFeatures({ items }: ItemSentence, frame: Frame, code: number, later: number, out: number[]): void {
  const { cue, subject, rank, place } = frame;
  const { from, to } = subject.group;
  const before = codeOf(items[from - 1]);
  const next = codeOf(items[Math.max(to, cue.to)]);
  const opener = openerBefore(items, from);
  out.push(
    feature(20, next, code),
    feature(21, codeOf(items[Math.max(to, cue.to) + 1]), code),
    feature(22, next, LEMMAS.get(cue.verb.lemma)!),
    feature(23, before, code),
    feature(24, before, codeOf(items[from - 2])),
    feature(25, opener, code),
    feature(26, opener, SHAPES.indexOf(cue.shape)),
    feature(27, Math.min(rank, 3) * 4 + Math.min(later, 3), code),
    feature(28, Math.min(rank, 3), SHAPES.indexOf(cue.shape)),
    feature(29, bucket(from), code),
    feature(30, codeOf(items[0]), code),
    feature(31, codeOf(items[cue.from - 1]), SHAPES.indexOf(cue.shape)),
    feature(32, codeOf(items[place.from]), code),
    feature(33, codeOf(items[place.from + 1]), code),
    feature(34, bucket(items.length), code),
    feature(35, runsOf(items, from, to), code),
  );
}

/** The nearest word before the speaker that opens a clause: "when he says", "that officials claim". */
function openerBefore(items: readonly Item[], from: number): number {
  for (let i = from - 1; i >= 0 && i > from - 12; i--) {
    if (isComma(items[i]) || items[i]!.run) return 1;
    if (has(items[i], W.SUBORDINATOR | W.RELATIVE | W.CONJUNCTION)) return codeOf(items[i]);
  }
  return 0;
}

/** Which sides of a group hold quoted runs, and long ones. */
function runsOf(items: readonly Item[], from: number, to: number): number {
  let sides = 0;
  items.forEach((item, i) => {
    if (!item.run) return;
    const long = item.end - item.start > 30 ? 4 : 1;
    if (i < from) sides |= long;
    else if (i >= to) sides |= long * 2;
  });
  return sides;
}

function speakerFeatures(items: readonly Item[], frame: Frame, code: number, out: number[]): void {
  const { cue, subject } = frame;
  const position = POSITIONS.indexOf(subject.position);
  const shape = SHAPES.indexOf(cue.shape);
  const { mention } = subject;
  if (!mention) {
    out.push(feature(40, code, shape));
    return;
  }
  const first = codeOf(items[mention.from]);
  const last = codeOf(items[headOf(items, mention)]);
  const gap = bucket(Math.max(0, cue.from - mention.to, mention.from - cue.to));
  const length = bucket(mention.to - mention.from);
  out.push(
    feature(41, first, code),
    feature(42, last, code),
    feature(43, first, last),
    feature(44, gap, position),
    feature(45, gap, shape),
    feature(46, length, position),
    feature(47, first, LEMMAS.get(cue.verb.lemma)!),
    feature(48, last, LEMMAS.get(cue.verb.lemma)!),
    feature(49, codeOf(items[mention.from - 1]), position),
    feature(50, last, shape),
    feature(52, frame.preference, position),
    feature(53, frame.preference * 16 + position, shape),
    feature(54, frame.preference * 16 + position, code),
    feature(55, between(items, mention, cue), position),
    feature(56, mention.from < cue.from ? codeOf(items[mention.to]) : 0, position),
    feature(51, mention.from === 0 ? 1 : 0, position),
  );
}

/** How many commas and finite verbs stand between a mention and its cue. */
function between(items: readonly Item[], mention: Range, cue: Range): number {
  let commas = 0;
  let verbs = 0;
  for (let i = mention.to; i < cue.from; i++) {
    if (isComma(items[i])) commas++;
    else if (isFiniteVerb(items, i)) verbs++;
  }
  return Math.min(commas, 3) * 4 + Math.min(verbs, 3);
}

/** The last item of a mention before its first comma or preposition. */
function headOf(items: readonly Item[], { from, to }: Range): number {
  for (let i = from + 1; i < to; i++) if (isComma(items[i]) || has(items[i], W.PREPOSITION | W.RELATIVE)) return i - 1;
  return to - 1;
}

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
  const lemma = LEMMAS.get(cue.verb.lemma)!;
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
    feature(69, SHAPES.indexOf(cue.shape), skipped),
    feature(70, held, lemma),
    feature(71, held, SHAPES.indexOf(cue.shape)),
    feature(72, finite * 4 + held, lemma),
    feature(73, code, codeOf(items[bound + 1])),
  ];
}

function endFeatures(items: readonly Item[], frame: Frame, bound: number, order: number, limit: number): number[] {
  const { place, cue } = frame;
  const code = frameCode(frame);
  const at = codeOf(items[bound]);
  const after = codeOf(items[bound + 1]);
  const before = items[bound - 1];
  const isLast = bound >= items.length ? 1 : isSentenceEnd(items, bound) ? 2 : 0;
  const leads = has(items[frame.lead], W.SUBORDINATOR) ? codeOf(items[frame.lead]) : 0;
  const finite = firstFinite(items, { from: place.from, to: bound }) >= 0 ? 1 : 0;
  const rest = clauseAfter(items, bound);
  const runs =
    (before?.run ? 1 : 0) + (/[,]\W*$/u.test(before?.run ? before.text : "") ? 2 : 0) + (items[bound]?.run ? 4 : 0);
  const lemma = LEMMAS.get(cue.verb.lemma)!;
  const held = runIn(items, place.from, bound);
  const length = bucket(bound - place.from);
  const toLimit = limit - bound < 4 ? (limit < bound ? 9 : limit - bound) : 5;
  return [
    feature(80, at, code),
    feature(81, at, after),
    feature(82, at * 2 + finite, rest),
    feature(83, length, code),
    feature(84, bucket(items.length - bound), isLast),
    feature(85, isLast, code),
    feature(86, isLast, lemma),
    feature(87, at, runs),
    feature(88, runs, code),
    feature(89, at, toLimit),
    feature(90, toLimit, SHAPES.indexOf(cue.shape)),
    feature(91, at, leads),
    feature(92, leads, isLast),
    feature(93, Math.min(order, 6), isLast),
    feature(94, at, Math.min(order, 4)),
    feature(95, at, lemma),
    feature(96, finite * 4 + (isLast ? 1 : 0), code),
    feature(97, codeOf(before), at),
    feature(98, rest, code),
    feature(99, at, bucket(items.length - bound)),
    feature(100, CLASSES.indexOf(cue.verb.class), isLast),
    feature(101, bracketsIn(items, place.from, bound), at),
    feature(102, at * 8 + rest, after),
    feature(103, held, lemma),
    feature(104, held, code),
    feature(105, length, lemma),
    feature(106, length * 2 + finite, CLASSES.indexOf(cue.verb.class)),
    feature(107, finite * 4 + held, lemma),
    feature(108, length * 4 + held, code),
    feature(109, isLast * 4 + held, runs),
  ];
}

/** Whether a range holds quoted runs: none, short ones, a long one. */
function runIn(items: readonly Item[], from: number, to: number): number {
  let held = 0;
  for (let i = from; i < to; i++) {
    const { run, start, end } = items[i]!;
    if (run) held = Math.max(held, end - start > 30 ? 2 : 1);
  }
  return held;
}

const isSentenceEnd = (items: readonly Item[], bound: number): boolean =>
  bound === items.length - 1 && !items[bound]!.isWord && !items[bound]!.run;

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
