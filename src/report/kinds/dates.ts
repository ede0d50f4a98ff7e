import { ARTICLE_ROLES } from "../../document.ts";
import type { DocumentRecord } from "../../schema.ts";
import { indexAt } from "../../spans.ts";
import { sentenceFinder } from "../context.ts";
import { type Collector, type Column, section } from "../section.ts";

const COLUMNS: readonly Column[] = [
  { name: "date" },
  { name: "mentions" },
  { name: "documents" },
  { name: "sentence", grow: 1 },
];

interface DateRow {
  mentions: number;
  readonly documents: Set<string>;
  readonly sentence: string | null;
}

/** The calendar dates that articles tell of; memory grows with distinct dates. */
export class Dates implements Collector {
  private readonly dates = new Map<string, DateRow>();
  private readonly top: number;

  constructor(top: number) {
    this.top = top;
  }

  add(record: DocumentRecord): void {
    const sentence = sentenceFinder(record);
    for (const date of record.dates ?? []) {
      if (!date.earliest || (date.type !== "DATE" && date.type !== "TIME") || !inArticle(record, date.start)) continue;
      const value = date.earliest === date.latest ? date.earliest : (date.value ?? date.earliest);
      const row = this.dates.get(value) ?? { mentions: 0, documents: new Set(), sentence: sentence(date.start) };
      this.dates.set(value, row);
      row.mentions++;
      row.documents.add(record.id);
    }
  }

  /** The most mentioned dates, in the order of the calendar, each with the first sentence that has it. */
  sections() {
    const most = [...this.dates].sort(([a, x], [b, y]) => y.mentions - x.mentions || (a < b ? -1 : 1));
    const rows = most
      .slice(0, this.top)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([date, { mentions, documents, sentence }]) => ({ date, mentions, documents: documents.size, sentence }));
    return [{ ...section("dates", COLUMNS, rows, rows.length), more: most.length - rows.length }];
  }
}

function inArticle({ blocks }: DocumentRecord, offset: number): boolean {
  const block = blocks?.[indexAt(blocks, offset)];
  return !block || ARTICLE_ROLES.has(block.role);
}
