import { ARTICLE_ROLES, type Span } from "../../document.ts";
import type { DocumentRecord, ErrorRecord } from "../../schema.ts";
import { indexAt } from "../../spans.ts";
import { splitSentences } from "../../tokens.ts";
import { outletOf } from "../kinds/sources.ts";
import { toUtf16 } from "./units.ts";

/** What is remembered of every document, whether the reader shows it or not. */
export interface Digest {
  /** From 1, in order of the input. */
  readonly number: number;
  readonly id: string;
  readonly title: string;
  readonly outlet: string | null;
  readonly published: Pick<DocumentRecord["published"], "value" | "earliest" | "latest" | "confidence">;
  readonly words: number | null;
  readonly quotes: number;
  /** Quoted words without a source. */
  readonly orphanWords: number;
  readonly mentions: readonly Mentioned[];
  readonly pairs: readonly Pair[];
  /** Where the words of each event begin. */
  readonly triggers: readonly number[];
  readonly problems: readonly Problem[];
}

/** How often a document names an entity, and where first. */
export interface Mentioned {
  readonly entity: string;
  readonly count: number;
  readonly first: number;
}

/** Two entities of a document, the number of sentences that name both, and where the first few of them do. */
export interface Pair {
  readonly a: string;
  readonly b: string;
  readonly count: number;
  readonly at: readonly number[];
}

const MOST_PLACES = 4;

export type Problem = DocumentRecord["diagnostics"][number];

/** Notes what figures and tables need of a document. */
export function digestOf(record: DocumentRecord, number: number): Digest {
  const { value, earliest, latest, confidence } = record.published;
  const outlet = outletOf(record);
  return {
    number,
    id: record.id,
    title: own(titleOf(record)),
    outlet: outlet === "(unknown)" ? null : own(outlet),
    published: { value, earliest, latest, confidence },
    words: record.text === undefined ? null : countWords(record.text),
    quotes: record.quotes?.length ?? 0,
    orphanWords: (record.quotes ?? []).reduce((sum, q) => sum + (q.source === null ? countWords(q.text) : 0), 0),
    mentions: mentionsOf(record),
    pairs: pairsOf(record),
    triggers: (record.events ?? []).map(({ trigger }) => trigger.start),
    problems: record.diagnostics,
  };
}

/** What a record calls its article: the headline, a title that came with it, or its first words. */
export function titleOf({ headline, meta, text, raw, id }: DocumentRecord | (ErrorRecord & Partial<DocumentRecord>)) {
  const title = headline?.text ?? (typeof meta?.title === "string" ? meta.title : "");
  if (title.trim()) return title.replace(/\s+/gu, " ").trim().slice(0, 200);
  const opening = (text || raw || "").slice(0, 400).replace(/\s+/gu, " ").trim();
  return opening.length > 90 ? `${opening.slice(0, 90).replace(/\s+\S*$/u, "")} …` : opening || id;
}

// A slice of a text keeps the whole text in memory; a copy doesn't.
const own = (text: string): string => Buffer.from(text, "utf16le").toString("utf16le");

const countWords = (text: string): number => text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu)?.length ?? 0;

const mentionsOf = ({ entities = [] }: DocumentRecord): Mentioned[] =>
  entities.flatMap(({ id, mentions }) =>
    mentions.length ? [{ entity: id, count: mentions.length, first: Math.min(...firstFew(mentions)) }] : [],
  );

// Mentions come in order; a hundred thousand arguments would overflow the stack.
const firstFew = (mentions: readonly Span[]) => mentions.slice(0, 8).map(({ start }) => start);

// A sentence that lists a hundred names says nothing about any two of them.
const MOST_NAMES = 12;
const PAIRED: ReadonlySet<string> = new Set(["person", "organization", "place"]);

function pairsOf(record: DocumentRecord): Pair[] {
  const sentences = sentencesOf(record);
  const named = new Map<number, Map<string, number>>();
  for (const { id, type, mentions } of record.entities ?? []) {
    if (!PAIRED.has(type)) continue;
    for (const { start } of mentions) {
      const sentence = sentences(start);
      if (sentence === null) continue;
      const here = named.get(sentence) ?? new Map<string, number>();
      named.set(sentence, here.has(id) ? here : here.set(id, start));
    }
  }
  const pairs = new Map<string, Pair>();
  for (const [, here] of [...named].sort(([a], [b]) => a - b)) addPairs(pairs, here);
  return [...pairs.values()];
}

function addPairs(pairs: Map<string, Pair>, here: ReadonlyMap<string, number>): void {
  if (here.size > MOST_NAMES) return;
  const names = [...here].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [i, [a, atA]] of names.entries()) {
    for (const [b, atB] of names.slice(i + 1)) {
      const key = `${a} ${b}`;
      const { count, at } = pairs.get(key) ?? { count: 0, at: [] };
      const places = at.length < MOST_PLACES ? [...at, Math.min(atA, atB)] : at;
      pairs.set(key, { a, b, count: count + 1, at: places });
    }
  }
}

/** Tells the sentence that an offset of a record stands in, or its block where the record has no raw text. */
function sentencesOf({ id, raw, offsets, blocks = [] }: DocumentRecord): (offset: number) => number | null {
  if (raw === undefined) {
    return (offset) => {
      const i = indexAt(blocks, offset);
      return i >= 0 && ARTICLE_ROLES.has(blocks[i]!.role) ? i : null;
    };
  }
  const at = toUtf16(raw, offsets);
  const placed = blocks.map(({ start, end, role, rule }) => ({ start: at(start), end: at(end), role, rule }));
  const sentences = splitSentences({ id, raw, blocks: placed });
  return (offset) => {
    const i = indexAt(sentences, at(offset));
    return i >= 0 && at(offset) < sentences[i]!.end ? i : null;
  };
}
