import { findPlaces, type Place, partsOf } from "./contents.ts";
import { type CueUse, findCues } from "./cues.ts";
import { type CueCodes, codesOf, placeCode } from "./features.ts";
import type { ItemSentence } from "./item-sentences.ts";
import type { Range } from "./phrases.ts";
import { findSubjects, type Subject } from "./subjects.ts";

/** One way to read a reporting verb: who speaks, and where the content may stand. */
export interface Frame {
  readonly cue: CueUse;
  readonly subject: Subject;
  readonly place: Place;
  /** What cue and place are to the ranker. */
  readonly codes: CueCodes;
  readonly code: number;
  /** Reporting verbs before this one in the sentence. */
  readonly rank: number;
  /** Subjects that were found before this one. */
  readonly preference: number;
  /** Index of the word before the likeliest speaker and cue: "when" in "when she said". */
  readonly lead: number;
}

/** Every way to read the reporting verbs of a sentence; a list for each verb. */
export function findFrames({ items, isTitle }: ItemSentence): Frame[][] {
  const found: Frame[][] = [];
  let earlier: Range | null = null;
  for (const [rank, cue] of findCues(items, isTitle).entries()) {
    const subjects = findSubjects(items, cue, earlier);
    earlier = subjects[0]?.mention ?? earlier;
    const codes = codesOf(cue);
    const lead = (subjects[0]?.group.from ?? cue.from) - 1;
    const frames: Frame[] = [];
    for (const [preference, subject] of subjects.entries())
      for (const place of findPlaces(items, cue, subject))
        frames.push({ cue, subject, place, codes, code: placeCode(place), rank, preference, lead });
    if (frames.length > 0) found.push(frames);
  }
  return found;
}

/** The pieces of the content under one frame and bound. */
export const contentOf = ({ items }: ItemSentence, frame: Frame, bound: number): Range[] =>
  partsOf(items, frame.place, bound);
