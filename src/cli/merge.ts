import { type CopiesChoice, type MergeFormat, recordWriter } from "../index.ts";
import { recordOptionsOf } from "../run/manifest.ts";
import { MergeError, merged, type Part, partsOf } from "../run/merge.ts";
import { formatMerged } from "../run/merge-corpus.ts";
import { EXIT, UsageError } from "./exit.ts";
import { openFolder } from "./folder.ts";
import { count } from "./messages.ts";
import { openOutput } from "./output.ts";

export interface MergeFlags {
  readonly format: MergeFormat;
  readonly output?: string;
  readonly formulaGuard: boolean;
  readonly copies: CopiesChoice;
  readonly quiet?: boolean;
}

/** `summits merge`: makes of the parts that `extract --shard` wrote what one run would have made of the whole. */
export async function runMerge(paths: readonly string[], flags: MergeFlags): Promise<number> {
  try {
    const parts = await partsOf(paths);
    await write(parts, flags);
    const sum = (of: "documents" | "errors") => parts.reduce((n, { manifest }) => n + manifest.counts[of], 0);
    const [documents, errors] = [sum("documents"), sum("errors")];
    const found = [count(documents, "document"), ...(errors ? [count(errors, "error")] : [])].join(", ");
    if (!flags.quiet) process.stderr.write(`summits: ${found} of ${count(parts.length, "part")}\n`);
    if (documents + errors === 0) return EXIT.noInput;
    return errors ? EXIT.failed : EXIT.fine;
  } catch (error) {
    throw error instanceof MergeError ? new UsageError(error.message) : error;
  }
}

async function write(parts: readonly Part[], flags: MergeFlags): Promise<void> {
  if (flags.format === "csv" || flags.format === "parquet") return writeFolder(parts, flags);
  const out = await openOutput(flags.output);
  try {
    if (flags.format === "json") for await (const text of formatMerged(parts, flags.copies)) await out.write(text);
    else for await (const { json } of merged(parts)) await out.write(`${json}\n`);
    await out.finish();
  } catch (error) {
    await out.abandon();
    throw error;
  }
}

async function writeFolder(
  parts: readonly Part[],
  { format, output, formulaGuard, copies }: MergeFlags,
): Promise<void> {
  if (output === undefined || output === "-")
    throw new UsageError(`--format ${format} writes a folder: say which with -o DIR`);
  const { layers, ...how } = recordOptionsOf(parts[0]!.manifest);
  const record = { ...how, layers: new Set(layers) };
  const opened = await recordWriter(format, { record, formulaGuard, copies });
  if (opened.target !== "folder") return;
  const out = await openFolder(output);
  try {
    for await (const { json } of merged(parts)) await out.write(opened.writer.add(JSON.parse(json)));
    for (const part of opened.writer.end()) await out.write(part);
    await out.finish();
  } catch (error) {
    await out.abandon();
    throw error;
  }
}
