import type { Corpus } from "../../corpus/corpus.ts";
import { ARTICLE_ROLES } from "../../document.ts";
import type { DocumentRecord } from "../../schema.ts";
import { indexAt } from "../../spans.ts";
import { sentenceFinder } from "../context.ts";
import { type Collector, type Column, section } from "../section.ts";
import { shortened } from "./interval.ts";

const COLUMNS: readonly Column[] = [
  { name: "date", shorten: shortened },
  { name: "mentions" },
  { name: "documents" },
  { name: "sentence", grow: 1 },
];

/** A date that articles tell of. */
export interface DateRow {
  /** "earliest/latest", ISO 8601 days. */
  readonly interval: string;
  readonly value: string;
  readonly mentions: number;
  readonly documents: readonly string[];
  /** The first sentence that has it, and the document where that stands. */
  readonly sentence: string | null;
  readonly first: string;
}

interface Counted {
  readonly value: string;
  readonly mentions: Map<string, number>;
  readonly sentence: string | null;
  readonly first: string;
}

/** The calendar dates that articles tell of; memory grows with distinct dates and the documents of each. */
export class Dates implements Collector {
  private readonly dates = new Map<string, Counted>();
  private readonly corpus: Corpus;
  private readonly top: number;

  constructor(corpus: Corpus, top: number) {
    this.corpus = corpus;
    this.top = top;
  }

  add(record: DocumentRecord): void {
    const sentence = sentenceFinder(record);
    for (const { earliest, latest, type, value, start } of record.dates ?? []) {
      if (!earliest || (type !== "DATE" && type !== "TIME") || !inArticle(record, start)) continue;
      const interval = `${earliest.slice(0, 10)}/${latest?.slice(0, 10) ?? ""}`;
      const shown = earliest === latest ? earliest : (value ?? earliest);
      const row = this.dates.get(interval) ?? {
        value: shown,
        mentions: new Map(),
        sentence: sentence(start),
        first: record.id,
      };
      this.dates.set(interval, row);
      row.mentions.set(record.id, (row.mentions.get(record.id) ?? 0) + 1);
    }
  }

  /** The dates, those of documents that are left out excepted. */
  rows(): DateRow[] {
    const { leftOut } = this.corpus.resolve();
    return [...this.dates].flatMap(([interval, { value, mentions, sentence, first }]) => {
      const counted = [...mentions].filter(([id]) => !leftOut.has(id));
      const sum = counted.reduce((total, [, count]) => total + count, 0);
      return sum ? [{ interval, value, sentence, first, mentions: sum, documents: counted.map(([id]) => id) }] : [];
    });
  }

  /** The most mentioned dates, in the order of the calendar, each with the first sentence that has it. */
  sections() {
    const most = this.rows().sort((a, b) => b.mentions - a.mentions || (a.interval < b.interval ? -1 : 1));
    const rows = most
      .slice(0, this.top)
      .sort((a, b) => (a.interval < b.interval ? -1 : 1))
      .map(({ value, mentions, documents, sentence }) => ({
        date: value,
        mentions,
        documents: documents.length,
        sentence,
      }));
    return [{ ...section("dates", COLUMNS, rows, rows.length), more: most.length - rows.length }];
  }
}

function inArticle({ blocks }: DocumentRecord, offset: number): boolean {
  const block = blocks?.[indexAt(blocks, offset)];
  return !block || ARTICLE_ROLES.has(block.role);
}
