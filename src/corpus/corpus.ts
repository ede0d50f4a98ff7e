import type { CorpusEntityRecord, CorpusSourceRecord, DocumentRecord } from "../schema.ts";

/** What only many documents can tell. */
export interface Resolved {
  /** Most mentioned first. */
  readonly entities: readonly CorpusEntityRecord[];
  /** Most quoted first. */
  readonly sources: readonly CorpusSourceRecord[];
  /** The corpus-wide id of an entity of a document. */
  idOf(document: string, entity: string): string | undefined;
  /** The corpus-wide id of a source of a document. */
  sourceOf(document: string, source: string): string | undefined;
}

/** Gathers entities and sources across documents, fed one document's record at a time: records of shards can be fed too. */
export class Corpus {
  private readonly entities = new Map<string, CorpusEntityRecord>();
  private readonly sources: CorpusSourceRecord[] = [];
  private readonly ids = new Map<string, string>();

  add(record: DocumentRecord): void {
    for (const entity of record.entities ?? []) {
      const id = `${entity.type}:${entity.name}`;
      const { type, name } = entity;
      const row = this.entities.get(id) ?? { id, type, name, variants: [], mentions: 0, documents: [] };
      this.entities.set(id, row);
      row.mentions += entity.mentions.length;
      row.documents.push({ id: record.id, entity: entity.id });
      this.ids.set(`${record.id}\0${entity.id}`, id);
    }
    for (const source of record.sources ?? []) {
      const { name, entity, type, isExpert, role, affiliation, quotes, words } = source;
      this.sources.push({
        id: `${record.id}:${source.id}`,
        name,
        entity: entity && (this.ids.get(`${record.id}\0${entity}`) ?? null),
        type,
        isExpert,
        roles: role ? [role.text] : [],
        affiliations: affiliation ? [affiliation.text] : [],
        documents: [record.id],
        quotes,
        words,
      });
    }
  }

  resolve(): Resolved {
    const idOf = (document: string, entity: string) => this.ids.get(`${document}\0${entity}`);
    const entities = [...this.entities.values()].sort((a, b) => b.mentions - a.mentions);
    const sourceOf = (document: string, source: string) => `${document}:${source}`;
    return { entities, sources: this.sources.toSorted((a, b) => b.quotes - a.quotes), idOf, sourceOf };
  }
}
