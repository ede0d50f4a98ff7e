import { extract, recordOf } from "../extract.ts";
import { LAYERS, type Layer, type RecordOptions } from "../record.ts";
import type { Kind } from "../report/report.ts";
import type { RecordWriter } from "../report/writer.ts";
import { Messages, Tally } from "./messages.ts";
import { oneOf, type ReadFlags, readOptions, wantsColor, wholeNumber } from "./options.ts";
import { openOutput } from "./output.ts";

export interface ExtractFlags extends ReadFlags {
  readonly format: "table" | "json" | "jsonl";
  readonly json?: boolean;
  readonly output?: string;
  readonly offsets: RecordOptions["offsets"];
  readonly text: RecordOptions["text"];
  readonly only?: string;
  readonly top: string;
}

/** `summits extract`: prints tables, a corpus object, or a record a line as each document is done. */
export async function runExtract(paths: readonly string[], flags: ExtractFlags): Promise<number> {
  const options = readOptions(flags);
  const layers = layersOf(flags.only);
  const writer = await writerOf(flags, layers);
  const format = recordOptions(flags, layers);
  const out = await openOutput(flags.output);
  const [tally, messages] = [new Tally(), new Messages(flags.quiet)];
  try {
    for await (const outcome of extract(paths, options)) {
      tally.add(outcome);
      messages.outcome(outcome);
      if (outcome.kind !== "skipped") {
        const text = writer.add(recordOf(outcome, format));
        if (text) await out.write(text);
      }
      messages.progress(tally);
    }
    if (!tally.isEmpty) for (const text of writer.end()) await out.write(text);
    await (tally.isEmpty ? out.abandon() : out.finish());
  } catch (error) {
    await out.abandon();
    throw error;
  }
  messages.summary(tally);
  return tally.exitCode;
}

async function writerOf(flags: ExtractFlags, layers: ReadonlySet<Layer>): Promise<RecordWriter> {
  const format = flags.json ? "json" : flags.format;
  if (format === "jsonl") return { add: (record) => `${JSON.stringify(record)}\n`, end: () => [] };
  if (format === "json") {
    const { corpusWriter } = await import("../report/json.ts");
    return corpusWriter({ offsets: flags.offsets, text: flags.text, layers: [...layers] });
  }
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

function layersOf(only: string | undefined): ReadonlySet<Layer> {
  if (only === undefined) return new Set(LAYERS);
  return new Set(only.split(",").map((name) => oneOf("--only", name.trim(), LAYERS)));
}

/** Tables need the raw text, for the sentences that they show. */
function recordOptions(flags: ExtractFlags, layers: ReadonlySet<Layer>): RecordOptions {
  if (flags.json || flags.format !== "table") return { offsets: flags.offsets, text: flags.text, layers };
  return { offsets: "utf16", text: "both", layers: new Set(LAYERS) };
}
