import type { CorpusEntities } from "./entities.ts";
import { type CorpusEvent, mergeEvents } from "./events/merge.ts";
import type { EventReport } from "./events/reports.ts";

/** The events of a corpus: reports of one event are one row. */
export interface CorpusEvents {
  /** In the order of the calendar; undated ones last. */
  readonly events: readonly CorpusEvent[];
}

/** Merges the events of documents, their participants and places being those of the corpus. */
export function resolveEvents(reports: readonly EventReport[], corpus: CorpusEntities): CorpusEvents {
  const names = new Map(corpus.entities.map(({ id, name }) => [id, name]));
  const across = ({ document, participants, place, ...report }: EventReport): EventReport => {
    const idOf = (entity: string) => corpus.idOf(document, entity) ?? `${document}:${entity}`;
    return { document, participants: [...new Set(participants.map(idOf))], place: place && idOf(place), ...report };
  };
  return { events: mergeEvents(reports.map(across), names) };
}
