import { bucket, classCode, codeOf, frameCode, lemmaCode, shapeCode, slot, surfaceCode } from "./features.ts";
import type { ItemSentence } from "./item-sentences.ts";
import type { Item } from "./items.ts";
import { OPENINGS } from "./openings.ts";
import { has, isComma, isFiniteVerb, type Range } from "./phrases.ts";
import type { Frame } from "./readings.ts";
import { POSITIONS } from "./subjects.ts";
import { runsBeside } from "./sums.ts";
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
  { items, isTitle, setting }: ItemSentence,
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
  const surface = surfaceCode(cue);
  out.push(
    slot(1, code),
    slot(2, lemma),
    slot(3, lemma, code),
    slot(4, lemma, shape),
    slot(5, cueClass, code),
    slot(6, shape, code),
    slot(7, position, code),
    slot(8, position, shape),
    slot(9, position, lemma),
    slot(10, auxiliary, code),
    slot(11, auxiliary, cueClass),
    slot(12, auxiliary, lemma),
    slot(13, form * 2 + tense, isTitle ? 1 : 0),
    slot(14, isTitle ? 1 : 0, code),
    slot(15, isTitle ? 1 : 0, cueClass),
    slot(16, OPENINGS.indexOf(place.opening) * 8 + shape, cueClass),
    slot(17, cue.edge < cue.from ? 1 : 0, code),
    slot(18, surface, code),
    slot(19, surface, shape * 2 + (isTitle ? 1 : 0)),
    slot(36, setting, lemma),
    slot(37, setting, code),
    slot(38, setting, cueClass),
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

function contextFeatures(
  { items, sums }: ItemSentence,
  frame: Frame,
  code: number,
  later: number,
  out: number[],
): void {
  const { cue, subject, rank, place } = frame;
  const { from, to } = subject.group;
  const before = codeOf(items[from - 1]);
  const next = codeOf(items[Math.max(to, cue.to)]);
  const opener = openerBefore(items, from);
  out.push(
    slot(20, next, code),
    slot(21, codeOf(items[Math.max(to, cue.to) + 1]), code),
    slot(22, next, lemmaCode(cue)),
    slot(23, before, code),
    slot(24, before, codeOf(items[from - 2])),
    slot(25, opener, code),
    slot(26, opener, shapeCode(cue)),
    slot(27, Math.min(rank, 3) * 4 + Math.min(later, 3), code),
    slot(28, Math.min(rank, 3), shapeCode(cue)),
    slot(29, bucket(from), code),
    slot(30, codeOf(items[0]), code),
    slot(31, codeOf(items[cue.from - 1]), shapeCode(cue)),
    slot(32, codeOf(items[place.from]), code),
    slot(33, codeOf(items[place.from + 1]), code),
    slot(34, bucket(items.length), code),
    slot(35, runsBeside(sums, from, to), code),
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
    out.push(slot(40, code, shape));
    return;
  }
  const first = codeOf(items[mention.from]);
  const last = codeOf(items[headOf(items, mention)]);
  const gap = bucket(Math.max(0, cue.from - mention.to, mention.from - cue.to));
  const length = bucket(mention.to - mention.from);
  out.push(
    slot(41, first, code),
    slot(42, last, code),
    slot(43, first, last),
    slot(44, gap, position),
    slot(45, gap, shape),
    slot(46, length, position),
    slot(47, first, lemmaCode(cue)),
    slot(48, last, lemmaCode(cue)),
    slot(49, codeOf(items[mention.from - 1]), position),
    slot(50, last, shape),
    slot(52, frame.preference, position),
    slot(53, frame.preference * 16 + position, shape),
    slot(54, frame.preference * 16 + position, code),
    slot(55, between(items, mention, cue), position),
    slot(56, mention.from < cue.from ? codeOf(items[mention.to]) : 0, position),
    slot(51, mention.from === 0 ? 1 : 0, position),
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
