import type { Attribution, Cue, Has } from "../document.ts";
import { chooseReadings } from "./choose.ts";
import { findParagraphs } from "./items.ts";
import { type Draft, joinRuns } from "./joins.ts";
import { kindOf } from "./kinds.ts";
import { spanOf } from "./phrases.ts";
import { packagedRanker, type Ranker } from "./ranker.ts";

/** Finds what the article reports somebody as saying: content, cue and the mention of the speaker beside it. */
export function findAttributions(
  doc: Has<"blocks" | "sentences" | "mentions">,
  ranker: Ranker = packagedRanker(),
): Attribution[] {
  const paragraphs = findParagraphs(doc);
  const runs = paragraphs.flatMap((paragraph) => paragraph.runs);
  const drafts = paragraphs.map((paragraph) =>
    paragraph.sentences.map((sentence) => chooseReadings(sentence, ranker).map((reading) => ({ sentence, reading }))),
  );
  return joinRuns(paragraphs, drafts).map(({ draft, parts, speaker, rule, confidence }) => ({
    parts,
    kind: kindOf(doc.raw, parts, runs),
    cue: draft ? cueOf(draft) : null,
    speaker,
    rule,
    confidence,
  }));
}

function cueOf({ sentence, reading }: Draft): Cue {
  const { at, to, verb } = reading.frame.cue;
  return { ...spanOf(sentence.items, { from: at, to }), lemma: verb.lemma, class: verb.class };
}
