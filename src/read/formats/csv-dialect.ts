import { type FieldMapping, keyOf } from "../fields.ts";

/** How a table of text is written. */
export interface Dialect {
  readonly delimiter: string;
  readonly header: readonly string[];
}

const DELIMITERS = [",", "\t", ";", "|"];

/**
 * The header of a table that has articles in it, and its delimiter: the first line has a column for the text or the HTML,
 * as the mapping names it. Null where the first line is no such header. No sentence passes: a column must be called so.
 */
export function headerOf(start: string, mapping: FieldMapping = {}): Dialect | null {
  const dialect = dialectOf(start);
  if (dialect.header.length < 2 || dialect.header.some((name) => name.length > 80)) return null;
  const hasArticle = (["text", "html"] as const).some((field) => keyOf(field, dialect.header, mapping) !== null);
  return hasArticle ? dialect : null;
}

/** The delimiter that cuts the first line into most cells, and those cells. Excel's line "sep=;" comes before all. */
export function dialectOf(start: string): Dialect {
  const said = /^sep=(.)\r?\n/u.exec(start);
  const line = firstRow(said ? start.slice(said[0].length) : start);
  const readings = (said ? [said[1]!] : DELIMITERS).map((delimiter) => ({ delimiter, header: cells(line, delimiter) }));
  return readings.reduce((best, next) => (next.header.length > best.header.length ? next : best));
}

/** The first row that isn't blank; a line feed inside quotation marks doesn't end it. */
function firstRow(start: string): string {
  let quoted = false;
  const begin = start.search(/[^\r\n]/u);
  for (let at = Math.max(begin, 0); at < start.length; at++) {
    if (start[at] === '"') quoted = !quoted;
    else if (!quoted && (start[at] === "\n" || start[at] === "\r")) return start.slice(begin, at);
  }
  return start.slice(Math.max(begin, 0));
}

function cells(line: string, delimiter: string): string[] {
  const found: string[] = [];
  let [cell, quoted] = ["", false];
  for (const char of line) {
    if (char === '"') quoted = !quoted;
    else if (char === delimiter && !quoted) {
      found.push(cell.trim());
      cell = "";
    } else cell += char;
  }
  return [...found, cell.trim()];
}
