import { type Document, textOf } from "../document.ts";
import type { CorpusEntityRecord, CorpusSourceRecord } from "../schema.ts";

/** What only many documents can tell. */
export interface Resolved {
  /** Most mentioned first. */
  readonly entities: readonly CorpusEntityRecord[];
  /** Most quoted first. */
  readonly sources: readonly CorpusSourceRecord[];
  /** The corpus-wide id of an entity of a document. */
  idOf(document: string, entity: string): string | undefined;
}

/** Gathers entities and sources across documents, fed one document at a time. */
export class Corpus {
  private readonly entities = new Map<string, CorpusEntityRecord>();
  private readonly sources: CorpusSourceRecord[] = [];
  private readonly ids = new Map<string, string>();

  add(doc: Document): void {
    for (const entity of doc.entities) {
      const id = `${entity.type}:${entity.name}`;
      const { type, name } = entity;
      const row = this.entities.get(id) ?? { id, type, name, variants: [], mentions: 0, documents: [] };
      this.entities.set(id, row);
      row.mentions += entity.mentions.length;
      row.documents.push({ id: doc.id, entity: entity.id });
      this.ids.set(`${doc.id}\0${entity.id}`, id);
    }
    for (const source of doc.sources) {
      const { name, entity, type, isExpert, role, affiliation, quotes, words } = source;
      this.sources.push({
        id: `${doc.id}:${source.id}`,
        name,
        entity: entity && (this.ids.get(`${doc.id}\0${entity}`) ?? null),
        type,
        isExpert,
        roles: role ? [textOf(doc, role)] : [],
        affiliations: affiliation ? [textOf(doc, affiliation)] : [],
        documents: [doc.id],
        quotes,
        words,
      });
    }
  }

  resolve(): Resolved {
    const idOf = (document: string, entity: string) => this.ids.get(`${document}\0${entity}`);
    const entities = [...this.entities.values()].sort((a, b) => b.mentions - a.mentions);
    return { entities, sources: this.sources.toSorted((a, b) => b.quotes - a.quotes), idOf };
  }
}
