import type { CopiesChoice, Grouping, Kind } from "../choices.ts";
import { Corpus, countCopies } from "../corpus/corpus.ts";
import type { DocumentRecord, ErrorRecord } from "../schema.ts";
import { CopiesReport } from "./kinds/copies.ts";
import { Dates } from "./kinds/dates.ts";
import { Documents } from "./kinds/documents.ts";
import { Events } from "./kinds/events.ts";
import { Names } from "./kinds/names.ts";
import { Quotes } from "./kinds/quotes.ts";
import { Sources, SourceTypes } from "./kinds/sources.ts";
import { Timeline } from "./kinds/timeline.ts";
import type { Collector, Section } from "./section.ts";

export { KINDS, type Kind } from "../choices.ts";

export interface ReportOptions {
  /** Rows of each section. */
  readonly top: number;
  readonly by: Grouping | null;
  readonly source: string | null;
  /** Which copies of a story are counted. */
  readonly copies: CopiesChoice;
}

/** One report: fed with records, then asked for its sections. */
export class Report {
  private readonly corpus: Corpus;
  private readonly documents: Documents;
  private readonly collectors: readonly Collector[];

  constructor(kinds: readonly Kind[], options: ReportOptions) {
    this.corpus = new Corpus(options.copies);
    this.documents = new Documents(this.corpus);
    this.collectors = kinds.flatMap((kind) => this.collectorsOf(kind, options));
  }

  add(record: DocumentRecord | ErrorRecord): void {
    if (record.type === "error") {
      this.documents.addError(record);
      return;
    }
    this.corpus.add(record);
    for (const collector of this.collectors) collector.add(record);
  }

  /** The first one says how many documents are copies of others. */
  sections(): Section[] {
    const copies = countCopies(this.corpus.resolve());
    const [first, ...others] = this.collectors.flatMap((collector) => collector.sections());
    return first ? [copies.copies ? { ...first, copies } : first, ...others] : [];
  }

  private collectorsOf(kind: Kind, options: ReportOptions): Collector[] {
    const { corpus } = this;
    const { top } = options;
    const experts = () => new Sources("experts", corpus, ({ isExpert }) => isExpert, options);
    const people = () => new Names("people", "person", corpus, top);
    const places = () => new Names("places", "place", corpus, top);
    const organizations = () => new Names("organizations", "organization", corpus, top);
    const kinds: Record<Kind, () => Collector[]> = {
      overview: () => [
        this.documents,
        experts(),
        new Sources("other sources", corpus, ({ isExpert }) => !isExpert, options),
        people(),
        places(),
        organizations(),
        new Events(corpus, top),
        new Dates(corpus, top),
      ],
      experts: () => [experts()],
      sources: () => [new Sources("sources", corpus, () => true, options), new SourceTypes(corpus)],
      quotes: () => [new Quotes(corpus, options)],
      people: () => [people()],
      places: () => [places()],
      organizations: () => [organizations()],
      events: () => [new Events(corpus, top)],
      timeline: () => [new Timeline(corpus, top)],
      copies: () => [new CopiesReport(corpus, top)],
    };
    return kinds[kind]();
  }
}
