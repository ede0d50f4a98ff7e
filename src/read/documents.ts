import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { extname } from "node:path";
import { type Diagnostic, diagnose } from "../diagnostic.ts";
import type { SourceFile } from "../document.ts";
import { declaredCharset, decode, isBinary } from "./decode.ts";
import { type Input, reasonOf } from "./inputs.ts";
import { byteLines } from "./lines.ts";
import { parseRecord, type Read, sha256, toDocument } from "./record.ts";

export const INPUT_FORMATS = ["auto", "text", "markdown", "html", "jsonl"] as const;
export type InputFormat = (typeof INPUT_FORMATS)[number];

export interface ReadOptions {
  readonly inputFormat: InputFormat;
  /** Publication day for every document, ISO 8601. */
  readonly published: string | null;
  /** Largest file, or record of a file of records, in bytes. */
  readonly maxBytes: number;
}

/** An input that gave no document. */
export interface Failure {
  readonly kind: "error";
  readonly id: string;
  readonly path: string;
  readonly diagnostic: Diagnostic;
}

const STDIN = "-";

/** Opens an input: one document of a text or HTML file, one for each line of JSON Lines. What can't be read is returned, never thrown. */
export async function* readDocuments(
  input: Exclude<Input, { kind: "skipped" }>,
  options: ReadOptions,
  stdin: AsyncIterable<Uint8Array> = process.stdin,
): AsyncGenerator<Read | Failure> {
  if (input.kind === "problem" || input.kind === "missing") {
    const { id, path, diagnostic } = input;
    yield { kind: "error", id, path, diagnostic };
    return;
  }
  const at = input.kind === "stdin" ? { id: STDIN, path: STDIN } : { id: input.id, path: input.path };
  try {
    if (input.kind === "stdin") yield* readStream(stdin, at, options);
    else yield* readPath(at, options);
  } catch (error) {
    yield fail(at, diagnose("unreadable-file", reasonOf(error as NodeJS.ErrnoException)));
  }
}

type At = { readonly id: string; readonly path: string };

const fail = (at: At, diagnostic: Diagnostic): Failure => ({ kind: "error", ...at, diagnostic });

const tooLarge = (at: At, bytes: number, maxBytes: number) =>
  fail(at, diagnose("file-too-large", `${bytes} bytes, more than --max-bytes ${maxBytes}`));

async function* readPath(at: At, options: ReadOptions): AsyncGenerator<Read | Failure> {
  const isRecords =
    options.inputFormat === "jsonl" || (options.inputFormat === "auto" && /\.(?:jsonl|ndjson)$/iu.test(at.path));
  if (isRecords) {
    yield* readRecords(createReadStream(at.path), at, options);
    return;
  }
  const { size } = await stat(at.path);
  if (size > options.maxBytes) yield tooLarge(at, size, options.maxBytes);
  else yield readBytes(await readFile(at.path), at, options);
}

/** Standard input: JSON Lines where its first line looks like a record, else one document. */
async function* readStream(
  stream: AsyncIterable<Uint8Array>,
  at: At,
  options: ReadOptions,
): AsyncGenerator<Read | Failure> {
  if (options.inputFormat === "jsonl") {
    yield* readRecords(stream, at, options);
    return;
  }
  const chunks = stream[Symbol.asyncIterator]();
  const first = await chunks.next();
  const rest = prepend(first, chunks);
  if (
    options.inputFormat === "auto" &&
    !first.done &&
    /^\s*\{\s*"/u.test(Buffer.from(first.value).toString("latin1"))
  ) {
    yield* readRecords(rest, at, options);
    return;
  }
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of rest) {
    size += chunk.length;
    if (size > options.maxBytes) {
      yield tooLarge(at, size, options.maxBytes);
      return;
    }
    pieces.push(chunk);
  }
  yield readBytes(Buffer.concat(pieces), at, options);
}

/** A stream with its first chunk put back. */
export async function* prepend<T>(first: IteratorResult<T>, rest: AsyncIterator<T>): AsyncGenerator<T> {
  for (let next = first; !next.done; next = await rest.next()) yield next.value;
}

async function* readRecords(
  stream: AsyncIterable<Uint8Array>,
  at: At,
  options: ReadOptions,
): AsyncGenerator<Read | Failure> {
  for await (const { bytes, number } of byteLines(stream, options.maxBytes)) {
    const place = { path: at.path, line: number, published: options.published };
    if (!bytes) {
      const reason = `longer than --max-bytes ${options.maxBytes}`;
      yield fail({ id: `${at.path}:${number}`, path: at.path }, diagnose("broken-record", reason, { line: number }));
    } else if (bytes.some((byte) => byte > 32)) {
      const record = parseRecord(bytes, place);
      yield record.kind === "document" ? record : fail({ id: record.id, path: at.path }, record.diagnostic);
    }
  }
}

function readBytes(bytes: Uint8Array, at: At, options: ReadOptions): Read | Failure {
  if (isBinary(bytes))
    return fail(at, diagnose("binary-file", "most likely an image, an archive or a document format"));
  const mediaType = mediaTypeOf(bytes, at.path, options.inputFormat);
  const { text, encoding, basis, replacedAt } = decode(
    bytes,
    mediaType === "text/html" ? declaredCharset(bytes) : null,
  );
  const diagnostics: Diagnostic[] = [];
  if (replacedAt >= 0) {
    // In HTML the offset would be one of the file, not of its rendering.
    const span = mediaType === "text/html" ? {} : { span: { start: replacedAt, end: replacedAt + 1 } };
    diagnostics.push(diagnose("undecodable-bytes", encoding, span));
  }
  if (basis === "detected") diagnostics.push(diagnose("guessed-encoding", encoding));
  const file: SourceFile = {
    path: at.path,
    sha256: sha256(bytes),
    mediaType,
    encoding,
    encodingBasis: basis,
    bytes: bytes.length,
  };
  return toDocument(text, { id: at.id, file, given: options.published }, diagnostics);
}

const HTML_START =
  /^(?:\ufeff|\u00ef\u00bb\u00bf)?\s*(?:<!--[^>]{0,500}-->\s*|<\?xml[^>]{0,200}\?>\s*)?<(?:!doctype\s+html|html|head|body)\b/iu;

function mediaTypeOf(bytes: Uint8Array, path: string, format: InputFormat): SourceFile["mediaType"] {
  if (format === "html") return "text/html";
  if (format === "markdown") return "text/markdown";
  if (format === "text") return "text/plain";
  const extension = extname(path).toLowerCase();
  if ([".html", ".htm", ".xhtml"].includes(extension)) return "text/html";
  if ([".md", ".markdown"].includes(extension)) return "text/markdown";
  return HTML_START.test(new TextDecoder("latin1").decode(bytes.subarray(0, 2048))) ? "text/html" : "text/plain";
}
