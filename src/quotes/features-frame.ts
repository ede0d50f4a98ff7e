import { bucket, codeOf } from "./features.ts";
import type { ItemSentence } from "./item-sentences.ts";
import type { Item } from "./items.ts";
import { OPENINGS } from "./openings.ts";
import { has, isComma, isFiniteVerb, type Range } from "./phrases.ts";
import type { Features } from "./ranker.ts";
import type { Frame } from "./readings.ts";
import { POSITIONS } from "./subjects.ts";
import { runsBeside } from "./sums.ts";
import * as W from "./words.ts";

/** What speaks for and against one frame, whatever the bounds of its content. */
export function frameFeatures(sentence: ItemSentence, frame: Frame, later: number, out: Features): void {
  verbFeatures(sentence, frame, out);
  contextFeatures(sentence, frame, later, out);
  speakerFeatures(sentence.items, frame, out);
}

function verbFeatures(
  { items, isTitle, setting }: ItemSentence,
  { cue, subject, place, code, codes: { lemma, kind, shape } }: Frame,
  out: Features,
): void {
  const position = POSITIONS.indexOf(subject.position);
  const auxiliary = auxiliaryOf(items, cue);
  const tense = cue.verb.forms.size === 1 ? 0 : 1;
  const form = codeOf(items[cue.at]);
  // "says" reports what "said" may not.
  const surface = cue.verb.code;
  out.add(1, code);
  out.add(2, lemma);
  out.add(3, lemma, code);
  out.add(4, lemma, shape);
  out.add(5, kind, code);
  out.add(6, shape, code);
  out.add(7, position, code);
  out.add(8, position, shape);
  out.add(9, position, lemma);
  out.add(10, auxiliary, code);
  out.add(11, auxiliary, kind);
  out.add(12, auxiliary, lemma);
  out.add(13, form * 2 + tense, isTitle ? 1 : 0);
  out.add(14, isTitle ? 1 : 0, code);
  out.add(15, isTitle ? 1 : 0, kind);
  out.add(16, OPENINGS.indexOf(place.opening) * 8 + shape, kind);
  out.add(17, cue.edge < cue.from ? 1 : 0, code);
  out.add(18, surface, code);
  out.add(19, surface, shape * 2 + (isTitle ? 1 : 0));
  out.add(36, setting, lemma);
  out.add(37, setting, code);
  out.add(38, setting, kind);
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
  { cue, subject, rank, place, code, codes: { lemma, shape } }: Frame,
  later: number,
  out: Features,
): void {
  const { from, to } = subject.group;
  const before = codeOf(items[from - 1]);
  const next = codeOf(items[Math.max(to, cue.to)]);
  const opener = openerBefore(items, from);
  out.add(20, next, code);
  out.add(21, codeOf(items[Math.max(to, cue.to) + 1]), code);
  out.add(22, next, lemma);
  out.add(23, before, code);
  out.add(24, before, codeOf(items[from - 2]));
  out.add(25, opener, code);
  out.add(26, opener, shape);
  out.add(27, Math.min(rank, 3) * 4 + Math.min(later, 3), code);
  out.add(28, Math.min(rank, 3), shape);
  out.add(29, bucket(from), code);
  out.add(30, codeOf(items[0]), code);
  out.add(31, codeOf(items[cue.from - 1]), shape);
  out.add(32, codeOf(items[place.from]), code);
  out.add(33, codeOf(items[place.from + 1]), code);
  out.add(34, bucket(items.length), code);
  out.add(35, runsBeside(sums, from, to), code);
}

/** The nearest word before the speaker that opens a clause: "when he says", "that officials claim". */
function openerBefore(items: readonly Item[], from: number): number {
  for (let i = from - 1; i >= 0 && i > from - 12; i--) {
    if (isComma(items[i]) || items[i]!.run) return 1;
    if (has(items[i], W.SUBORDINATOR | W.RELATIVE | W.CONJUNCTION)) return codeOf(items[i]);
  }
  return 0;
}

function speakerFeatures(items: readonly Item[], frame: Frame, out: Features): void {
  const { cue, subject, code, preference, codes } = frame;
  const { lemma, shape } = codes;
  const position = POSITIONS.indexOf(subject.position);
  const { mention } = subject;
  if (!mention) {
    out.add(40, code, shape);
    return;
  }
  const first = codeOf(items[mention.from]);
  const last = codeOf(items[headOf(items, mention)]);
  const gap = bucket(Math.max(0, cue.from - mention.to, mention.from - cue.to));
  const length = bucket(mention.to - mention.from);
  out.add(41, first, code);
  out.add(42, last, code);
  out.add(43, first, last);
  out.add(44, gap, position);
  out.add(45, gap, shape);
  out.add(46, length, position);
  out.add(47, first, lemma);
  out.add(48, last, lemma);
  out.add(49, codeOf(items[mention.from - 1]), position);
  out.add(50, last, shape);
  out.add(52, preference, position);
  out.add(53, preference * 16 + position, shape);
  out.add(54, preference * 16 + position, code);
  out.add(55, between(items, mention, cue), position);
  out.add(56, mention.from < cue.from ? codeOf(items[mention.to]) : 0, position);
  out.add(51, mention.from === 0 ? 1 : 0, position);
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
