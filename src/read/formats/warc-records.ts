import { ByteReader } from "./byte-reader.ts";
import { type Headers, parseHeaders } from "./http.ts";

/** A record of a web archive (ISO 28500). */
export interface WarcRecord {
  readonly headers: Headers;
  /** Null where it is larger than allowed. */
  readonly block: Uint8Array | null;
  /** Where it begins in the archive, decompressed. */
  readonly offset: number;
  /** What is wrong with it. */
  readonly problem: { readonly rule: "wrong-length" | "broken-record"; readonly reason: string } | null;
}

const HEADER_LIMIT = 1 << 16;
const START = Buffer.from("WARC/");
// A record ends with two line breaks, and the next begins with its version.
const BOUNDARY = Buffer.from("\r\n\r\nWARC/1");
const HEADER_END = Buffer.from("\r\n\r\n");

/**
 * Reads the records of a web archive one after another. Where a length is wrong, the record ends where the next one
 * begins: no record hides behind the wrong length of another.
 */
export async function* warcRecords(chunks: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<WarcRecord> {
  const reader = new ByteReader(chunks);
  try {
    while (await passJunk(reader)) yield await readRecord(reader, maxBytes);
  } finally {
    await reader.close();
  }
}

/** Goes to the start of the next record; false where there is none. */
async function passJunk(reader: ByteReader): Promise<boolean> {
  for (;;) {
    const at = await reader.find(START, HEADER_LIMIT);
    if (at >= 0) return (await reader.skip(at)) === at;
    const passed = await reader.skip(HEADER_LIMIT - START.length);
    if (passed < HEADER_LIMIT - START.length) return false;
  }
}

async function readRecord(reader: ByteReader, maxBytes: number): Promise<WarcRecord> {
  const { offset } = reader;
  const end = await reader.find(HEADER_END, HEADER_LIMIT);
  const broken = (reason: string, headers: Headers = new Map()): WarcRecord => ({
    headers,
    block: null,
    offset,
    problem: { rule: "broken-record", reason },
  });
  if (end < 0) {
    await reader.skip(START.length);
    return broken("its header has no end");
  }
  const headers = parseHeaders((await reader.take(end + HEADER_END.length)).toString("utf8"));
  const stated = headers.get("content-length") ?? "none";
  const length = /^\d{1,15}$/u.test(stated) ? Number(stated) : null;
  if (length !== null && length > maxBytes) {
    const passed = await reader.skip(length);
    return broken(`${passed} bytes are more than --max-bytes ${maxBytes}`, headers);
  }
  if (length !== null && (await isWhole(reader, length))) {
    return { headers, block: await reader.take(length), offset, problem: null };
  }
  const real = await reader.find(BOUNDARY, maxBytes);
  if (real >= 0) {
    const reason = `${stated}, but it has ${real} bytes`;
    return { headers, block: await reader.take(real), offset, problem: { rule: "wrong-length", reason } };
  }
  return lastRecord(reader, headers, { stated, length, maxBytes, offset });
}

/** Whether the block of this length is followed by the next record, or the end. */
async function isWhole(reader: ByteReader, length: number): Promise<boolean> {
  const bytes = await reader.peek(length + BOUNDARY.length);
  if (bytes.length < length) return false;
  const after = bytes.subarray(length).toString("latin1");
  return /^(?:\r?\n){0,2}$/u.test(after) || /^(?:\r?\n){0,3}WARC/u.test(after);
}

/** A record behind which no other begins: the archive ends too early, or the length is wrong. */
async function lastRecord(
  reader: ByteReader,
  headers: Headers,
  { stated, length, maxBytes, offset }: { stated: string; length: number | null; maxBytes: number; offset: number },
): Promise<WarcRecord> {
  const rest = await reader.take(maxBytes);
  const text = rest.toString("latin1");
  const block = rest.subarray(0, text.length - (/(?:\r\n){1,2}$/u.exec(text)?.[0].length ?? 0));
  const isCutOff = length !== null && rest.length < length;
  const reason = isCutOff
    ? `it ends after ${rest.length} of ${length} bytes`
    : `${stated}, but it has ${block.length} bytes`;
  return { headers, block, offset, problem: { rule: isCutOff ? "broken-record" : "wrong-length", reason } };
}
