import type { Corpus } from "../../corpus/corpus.ts";
import type { CorpusEvent } from "../../corpus/events/merge.ts";
import type { DocumentRecord } from "../../schema.ts";
import { type Collector, type Column, section } from "../section.ts";
import { Dates } from "./dates.ts";
import { intervalOf, shortened } from "./interval.ts";

const COLUMNS: readonly Column[] = [
  { name: "date", shorten: shortened },
  { name: "events", grow: 4 },
  { name: "mentions" },
  { name: "documents" },
  { name: "document", grow: 2 },
  { name: "sentence", grow: 5 },
];

/** The calendar of a corpus: the dates that articles tell of, the events of these days, and where the first of them stands. */
export class Timeline implements Collector {
  private readonly corpus: Corpus;
  private readonly top: number;
  private readonly dates: Dates;

  constructor(corpus: Corpus, top: number) {
    this.corpus = corpus;
    this.top = top;
    this.dates = new Dates(corpus, Number.POSITIVE_INFINITY);
  }

  add(record: DocumentRecord): void {
    this.dates.add(record);
  }

  /** The dates that most documents tell of, in the order of the calendar. */
  sections() {
    const events = this.eventsByDays();
    const dates = new Map(this.dates.rows().map((row) => [row.interval, row]));
    const all = [...new Set([...dates.keys(), ...events.keys()])].map((interval) => {
      const [date, told] = [dates.get(interval), events.get(interval) ?? []];
      const documents = new Set([...(date?.documents ?? []), ...told.flatMap((event) => event.documents)]);
      return { interval, date, told, documents: documents.size };
    });
    const most = all.sort((a, b) => b.documents - a.documents || (a.interval < b.interval ? -1 : 1)).slice(0, this.top);
    const nameOf = this.names();
    const rows = most
      .sort((a, b) => (a.interval < b.interval ? -1 : 1))
      .map(({ interval, date, told, documents }) => ({
        date: date?.value ?? intervalOf(...(interval.split("/") as [string, string])),
        events: told.map((event) => titleOf(event, nameOf)).join("; "),
        mentions: date?.mentions ?? 0,
        documents,
        document: date?.first ?? told[0]?.documents[0] ?? null,
        sentence: date?.sentence ?? null,
      }));
    return [{ ...section("timeline", COLUMNS, rows, rows.length), more: all.length - rows.length }];
  }

  private eventsByDays(): Map<string, CorpusEvent[]> {
    const byDays = new Map<string, CorpusEvent[]>();
    for (const event of this.corpus.resolve().events) {
      if (!event.date) continue;
      const interval = `${event.date.earliest}/${event.date.latest}`;
      const list = byDays.get(interval);
      if (list) list.push(event);
      else byDays.set(interval, [event]);
    }
    return byDays;
  }

  private names(): (id: string) => string {
    const names = new Map(this.corpus.resolve().entities.map(({ id, name }) => [id, name]));
    return (id) => names.get(id) ?? id;
  }
}

/** "visit: Ann Lee, Chile (planned)" */
const titleOf = ({ kind, participants, place, status }: CorpusEvent, nameOf: (id: string) => string): string => {
  const who = [...participants, ...(place ? [place] : [])].map(nameOf).join(", ");
  return `${kind}${who && `: ${who}`}${status === "held" ? "" : ` (${status})`}`;
};
