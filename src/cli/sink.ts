import type { Layer } from "../record.ts";
import type { Kind } from "../report/report.ts";
import type { FolderWriter, RecordWriter } from "../report/writer.ts";
import type { DocumentRecord, ErrorRecord } from "../schema.ts";
import { UsageError } from "./exit.ts";
import type { ExtractFlags } from "./extract.ts";
import { openFolder } from "./folder.ts";
import { wantsColor, wholeNumber } from "./options.ts";
import { type Output, openOutput } from "./output.ts";

/** Where records go, in some format. */
export interface Sink {
  add(record: DocumentRecord | ErrorRecord): Promise<void>;
  /** Writes what could only be written now, and makes the results visible. */
  finish(): Promise<void>;
  /** Leaves nothing behind that could be taken for a result. */
  abandon(): Promise<void>;
}

/** Opens what the flags say: standard output, a file, or a folder. */
export async function openSink(flags: ExtractFlags, layers: ReadonlySet<Layer>): Promise<Sink> {
  const folder = await folderWriter(flags, layers);
  if (!folder) return pour(await writerOf(flags, layers), await openOutput(flags.output));
  if (flags.output === undefined || flags.output === "-")
    throw new UsageError(`--format ${flags.format} writes a folder: say which with -o DIR`);
  return pour(folder, await openFolder(flags.output));
}

function pour<T>(writer: RecordWriter<T>, out: Output<T>): Sink {
  return {
    add: (record) => out.write(writer.add(record)),
    async finish() {
      for (const part of writer.end()) await out.write(part);
      await out.finish();
    },
    abandon: () => out.abandon(),
  };
}

async function folderWriter(flags: ExtractFlags, layers: ReadonlySet<Layer>): Promise<FolderWriter | null> {
  if (flags.json) return null;
  if (flags.format === "brat") return (await import("../report/brat.ts")).bratWriter(layers);
  if (flags.format !== "csv" && flags.format !== "parquet") return null;
  const { tablesWriter } = await import("../report/tables.ts");
  if (flags.format === "parquet") return tablesWriter(layers, (await import("../report/parquet.ts")).parquetFormat());
  return tablesWriter(layers, (await import("../report/csv-tables.ts")).csvFormat(flags.formulaGuard));
}

async function writerOf(flags: ExtractFlags, layers: ReadonlySet<Layer>): Promise<RecordWriter> {
  const format = flags.json ? "json" : flags.format;
  if (format === "jsonl") return { add: (record) => `${JSON.stringify(record)}\n`, end: () => [] };
  if (format === "json") {
    const { corpusWriter } = await import("../report/json.ts");
    return corpusWriter({ offsets: flags.offsets, text: flags.text, layers: [...layers] });
  }
  if (format === "conll") return (await import("../report/conll.ts")).conllWriter(flags.offsets);
  return tableWriter(flags, layers);
}

/** The sections of an overview, or of the layers that were asked for. */
const SECTIONS: Partial<Record<Layer, readonly Kind[]>> = {
  sources: ["sources"],
  entities: ["people", "places", "organizations"],
  dates: ["timeline"],
  quotes: ["quotes"],
  events: ["events"],
};

async function tableWriter(flags: ExtractFlags, layers: ReadonlySet<Layer>): Promise<RecordWriter> {
  const [{ Report }, { formatTables }] = await Promise.all([
    import("../report/report.ts"),
    import("../report/table.ts"),
  ]);
  const kinds =
    flags.only === undefined ? ["overview" as const] : [...layers].flatMap((layer) => SECTIONS[layer] ?? []);
  const report = new Report(kinds, { top: wholeNumber("--top", flags.top), by: null, source: null });
  const toTerminal = flags.output === undefined;
  const color = toTerminal && wantsColor(flags.color, process.stdout);
  return {
    add(record) {
      report.add(record);
      return "";
    },
    end: () => formatTables(report.sections(), color, (toTerminal && process.stdout.columns) || 120),
  };
}
