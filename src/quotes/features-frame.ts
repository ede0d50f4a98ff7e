import { feature } from "../tagger/feature.ts";
import { bucket, classCode, codeOf, frameCode, lemmaCode, runsOf, shapeCode } from "./features.ts";
import type { Item, ItemSentence } from "./items.ts";
import { OPENINGS } from "./openings.ts";
import { has, isComma, isFiniteVerb, type Range } from "./phrases.ts";
import type { Frame } from "./readings.ts";
import { POSITIONS } from "./subjects.ts";
import * as W from "./words.ts";

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
  const lemma = lemmaCode(cue);
  const shape = shapeCode(cue);
  const position = POSITIONS.indexOf(subject.position);
  const cueClass = classCode(cue);
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
    feature(22, next, lemmaCode(cue)),
    feature(23, before, code),
    feature(24, before, codeOf(items[from - 2])),
    feature(25, opener, code),
    feature(26, opener, shapeCode(cue)),
    feature(27, Math.min(rank, 3) * 4 + Math.min(later, 3), code),
    feature(28, Math.min(rank, 3), shapeCode(cue)),
    feature(29, bucket(from), code),
    feature(30, codeOf(items[0]), code),
    feature(31, codeOf(items[cue.from - 1]), shapeCode(cue)),
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

function speakerFeatures(items: readonly Item[], frame: Frame, code: number, out: number[]): void {
  const { cue, subject } = frame;
  const position = POSITIONS.indexOf(subject.position);
  const shape = shapeCode(cue);
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
    feature(47, first, lemmaCode(cue)),
    feature(48, last, lemmaCode(cue)),
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
