import { ARTICLE_ROLES, type Document, type Span, type Timex } from "../document.ts";
import { indexAt } from "../spans.ts";
import type { Column, Layout } from "./layout.ts";

const COLUMNS: readonly Column[] = [
  { head: "date" },
  { head: "mentions", align: "right" },
  { head: "documents", align: "right" },
  { head: "sentence", grow: 1 },
];

interface DateRow {
  mentions: number;
  readonly documents: Set<string>;
  readonly sentence: string;
}

/** Counts the calendar dates that articles tell of: memory grows with distinct dates. */
export class DateCounts {
  private readonly rows = new Map<string, DateRow>();

  add(doc: Document): void {
    for (const timex of doc.timexes) {
      if (!timex.earliest || (timex.type !== "DATE" && timex.type !== "TIME") || !inArticle(doc, timex)) continue;
      const value = timex.earliest === timex.latest ? timex.earliest : (timex.value ?? timex.earliest);
      const row = this.rows.get(value) ?? { mentions: 0, documents: new Set(), sentence: sentenceAround(doc, timex) };
      this.rows.set(value, row);
      row.mentions++;
      row.documents.add(doc.id);
    }
  }

  /** The most mentioned dates, in the order of the calendar, each with the sentence that has it first. */
  section(layout: Layout, top: number): string {
    const most = [...this.rows].sort(([a, x], [b, y]) => y.mentions - x.mentions || (a < b ? -1 : 1)).slice(0, top);
    const rows = most
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([value, row]) => [value, String(row.mentions), String(row.documents.size), row.sentence]);
    return layout.section("DATES", COLUMNS, rows, this.rows.size - rows.length);
  }
}

const inArticle = (doc: Document, { start }: Span): boolean => {
  const block = doc.blocks[indexAt(doc.blocks, start)];
  return block !== undefined && ARTICLE_ROLES.has(block.role);
};

function sentenceAround(doc: Document, { start }: Timex): string {
  const sentence = doc.sentences[indexAt(doc.sentences, start)];
  return sentence && start < sentence.end ? doc.raw.slice(sentence.start, sentence.end) : "";
}
