import { type Diagnostic, diagnose } from "./diagnostic.ts";
import type { Document } from "./document.ts";
import { inspect } from "./inspect.ts";
import { type AnalyzeOptions, analyze } from "./pipeline.ts";
import { readDocuments } from "./read/documents.ts";
import { findInputs, type Input } from "./read/inputs.ts";
import type { Failure, ReadOptions, Skipped } from "./read/reader.ts";
import type { Read } from "./read/record.ts";
import { Sidecars } from "./read/sidecar.ts";
import { type RecordOptions, toErrorRecord, toRecord } from "./record.ts";
import type { DocumentRecord, ErrorRecord } from "./schema.ts";

/** What became of one input. Every input that is found gives at least one of these. */
export type Outcome =
  | { readonly kind: "document"; readonly document: Document; readonly diagnostics: readonly Diagnostic[] }
  | {
      readonly kind: "error";
      readonly id: string;
      readonly path: string;
      readonly diagnostics: readonly Diagnostic[];
      /** Where the tool itself failed: a bug, with its cause. */
      readonly bug?: unknown;
    }
  | Skipped;

/** How inputs are read and analyzed; `stdin` is what the path `-` stands for. */
export type ExtractOptions = ReadOptions & AnalyzeOptions & { readonly stdin?: AsyncIterable<Uint8Array> };

/** Reads and analyzes everything behind the paths, one document at a time, in the order of the input. */
export async function* extract(paths: readonly string[], options: ExtractOptions): AsyncGenerator<Outcome> {
  const seen = new Map<string, number>();
  const sidecars = new Sidecars(options);
  for await (const input of findInputs(paths, options)) {
    if (input.kind === "skipped") yield input;
    else {
      const reads = readDocuments(input, options, options.stdin, sidecars);
      for await (const read of reads) yield await outcomeOf(read, seen, options);
    }
  }
}

/** The record of whatever became of an input. */
export function recordOf(
  outcome: Exclude<Outcome, { kind: "skipped" }>,
  options: RecordOptions,
): DocumentRecord | ErrorRecord {
  return outcome.kind === "document"
    ? toRecord(outcome.document, outcome.diagnostics, options)
    : toErrorRecord(outcome.id, outcome.path, outcome.diagnostics);
}

/** Records of everything behind the paths: articles are analyzed, files that were extracted before are read back. */
export async function* records(
  paths: readonly string[],
  options: ExtractOptions,
  format: RecordOptions,
): AsyncGenerator<DocumentRecord | ErrorRecord> {
  const seen = new Map<string, number>();
  const sidecars = new Sidecars(options);
  for await (const input of findInputs(paths, options)) {
    if (input.kind === "skipped") continue;
    const extracted = await extractedRecords(input, options.stdin);
    if (extracted.records) yield* extracted.records;
    else {
      for await (const read of readDocuments(input, options, extracted.stdin, sidecars)) {
        const outcome = await outcomeOf(read, seen, options);
        if (outcome.kind !== "skipped") yield recordOf(outcome, format);
      }
    }
  }
}

async function extractedRecords(
  input: Input,
  stdin?: AsyncIterable<Uint8Array>,
): Promise<{
  records?: AsyncGenerator<DocumentRecord | ErrorRecord>;
  stdin?: AsyncIterable<Uint8Array>;
}> {
  const { isExtracted, peekExtracted, readExtracted } = await import("./read/extracted.ts");
  if (input.kind === "file" && (await isExtracted(input.path).catch(() => false))) {
    return { records: withErrors(readExtracted(input.path)) };
  }
  if (input.kind !== "stdin" || !stdin) return {};
  const { isExtracted: extracted, stream } = await peekExtracted(stdin);
  return extracted ? { records: withErrors(readExtracted("-", stream)) } : { stdin: stream };
}

async function* withErrors(
  read: AsyncGenerator<DocumentRecord | ErrorRecord | Failure>,
): AsyncGenerator<DocumentRecord | ErrorRecord> {
  for await (const one of read) yield "kind" in one ? toErrorRecord(one.id, one.path, [one.diagnostic]) : one;
}

async function outcomeOf(
  read: Read | Failure | Skipped,
  seen: Map<string, number>,
  options: AnalyzeOptions,
): Promise<Outcome> {
  if (read.kind === "skipped") return read;
  if (read.kind === "error") {
    const { id, path, diagnostic } = read;
    return { kind: "error", id, path, diagnostics: [diagnostic] };
  }
  const diagnostics = [...read.diagnostics];
  const id = uniqueId(read.source.id, seen);
  if (id !== read.source.id) diagnostics.push(diagnose("duplicate-id", `${read.source.id}, renamed ${id}`));
  try {
    const document = await analyze({ ...read.source, id }, options);
    return { kind: "document", document, diagnostics: [...diagnostics, ...inspect(document)] };
  } catch (bug) {
    diagnostics.push(diagnose("stage-failed", (bug as Error).message));
    return { kind: "error", id, path: read.source.file.path, diagnostics, bug };
  }
}

/** Documents that come with the same id are kept apart: "a", "a#2", "a#3". `seen` counts them. */
function uniqueId(id: string, seen: Map<string, number>): string {
  const before = seen.get(id) ?? 0;
  seen.set(id, before + 1);
  // "a#2" may itself be the id of a record.
  return before ? uniqueId(`${id}#${before + 1}`, seen) : id;
}
