import type { Corpus } from "../../corpus/corpus.ts";
import type { DocumentRecord, ErrorRecord } from "../../schema.ts";
import { type Collector, type Column, type Row, section } from "../section.ts";

const COLUMNS: readonly Column[] = [
  { name: "document", grow: 3 },
  { name: "written" },
  { name: "headline", grow: 5 },
  { name: "words" },
  { name: "people" },
  { name: "quotes" },
  { name: "experts" },
];

const COPY: Column = { name: "copy of", grow: 2 };

/** A row for each document, and for each input that gave none; where there are copies, it says of what. */
export class Documents implements Collector {
  private readonly rows: Row[] = [];
  private readonly corpus: Corpus;

  constructor(corpus: Corpus) {
    this.corpus = corpus;
  }

  add(record: DocumentRecord): void {
    const { id, published, headline, text, entities, quotes, sources } = record;
    this.rows.push({
      document: id,
      written: writtenOn(published),
      headline: headline?.text ?? null,
      words: text === undefined ? null : countWords(text),
      people: entities?.filter(({ type }) => type === "person").length ?? null,
      quotes: quotes?.length ?? null,
      experts: sources?.filter(({ isExpert }) => isExpert).length ?? null,
    });
  }

  addError({ id, diagnostics }: ErrorRecord): void {
    const headline = `(${diagnostics[0]?.message ?? "error"})`;
    this.rows.push({ document: id, written: null, headline, words: null, people: null, quotes: null, experts: null });
  }

  sections() {
    const { copies } = this.corpus.resolve();
    if (!copies.length) return [section("documents", COLUMNS, this.rows, Number.POSITIVE_INFINITY)];
    const firsts = new Map(copies.flatMap(({ first, documents }) => documents.map(({ id }) => [id, first] as const)));
    const rows = this.rows.map((row) => {
      const first = firsts.get(String(row.document)) ?? null;
      return { ...row, "copy of": first === row.document ? null : first };
    });
    return [section("documents", [...COLUMNS, COPY], rows, Number.POSITIVE_INFINITY)];
  }
}

/** "2024-06-18", "~2024-06-18" where it is an estimate, "2024-06-17…" or "?" where it is open. */
function writtenOn({ value, earliest, latest, confidence }: DocumentRecord["published"]): string {
  if (value) return confidence >= 0.9 ? value : `~${value}`;
  return earliest || latest ? `${earliest ?? ""}…${latest ?? ""}` : "?";
}

const countWords = (text: string): number => text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu)?.length ?? 0;
