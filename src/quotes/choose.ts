import { SIDES } from "./contents.ts";
import { boundFeatures } from "./features-bound.ts";
import { frameFeatures } from "./features-frame.ts";
import type { ItemSentence } from "./items.ts";
import { OPENINGS } from "./openings.ts";
import type { Range } from "./phrases.ts";
import { type Ranker, score } from "./ranker.ts";
import { contentOf, type Frame, findFrames } from "./readings.ts";

/** A frame with the bound that the ranker prefers, and how probable it is that it attributes a content at all. */
export interface Reading {
  readonly frame: Frame;
  readonly parts: readonly Range[];
  readonly probability: number;
}

/** Least probability of an attribution that is kept; a long quotation is rarely nobody's. */
const LEAST = { plain: 0.33, quoting: 0.12 };

/** The attributions of a sentence: the most probable readings of its reporting verbs that don't get into one another's way. */
export function chooseReadings(sentence: ItemSentence, ranker: Ranker): Reading[] {
  const frames = findFrames(sentence);
  const readings = frames
    .flatMap((list, at) => rankReadings(sentence, list, frames, at, ranker))
    .filter((reading) => reading.parts.length > 0)
    .filter((reading) => reading.probability >= (quotes(sentence, reading) ? LEAST.quoting : LEAST.plain))
    .sort((a, b) => b.probability - a.probability);
  const chosen: Reading[] = [];
  for (const reading of readings) if (!chosen.some((other) => conflicts(reading, other))) chosen.push(reading);
  return chosen.sort((a, b) => a.frame.cue.at - b.frame.cue.at);
}

const LONG_QUOTATION = 25;

/** Whether the content of a reading holds a quotation that is more than a word or two. */
const quotes = ({ items }: ItemSentence, { parts }: Reading): boolean =>
  parts.some(({ from, to }) =>
    items.slice(from, to).some((item) => item.run && item.end - item.start >= LONG_QUOTATION),
  );

/** Every frame and bound of one verb with its score against "no attribution", which scores 0. */
export function rankReadings(
  sentence: ItemSentence,
  list: readonly Frame[],
  frames: readonly (readonly Frame[])[],
  at: number,
  ranker: Ranker,
): Reading[] {
  const limit = limitOf(sentence, frames, at);
  const later = frames.length - 1 - at;
  const known = new Map<number, number[]>();
  const scored: Scored[] = [];
  for (const frame of list) {
    const base = score(ranker, frameFeatures(sentence, frame, later));
    const { place } = frame;
    // Frames that differ in the speaker alone share the scores of their bounds.
    const key =
      (SIDES.indexOf(place.side) * 16 + OPENINGS.indexOf(place.opening)) * 512 + place.from * 2 + (place.until ? 1 : 0);
    let bounds = place.side === "right" ? known.get(key) : undefined;
    bounds ??= place.bounds.map((bound, order) => score(ranker, boundFeatures(sentence, frame, bound, order, limit)));
    known.set(key, bounds);
    place.bounds.forEach((bound, order) => {
      scored.push({ frame, bound, score: base + bounds[order]! });
    });
  }
  return best(sentence, scored);
}

interface Scored {
  readonly frame: Frame;
  readonly bound: number;
  readonly score: number;
}

/** Where the words of the next reporting verb begin. */
export const limitOf = (sentence: ItemSentence, frames: readonly (readonly Frame[])[], at: number): number => {
  const next = frames[at + 1]?.[0];
  return next ? next.lead + 1 : sentence.items.length;
};

const MOST_READINGS = 6;

/** The few best readings; the probability of the first is that of any attribution, the others follow it by their share. */
function best(sentence: ItemSentence, scored: Scored[]): Reading[] {
  scored.sort((a, b) => b.score - a.score);
  const top = Math.max(0, scored[0]?.score ?? 0);
  const sum = scored.reduce((total, { score }) => total + Math.exp(score - top), 0);
  const any = sum / (sum + Math.exp(-top));
  return scored.slice(0, MOST_READINGS).map(({ frame, bound, score }) => ({
    frame,
    parts: contentOf(sentence, frame, bound),
    probability: any * Math.exp(score - scored[0]!.score),
  }));
}

function conflicts(a: Reading, b: Reading): boolean {
  if (a.frame.cue === b.frame.cue) return true;
  return touches(a.parts, b.parts) || touches(a.parts, [claimOf(b)]) || touches(b.parts, [claimOf(a)]);
}

const claimOf = ({ frame }: Reading): Range => frame.subject.group;

const touches = (a: readonly Range[], b: readonly Range[]): boolean =>
  a.some((one) => b.some((other) => one.from < other.to && other.from < one.to));
