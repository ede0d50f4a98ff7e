import {
  type CopiesChoice,
  type ExtractOptions,
  LAYERS,
  type Layer,
  type OutputFormat,
  recordOptions,
  type TextChoice,
} from "../index.ts";
import { recipeOf } from "../run/manifest.ts";
import { start } from "../run/start.ts";
import type { Shard } from "../run/units.ts";
import { EXIT, UsageError } from "./exit.ts";
import { type AnalyzeFlags, analyzeOptions } from "./lines.ts";
import { Messages, noteOn, Tally } from "./messages.ts";
import { oneOf, poolOptions, type RunFlags } from "./options.ts";
import { inputPaths } from "./paths.ts";
import { Progress } from "./progress.ts";
import { Interruption } from "./signals.ts";
import { isLines, openSink, type Sink } from "./sink.ts";

export interface ExtractFlags extends RunFlags, AnalyzeFlags {
  readonly resume?: boolean;
  readonly shard?: string;
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
  const content = contentOf(flags, layers);
  const shard = shardOf(flags);
  const pool = await poolOptions(paths, flags);
  const sink = await openSink(flags, layers, await recipeOf(options, content, shard));
  const progress = Progress.of(flags, paths);
  const [tally, messages] = [new Tally(), new Messages(flags, progress)];
  // What is of no use before it is whole is given up at once.
  const interruption = sink.suspend && new Interruption();
  const stop = interruption && { stop: interruption.signal };
  const format = recordOptions(content);
  try {
    const run = await start(paths, options, { format, pool, shard, kept: sink.kept ?? null, ...stop });
    for await (const done of run.done) {
      tally.add(done);
      messages.done(done);
      if (done.json !== null) await sink.add(done);
      progress?.show(tally);
    }
    progress?.show(tally, true);
    if (interruption?.code) return await suspend(sink, interruption.code, tally, messages, flags);
    const inputs = run.inputs();
    // A part may be empty where the whole is not.
    const isNothing = tally.isEmpty && !(shard && inputs.count > 0);
    await (isNothing ? sink.abandon() : sink.finish({ inputs, counts: tally.counts }));
    if (isNothing || !tally.isEmpty) messages.summary(tally, noteOf(sink, isNothing));
    return isNothing || !tally.isEmpty ? tally.exitCode : EXIT.fine;
  } catch (error) {
    await sink.abandon();
    throw error;
  }
}

const noteOf = (sink: Sink, isNothing: boolean): string => {
  const copies = isNothing ? null : sink.copies();
  return copies ? noteOn(copies) : "";
};

/** Ends a run that was interrupted, and says how it can go on. */
async function suspend(
  sink: Sink,
  code: number,
  tally: Tally,
  messages: Messages,
  { output, quiet }: ExtractFlags,
): Promise<number> {
  await sink.suspend!();
  // A reader that still waits for input would keep the command alive.
  process.stdin.destroy();
  const isFile = output !== undefined && output !== "-";
  if (isFile || !quiet) {
    const how = isFile ? "; the same command with --resume goes on" : "";
    messages.tell(`summits: interrupted after ${tally}${how}`);
  }
  return code;
}

/** The value of --shard, "3/40"; throws UsageError. */
function shardOf(flags: ExtractFlags): Shard | null {
  if (flags.resume && (!isLines(flags) || flags.output === undefined || flags.output === "-"))
    throw new UsageError("--resume goes on with a file of records: --format jsonl -o FILE");
  if (flags.shard === undefined) return null;
  const [index = 0, count = 0] = /^([1-9]\d{0,5})\/([1-9]\d{0,5})$/u.exec(flags.shard)?.slice(1).map(Number) ?? [];
  if (index < 1 || index > count) throw new UsageError(`--shard takes a part such as 3/40, not "${flags.shard}"`);
  if (!isLines(flags) || flags.output === undefined || flags.output === "-")
    throw new UsageError("--shard writes records to be merged: --format jsonl -o FILE");
  return { index, count };
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
