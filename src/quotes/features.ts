import { CUE_CLASSES } from "../document.ts";
import { hashText } from "../tagger/feature.ts";
import { type Place, SIDES } from "./contents.ts";
import type { CueUse, Shape } from "./cues.ts";
import type { Item } from "./items.ts";
import { OPENINGS } from "./openings.ts";

// Every feature is a number mixed from its template, a value and a condition: closed-class words, lemmas of our own list,
// shapes and counts; no word of any training text.

const SHAPES: Shape[] = ["finite", "infinitive", "gerund", "postnominal", "passive", "according"];

/** What a cue is to the ranker. */
export interface CueCodes {
  /** The lemma, as a number that stays the same when the list of verbs grows. */
  readonly lemma: number;
  /** The class of the verb and the shape of its use, as small numbers. */
  readonly kind: number;
  readonly shape: number;
}

/** What a cue is to the ranker. */
export const codesOf = ({ verb, shape }: CueUse): CueCodes => ({
  lemma: hashText(verb.lemma),
  kind: CUE_CLASSES.indexOf(verb.class),
  shape: SHAPES.indexOf(shape),
});

/** Side and opening of a content as one small number. */
export const placeCode = ({ side, opening }: Place): number => SIDES.indexOf(side) * 16 + OPENINGS.indexOf(opening);

export const codeOf = (item: Item | undefined): number => item?.code ?? 0;

/** Lengths in steps that grow. */
export const bucket = (n: number): number => (n < 6 ? n : n < 9 ? 6 : n < 13 ? 7 : n < 20 ? 8 : n < 30 ? 9 : 10);
