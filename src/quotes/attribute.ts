import type { Attribution, Cue, Has, Span } from "../document.ts";
import type { OwnLists } from "../lexicon/own.ts";
import { chooseReadings } from "./choose.ts";
import { findParagraphs, type Paragraph } from "./items.ts";
import { type Draft, type Joined, joinRuns, PULL_QUOTE } from "./joins.ts";
import { kindOf } from "./kinds.ts";
import { findLabelled } from "./labels.ts";
import { spanOf } from "./phrases.ts";
import { type Features, packagedRanker, type Ranker } from "./ranker.ts";
import { repeatFinder } from "./repeats.ts";

/** Finds what the article reports somebody as saying: content, cue and the mention of the speaker beside it. */
export function findAttributions(
  doc: Has<"blocks" | "sentences" | "mentions">,
  ranker: Ranker = packagedRanker(),
  own: OwnLists | null = null,
): Attribution[] {
  const all = findParagraphs(doc, own?.cues);
  const runs = all.flatMap((paragraph) => paragraph.runs);
  const labelled = findLabelled(doc, all);
  const paragraphs = all.map((paragraph, p) => (labelled.has(p) ? { ...paragraph, sentences: [] } : paragraph));
  const joined = joinRuns(
    paragraphs,
    draftAll(paragraphs, ranker),
    (_options, features, run) =>
      chooseOption(ranker, features, run.end - run.start >= LONG_QUOTATION ? LEAST.long : LEAST.short),
    repeatsOf(doc.raw, all),
  );
  const attributions = withOriginals(doc.raw, joined).map(
    ({ draft, parts, speaker, via, rule, confidence }): Attribution => ({
      parts: parts.map((part) => withoutLead(doc.raw, part)),
      kind: "direct",
      cue: draft ? cueOf(draft) : null,
      speaker,
      ...(via && { via }),
      rule,
      confidence,
    }),
  );
  return [...attributions, ...[...labelled.values()].filter((found) => found !== null)]
    .map((attribution) => ({ ...attribution, kind: kindOf(doc.raw, attribution.parts, runs) }))
    .sort((a, b) => a.parts[0]!.start - b.parts[0]!.start);
}

const LEAD = /^(?:[QA][.:]|\d{1,2}[:.]\d{2}(?: ?[ap]m)?(?: [A-Z]{2,4})?) (?=["“'‘])/u;

// "A: “No,” said Roe", "11:05 'No', says Roe": the letter of a turn and the clock of a live page were not said.
function withoutLead(raw: string, { start, end }: Span): Span {
  const lead = LEAD.exec(raw.slice(start, Math.min(end, start + 20)));
  return { start: start + (lead?.[0].length ?? 0), end };
}

/** Gives pull quotes the speaker of the quotation that they repeat; without one they are nothing. */
function withOriginals(raw: string, joined: readonly Joined[]): Joined[] {
  if (!joined.some(({ rule }) => rule === PULL_QUOTE)) return [...joined];
  const find = repeatFinder(
    raw,
    joined.map(({ rule, parts }) => (rule === PULL_QUOTE ? [] : parts)),
  );
  return joined.flatMap((one) => {
    if (one.rule !== PULL_QUOTE) return [one];
    const original = find(one.parts[0]!);
    return original === null ? [] : [{ ...one, speaker: joined[original]!.speaker }];
  });
}

/** Tells whether the words of a quotation stand in another that has words beside it. */
function repeatsOf(raw: string, paragraphs: readonly Paragraph[]): (run: Span) => boolean {
  let find: ((run: Span) => number | null) | null = null;
  return (run) => {
    find ??= repeatFinder(
      raw,
      paragraphs.flatMap((paragraph) => (paragraph.runs.length && !standsAlone(paragraph) ? [paragraph.runs] : [])),
    );
    return find(run) !== null;
  };
}

const standsAlone = ({ start, end, runs }: Paragraph): boolean =>
  runs.reduce((rest, run) => rest - (run.end - run.start), end - start) < SHORTEST_CUE;
const SHORTEST_CUE = 8;

/** The readings of each sentence of each paragraph. */
export const draftAll = (paragraphs: readonly Paragraph[], ranker: Ranker): Draft[][][] =>
  paragraphs.map(({ sentences }) =>
    sentences.map((sentence) => chooseReadings(sentence, ranker).map((reading) => ({ sentence, reading }))),
  );

/** Least probability of a speaker for a quotation without a cue: of a word or two, and of more. */
const LEAST = { short: 0.6, long: 0.15 };
const LONG_QUOTATION = 25;

function chooseOption(
  ranker: Ranker,
  features: readonly Features[],
  least: number,
): [index: number, probability: number] {
  const scores = features.map((list) => list.score(ranker));
  const top = Math.max(0, ...scores);
  const sum = scores.reduce((total, one) => total + Math.exp(one - top), Math.exp(-top));
  const index = scores.indexOf(Math.max(...scores));
  const none = Math.exp(-top) / sum;
  return 1 - none < least ? [-1, none] : [index, Math.exp((scores[index] ?? 0) - top) / sum];
}

function cueOf({ sentence, reading }: Draft): Cue {
  const { at, to, verb, mediated } = reading.frame.cue;
  const { lemma, class: cueClass } = mediated ? sentence.items[at]!.cue! : verb;
  const { start, end } = spanOf(sentence.items, { from: at, to: mediated ? at + 1 : to });
  return { start, end, lemma, class: cueClass };
}
