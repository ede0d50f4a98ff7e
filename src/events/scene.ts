import type { Entity, Has, Mention, Quote, Sentence, Span, Timex } from "../document.ts";

type Input = Has<"blocks" | "sentences" | "entities" | "timexes" | "quotes">;

/** A mention and the entity that it is of. */
export interface Located {
  readonly mention: Mention;
  readonly entity: Entity;
}

/** One sentence with what was found in it, in order. */
export interface Scene {
  readonly raw: string;
  readonly sentence: Sentence;
  readonly mentions: readonly Located[];
  readonly timexes: readonly Timex[];
  /** Indirect and direct quotations that reach into the sentence. */
  readonly quotes: readonly Quote[];
}

/** The roles of blocks whose sentences tell of events; headlines repeat what the body tells. */
const TELLING: ReadonlySet<string> = new Set(["paragraph", "list-item", "blockquote", "caption", "dateline"]);

/** Cuts a document into scenes in the order of the text, repeated blocks left out. */
export function scenes(doc: Input): Scene[] {
  const mentions = doc.entities
    .flatMap((entity) => entity.mentions.map((mention) => ({ mention, entity })))
    .sort((a, b) => a.mention.start - b.mention.start || b.mention.end - a.mention.end);
  const inMentions = sweep(mentions, ({ mention }) => mention);
  const inTimexes = sweep(
    [...doc.timexes].sort((a, b) => a.start - b.start),
    (timex) => timex,
  );
  const parts = doc.quotes.flatMap((quote) => quote.parts.map((part) => ({ part, quote })));
  const inParts = sweep(
    parts.sort((a, b) => a.part.start - b.part.start),
    ({ part }) => part,
  );
  return doc.sentences
    .filter(({ block }) => TELLING.has(doc.blocks[block]!.role) && doc.blocks[block]!.repeats === undefined)
    .map((sentence) => ({
      raw: doc.raw,
      sentence,
      mentions: inMentions(sentence),
      timexes: inTimexes(sentence),
      quotes: inParts(sentence).map(({ quote }) => quote),
    }));
}

/** Finds what overlaps each of a rising sequence of spans, in one pass over both. */
function sweep<T>(sorted: readonly T[], spanOf: (one: T) => Span): (span: Span) => T[] {
  let first = 0;
  return (span) => {
    while (first < sorted.length && spanOf(sorted[first]!).end <= span.start) first++;
    const found: T[] = [];
    for (let i = first; i < sorted.length && spanOf(sorted[i]!).start < span.end; i++)
      if (spanOf(sorted[i]!).end > span.start) found.push(sorted[i]!);
    return found;
  };
}
