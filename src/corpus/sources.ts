import type { Source, SourceType } from "../document.ts";
import { fold } from "../entities/names.ts";
import { spellingOf } from "../entities/naming.ts";
import type { CorpusEntities } from "./entities.ts";
import type { ListedNames } from "./tally.ts";

type Counted = Pick<Source, "id" | "name" | "entity" | "type" | "isExpert" | "quotes" | "words">;
type Quoted = { readonly text: string } | null;

/** What is read of a document's record. */
export interface ListedSources extends ListedNames {
  readonly sources?: readonly (Counted & { readonly role: Quoted; readonly affiliation: Quoted })[] | undefined;
}

/** Someone quoted in one or more documents, with every role and affiliation as the texts give them. */
export interface CorpusSource {
  readonly id: string;
  readonly name: string;
  /** Id of the corpus entity; null for unnamed sources, which are never joined across documents. */
  readonly entity: string | null;
  readonly type: SourceType;
  readonly isExpert: boolean;
  readonly roles: string[];
  readonly affiliations: string[];
  readonly documents: string[];
  readonly quotes: number;
  readonly words: number;
}

/** A source of one document, without its text. */
export interface SourceCount extends Counted {
  readonly document: string;
  readonly role: string | null;
  readonly affiliation: string | null;
  /** True where the name is one of the entity's own: "officials of the ministry" are not the ministry. */
  readonly isNamed: boolean;
}

/** What is remembered of the sources of a document. */
export function countSources(doc: ListedSources): SourceCount[] {
  const entities = new Map((doc.entities ?? []).map((entity) => [entity.id, entity]));
  return (doc.sources ?? []).map(({ id, name, entity, type, isExpert, role, affiliation, quotes, words }) => {
    const named = entity === null ? undefined : entities.get(entity);
    const isNamed = named?.type === "person" || (named?.mentions.some((m) => sameText(m.text, name)) ?? false);
    const texts = { role: role?.text ?? null, affiliation: affiliation?.text ?? null };
    return { id, name, entity, type, isExpert, quotes, words, document: doc.id, isNamed, ...texts };
  });
}

const sameText = (a: string, b: string) => fold(spellingOf(a)) === fold(spellingOf(b));

/** The sources of a corpus and whom each source of a document is. */
export interface CorpusSources {
  /** Most quoted first. */
  readonly sources: readonly CorpusSource[];
  sourceOf(document: string, source: string): string | undefined;
}

/** One row for each source: the documents' sources of one entity are one source. */
export function resolveSources(counts: readonly SourceCount[], corpus: CorpusEntities): CorpusSources {
  const rows = new Map<string, SourceCount[]>();
  const ids = new Map<string, string>();
  for (const count of counts) {
    const entity = count.entity && corpus.idOf(count.document, count.entity);
    const id = entity && count.isNamed ? `source:${entity}` : `${count.document}:${count.id}`;
    ids.set(`${count.document}\0${count.id}`, id);
    const row = rows.get(id);
    if (row) row.push(count);
    else rows.set(id, [count]);
  }
  const names = new Map(corpus.entities.map(({ id, name }) => [id, name]));
  const sources = [...rows]
    .map(([id, row]) => mergeSources(id, row, corpus, names))
    .sort((a, b) => b.quotes - a.quotes || b.words - a.words || compare(a.id, b.id));
  return { sources, sourceOf: (document, source) => ids.get(`${document}\0${source}`) };
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function mergeSources(
  id: string,
  unsorted: readonly SourceCount[],
  corpus: CorpusEntities,
  names: ReadonlyMap<string, string>,
): CorpusSource {
  const row = [...unsorted].sort((a, b) => compare(a.document, b.document) || compare(a.id, b.id));
  const [first] = row;
  const entity = (first!.entity && corpus.idOf(first!.document, first!.entity)) || null;
  const type = usualType(row);
  return {
    id,
    name: (first!.isNamed && entity && names.get(entity)) || first!.name,
    entity,
    type,
    isExpert: row.some((count) => count.type === type && count.isExpert),
    roles: distinct(row.map((count) => count.role)),
    affiliations: distinct(row.map((count) => count.affiliation)),
    documents: [...new Set(row.map((count) => count.document))],
    quotes: sum(row.map((count) => count.quotes)),
    words: sum(row.map((count) => count.words)),
  };
}

/** The type that most of the quotations were given under; of two as frequent ones not the expert: officials never are. */
function usualType(row: readonly SourceCount[]): SourceType {
  const quotes = new Map<SourceType, number>();
  for (const count of row) quotes.set(count.type, (quotes.get(count.type) ?? 0) + count.quotes);
  const weight = ([type, n]: readonly [SourceType, number]) => n + (type.startsWith("expert") ? 0 : 0.5);
  return [...quotes].reduce((best, one) => (weight(one) > weight(best) ? one : best))[0];
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Texts that differ by more than case, most frequent first. */
function distinct(texts: readonly (string | null)[]): string[] {
  const counts = new Map<string, { text: string; count: number }>();
  for (const text of texts) {
    if (!text) continue;
    const known = counts.get(fold(text));
    if (known) known.count++;
    else counts.set(fold(text), { text, count: 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count).map(({ text }) => text);
}
