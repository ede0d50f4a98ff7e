import type { Has, Span } from "../document.ts";
import { draftAll } from "./attribute.ts";
import { limitOf } from "./choose.ts";
import { boundFeatures } from "./features-bound.ts";
import { frameFeatures } from "./features-frame.ts";
import type { ItemSentence } from "./item-sentences.ts";
import { findParagraphs } from "./items.ts";
import { joinRuns } from "./joins.ts";
import type { JoinOption } from "./leftovers.ts";
import { type Range, spanOf } from "./phrases.ts";
import { Features, type Ranker } from "./ranker.ts";
import { contentOf, type Frame, findFrames } from "./readings.ts";

type Pair = readonly [start: number, end: number];

/** A record of the quotations benchmark. */
export interface GoldRecord {
  readonly id: string;
  readonly text: string;
  readonly quotes: readonly GoldQuote[];
}

interface GoldQuote {
  readonly parts: readonly Pair[];
  readonly cue: Span | null;
  readonly speaker: Span | null;
  readonly speech: boolean;
}

/** One reporting verb of a text: its possible frames and bounds, and which of them are right. */
export interface Example {
  readonly frames: readonly { readonly features: Int32Array; readonly bounds: readonly Int32Array[] }[];
  /** Share of each bound of each frame, in order, that sums to 1; empty where the verb attributes nothing. */
  readonly right: readonly number[];
}

/** The examples of one document; verbs that the gold leaves open are left out. */
export function examplesOf(doc: Has<"blocks" | "sentences">, gold: GoldRecord): Example[] {
  return findParagraphs(doc).flatMap(({ sentences }) =>
    sentences.flatMap((sentence) => {
      const all = findFrames(sentence);
      return all.flatMap((frames, at) => {
        const right = rightBounds(doc.raw, sentence, frames, gold);
        return right ? [exampleOf(sentence, frames, all, at, right)] : [];
      });
    }),
  );
}

function exampleOf(
  sentence: ItemSentence,
  frames: readonly Frame[],
  all: readonly (readonly Frame[])[],
  at: number,
  right: number[],
): Example {
  const limit = limitOf(sentence, all, at);
  return {
    right,
    frames: frames.map((frame) => ({
      features: listed((out) => frameFeatures(sentence, frame, all.length - 1 - at, out)),
      bounds: frame.place.bounds.map((bound, order) =>
        listed((out) => boundFeatures(sentence, frame, bound, order, limit, out)),
      ),
    })),
  };
}

function listed(add: (out: Features) => void): Int32Array {
  const out = new Features();
  add(out);
  return out.slots();
}

// A bound is right from this overlap on, as the benchmark has it, and as right as the best within the slack.
const RIGHT = 0.5;
const SLACK = 0.03;

/** Which bounds are right; empty for a verb that attributes nothing, null for one that the benchmark doesn't count. */
function rightBounds(
  raw: string,
  sentence: ItemSentence,
  frames: readonly Frame[],
  { quotes }: GoldRecord,
): number[] | null {
  const cue = spanOf(sentence.items, { from: frames[0]!.cue.at, to: frames[0]!.cue.at + 1 });
  const gold = quotes.find((quote) => quote.cue && quote.cue.start < cue.end && cue.start < quote.cue.end);
  if (!gold)
    return quotes.some((quote) => !quote.speech && quote.parts.some(([a, b]) => a <= cue.start && cue.end <= b))
      ? null
      : [];
  if (!gold.speech && !quotesAtLength(sentence, gold)) return null;
  const overlaps = frames.flatMap((frame) =>
    frame.place.bounds.map((bound) => {
      if (!sameSpeaker(raw, sentence, frame, gold)) return 0;
      return overlapOf(sentence, contentOf(sentence, frame, bound), gold);
    }),
  );
  const best = Math.max(...overlaps);
  if (best < RIGHT) return [];
  const right = overlaps.map((overlap): number => (overlap >= Math.max(RIGHT, best - SLACK) ? 1 : 0));
  const sum = right.reduce((a, b) => a + b, 0);
  return right.map((share) => share / sum);
}

function sameSpeaker(_raw: string, { items }: ItemSentence, { subject }: Frame, { speaker }: GoldQuote): boolean {
  if (!speaker || !subject.mention) return !speaker && !subject.mention;
  const mention = spanOf(items, subject.mention);
  return mention.start < speaker.end && speaker.start < mention.end;
}

/** Intersection over union of the words of a content and of the gold's part in the same sentence. */
function overlapOf({ items, start, end }: ItemSentence, parts: readonly Range[], { parts: gold }: GoldQuote): number {
  const spans = parts.map((part) => spanOf(items, part));
  const inSentence = gold.map(([a, b]): Span => ({ start: Math.max(a, start), end: Math.min(b, end) }));
  let both = 0;
  let either = 0;
  for (const item of items) {
    const weight = item.run ? item.text.split(/\s+/u).length : item.isWord ? 1 : 0;
    const found = spans.some((span) => span.start <= item.start && item.end <= span.end);
    const wanted = inSentence.some((span) => span.start < item.end && item.start < span.end);
    both += found && wanted ? weight : 0;
    either += found || wanted ? weight : 0;
  }
  return either ? both / either : 0;
}

// A content with a quotation of this many characters is a report, whatever its verb.
const LONG_QUOTATION = 25;

const quotesAtLength = ({ items }: ItemSentence, { parts }: GoldQuote): boolean =>
  items.some(
    (item) =>
      item.run && item.end - item.start >= LONG_QUOTATION && parts.some(([a, b]) => a <= item.start && item.end <= b),
  );

// A quotation of the gold has a run where it has this share of it.
const HOLDS = 0.6;

/** The examples of quotations without a cue, in a document whose reporting verbs `ranker` has read. */
export function joinExamplesOf(doc: Has<"blocks" | "sentences">, gold: GoldRecord, ranker: Ranker): Example[] {
  const paragraphs = findParagraphs(doc);
  const examples: Example[] = [];
  joinRuns(paragraphs, draftAll(paragraphs, ranker), (options, features, run) => {
    const quote = gold.quotes.find(({ parts }) => overlap(parts, run) >= HOLDS * (run.end - run.start));
    const counts = quote !== undefined && (quote.speech || run.end - run.start >= LONG_QUOTATION);
    const isRightOption = options.map((option) => counts && isRight(option, quote, doc.raw));
    // What continues an attribution is no new one by the same speaker.
    const continues = options.some((option, i) => option.joins && isRightOption[i]);
    const right = options.map((option, i): number => (isRightOption[i] && (!continues || option.joins) ? 1 : 0));
    const sum = right.reduce((a, b) => a + b, 0);
    if (!quote || sum)
      examples.push({
        frames: features.map((list) => ({ features: list.slots(), bounds: [new Int32Array(0)] })),
        right: sum ? right.map((share) => share / sum) : [],
      });
    return [right.indexOf(1), 1];
  });
  return examples;
}

const overlap = (parts: readonly Pair[], { start, end }: Span): number =>
  parts.reduce((sum, [a, b]) => sum + Math.max(0, Math.min(b, end) - Math.max(a, start)), 0);

function isRight({ joins, speaker }: JoinOption, { parts, speaker: gold }: GoldQuote, raw: string): boolean {
  if (joins) return joins.parts.some((part) => overlap(parts, part) > 0);
  if (!speaker || !gold) return false;
  if (speaker.start < gold.end && gold.start < speaker.end) return true;
  const name = raw.slice(speaker.start, speaker.end);
  return /^\p{Lu}\p{L}{2}/u.test(name) && name === raw.slice(gold.start, gold.end);
}
