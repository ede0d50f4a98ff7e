import {
  type CopyCounts,
  type Kind,
  type Layer,
  type RecordWriter,
  recordOptions,
  recordWriter,
  type Writer,
} from "../index.ts";
import { type Done, recordIn } from "../run/done.ts";
import type { Kept } from "../run/kept.ts";
import type { Recipe } from "../run/manifest.ts";

import { UsageError } from "./exit.ts";
import type { ExtractFlags } from "./extract.ts";
import { openFolder } from "./folder.ts";
import { wantsColor, wholeNumber } from "./options.ts";
import { isRegular, type Output, openOutput } from "./output.ts";
import { openRunFile, type RunSummary } from "./run-file.ts";

/** Where records go, in some format. */
export interface Sink {
  /** Records that an interrupted run left here. */
  readonly kept?: Kept | null;
  add(done: Done): Promise<void>;
  /** Writes what could only be written now, and makes the results visible. */
  finish(summary: RunSummary): Promise<void>;
  /** Puts aside what was written, for --resume; absent where what is written is of no use before it is whole. */
  suspend?(): Promise<void>;
  /** Copies among the documents, where they were looked for. */
  copies(): CopyCounts | null;
  /** Leaves nothing behind that could be taken for a result. */
  abandon(): Promise<void>;
}

/** Opens what the flags say: standard output, a file, or a folder. */
export async function openSink(flags: ExtractFlags, layers: readonly Layer[], recipe: Recipe): Promise<Sink> {
  if (isLines(flags)) return openLines(flags, recipe);
  const opened = await writerOf(flags, layers);
  if (opened.target === "stream")
    return pour(opened.writer, await openOutput(flags.output, !flags.json && flags.format === "table"));
  if (flags.output === undefined || flags.output === "-")
    throw new UsageError(`--format ${flags.format} writes a folder: say which with -o DIR`);
  return pour(opened.writer, await openFolder(flags.output));
}

/** Whether records are printed a line each, as each is done. */
export const isLines = ({ format, json }: ExtractFlags): boolean => !json && format === "jsonl";

async function openLines({ output, resume }: ExtractFlags, recipe: Recipe): Promise<Sink> {
  const isFile = output !== undefined && output !== "-" && (await isRegular(output));
  const out = isFile ? await openRunFile(output, recipe, Boolean(resume)) : await openOutput(output);
  return {
    kept: "kept" in out ? out.kept : null,
    add: ({ json }) => out.write(`${json}\n`),
    finish: (summary) => out.finish(summary),
    suspend: () => ("suspend" in out ? out.suspend() : out.finish()),
    copies: () => null,
    abandon: () => out.abandon(),
  };
}

function pour<T>(writer: RecordWriter<T>, out: Output<T>): Sink {
  return {
    add: (done) => out.write(writer.add(recordIn(done)!)),
    async finish() {
      for (const part of writer.end()) await out.write(part);
      await out.finish();
    },
    copies: () => writer.copies?.() ?? null,
    abandon: () => out.abandon(),
  };
}

/** The sections of a table where only some layers were asked for. */
const SECTIONS: Partial<Record<Layer, readonly Kind[]>> = {
  sources: ["sources"],
  entities: ["people", "places", "organizations"],
  dates: ["timeline"],
  quotes: ["quotes"],
  events: ["events"],
};

function writerOf(flags: ExtractFlags, layers: readonly Layer[]): Promise<Writer> {
  const toTerminal = flags.output === undefined;
  return recordWriter(flags.json ? "json" : flags.format, {
    record: recordOptions({ offsets: flags.offsets, text: flags.text, only: layers }),
    top: wholeNumber("--top", flags.top),
    ...(flags.only !== undefined && {
      kinds: [...new Set(layers)].flatMap((layer) => SECTIONS[layer] ?? []),
    }),
    formulaGuard: flags.formulaGuard,
    copies: flags.copies,
    color: toTerminal && wantsColor(flags.color, process.stdout),
    width: (toTerminal && process.stdout.columns) || 120,
  });
}
