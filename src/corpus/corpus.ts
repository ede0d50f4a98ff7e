import { type CorpusEntities, EntityCounts } from "./entities.ts";
import { type EventReport, type ListedEvents, reportEvents } from "./events/reports.ts";
import { type CorpusEvents, resolveEvents } from "./events.ts";
import { type CorpusSources, countSources, type ListedSources, resolveSources, type SourceCount } from "./sources.ts";

/** What is read of a document's record. */
export type Listed = ListedSources & ListedEvents;

/** What only many documents can tell. */
export interface Resolved extends CorpusEntities, CorpusSources, CorpusEvents {}

/** Gathers what many documents tell, fed one document's record at a time; parts of a corpus can be gathered apart and merged. */
export class Corpus {
  readonly entities = new EntityCounts();
  readonly sources: SourceCount[] = [];
  readonly events: EventReport[] = [];
  private resolved: Resolved | null = null;

  add(record: Listed): void {
    this.resolved = null;
    this.entities.add(record);
    for (const source of countSources(record)) this.sources.push(source);
    for (const report of reportEvents(record)) this.events.push(report);
  }

  merge(other: Corpus): void {
    this.resolved = null;
    this.entities.merge(other.entities);
    for (const source of other.sources) this.sources.push(source);
    for (const report of other.events) this.events.push(report);
  }

  resolve(): Resolved {
    this.resolved ??= this.work();
    return this.resolved;
  }

  private work(): Resolved {
    const entities = this.entities.resolve();
    return { ...entities, ...resolveSources(this.sources, entities), ...resolveEvents(this.events, entities) };
  }
}
