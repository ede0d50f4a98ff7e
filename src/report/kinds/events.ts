import type { Corpus } from "../../corpus/corpus.ts";
import type { CorpusEvent } from "../../corpus/events/merge.ts";
import type { DocumentRecord } from "../../schema.ts";
import { sentenceFinder } from "../context.ts";
import { type Collector, type Column, section } from "../section.ts";
import { intervalOf, shortened } from "./interval.ts";

const COLUMNS: readonly Column[] = [
  { name: "date", shorten: shortened },
  { name: "kind" },
  { name: "participants", grow: 3 },
  { name: "place", grow: 2 },
  { name: "status" },
  { name: "differs", grow: 3 },
  { name: "sentence", grow: 5 },
  { name: "reported", shorten: shortened },
  { name: "documents", grow: 2 },
];

/** Summits, visits, meetings and the like: a row an event, however many documents tell of it, in the order of the calendar. */
export class Events implements Collector {
  private readonly corpus: Corpus;
  private readonly top: number;
  private readonly sentences = new Sentences();

  constructor(corpus: Corpus, top: number) {
    this.corpus = corpus;
    this.top = top;
  }

  add(record: DocumentRecord): void {
    this.sentences.add(record);
  }

  /** The events that most documents tell of, each with its first sentence. */
  sections() {
    const { events, entities } = this.corpus.resolve();
    const names = new Map(entities.map(({ id, name }) => [id, name]));
    const nameOf = (id: string) => names.get(id) ?? id;
    const sentenceOf = this.sentences.finder();
    const most = [...events.keys()].sort((a, b) => events[b]!.documents.length - events[a]!.documents.length || a - b);
    const rows = most
      .slice(0, this.top)
      .sort((a, b) => a - b)
      .map((at) => rowOf(events[at]!, nameOf, sentenceOf(events[at]!)));
    return [{ ...section("events", COLUMNS, rows, rows.length), more: events.length - rows.length }];
  }
}

const rowOf = (event: CorpusEvent, nameOf: (id: string) => string, sentence: string | null) => ({
  date: event.date && intervalOf(event.date.earliest, event.date.latest),
  kind: event.kind,
  participants: event.participants.map(nameOf).join(", "),
  place: event.place && nameOf(event.place),
  status: event.status,
  differs: differencesOf(event, nameOf).join("; "),
  sentence,
  reported: event.first && intervalOf(event.first, event.last!),
  documents: event.documents.join(", "),
});

/** What the reports tell differently, in their own words where these tell it: "date: June 18 | this week", "status: planned | held". */
function differencesOf({ differs, history }: CorpusEvent, nameOf: (id: string) => string): string[] {
  const details = differs.map(({ field, values }) => {
    const told = values.map(({ value, said }) => said.join(", ") || value.split(" ").map(nameOf).join(", "));
    return `${field}: ${told.join(" | ")}`;
  });
  const said = history.map(({ status }) => status).join(" | ");
  return history.length > 1 ? [...details, `status: ${said}`] : details;
}

interface Kept {
  readonly published: string;
  readonly document: string;
  readonly event: number;
  readonly sentence: string;
}

/** The first sentence that tells each thing: memory grows with what is told, not with how often. */
class Sentences {
  private readonly kept = new Map<string, Kept>();

  add(record: DocumentRecord): void {
    const sentence = sentenceFinder(record);
    const names = new Map(record.entities?.map(({ id, name }) => [id, name]));
    const published = record.published.value ?? "9999";
    for (const [event, { kind, trigger, participants, place, date }] of (record.events ?? []).entries()) {
      const when = date ? `${date.earliest}/${date.latest}` : published;
      const key = [kind, ...participants.map((id) => names.get(id)), "|", place && names.get(place), when].join("|");
      const known = this.kept.get(key);
      if (known && (known.published < published || (known.published === published && known.document <= record.id)))
        continue;
      const text = sentence(trigger.start);
      if (text !== null) this.kept.set(key, { published, document: record.id, event, sentence: text });
    }
  }

  /** The first sentence of an event that was kept. */
  finder(): (event: CorpusEvent) => string | null {
    const kept = new Map([...this.kept.values()].map((one) => [`${one.event}\0${one.document}`, one.sentence]));
    return ({ reports }) => {
      const found = reports.find(({ document, event }) => kept.has(`${event}\0${document}`));
      return found ? kept.get(`${found.event}\0${found.document}`)! : null;
    };
  }
}
