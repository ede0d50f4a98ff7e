import type { Outcome } from "../extract.ts";
import { extract } from "../extract.ts";
import { LAYERS, type Layer, type RecordOptions, toErrorRecord, toRecord } from "../record.ts";
import type { Writer } from "../report/writer.ts";
import type { DocumentRecord, ErrorRecord } from "../schema.ts";
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
  const writer = await writerOf(flags);
  const out = await openOutput(flags.output);
  const [tally, messages] = [new Tally(), new Messages(flags.quiet)];
  try {
    for await (const outcome of extract(paths, options)) {
      tally.add(outcome);
      messages.outcome(outcome);
      if (outcome.kind !== "skipped") {
        const text = writer.add(outcome);
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

async function writerOf(flags: ExtractFlags): Promise<Writer> {
  const layers = layersOf(flags.only);
  const options = { offsets: flags.offsets, text: flags.text, layers };
  const format = flags.json ? "json" : flags.format;
  if (format === "jsonl") return lineWriter(options);
  if (format === "json") {
    const { corpusWriter } = await import("../report/json.ts");
    return corpusWriter({ ...options, layers: [...layers] }, (outcome) => recordOf(outcome, options));
  }
  const { tableWriter } = await import("../report/table.ts");
  const toTerminal = flags.output === undefined;
  return tableWriter({
    layers,
    top: wholeNumber("--top", flags.top),
    color: toTerminal && wantsColor(flags.color, process.stdout),
    width: toTerminal && process.stdout.columns ? process.stdout.columns : 120,
  });
}

function layersOf(only: string | undefined): ReadonlySet<Layer> {
  if (only === undefined) return new Set(LAYERS);
  return new Set(only.split(",").map((name) => oneOf("--only", name.trim(), LAYERS)));
}

const lineWriter = (options: RecordOptions): Writer => ({
  add: (outcome) => `${JSON.stringify(recordOf(outcome, options))}\n`,
  end: () => [],
});

function recordOf(
  outcome: Exclude<Outcome, { kind: "skipped" }>,
  options: RecordOptions,
): DocumentRecord | ErrorRecord {
  return outcome.kind === "document"
    ? toRecord(outcome.document, outcome.diagnostics, options)
    : toErrorRecord(outcome.id, outcome.path, outcome.diagnostics);
}
