import type { CopiesChoice } from "../choices.ts";
import { Corpus, countCopies } from "../corpus/corpus.ts";
import type { Layer } from "../record.ts";
import { type Cell, corpusTable, diagnosticsTable, type Table, tablesOf } from "./layers.ts";
import type { FolderWriter, Piece } from "./writer.ts";

/** Writes rows of one table in some format; may hold rows back until the end. */
export interface TableFormat {
  readonly extension: string;
  begin(table: Table): Piece["content"] | null;
  rows(table: Table, rows: Cell[][]): Piece["content"] | null;
  end(table: Table): Piece["content"] | null;
}

/** Writes a folder with a table for each layer, and one that says which entities are the same across documents. */
export function tablesWriter(
  layers: ReadonlySet<Layer>,
  format: TableFormat,
  choice: CopiesChoice = "mark",
): FolderWriter {
  const perDocument = tablesOf(layers);
  const all: readonly Table[] = [...perDocument, diagnosticsTable, ...(layers.has("entities") ? [corpusTable] : [])];
  const corpus = new Corpus(choice);
  let begun = false;
  const pieces = (tables: readonly Table[], content: (table: Table) => Piece["content"] | null): Piece[] =>
    tables.flatMap((table) => {
      const written = content(table);
      return written?.length ? [{ file: `${table.name}.${format.extension}`, content: written }] : [];
    });
  const begin = () => {
    if (begun) return [];
    begun = true;
    return pieces(all, (table) => format.begin(table));
  };
  return {
    add(record) {
      const head = begin();
      const problems = pieces([diagnosticsTable], (table) => format.rows(table, diagnosticsTable.rows(record)));
      if (record.type === "error") return [...head, ...problems];
      if (layers.has("entities")) corpus.add(record);
      const rows = perDocument.flatMap((one) => pieces([one], (table) => format.rows(table, one.rows(record))));
      return [...head, ...rows, ...problems];
    },
    *end() {
      yield begin();
      for (const entity of layers.has("entities") ? corpus.resolve().entities : []) {
        yield pieces([corpusTable], (table) => format.rows(table, corpusTable.rows(entity)));
      }
      yield pieces(all, (table) => format.end(table));
    },
    copies: () => countCopies(corpus.resolve()),
  };
}
