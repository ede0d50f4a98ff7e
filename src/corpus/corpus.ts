import { type CorpusEntities, EntityCounts } from "./entities.ts";
import { type CorpusSources, countSources, type ListedSources, resolveSources, type SourceCount } from "./sources.ts";

/** What only many documents can tell. */
export interface Resolved extends CorpusEntities, CorpusSources {}

/** Gathers entities and sources across documents, fed one document's record at a time; parts of a corpus can be gathered apart and merged. */
export class Corpus {
  readonly entities = new EntityCounts();
  readonly sources: SourceCount[] = [];

  add(record: ListedSources): void {
    this.entities.add(record);
    for (const source of countSources(record)) this.sources.push(source);
  }

  merge(other: Corpus): void {
    this.entities.merge(other.entities);
    for (const source of other.sources) this.sources.push(source);
  }

  resolve(): Resolved {
    const resolved = this.entities.resolve();
    return { ...resolved, ...resolveSources(this.sources, resolved) };
  }
}
