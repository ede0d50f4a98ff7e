import { CUE_CLASSES } from "../document.ts";
import { reportingVerbs } from "../lexicon/cues.ts";
import { feature, hashText } from "../tagger/feature.ts";
import { SIDES } from "./contents.ts";
import type { CueUse, Shape } from "./cues.ts";
import type { Item } from "./items.ts";
import { OPENINGS } from "./openings.ts";
import { SLOTS } from "./ranker.ts";
import type { Frame } from "./readings.ts";

/** A feature as the place of its weight. */
export const slot = (template: number, a: number, b = 0): number => feature(template, a, b) & (SLOTS - 1);

// Every feature is a number mixed from its template, a value and a condition: closed-class words, lemmas of our own list,
// shapes and counts; no word of any training text.

const SHAPES: Shape[] = ["finite", "infinitive", "gerund", "postnominal", "passive", "according"];

const LEMMAS = new Map(
  ["according to", ...reportingVerbs.map(({ lemma }) => lemma)].map((lemma) => [lemma, hashText(lemma)]),
);

/** The lemma of a cue as a number that stays the same when the list of verbs grows. */
export const lemmaCode = ({ verb }: CueUse): number => LEMMAS.get(verb.lemma)!;

/** The spelling of a cue as a number: "says" reports what "said" may not. */
export const surfaceCode = ({ verb }: CueUse): number => verb.code;

/** The class of a cue's verb and the shape of its use, as small numbers. */
export const classCode = ({ verb }: CueUse): number => CUE_CLASSES.indexOf(verb.class);
export const shapeCode = ({ shape }: CueUse): number => SHAPES.indexOf(shape);

const SIDE_CODES = new Map(SIDES.map((side, i) => [side, i * 16]));
const OPENING_CODES = new Map(OPENINGS.map((opening, i) => [opening, i]));

/** Side and opening as one small number. */
export const frameCode = ({ place }: Frame): number => SIDE_CODES.get(place.side)! + OPENING_CODES.get(place.opening)!;

export const codeOf = (item: Item | undefined): number => item?.code ?? 0;

/** Lengths in steps that grow. */
export const bucket = (n: number): number => (n < 6 ? n : n < 9 ? 6 : n < 13 ? 7 : n < 20 ? 8 : n < 30 ? 9 : 10);
