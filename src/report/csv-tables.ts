import { stringify } from "csv-stringify/sync";
import type { Cell } from "./layers.ts";
import type { TableFormat } from "./tables.ts";

/** CSV (RFC 4180) with a header. `guardFormulas` puts an apostrophe before what a spreadsheet would run as a formula. */
export function csvFormat(guardFormulas: boolean): TableFormat {
  const format = (rows: readonly (readonly Cell[])[]) =>
    rows.length ? stringify([...rows], { escape_formulas: guardFormulas, cast: { boolean: String } }) : null;
  return {
    extension: "csv",
    begin: ({ columns }) => format([columns.map(([name]) => name)]),
    rows: (_, rows) => format(rows),
    end: () => null,
  };
}
