import type { EventKind, EventStatus } from "../../document.ts";
import { Clusters } from "./clusters.ts";
import { daysOf, lengthOf, shared } from "./days.ts";
import { Places, readingsOf } from "./identity.ts";
import type { EventReport } from "./reports.ts";

/** A value that some reports give, in the words of each. */
export interface Told {
  readonly value: string;
  readonly said: string[];
  readonly documents: string[];
}

/** One event with everything that the documents report of it. */
export interface CorpusEvent {
  /** The same whatever the order of the documents: "event:visit:ann-lee:chile:2024-06-18". */
  readonly id: string;
  readonly kind: EventKind;
  /** Ids of corpus entities. */
  readonly participants: string[];
  readonly place: string | null;
  readonly date: { readonly earliest: string; readonly latest: string } | null;
  /** What the last reports say. */
  readonly status: EventStatus;
  readonly first: string | null;
  readonly last: string | null;
  readonly documents: string[];
  readonly history: {
    readonly status: EventStatus;
    readonly first: string | null;
    readonly last: string | null;
    readonly documents: string[];
  }[];
  readonly differs: { readonly field: "kind" | "participants" | "place" | "date"; readonly values: Told[] }[];
  readonly reports: EventReport[];
}

/** Merges reports whose entities are those of the corpus; `names` are the names of these by id. */
export function mergeEvents(reports: readonly EventReport[], names: ReadonlyMap<string, string>): CorpusEvent[] {
  const clusters = new Clusters(new Places(names));
  clusters.gather(readingsOf(reports));
  const events = clusters.all.map(({ readings }) => eventOf(readings.flatMap((reading) => reading.reports)));
  return withIds(events.sort(inOrder));
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
/** Days before no day. */
const byDay = (a: string | null, b: string | null) => compare(a ?? "9999-99", b ?? "9999-99");

const inOrder = (a: CorpusEvent, b: CorpusEvent) =>
  byDay(a.date?.earliest ?? null, b.date?.earliest ?? null) ||
  byDay(a.date?.latest ?? null, b.date?.latest ?? null) ||
  compare(a.id, b.id) ||
  compare(placeOf(a), placeOf(b));
const placeOf = ({ reports }: CorpusEvent) => `${reports[0]!.document}\0${String(reports[0]!.event).padStart(6, "0")}`;

function withIds(events: readonly CorpusEvent[]): CorpusEvent[] {
  const taken = new Map<string, number>();
  return events.map((event) => {
    const n = (taken.get(event.id) ?? 0) + 1;
    taken.set(event.id, n);
    return n > 1 ? { ...event, id: `${event.id}:${n}` } : event;
  });
}

function eventOf(unsorted: readonly EventReport[]): CorpusEvent {
  const reports = [...unsorted].sort(
    (a, b) => byDay(a.published, b.published) || compare(a.document, b.document) || a.event - b.event,
  );
  const kind = usual(reports.map((report) => report.kind))!;
  const participants = usualParticipants(reports);
  const place = usual(reports.map((report) => report.place));
  const date = usualDate(reports);
  const slug = (id: string) => id.slice(id.indexOf(":") + 1);
  const days = reports.flatMap(({ published }) => published ?? []);
  const history = historyOf(reports);
  return {
    id: ["event", kind, participants.slice(0, NAMED).map(slug).join("+"), place && slug(place), date?.earliest]
      .filter(Boolean)
      .join(":"),
    kind,
    participants,
    place,
    date,
    status: history.at(-1)!.status,
    first: days[0] ?? null,
    last: days.at(-1) ?? null,
    documents: [...new Set(reports.map(({ document }) => document))],
    history,
    differs: differences(reports),
    reports,
  };
}

// Participants that the id names: a list of a thousand makes no id.
const NAMED = 4;

/** The value that most reports give; of two as frequent ones the lesser text. */
function usual<T extends string>(values: readonly (T | null)[]): T | null {
  const counts = new Map<T, number>();
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || compare(a[0], b[0]))[0]?.[0] ?? null;
}

/** Those whom at least half as many reports name as name the most named one. */
function usualParticipants(reports: readonly EventReport[]): string[] {
  const counts = new Map<string, number>();
  for (const { participants } of reports) for (const id of participants) counts.set(id, (counts.get(id) ?? 0) + 1);
  const sorted = [...counts].sort((a, b) => b[1] - a[1] || compare(a[0], b[0]));
  return sorted.filter(([, count]) => count * 2 >= sorted[0]![1]).map(([id]) => id);
}

// Up to so many days are taken for the days of an event, more for a time in which it lies.
const NAMED_DAYS = 4;

/** The interval that agrees with most reports; of several one that names days, that most give, that is shortest. */
function usualDate(reports: readonly EventReport[]): CorpusEvent["date"] {
  const intervals = new Map<string, { earliest: string; latest: string; from: number; to: number; count: number }>();
  for (const { date } of reports) {
    const days = daysOf(date);
    if (!days) continue;
    const key = `${days.from}|${days.to}`;
    const known = intervals.get(key);
    if (known) known.count++;
    else intervals.set(key, { earliest: date!.earliest!, latest: date!.latest!, ...days, count: 1 });
  }
  const all = [...intervals.values()];
  const support = (one: (typeof all)[number]) =>
    all.reduce((sum, other) => sum + (shared(one, other) ? other.count : 0), 0);
  const ranked = all.map((one) => ({ ...one, support: support(one), isLong: Number(lengthOf(one) > NAMED_DAYS) }));
  const [best] = ranked.sort(
    (a, b) =>
      b.support - a.support || a.isLong - b.isLong || b.count - a.count || lengthOf(a) - lengthOf(b) || a.from - b.from,
  );
  return best ? { earliest: best.earliest.slice(0, 10), latest: best.latest.slice(0, 10) } : null;
}

/** What reports said of the status, in the order of their days: planned, then held. */
function historyOf(reports: readonly EventReport[]): CorpusEvent["history"] {
  const rows = new Map<EventStatus, EventReport[]>();
  for (const report of reports) {
    const row = rows.get(report.status);
    if (row) row.push(report);
    else rows.set(report.status, [report]);
  }
  const history = [...rows].map(([status, row]) => {
    const days = row.flatMap(({ published }) => published ?? []);
    const documents = [...new Set(row.map(({ document }) => document))];
    return { status, first: days[0] ?? null, last: days.at(-1) ?? null, documents };
  });
  // Reports without a day say nothing about what was said last.
  const last = (day: string | null) => day ?? "";
  return history.sort((a, b) => compare(last(a.last), last(b.last)) || SURE.indexOf(a.status) - SURE.indexOf(b.status));
}

// Of two that were said last on one day, the later one here counts.
const SURE: readonly EventStatus[] = ["expected", "planned", "denied", "cancelled", "held"];

/** The details that reports give differently; those that say nothing about one don't differ. */
function differences(reports: readonly EventReport[]): CorpusEvent["differs"] {
  const days = ({ date }: EventReport) =>
    date && [date.earliest ?? "..", date.latest ?? ".."].filter((day, i, all) => i === 0 || day !== all[0]).join("/");
  const whom = ({ participants }: EventReport) => [...participants].sort().join(" ") || null;
  return [
    told(
      "kind",
      reports,
      (report) => report.kind,
      (report) => report.trigger,
    ),
    told("participants", reports, whom, () => null),
    told(
      "place",
      reports,
      (report) => report.place,
      () => null,
    ),
    told("date", reports, days, (report) => report.date!.text),
  ].filter(({ values }) => values.length > 1);
}

function told(
  field: CorpusEvent["differs"][number]["field"],
  reports: readonly EventReport[],
  valueIn: (report: EventReport) => string | null,
  wordsIn: (report: EventReport) => string | null,
): CorpusEvent["differs"][number] {
  const values = new Map<string, { said: Set<string>; documents: Set<string> }>();
  for (const report of reports) {
    const value = valueIn(report);
    if (value === null) continue;
    const known = values.get(value) ?? { said: new Set(), documents: new Set() };
    values.set(value, known);
    const words = wordsIn(report);
    if (words !== null) known.said.add(words);
    known.documents.add(report.document);
  }
  const rows = [...values].map(([value, { said, documents }]) => ({
    value,
    said: [...said],
    documents: [...documents],
  }));
  return { field, values: rows.sort((a, b) => b.documents.length - a.documents.length || compare(a.value, b.value)) };
}
