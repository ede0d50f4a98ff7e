import { labelBlocks } from "./clean/blocks.ts";
import { identifyLanguage } from "./clean/language.ts";
import { findMetadata } from "./clean/metadata.ts";
import type { LineCounts } from "./clean/site-lines.ts";
import { takeFingerprint } from "./copies/fingerprint.ts";
import { findExpressions } from "./dates/find.ts";
import { estimatePublished } from "./dates/published.ts";
import { resolveExpressions } from "./dates/resolve.ts";
import type { DateOrder, Document, Has } from "./document.ts";
import { firstEntities } from "./entities/first.ts";
import { linkMentions } from "./entities/link.ts";
import { findMentions } from "./entities/mentions.ts";
import { findEvents } from "./events/find.ts";
import type { OwnLists } from "./lexicon/own.ts";
import { findAttributions } from "./quotes/attribute.ts";
import { findSources } from "./quotes/sources.ts";
import { splitSentences } from "./tokens.ts";

/** A document as it was read. */
export type RawDocument = Has<"file" | "meta" | "given" | "markup">;

export interface AnalyzeOptions {
  /** Order of dates of figures; told by the text where absent. */
  readonly dateOrder?: DateOrder | null;
  /** What was counted in the documents of the same sites before. */
  readonly lineCounts?: LineCounts | null;
  /** The user's own lists. */
  readonly own?: OwnLists | null;
  /** How deep the elements of a page may nest; any depth where absent. */
  readonly maxDepth?: number;
  /** How many entities a document may have; any number where absent. */
  readonly maxEntities?: number;
}

/** The whole pipeline. Each stage reads what earlier stages found and returns what it found. */
export async function analyze(
  source: RawDocument,
  { dateOrder = null, lineCounts = null, own = null, maxEntities }: AnalyzeOptions = {},
): Promise<Document> {
  const blocks = labelBlocks(source, lineCounts, own);
  const labelled = { ...source, blocks, language: await identifyLanguage({ ...source, blocks }) };
  const cleaned = { ...labelled, ...findMetadata(labelled, own), sentences: splitSentences(labelled) };
  const mentions = findMentions(cleaned, own);
  const entities = linkMentions({ ...cleaned, mentions });
  const named = { ...cleaned, ...firstEntities({ mentions, entities }, maxEntities) };
  const expressions = findExpressions(named, dateOrder);
  const published = estimatePublished(named, expressions);
  const timexes = resolveExpressions({ ...named, published }, expressions);
  const dated = { ...named, published, timexes };
  const attributions = findAttributions(dated, undefined, own);
  const quoted = { ...dated, attributions, ...findSources({ ...dated, attributions }) };
  return { ...quoted, events: findEvents(quoted), fingerprint: takeFingerprint(quoted) };
}
