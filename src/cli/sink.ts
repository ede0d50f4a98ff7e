import {
  type CopyCounts,
  type DocumentRecord,
  type ErrorRecord,
  type Kind,
  type Layer,
  type RecordWriter,
  recordOptions,
  recordWriter,
  type Writer,
} from "../index.ts";
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
  /** Copies among the documents, where they were looked for. */
  copies(): CopyCounts | null;
  /** Leaves nothing behind that could be taken for a result. */
  abandon(): Promise<void>;
}

/** Opens what the flags say: standard output, a file, or a folder. */
export async function openSink(flags: ExtractFlags, layers: readonly Layer[]): Promise<Sink> {
  const opened = await writerOf(flags, layers);
  if (opened.target === "stream") return pour(opened.writer, await openOutput(flags.output));
  if (flags.output === undefined || flags.output === "-")
    throw new UsageError(`--format ${flags.format} writes a folder: say which with -o DIR`);
  return pour(opened.writer, await openFolder(flags.output));
}

function pour<T>(writer: RecordWriter<T>, out: Output<T>): Sink {
  return {
    add: (record) => out.write(writer.add(record)),
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
