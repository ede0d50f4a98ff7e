import type { CopiesChoice, Kind, OutputFormat, ReportFormat } from "../choices.ts";
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
  /** Which copies of a story are counted; all of them, marked, by default. */
  readonly copies?: CopiesChoice;
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
    return { target: "folder", writer: await tablesOf(format, options) };
  }
  return { target: "stream", writer: await streamWriter(format, options) };
}

async function tablesOf(
  format: "csv" | "parquet",
  { record: { layers }, formulaGuard = true, copies }: WriterOptions,
): Promise<FolderWriter> {
  const { tablesWriter } = await import("./tables.ts");
  if (format === "parquet") return tablesWriter(layers, (await import("./parquet.ts")).parquetFormat(), copies);
  return tablesWriter(layers, (await import("./csv-tables.ts")).csvFormat(formulaGuard), copies);
}

async function streamWriter(
  format: Exclude<OutputFormat, "csv" | "parquet" | "brat">,
  options: WriterOptions,
): Promise<RecordWriter> {
  const { offsets, text, layers } = options.record;
  const { copies = "mark" } = options;
  if (format === "jsonl") return { add: (record) => `${JSON.stringify(record)}\n`, end: () => [] };
  if (format === "conll") return (await import("./conll.ts")).conllWriter(offsets);
  if (format === "table") return tableWriter(options);
  return (await import("./json.ts")).corpusWriter({ offsets, text, layers: [...layers], copies });
}

async function tableWriter(options: WriterOptions): Promise<RecordWriter> {
  const { kinds = ["overview"], top = 15, copies = "mark", color, width } = options;
  const [{ Report }, { formatTables }] = await Promise.all([import("./report.ts"), import("./table.ts")]);
  const report = new Report(kinds, { top, by: null, source: null, copies });
  let sections: Section[] = [];
  return {
    add(record) {
      report.add(record);
      return "";
    },
    end() {
      sections = report.sections();
      return formatTables(sections, color ?? false, width ?? 120);
    },
    copies: () => sections[0]?.copies ?? null,
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
