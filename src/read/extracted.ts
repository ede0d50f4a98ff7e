import { createReadStream } from "node:fs";
import { open, readFile } from "node:fs/promises";
import { diagnose } from "../diagnostic.ts";
import { corpusRecord, type DocumentRecord, documentRecord, type ErrorRecord, errorRecord } from "../schema.ts";
import { byteLines } from "./lines.ts";
import { peek } from "./peek.ts";
import type { Failure } from "./reader.ts";

// Records are printed with their schema first, so the first bytes of a file tell.
const EXTRACTED = /^\s*\{\s*"schema"\s*:\s*"summits\/(?:document|corpus)\//u;

/** Whether a file holds what `extract --format jsonl` or `json` printed. */
export async function isExtracted(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(200), 0, 200, 0);
    return EXTRACTED.test(buffer.toString("latin1", 0, bytesRead));
  } finally {
    await file.close();
  }
}

/** Looks at the start of a stream without losing it. */
export async function peekExtracted(
  stream: AsyncIterable<Uint8Array>,
): Promise<{ isExtracted: boolean; stream: AsyncIterable<Uint8Array> }> {
  const { head, chunks } = await peek(stream, () => true);
  return { isExtracted: EXTRACTED.test(Buffer.from(head).toString("latin1", 0, 200)), stream: chunks };
}

/** Reads records back, a line each; what is no record of this version is named with its line, and the rest goes on. */
export async function* readExtracted(
  path: string,
  stream: AsyncIterable<Uint8Array> = createReadStream(path),
  maxBytes = 256 * 1024 * 1024,
): AsyncGenerator<DocumentRecord | ErrorRecord | Failure> {
  let first = true;
  for await (const { bytes, number } of byteLines(stream, maxBytes)) {
    const text = bytes && Buffer.from(bytes).toString("utf8");
    if (first && text && /^\s*\{\s*"schema"\s*:\s*"summits\/corpus\//u.test(text)) {
      yield* readCorpus(path);
      return;
    }
    first = false;
    if (text === null || text.trim()) yield parseLine(text, path, number);
  }
}

function parseLine(text: string | null, path: string, line: number): DocumentRecord | ErrorRecord | Failure {
  const broken = (reason: string): Failure => ({
    kind: "error",
    id: `${path}:${line}`,
    path,
    diagnostic: diagnose("broken-record", reason, { line }),
  });
  if (text === null) return broken("the line is too long");
  let value: { schema?: unknown; type?: unknown };
  try {
    value = JSON.parse(text);
  } catch (error) {
    return broken((error as Error).message);
  }
  if (typeof value?.schema === "string" && value.schema !== "summits/document/1") {
    return broken(`it is of schema ${value.schema}; this version reads summits/document/1: extract it again`);
  }
  const parsed = (value?.type === "error" ? errorRecord : documentRecord).safeParse(value);
  if (parsed.success) return parsed.data;
  const { path: at, message } = parsed.error.issues[0]!;
  return broken(`${at.join(".")}: ${message}`);
}

/** A corpus object is read whole. */
async function* readCorpus(path: string): AsyncGenerator<DocumentRecord | ErrorRecord | Failure> {
  const broken = (reason: string): Failure => ({
    kind: "error",
    id: path,
    path,
    diagnostic: diagnose("broken-record", reason),
  });
  let value: { schema?: unknown };
  try {
    value = JSON.parse(await readFile(path, "utf8"));
  } catch (error) {
    yield broken((error as Error).message);
    return;
  }
  const parsed = corpusRecord.safeParse(value);
  if (parsed.success) {
    yield* parsed.data.documents;
    yield* parsed.data.errors;
  } else if (value?.schema !== "summits/corpus/1") {
    yield broken(`it is of schema ${value?.schema}; this version reads summits/corpus/1: extract it again`);
  } else {
    const { path: at, message } = parsed.error.issues[0]!;
    yield broken(`${at.join(".")}: ${message}`);
  }
}
