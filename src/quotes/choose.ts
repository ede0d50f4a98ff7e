import { PAPER_CODE } from "./codes.ts";
import { boundFeatures } from "./features-bound.ts";
import { frameFeatures } from "./features-frame.ts";
import type { ItemSentence } from "./item-sentences.ts";
import type { Range } from "./phrases.ts";
import { Features, type Ranker } from "./ranker.ts";
import { contentOf, type Frame, findFrames } from "./readings.ts";
import { runIn } from "./sums.ts";

/** A frame with the bound that the ranker prefers, and how probable it is that it attributes a content at all. */
export interface Reading {
  readonly frame: Frame;
  readonly parts: readonly Range[];
  readonly probability: number;
  /** What is chosen by: of two that say the same the likelier one first. */
  readonly preference: number;
  /** The outlet that passes the words on: "according to the Herald" behind "Roe said". */
  readonly via?: Range | null;
}

/** Least probability of an attribution that is kept; a long quotation is rarely nobody's. */
const LEAST = { plain: 0.29, quoting: 0.12 };

/** The attributions of a sentence: the most probable readings of its reporting verbs that don't get into one another's way. */
export function chooseReadings(sentence: ItemSentence, ranker: Ranker): Reading[] {
  const frames = findFrames(sentence);
  if (frames.length === 0) return [];
  const readings = frames
    .flatMap((list, at) => rankReadings(sentence, list, frames, at, ranker))
    .filter((reading) => reading.parts.length > 0)
    .filter((reading) => reading.probability >= (quotes(sentence, reading) ? LEAST.quoting : LEAST.plain))
    .sort((a, b) => b.preference - a.preference);
  const chosen: Reading[] = [];
  for (const reading of passOn(sentence, readings))
    if (!chosen.some((other) => conflicts(reading, other))) chosen.push(reading);
  return chosen.sort((a, b) => a.frame.cue.at - b.frame.cue.at);
}

const LIKELY = 0.5;

/** “…,” Roe said, according to the Herald: Roe speaks, and the Herald passes it on. */
function passOn(sentence: ItemSentence, readings: readonly Reading[]): Reading[] {
  const chains = readings.flatMap((outer) => {
    if (outer.frame.cue.shape !== "according" || outer.frame.place.side !== "left") return [];
    const inner = readings.find(
      (one) =>
        one.probability >= LIKELY &&
        one.frame.cue.shape === "finite" &&
        quotes(sentence, one) &&
        touches(outer.parts, [claimOf(one)]),
    );
    return inner ? [{ outer, inner }] : [];
  });
  if (chains.length === 0) return [...readings];
  return readings
    .filter((reading) => !chains.some(({ outer }) => outer.frame.cue === reading.frame.cue))
    .map((reading) => {
      const chain = chains.find(({ inner }) => inner === reading);
      return chain ? { ...reading, via: chain.outer.frame.subject.mention } : reading;
    });
}

const LONG_QUOTATION = 25;

/** Whether the content of a reading holds a quotation that is more than a word or two. */
const quotes = ({ items, sums }: ItemSentence, { parts }: Reading): boolean =>
  parts.some(
    ({ from, to }) =>
      runIn(sums, from, to) > 0 &&
      items.slice(from, to).some((item) => item.run && item.end - item.start >= LONG_QUOTATION),
  );

const FEATURES = new Features();

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
    const { place } = frame;
    FEATURES.clear();
    frameFeatures(sentence, frame, later, FEATURES);
    const base = FEATURES.score(ranker) + (isFinding(sentence, frame) ? FINDING : 0);
    // Frames that differ in the speaker alone share the scores of their bounds.
    const key = (frame.code * 256 + place.from) * 256 + place.until;
    const bounds =
      known.get(key) ??
      place.bounds.map((bound, order) => {
        FEATURES.clear();
        boundFeatures(sentence, frame, bound, order, limit, FEATURES);
        return FEATURES.score(ranker);
      });
    known.set(key, bounds);
    place.bounds.forEach((bound, order) => {
      scored.push({ frame, bound, score: base + bounds[order]! });
    });
  }
  return best(sentence, scored);
}

// "An analysis by the institute found that": the annotators of the training articles took findings for states of mind.
const FINDING = 3;
const FINDS = new Set("find show conclude indicate reveal suggest demonstrate estimate".split(" "));

function isFinding({ items }: ItemSentence, { cue, subject: { mention }, place: { side, opening } }: Frame): boolean {
  if (!mention || side !== "right" || !FINDS.has(cue.verb.lemma) || mention.to > cue.from) return false;
  const paper = items.findIndex(({ code }, i) => i >= mention.from && code === PAPER_CODE);
  if (paper < 0 || paper >= mention.to) return false;
  return opening === "that" || (opening === "clause" && /^(?:by|from)$/u.test(items[paper + 1]!.lower));
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
const MOST_WEIGHED = 12;

/**
 * The few best readings, each as probable as all that say the same: minimum Bayes risk (Kumar & Byrne 2004) where half of
 * the words and the speaker have to agree.
 */
function best(sentence: ItemSentence, scored: Scored[]): Reading[] {
  scored.sort((a, b) => b.score - a.score);
  const top = Math.max(0, scored[0]?.score ?? 0);
  const none = Math.exp(-top);
  const sum = scored.reduce((total, { score }) => total + Math.exp(score - top), none);
  // No reading is likelier than all of them together.
  if (1 - none / sum < (sentence.sums.runs.at(-1)! > 0 ? LEAST.quoting : LEAST.plain)) return [];
  const weighed = scored.slice(0, MOST_WEIGHED).map(({ frame, bound, score }) => ({
    frame,
    parts: contentOf(sentence, frame, bound),
    share: Math.exp(score - top) / sum,
  }));
  const rest = scored.slice(MOST_WEIGHED).reduce((total, { score }) => total + Math.exp(score - top), 0) / sum;
  const least = (weighed[0]?.share ?? 0) * LEAST_SHARE;
  return weighed
    .slice(0, MOST_READINGS)
    .filter(({ share }) => share >= least)
    .map((reading) => {
      const agreeing = weighed.filter((other) => agrees(sentence, reading, other));
      const probability = agreeing.reduce((total, { share }) => total + share, rest);
      return { frame: reading.frame, parts: reading.parts, probability, preference: probability + reading.share };
    });
}

// "the talks, which began" agrees with the whole of "the talks, which began in May, failed" and with "the talks", and is neither.
const LEAST_SHARE = 0.1;

type Content = Pick<Reading, "frame" | "parts">;

/** Whether two readings have the same speaker and half of their words in common. */
function agrees(sentence: ItemSentence, one: Content, other: Content): boolean {
  if (one === other) return true;
  const [a, b] = [one.frame.subject.mention, other.frame.subject.mention];
  if (a === null || b === null ? a !== b : a.to <= b.from || b.to <= a.from) return false;
  let both = 0;
  let all = 0;
  for (const { from, to } of one.parts) all += weightOf(sentence, from, to);
  for (const part of other.parts) {
    all += weightOf(sentence, part.from, part.to);
    for (const own of one.parts) both += weightOf(sentence, Math.max(part.from, own.from), Math.min(part.to, own.to));
  }
  return both * 2 >= all - both;
}

/** Number of words in a range, those of quotations estimated by their length. */
function weightOf({ items, sums }: ItemSentence, from: number, to: number): number {
  if (to <= from) return 0;
  if (runIn(sums, from, to) === 0) return sums.words[to]! - sums.words[from]!;
  let weight = 0;
  for (let i = from; i < to; i++)
    weight += items[i]!.run ? (items[i]!.end - items[i]!.start) / CHARACTERS_A_WORD : items[i]!.isWord ? 1 : 0;
  return weight;
}
const CHARACTERS_A_WORD = 6;

function conflicts(a: Reading, b: Reading): boolean {
  if (a.frame.cue === b.frame.cue) return true;
  if (describes(a, b) || describes(b, a)) return false;
  return touches(a.parts, b.parts) || touches(a.parts, [claimOf(b)]) || touches(b.parts, [claimOf(a)]);
}

/** "Roe, who said that it rained, said": an attribution inside the mention of the speaker of another. */
function describes({ frame, parts }: Reading, other: Reading): boolean {
  const { mention } = other.frame.subject;
  return (
    mention !== null && [claimOf({ frame }), ...parts].every(({ from, to }) => from > mention.from && to <= mention.to)
  );
}

const claimOf = ({ frame }: Pick<Reading, "frame">): Range => frame.subject.group;

const touches = (a: readonly Range[], b: readonly Range[]): boolean =>
  a.some((one) => b.some((other) => one.from < other.to && other.from < one.to));
