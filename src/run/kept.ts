import { createReadStream } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import type { SourceFile } from "../document.ts";
import { FingerprintTable, fingerprint } from "../fingerprints.ts";
import { byteLines } from "../read/lines.ts";
import type { Done } from "./done.ts";
import type { Position } from "./units.ts";

/** Longest record that is looked for; one that is longer is made again. */
const LONGEST = 256 << 20;
/** So far into a record stands its source. */
const HEAD = 1 << 16;

// The numbers of a file and of a byte in it are one number that a double holds exactly.
const FILE = 2 ** 45;

/** Records that interrupted runs left in files, found again by id and by the SHA-256 of their source. */
export class Kept {
  readonly #records = new FingerprintTable();
  readonly #files: FileHandle[] = [];

  get size(): number {
    return this.#records.size;
  }

  /** Notes the whole lines of a file; tells how many records are in it that weren't known. */
  async add(path: string): Promise<number> {
    const before = this.#records.size;
    const file = (await open(path)) as FileHandle;
    const number = this.#files.push(file) - 1;
    const end = await lastLineEnd(file);
    if (end) {
      let start = 0;
      for await (const { bytes, length } of wholeLines(path, end)) {
        const identity = bytes && identityOf(bytes);
        if (identity) this.#note(identity, number * FILE + start);
        start += length + 1;
      }
    }
    return this.#records.size - before;
  }

  /** The record of a document, where it is here and made from the same bytes in the same place. */
  async take(id: string, file: SourceFile, position: Position | null): Promise<Omit<Done, "bytes"> | null> {
    const at = this.#records.get(fingerprint(`${id}\0${file.sha256}`));
    if (at === undefined) return null;
    const line = await readLine(this.#files[Math.floor(at / FILE)]!, at % FILE);
    const identity = line && identityOf(line);
    if (!identity || identity.id !== id || identity.sha256 !== file.sha256) return null;
    if (identity.path !== file.path || identity.line !== file.line) return null;
    const json = line.toString("utf8");
    if (position && !json.endsWith(`,"position":${JSON.stringify(position)}}`)) return null;
    return { kind: "document", id, path: identity.path, json, notices: [], isKept: true };
  }

  async close(): Promise<void> {
    for (const file of this.#files) await file.close();
  }

  #note({ id, sha256 }: Identity, at: number): void {
    this.#records.set(fingerprint(`${id}\0${sha256}`), at);
  }
}

interface Identity {
  readonly id: string;
  readonly path: string;
  readonly line: number | undefined;
  readonly sha256: string;
}

// As records are printed: their first fields in this order. Strings are matched as JSON writes them.
const STRING = String.raw`"(?:[^"\\]|\\.)*"`;
const START = new RegExp(
  String.raw`^\{"schema":"summits/document/\d+","type":"document","id":(?<id>${STRING}),"source":\{"path":(?<path>${STRING})(?:,"line":(?<line>\d+))?,"sha256":"(?<sha256>[0-9a-f]{64})"`,
  "u",
);

/** What document a record is of; null for a record of type error, which is made again. */
function identityOf(line: Buffer): Identity | null {
  const { id, path, line: at, sha256 } = START.exec(line.toString("utf8", 0, HEAD))?.groups ?? {};
  if (!id || !path || !sha256) return null;
  try {
    return { id: JSON.parse(id), path: JSON.parse(path), line: at === undefined ? at : Number(at), sha256 };
  } catch {
    return null;
  }
}

const CHUNK = 1 << 16;

/** Where the last line ends that has its line feed: what comes after it was cut off. */
async function lastLineEnd(file: FileHandle): Promise<number> {
  const chunk = Buffer.alloc(CHUNK);
  for (let end = (await file.stat()).size; end > 0; ) {
    const start = Math.max(0, end - CHUNK);
    const { bytesRead } = await file.read(chunk, 0, end - start, start);
    const feed = chunk.subarray(0, bytesRead).lastIndexOf(10);
    if (feed >= 0) return start + feed + 1;
    end = start;
  }
  return 0;
}

async function* wholeLines(path: string, end: number): AsyncGenerator<{ bytes: Buffer | null; length: number }> {
  for await (const { bytes, length } of byteLines(createReadStream(path, { end: end - 1 }), LONGEST)) {
    yield { bytes: bytes && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), length };
  }
}

/** The line that begins at a byte; null where it doesn't end. */
async function readLine(file: FileHandle, start: number): Promise<Buffer | null> {
  const pieces: Buffer[] = [];
  for (let at = start; at - start <= LONGEST; ) {
    const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(CHUNK), 0, CHUNK, at);
    if (!bytesRead) return null;
    const feed = buffer.subarray(0, bytesRead).indexOf(10);
    pieces.push(buffer.subarray(0, feed < 0 ? bytesRead : feed));
    if (feed >= 0) return Buffer.concat(pieces);
    at += bytesRead;
  }
  return null;
}
