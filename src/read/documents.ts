import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { diagnose } from "../diagnostic.ts";
import type { SourceFile } from "../document.ts";
import { reasonOf } from "../reason.ts";
import { articleDocument } from "./article.ts";
import { declaredCharset } from "./decode.ts";
import { type Format, formatOf, isSurelyJsonLines } from "./format.ts";
import { gunzip, isGzip } from "./gzip.ts";
import type { Input } from "./inputs.ts";
import { peek } from "./peek.ts";
import {
  type ByteSource,
  type Failure,
  fail,
  InputProblem,
  type Origin,
  type ReadOptions,
  type RecordReader,
  type Skipped,
} from "./reader.ts";
import { dayOf, type Read, statementsOf } from "./record.ts";
import { type Beside, Sidecars } from "./sidecar.ts";

const STDIN = "-";

/** Opens an input: one document of a text or HTML file, many of a file of records. What can't be read is returned, never thrown. */
export async function* readDocuments(
  input: Exclude<Input, { kind: "skipped" }>,
  options: ReadOptions,
  stdin: AsyncIterable<Uint8Array> | undefined = undefined,
  sidecars = new Sidecars(options),
): AsyncGenerator<Read | Failure | Skipped> {
  if (input.kind === "problem" || input.kind === "missing") {
    yield fail(input, input.diagnostic);
    return;
  }
  const origin =
    input.kind === "stdin"
      ? { id: STDIN, path: STDIN, isNamed: true }
      : { id: input.id, path: input.path, isNamed: input.named };
  if (input.kind === "stdin" && !stdin) {
    yield fail(origin, diagnose("no-such-input", "there is no standard input"));
    return;
  }
  try {
    const skipped = input.kind === "file" ? await sidecars.skipped(input.path) : null;
    if (skipped) yield skipped;
    else yield* readBytes(input.kind === "stdin" ? stdin! : await openFile(input.path), origin, options, sidecars);
  } catch (error) {
    yield fail(origin, error instanceof InputProblem ? error.diagnostic : unreadable(error));
  }
}

const unreadable = (error: unknown) => diagnose("unreadable-file", reasonOf(error as NodeJS.ErrnoException));

// Files up to this size are read at once, which is faster than a stream.
const SMALL = 1 << 20;

async function openFile(path: string): Promise<AsyncIterable<Uint8Array>> {
  const entry = await stat(path);
  return entry.isFile() && entry.size <= SMALL ? once(await readFile(path)) : createReadStream(path);
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

const READERS: Partial<Record<Format, () => Promise<RecordReader>>> = {
  jsonl: async () => (await import("./formats/jsonl.ts")).readJsonLines,
  json: async () => (await import("./formats/json.ts")).readJson,
  csv: async () => (await import("./formats/csv.ts")).readCsv,
  warc: async () => (await import("./formats/warc.ts")).readWarc,
};

async function* readBytes(
  stream: AsyncIterable<Uint8Array>,
  origin: Origin,
  options: ReadOptions,
  sidecars: Sidecars,
): AsyncGenerator<Read | Failure | Skipped> {
  const packed = await peek(stream, isSurelyJsonLines);
  const source = isGzip(packed.head) ? await peek(gunzip(packed.chunks, options.maxRatio), isSurelyJsonLines) : packed;
  const format = formatOf(source.head, origin.path, options);
  const reader = await READERS[format]?.();
  if (reader) yield* counted(reader(source, origin, options), origin, options);
  else {
    const beside = origin.path === STDIN ? null : await sidecars.of(origin);
    yield readArticle(await collect(source, options.maxBytes), format, origin, options, beside);
  }
}

/** No input goes without a word: a file of records that has none is said to be so, and one that has too many. */
async function* counted<T>(
  records: AsyncGenerator<T>,
  origin: Origin,
  { maxRecords = Number.POSITIVE_INFINITY }: ReadOptions,
): AsyncGenerator<T | Failure | Skipped> {
  let count = 0;
  for await (const record of records) {
    if (++count > maxRecords) {
      yield fail(origin, diagnose("too-many-records", `those behind the first ${maxRecords} (--max-records)`));
      return;
    }
    yield record;
  }
  if (!count) yield { kind: "skipped", path: origin.path, diagnostics: [diagnose("no-records")] };
}

/** The bytes of a stream; throws InputProblem where there are more than allowed. */
async function collect({ chunks }: ByteSource, maxBytes: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > maxBytes) throw new InputProblem(diagnose("file-too-large", `more than --max-bytes ${maxBytes}`));
    pieces.push(chunk);
  }
  return pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces);
}

const MEDIA_TYPES: Partial<Record<Format, SourceFile["mediaType"]>> = { html: "text/html", markdown: "text/markdown" };

/** One article in a file of its own. */
function readArticle(
  bytes: Uint8Array,
  format: Format,
  { id, path }: Origin,
  options: ReadOptions,
  beside: Beside | null,
): Read | Failure {
  const mediaType = MEDIA_TYPES[format] ?? "text/plain";
  const charset = mediaType === "text/html" ? declaredCharset(bytes) : null;
  const origin = { id, path, mediaType, charset };
  if (!beside) return articleDocument(bytes, origin, options);
  const { known, meta } = beside;
  const diagnostics = [...beside.diagnostics];
  const published = dayOf(known.published, diagnostics);
  const named = typeof known.id === "string" && known.id ? { id: known.id } : {};
  const statements = statementsOf(known);
  return articleDocument(bytes, { ...origin, ...named, meta, published, statements }, options, diagnostics);
}
