import type { CueClass } from "../document.ts";
import { reportingVerbs } from "../lexicon/cues.ts";
import { hashText } from "../tagger/feature.ts";
import { SIDES } from "./contents.ts";
import type { CueUse, Shape } from "./cues.ts";
import type { Item } from "./items.ts";
import { OPENINGS } from "./openings.ts";
import type { Frame } from "./readings.ts";

// Every feature is a number mixed from its template, a value and a condition: closed-class words, lemmas of our own list,
// shapes and counts; no word of any training text.

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

const LEMMAS = new Map(
  ["according to", ...reportingVerbs.map(({ lemma }) => lemma)].map((lemma) => [lemma, hashText(lemma)]),
);

/** The lemma of a cue as a number that stays the same when the list of verbs grows. */
export const lemmaCode = ({ verb }: CueUse): number => LEMMAS.get(verb.lemma)!;

/** The class of a cue's verb and the shape of its use, as small numbers. */
export const classCode = ({ verb }: CueUse): number => CLASSES.indexOf(verb.class);
export const shapeCode = ({ shape }: CueUse): number => SHAPES.indexOf(shape);

/** Side and opening as one small number. */
export const frameCode = ({ place }: Frame): number => SIDES.indexOf(place.side) * 16 + OPENINGS.indexOf(place.opening);

export const codeOf = (item: Item | undefined): number => item?.code ?? 0;

/** Lengths in steps that grow. */
export const bucket = (n: number): number => (n < 6 ? n : n < 9 ? 6 : n < 13 ? 7 : n < 20 ? 8 : n < 30 ? 9 : 10);

/** Which sides of a group hold quoted runs, and long ones. */
export function runsOf(items: readonly Item[], from: number, to: number): number {
  let sides = 0;
  items.forEach((item, i) => {
    if (!item.run) return;
    const long = item.end - item.start > 30 ? 4 : 1;
    if (i < from) sides |= long;
    else if (i >= to) sides |= long * 2;
  });
  return sides;
}

/** Whether a range holds quoted runs: none, short ones, a long one. */
export function runIn(items: readonly Item[], from: number, to: number): number {
  let held = 0;
  for (let i = from; i < to; i++) {
    const { run, start, end } = items[i]!;
    if (run) held = Math.max(held, end - start > 30 ? 2 : 1);
  }
  return held;
}
