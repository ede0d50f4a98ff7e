import { extract, recordOf } from "../extract.ts";
import { LAYERS, type Layer, type RecordOptions } from "../record.ts";
import type { OutputFormat } from "../report/writer.ts";
import { Messages, Tally } from "./messages.ts";
import { oneOf, type ReadFlags, readOptions } from "./options.ts";
import { openSink } from "./sink.ts";

export interface ExtractFlags extends ReadFlags {
  readonly format: OutputFormat;
  readonly json?: boolean;
  readonly output?: string;
  readonly offsets: RecordOptions["offsets"];
  readonly text: RecordOptions["text"];
  readonly only?: string;
  readonly top: string;
  readonly formulaGuard: boolean;
}

/** `summits extract`: prints tables, a corpus object, or a record a line as each document is done. */
export async function runExtract(paths: readonly string[], flags: ExtractFlags): Promise<number> {
  const options = readOptions(flags);
  const layers = layersOf(flags.only);
  const format = recordOptions(flags, layers);
  const sink = await openSink(flags, layers);
  const [tally, messages] = [new Tally(), new Messages(flags.quiet)];
  try {
    for await (const outcome of extract(paths, options)) {
      tally.add(outcome);
      messages.outcome(outcome);
      if (outcome.kind !== "skipped") await sink.add(recordOf(outcome, format));
      messages.progress(tally);
    }
    await (tally.isEmpty ? sink.abandon() : sink.finish());
  } catch (error) {
    await sink.abandon();
    throw error;
  }
  messages.summary(tally);
  return tally.exitCode;
}

function layersOf(only: string | undefined): ReadonlySet<Layer> {
  if (only === undefined) return new Set(LAYERS);
  return new Set(only.split(",").map((name) => oneOf("--only", name.trim(), LAYERS)));
}

// Tables show the sentences, and annotations are written beside the text: both need all of it.
const NEEDS_TEXT: ReadonlySet<OutputFormat> = new Set<OutputFormat>(["table", "brat", "conll"]);

function recordOptions(flags: ExtractFlags, layers: ReadonlySet<Layer>): RecordOptions {
  if (flags.json || !NEEDS_TEXT.has(flags.format)) return { offsets: flags.offsets, text: flags.text, layers };
  return { offsets: "utf16", text: "both", layers: new Set(LAYERS) };
}
