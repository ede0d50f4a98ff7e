import { pipeline, Readable } from "node:stream";
import type { Info, Parser } from "csv-parse";
import { type Diagnostic, diagnose } from "../../diagnostic.ts";
import { decode } from "../decode.ts";
import { keyOf, readFields, unknownColumns } from "../fields.ts";
import { peek } from "../peek.ts";
import { type Failure, fail, InputProblem, type ReadOptions, type RecordReader } from "../reader.ts";
import { type Read, type RecordPlace, recordDocument } from "../record.ts";
import { toUtf8 } from "../transcode.ts";
import { dialectOf } from "./csv-dialect.ts";

/** A row of a table, and the 1-based line on which it begins. */
export interface Row {
  readonly cells: readonly Buffer[];
  readonly line: number;
}

/** CSV and TSV (RFC 4180): a document a row; the first row has the names of the columns. */
export const readCsv: RecordReader = async function* (source, { id, path }, options) {
  const { chunks, encoding } = toUtf8(source, options.encoding);
  let table: Table | undefined;
  for await (const row of readRows(chunks, options.maxBytes)) {
    if (table) yield table.document(row);
    else {
      const header = row.cells.map((cell) => cell.toString("utf8").trim());
      const missing = missingColumns(header, options);
      if (missing) {
        yield fail({ id, path }, diagnose("unknown-column", missing, { line: row.line }));
        return;
      }
      table = new Table(path, header, encoding, options);
    }
  }
};

/** What the header lacks: a column that was mapped, or any column for the article. */
function missingColumns(header: readonly string[], { fields = {} }: ReadOptions): string | null {
  const has = `the columns are ${header.join(", ")}`;
  const unknown = unknownColumns(fields, (column) => header.some((name) => sameName(name, column)));
  if (unknown.length) return `${unknown.join(", ")}; ${has}`;
  if (keyOf("text", header, fields) !== null || keyOf("html", header, fields) !== null) return null;
  return `text; ${has}: choose with --map text=COLUMN`;
}

const sameName = (a: string, b: string) => a.trim().toLowerCase() === b.toLowerCase();

/** Makes documents of the rows of one table. */
class Table {
  private readonly path: string;
  private readonly header: readonly string[];
  private readonly encoding: RecordPlace["encoding"];
  private readonly options: ReadOptions;
  private readonly article: ReadonlySet<number>;

  constructor(path: string, header: readonly string[], encoding: RecordPlace["encoding"], options: ReadOptions) {
    this.path = path;
    this.header = header;
    this.encoding = encoding;
    this.options = options;
    const columns = (["text", "html"] as const).map((field) =>
      header.indexOf(keyOf(field, header, options.fields) ?? ""),
    );
    this.article = new Set(columns.filter((column) => column >= 0));
  }

  document({ cells, line }: Row): Read | Failure {
    const diagnostics: Diagnostic[] = [];
    const shape = `${cells.length} cells under ${this.header.length} columns`;
    // Cells beyond the last column: a delimiter too many somewhere has moved the others, and nobody knows which.
    if (cells.slice(this.header.length).some((cell) => cell.length)) {
      return fail({ id: `${this.path}:${line}`, path: this.path }, diagnose("ragged-row", shape, { line }));
    }
    if (cells.length < this.header.length) diagnostics.push(diagnose("short-row", shape, { line }));
    let encoding = this.encoding;
    const values = this.header.map((name, i) => {
      const cell = cells[i];
      if (!cell) return [name, undefined] as const;
      const { text, ...found } = decode(cell, null);
      if (this.article.has(i) && found.basis === "detected" && encoding.encodingBasis === "valid-utf8") {
        encoding = { encoding: found.encoding, encodingBasis: found.basis, encodingConfidence: found.confidence ?? 0 };
      }
      return [name, text] as const;
    });
    if (encoding.encodingBasis === "detected") diagnostics.push(diagnose("guessed-encoding", encoding.encoding));
    const record = Object.fromEntries(values.filter(([name, text]) => name !== "" && text !== undefined));
    const bytes = Buffer.concat([...this.article].map((i) => cells[i] ?? Buffer.alloc(0)));
    return recordDocument(
      readFields(record, this.options.fields),
      { path: this.path, line, bytes, encoding },
      this.options,
      diagnostics,
    );
  }
}

/** Cuts a table in UTF-8 into rows, whatever its delimiter; throws InputProblem where a row never ends. */
export async function* readRows(stream: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<Row> {
  const { parse } = await import("csv-parse");
  const { head, chunks } = await peek(stream);
  const { delimiter } = dialectOf(Buffer.from(head).toString("utf8"));
  let unclosed = false;
  const parser = parse({
    delimiter,
    encoding: null,
    // Said, not discovered: csv-parse looks for it at every byte of a first line that is long.
    record_delimiter: ["\r\n", "\n", "\r"],
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: 0,
    on_skip: (error) => {
      unclosed ||= error !== undefined;
      return undefined;
    },
  });
  const lines = new LineCounter();
  pipeline(Readable.from(limited(chunks, parser, lines, maxBytes), { objectMode: false }), parser, () => {});
  for await (const { record: cells, info } of parser as AsyncIterable<{ record: Buffer[]; info: Info }>) {
    // The last byte is the line feed that ends the row.
    const line = lines.at(info.bytes - 1) - lineFeeds(cells);
    if (!(line === 1 && /^sep=/u.test(String(cells[0])))) yield { cells, line };
  }
  if (unclosed) {
    throw new InputProblem(diagnose("broken-record", "a quotation mark opens and never closes", { line: lines.next }));
  }
}

const lineFeeds = (cells: readonly Buffer[]) => cells.reduce((sum, cell) => sum + feedsIn(cell).length, 0);

function feedsIn(bytes: Uint8Array): number[] {
  const found: number[] = [];
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) found.push(at);
  return found;
}

/** Lines of a stream by byte offset; asked in order, it remembers only what has not been asked for. */
class LineCounter {
  /** The line after the last one that was asked for. */
  next = 1;
  private feeds: number[] = [];
  private offset = 0;
  private passed = 0;

  add(chunk: Uint8Array): void {
    for (const at of feedsIn(chunk)) this.feeds.push(this.offset + at);
    this.offset += chunk.length;
  }

  /** The 1-based line of a byte. */
  at(offset: number): number {
    let passed = 0;
    while (passed < this.feeds.length && this.feeds[passed]! < offset) passed++;
    this.feeds.splice(0, passed);
    this.passed += passed;
    this.next = this.passed + 2;
    return this.passed + 1;
  }
}

/** Ends the stream where one row takes more than its share of memory: most often a quotation mark that never closes. */
async function* limited(
  chunks: AsyncIterable<Uint8Array>,
  parser: Parser,
  lines: LineCounter,
  maxBytes: number,
): AsyncGenerator<Uint8Array> {
  let given = 0;
  for await (const chunk of chunks) {
    given += chunk.length;
    if (given - parser.info.bytes > 2 * maxBytes + chunk.length) {
      const reason = `the row is longer than --max-bytes ${maxBytes}; does a quotation mark never close?`;
      throw new InputProblem(diagnose("broken-record", reason, { line: lines.next }));
    }
    lines.add(chunk);
    yield chunk;
  }
}
