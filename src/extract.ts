import { type Diagnostic, diagnose } from "./diagnostic.ts";
import { UniqueIds } from "./ids.ts";
import { inspect } from "./inspect.ts";
import { type AnalyzeOptions, analyze } from "./pipeline.ts";
import { readDocuments } from "./read/documents.ts";
import { findInputs, type Input } from "./read/inputs.ts";
import { type Failure, InputProblem, type ReadOptions, type Skipped } from "./read/reader.ts";
import { type Read, render } from "./read/record.ts";
import { Sidecars } from "./read/sidecar.ts";
import { failureOf, type Outcome, type RecordOptions, recordOf, toErrorRecord } from "./record.ts";
import type { DocumentRecord, ErrorRecord } from "./schema.ts";

export { type Outcome, recordOf } from "./record.ts";

/** How inputs are read and analyzed; `stdin` is what the path `-` stands for. */
export type ExtractOptions = ReadOptions & AnalyzeOptions & { readonly stdin?: AsyncIterable<Uint8Array> };

/** Reads and analyzes everything behind the paths, one document at a time, in the order of the input. */
export async function* extract(paths: readonly string[], options: ExtractOptions): AsyncGenerator<Outcome> {
  const ids = new UniqueIds();
  const sidecars = new Sidecars(options);
  for await (const input of findInputs(paths, options)) {
    if (input.kind === "skipped") yield input;
    else {
      const reads = readDocuments(input, options, options.stdin, sidecars);
      for await (const read of reads) yield await outcome(read, ids, options);
    }
  }
}

/** Records of everything behind the paths: articles are analyzed, files that were extracted before are read back. */
export async function* records(
  paths: readonly string[],
  options: ExtractOptions,
  format: RecordOptions,
): AsyncGenerator<DocumentRecord | ErrorRecord> {
  const ids = new UniqueIds();
  const sidecars = new Sidecars(options);
  for await (const input of findInputs(paths, options)) {
    if (input.kind === "skipped") continue;
    const extracted = await extractedRecords(input, options.stdin);
    if (extracted.records) yield* extracted.records;
    else {
      for await (const read of readDocuments(input, options, extracted.stdin, sidecars)) {
        const one = await outcome(read, ids, options);
        if (one.kind !== "skipped") yield recordOf(one, format);
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

async function outcome(read: Read | Failure | Skipped, ids: UniqueIds, options: AnalyzeOptions): Promise<Outcome> {
  if (read.kind === "document") return outcomeOf(read, ids.unique(read.decoded.id), options);
  return read.kind === "error" ? failureOf(read) : read;
}

/** Analyzes what was read and prints it under an id, which is another one where the document's own was taken. */
export async function outcomeOf(read: Read, id: string, options: AnalyzeOptions): Promise<Exclude<Outcome, Skipped>> {
  const { decoded } = read;
  const renamed = id === decoded.id ? [] : [diagnose("duplicate-id", `${decoded.id}, renamed ${id}`)];
  let diagnostics = read.diagnostics;
  try {
    const rendered = await render(read, options.maxDepth);
    diagnostics = rendered.diagnostics;
    const document = { ...(await analyze(rendered.source, options)), id };
    return { kind: "document", document, diagnostics: [...diagnostics, ...inspect(document), ...renamed] };
  } catch (bug) {
    const failed = { kind: "error", id, path: decoded.file.path } as const;
    const told = (why: Diagnostic) => [...diagnostics, why, ...renamed];
    if (bug instanceof InputProblem) return { ...failed, diagnostics: told(bug.diagnostic) };
    return { ...failed, diagnostics: told(diagnose("stage-failed", (bug as Error).message)), bug };
  }
}
