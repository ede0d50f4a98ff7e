import type { Corpus, Resolved } from "../../corpus/corpus.ts";
import type { CorpusEntity } from "../../corpus/entities.ts";
import type { DocumentRecord, ErrorRecord } from "../../schema.ts";
import { type Article, articleOf } from "./article.ts";
import { type Digest, digestOf } from "./digest.ts";
import { Links } from "./links.ts";

/** All that the page is made of, once every record has been seen. */
export interface Evidence {
  readonly digests: readonly Digest[];
  readonly errors: readonly ErrorRecord[];
  readonly articles: readonly Article[];
  readonly corpus: Resolved;
  readonly links: Links;
  /** The digest of a document. */
  digest(document: string): Digest;
  /** The name of an entity of the corpus. */
  nameOf(corpusId: string): string;
  /** The entry of an entity in the index of names; null where it has none. */
  entry(corpusId: string | undefined): string | null;
  /** The row of a source in its table; null where it has none. */
  sourceRow(corpusId: string | undefined): string | null;
}

/** Entries of the index of names. */
export const MOST_ENTRIES = 800;
/** Rows of the tables of experts and of other sources, each. */
export const MOST_SOURCES = 200;

/** Gathers records: the first ones whole, for the reader, of the others what figures and tables need. */
export class Gathering {
  private readonly digests: Digest[] = [];
  private readonly errors: ErrorRecord[] = [];
  private readonly records: DocumentRecord[] = [];
  private readonly corpus: Corpus;
  private readonly shown: number;

  constructor(corpus: Corpus, shown: number) {
    this.corpus = corpus;
    this.shown = shown;
  }

  add(record: DocumentRecord | ErrorRecord): void {
    if (record.type === "error") {
      this.errors.push(record);
      return;
    }
    this.digests.push(digestOf(record, this.digests.length + 1));
    if (this.records.length < this.shown) this.records.push(record);
  }

  resolve(): Evidence {
    const corpus = this.corpus.resolve();
    const articles = this.records.map((record, i) => articleOf(record, i + 1));
    const entries = new Map(corpus.entities.slice(0, MOST_ENTRIES).map(({ id }, i) => [id, `e${i + 1}`]));
    const isExpert = ({ isExpert }: { isExpert: boolean }) => isExpert;
    const rows = [corpus.sources.filter(isExpert), corpus.sources.filter((one) => !isExpert(one))]
      .flatMap((list) => list.slice(0, MOST_SOURCES))
      .map(({ id }, i) => [id, `s${i + 1}`] as const);
    const sourceRows = new Map(rows);
    const byId = new Map(this.digests.map((digest) => [digest.id, digest]));
    const { errors } = this;
    // A copy that is left out of the counts has its article and nothing else.
    const digests = this.digests.map((digest) =>
      corpus.leftOut.has(digest.id) ? { ...digest, words: 0, quotes: 0, orphanWords: 0, pairs: [] } : digest,
    );
    const names = new Map(corpus.entities.map(({ id, name }) => [id, name]));
    return {
      ...{ digests, errors, articles, corpus },
      links: new Links(articles),
      digest: (document) => byId.get(document)!,
      nameOf: (id) => names.get(id) ?? id,
      entry: (id) => entries.get(id ?? "") ?? null,
      sourceRow: (id) => sourceRows.get(id ?? "") ?? null,
    };
  }
}

/** The entities of the index with their entries. */
export const entriesOf = ({ corpus, entry }: Evidence): { id: string; entity: CorpusEntity }[] =>
  corpus.entities.flatMap((entity) => {
    const id = entry(entity.id);
    return id ? [{ id, entity }] : [];
  });
