import type { Kind, Layer, OutputFormat, ReportFormat } from "../choices.ts";
import type { RecordOptions } from "../record.ts";
import type { Section } from "./section.ts";
import type { FolderWriter, RecordWriter } from "./writer.ts";

/** How tables are laid out for a person. */
export interface TableOptions {
  readonly color?: boolean;
  /** Columns of the terminal; 120 by default. */
  readonly width?: number;
}

export interface WriterOptions extends TableOptions {
  readonly record: RecordOptions;
  /** Rows of each table; 15 by default. */
  readonly top?: number;
  /** Sections of a table; the overview by default. */
  readonly kinds?: readonly Kind[];
  /** csv: whether cells that a spreadsheet would run as formulas begin with an apostrophe; true by default. */
  readonly formulaGuard?: boolean;
}

/** What an output format is written by: text to a stream, or files to a folder. */
export type Writer =
  | { readonly target: "stream"; readonly writer: RecordWriter }
  | { readonly target: "folder"; readonly writer: FolderWriter };

/** The writer of an output format. */
export async function recordWriter(format: OutputFormat, options: WriterOptions): Promise<Writer> {
  const { layers } = options.record;
  if (format === "brat") {
    return { target: "folder", writer: (await import("./brat.ts")).bratWriter(layers) };
  }
  if (format === "csv" || format === "parquet") {
    return { target: "folder", writer: await tablesOf(format, layers, options.formulaGuard ?? true) };
  }
  return { target: "stream", writer: await streamWriter(format, options) };
}

async function tablesOf(
  format: "csv" | "parquet",
  layers: ReadonlySet<Layer>,
  formulaGuard: boolean,
): Promise<FolderWriter> {
  const { tablesWriter } = await import("./tables.ts");
  if (format === "parquet") return tablesWriter(layers, (await import("./parquet.ts")).parquetFormat());
  return tablesWriter(layers, (await import("./csv-tables.ts")).csvFormat(formulaGuard));
}

async function streamWriter(
  format: Exclude<OutputFormat, "csv" | "parquet" | "brat">,
  options: WriterOptions,
): Promise<RecordWriter> {
  const { offsets, text, layers } = options.record;
  if (format === "jsonl") return { add: (record) => `${JSON.stringify(record)}\n`, end: () => [] };
  if (format === "conll") return (await import("./conll.ts")).conllWriter(offsets);
  if (format === "table") return tableWriter(options);
  return (await import("./json.ts")).corpusWriter({ offsets, text, layers: [...layers] });
}

async function tableWriter({ kinds = ["overview"], top = 15, color, width }: WriterOptions): Promise<RecordWriter> {
  const [{ Report }, { formatTables }] = await Promise.all([import("./report.ts"), import("./table.ts")]);
  const report = new Report(kinds, { top, by: null, source: null });
  return {
    add(record) {
      report.add(record);
      return "";
    },
    end: () => formatTables(report.sections(), color ?? false, width ?? 120),
  };
}

/** Sections in a format, part by part. */
export async function* formatSections(
  sections: readonly Section[],
  format: ReportFormat,
  { color = false, width = 120 }: TableOptions = {},
): AsyncGenerator<string> {
  if (format === "json") yield (await import("./json.ts")).formatJson(sections);
  else if (format === "csv") yield (await import("./csv.ts")).formatCsv(sections);
  else if (format === "markdown") yield* (await import("./markdown.ts")).formatMarkdown(sections);
  else yield* (await import("./table.ts")).formatTables(sections, color, width);
}
