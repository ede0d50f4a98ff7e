import type { CopiesChoice } from "../choices.ts";
import { type Copies, findCopies } from "./copies/copies.ts";
import { type ListedText, type Print, printOf } from "./copies/count.ts";
import { type CorpusEntities, EntityCounts } from "./entities.ts";
import { type EventReport, type ListedEvents, reportEvents } from "./events/reports.ts";
import { type CorpusEvents, resolveEvents } from "./events.ts";
import { type CorpusSources, countSources, type ListedSources, resolveSources, type SourceCount } from "./sources.ts";

/** What is read of a document's record. */
export type Listed = ListedSources & ListedEvents & ListedText;

/** What only many documents can tell. */
export interface Resolved extends CorpusEntities, CorpusSources, CorpusEvents {
  /** Documents that carry the same story, the largest cluster first. */
  readonly copies: readonly Copies[];
  /** Ids of documents that are counted nowhere, as their story has been counted. */
  readonly leftOut: ReadonlySet<string>;
}

/** Gathers what many documents tell, fed one document's record at a time; parts of a corpus can be gathered apart and merged. */
export class Corpus {
  readonly entities = new EntityCounts();
  readonly sources: SourceCount[] = [];
  readonly events: EventReport[] = [];
  readonly prints: Print[] = [];
  private readonly choice: CopiesChoice;
  private resolved: Resolved | null = null;

  constructor(choice: CopiesChoice = "mark") {
    this.choice = choice;
  }

  add(record: Listed): void {
    this.resolved = null;
    this.entities.add(record);
    for (const source of countSources(record)) this.sources.push(source);
    for (const report of reportEvents(record)) this.events.push(report);
    const print = this.choice === "all" ? null : printOf(record);
    if (print) this.prints.push(print);
  }

  merge(other: Corpus): void {
    this.resolved = null;
    this.entities.merge(other.entities);
    for (const source of other.sources) this.sources.push(source);
    for (const report of other.events) this.events.push(report);
    for (const print of other.prints) this.prints.push(print);
  }

  /** Worked out once for the documents added so far. */
  resolve(): Resolved {
    this.resolved ??= this.work();
    return this.resolved;
  }

  private work(): Resolved {
    const copies = findCopies(this.prints);
    const later = copies.flatMap(({ first, documents }) => documents.map(({ id }) => id).filter((id) => id !== first));
    const leftOut = new Set(this.choice === "first" ? later : []);
    const counted = <T extends { readonly document: string }>(list: readonly T[]) =>
      leftOut.size ? list.filter(({ document }) => !leftOut.has(document)) : list;
    const entities = this.entities.resolve(leftOut);
    const sources = resolveSources(counted(this.sources), entities);
    return { ...entities, ...sources, ...resolveEvents(counted(this.events), entities), copies, leftOut };
  }
}

/** How many documents are copies of others, and how many of them were left out of every count. */
export interface CopyCounts {
  readonly copies: number;
  readonly leftOut: number;
}

export const countCopies = ({ copies, leftOut }: Resolved): CopyCounts => ({
  copies: copies.reduce((sum, { documents }) => sum + documents.length - 1, 0),
  leftOut: leftOut.size,
});
