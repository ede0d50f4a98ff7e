import type { EventKind, EventStatus } from "../../document.ts";
import { detached } from "../../remembering.ts";

/** An event of a document, as its record has it. */
export interface ListedEvent {
  readonly kind: EventKind;
  readonly trigger: { readonly text: string };
  readonly participants: readonly string[];
  readonly place: string | null;
  readonly date: { readonly text: string; readonly earliest: string | null; readonly latest: string | null } | null;
  readonly status: EventStatus;
}

/** What is read of a document's record. */
export interface ListedEvents {
  readonly id: string;
  readonly published?: { readonly value: string | null } | undefined;
  readonly events?: readonly ListedEvent[] | undefined;
}

/** What one document tells of an event. Entities are those of the document first, those of the corpus once they are known. */
export interface EventReport {
  readonly document: string;
  /** Which of the document's events it is. */
  readonly event: number;
  /** Day of publication, ISO 8601. */
  readonly published: string | null;
  readonly kind: EventKind;
  readonly trigger: string;
  readonly participants: readonly string[];
  readonly place: string | null;
  readonly date: ListedEvent["date"];
  readonly status: EventStatus;
}

/** What is remembered of the events of a document. */
export function reportEvents({ id, published, events = [] }: ListedEvents): EventReport[] {
  return events.map(({ kind, trigger, participants, place, date, status }, event) => ({
    document: id,
    event,
    published: published?.value ?? null,
    kind,
    trigger: detached(trigger.text),
    participants: [...participants],
    place,
    date: date && { text: detached(date.text), earliest: date.earliest, latest: date.latest },
    status,
  }));
}
