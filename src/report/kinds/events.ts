import type { DocumentRecord } from "../../schema.ts";
import { sentenceFinder } from "../context.ts";
import { type Collector, type Column, type Row, section } from "../section.ts";

const COLUMNS: readonly Column[] = [
  { name: "date" },
  { name: "kind" },
  { name: "participants", grow: 3 },
  { name: "place", grow: 1 },
  { name: "status" },
  { name: "document", grow: 2 },
  { name: "sentence", grow: 6 },
];

/** Visits, summits and meetings, in the order of the calendar; those without a date come last. */
export class Events implements Collector {
  private readonly rows: Row[] = [];
  private readonly top: number;

  constructor(top: number) {
    this.top = top;
  }

  add(record: DocumentRecord): void {
    const sentence = sentenceFinder(record);
    const names = new Map(record.entities?.map(({ id, name }) => [id, name]));
    for (const event of record.events ?? []) {
      const { earliest, latest } = event.date ?? { earliest: null, latest: null };
      this.rows.push({
        date: earliest === latest ? earliest : `${earliest ?? ""}/${latest ?? ""}`,
        kind: event.kind,
        participants: event.participants.map((id) => names.get(id) ?? id).join(", "),
        place: event.place && (names.get(event.place) ?? null),
        status: event.status,
        document: record.id,
        sentence: sentence(event.trigger.start),
      });
    }
  }

  sections() {
    const key = ({ date }: Row) => String(date ?? "9999");
    return [
      section(
        "events",
        COLUMNS,
        this.rows.toSorted((a, b) => (key(a) < key(b) ? -1 : 1)),
        this.top,
      ),
    ];
  }
}
