import type { Attribution, Cue, Has } from "../document.ts";
import type { OwnLists } from "../lexicon/own.ts";
import { chooseReadings } from "./choose.ts";
import { findParagraphs, type Paragraph } from "./items.ts";
import { type Draft, joinRuns } from "./joins.ts";
import { kindOf } from "./kinds.ts";
import { findLabelled } from "./labels.ts";
import { spanOf } from "./phrases.ts";
import { packagedRanker, type Ranker, score } from "./ranker.ts";

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
  const joined = joinRuns(paragraphs, draftAll(paragraphs, ranker), (_options, features) =>
    chooseOption(ranker, features),
  );
  const attributions = joined.map(
    ({ draft, parts, speaker, via, rule, confidence }): Attribution => ({
      parts,
      kind: "direct",
      cue: draft ? cueOf(draft) : null,
      speaker,
      ...(via && { via }),
      rule,
      confidence,
    }),
  );
  return [...attributions, ...labelled.values()]
    .map((attribution) => ({ ...attribution, kind: kindOf(doc.raw, attribution.parts, runs) }))
    .sort((a, b) => a.parts[0]!.start - b.parts[0]!.start);
}

/** The readings of each sentence of each paragraph. */
export const draftAll = (paragraphs: readonly Paragraph[], ranker: Ranker): Draft[][][] =>
  paragraphs.map(({ sentences }) =>
    sentences.map((sentence) => chooseReadings(sentence, ranker).map((reading) => ({ sentence, reading }))),
  );

// Least probability of a speaker for a quotation without a cue.
const LEAST = 0.6;

function chooseOption(ranker: Ranker, features: readonly number[][]): [index: number, probability: number] {
  const scores = features.map((list) => score(ranker, list));
  const top = Math.max(0, ...scores);
  const sum = scores.reduce((total, one) => total + Math.exp(one - top), Math.exp(-top));
  const index = scores.indexOf(Math.max(...scores));
  const none = Math.exp(-top) / sum;
  return 1 - none < LEAST ? [-1, none] : [index, Math.exp((scores[index] ?? 0) - top) / sum];
}

function cueOf({ sentence, reading }: Draft): Cue {
  const { at, to, verb, quoted } = reading.frame.cue;
  return { ...spanOf(sentence.items, { from: at, to: quoted ? at + 1 : to }), lemma: verb.lemma, class: verb.class };
}
