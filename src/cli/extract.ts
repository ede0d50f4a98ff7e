import {
  type CopiesChoice,
  documents,
  type ExtractOptions,
  LAYERS,
  type Layer,
  type OutputFormat,
  recordMaker,
  type TextChoice,
} from "../index.ts";
import { type AnalyzeFlags, analyzeOptions } from "./lines.ts";
import { Messages, noteOn, Tally } from "./messages.ts";
import { oneOf } from "./options.ts";
import { inputPaths } from "./paths.ts";
import { openSink } from "./sink.ts";

export interface ExtractFlags extends AnalyzeFlags {
  readonly format: OutputFormat;
  readonly json?: boolean;
  readonly output?: string;
  readonly offsets: NonNullable<ExtractOptions["offsets"]>;
  readonly text: TextChoice;
  readonly only?: string;
  readonly top: string;
  readonly formulaGuard: boolean;
  readonly copies: CopiesChoice;
}

/** `summits extract`: prints tables, a corpus object, or a record a line as each document is done. */
export async function runExtract(args: readonly string[], flags: ExtractFlags): Promise<number> {
  const paths = await inputPaths(args, flags);
  const options = await analyzeOptions(paths, flags);
  const layers = layersOf(flags.only);
  const toRecord = await recordMaker(contentOf(flags, layers));
  const sink = await openSink(flags, layers);
  const [tally, messages] = [new Tally(), new Messages(flags)];
  try {
    for await (const outcome of documents(paths, options)) {
      tally.add(outcome);
      messages.outcome(outcome);
      if (outcome.kind !== "skipped") await sink.add(toRecord(outcome));
      messages.progress(tally);
    }
    await (tally.isEmpty ? sink.abandon() : sink.finish());
  } catch (error) {
    await sink.abandon();
    throw error;
  }
  const copies = tally.isEmpty ? null : sink.copies();
  messages.summary(tally, copies ? noteOn(copies) : "");
  return tally.exitCode;
}

function layersOf(only: string | undefined): readonly Layer[] {
  return only === undefined ? LAYERS : only.split(",").map((name) => oneOf("--only", name.trim(), LAYERS));
}

// Tables show the sentences, and annotations are written beside the text: both need all of it.
const NEEDS_TEXT: ReadonlySet<OutputFormat> = new Set<OutputFormat>(["table", "brat", "conll"]);

function contentOf(flags: ExtractFlags, only: readonly Layer[]): Pick<ExtractOptions, "offsets" | "text" | "only"> {
  if (flags.json || !NEEDS_TEXT.has(flags.format)) return { offsets: flags.offsets, text: flags.text, only };
  return { offsets: "utf16", text: "both" };
}
