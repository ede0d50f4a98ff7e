import type { Corpus } from "../../corpus/corpus.ts";
import type { DocumentRecord } from "../../schema.ts";
import { sentenceFinder } from "../context.ts";
import { type Collector, type Column, type Row, section } from "../section.ts";

const COLUMNS: readonly Column[] = [
  { name: "document", grow: 2 },
  { name: "speaker", grow: 2 },
  { name: "role", grow: 2 },
  { name: "affiliation", grow: 2 },
  { name: "kind" },
  { name: "quote", grow: 6 },
  { name: "sentence", grow: 4 },
];

export interface QuotesOptions {
  readonly top: number;
  /** Only quotations of a source whose name, or a spelling of whose name, has these words. */
  readonly source: string | null;
}

/** The quotations themselves, with speaker and sentence. */
export class Quotes implements Collector {
  private readonly rows: Row[] = [];
  private readonly corpus: Corpus;
  private readonly options: QuotesOptions;

  constructor(corpus: Corpus, options: QuotesOptions) {
    this.corpus = corpus;
    this.options = options;
  }

  add(record: DocumentRecord): void {
    const sentence = sentenceFinder(record);
    const sources = new Map(record.sources?.map((source) => [source.id, source]));
    const variants = new Map(record.entities?.map(({ id, variants }) => [id, variants]));
    for (const quote of record.quotes ?? []) {
      const source = sources.get(quote.source ?? "");
      const names = [source?.name ?? "", ...(variants.get(source?.entity ?? "") ?? [])];
      if (this.options.source !== null && !names.some((name) => has(name, this.options.source!))) continue;
      this.rows.push({
        document: record.id,
        speaker: source?.name ?? quote.speaker?.text ?? null,
        role: source?.role?.text ?? null,
        affiliation: source?.affiliation?.text ?? null,
        kind: quote.kind,
        quote: quote.text,
        sentence: sentence(quote.parts[0]!.start),
      });
    }
  }

  sections() {
    const { leftOut } = this.corpus.resolve();
    const counted = this.rows.filter(({ document }) => !leftOut.has(String(document)));
    return [section("quotes", COLUMNS, counted, this.options.top)];
  }
}

/** Whether a name has all words that were asked for. */
const has = (name: string, words: string): boolean => {
  const folded = name.toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/u)
    .every((word) => folded.includes(word));
};
