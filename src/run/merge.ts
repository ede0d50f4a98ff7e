import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { diagnose } from "../diagnostic.ts";
import { UniqueIds } from "../ids.ts";
import { byteLines } from "../read/lines.ts";
import type { DocumentRecord, ErrorRecord } from "../schema.ts";
import { differences, type Manifest, readManifest } from "./manifest.ts";
import { Queue } from "./queue.ts";
import type { Position } from "./units.ts";

/** Why parts of a corpus can't be merged, in words. */
export class MergeError extends Error {}

/** A file of records of a part of a corpus. */
export interface Part {
  readonly path: string;
  readonly manifest: Manifest;
}

/** The parts in these files and folders, all of them and of one whole; throws MergeError. */
export async function partsOf(paths: readonly string[]): Promise<Part[]> {
  const parts: Part[] = [];
  for (const path of paths) for (const file of await filesOf(path)) parts.push(await partIn(file));
  const [first] = parts;
  if (!first) throw new MergeError("no parts of a corpus are here: extract --shard I/N writes them");
  const seen = new Map<number, string>();
  for (const part of parts) {
    checkSame(first, part);
    const { index, count } = part.manifest.shard!;
    const twin = seen.get(index);
    if (twin !== undefined) throw new MergeError(`part ${index} of ${count} is here twice: ${twin} and ${part.path}`);
    seen.set(index, part.path);
  }
  checkWhole(seen, first.manifest.shard!.count);
  return parts.sort((a, b) => a.manifest.shard!.index - b.manifest.shard!.index);
}

async function filesOf(path: string): Promise<string[]> {
  const entry = await stat(path).catch(() => null);
  if (!entry) throw new MergeError(`${path}: no such file or folder`);
  if (!entry.isDirectory()) return [path];
  const names = await readdir(path);
  return names
    .filter((name) => name.endsWith(".manifest"))
    .map((name) => join(path, name.slice(0, -".manifest".length)));
}

async function partIn(path: string): Promise<Part> {
  const manifest = await readManifest(path);
  if (!manifest?.shard)
    throw new MergeError(`${path} is no part of a corpus: it has no manifest of extract --shard I/N`);
  const { size } = (await stat(path).catch(() => null)) ?? { size: 0 };
  const { bytes, sha256 } = manifest.output;
  if (size !== bytes) throw new MergeError(`${path} is not whole: ${size} bytes of ${bytes}`);
  if ((await sha256Of(path)) !== sha256)
    throw new MergeError(`${path} was changed: its bytes are not those of its manifest`);
  return { path, manifest };
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest("hex");
}

function checkSame(one: Part, other: Part): void {
  const [a, b] = [one.manifest, other.manifest];
  const both = `${one.path} and ${other.path}`;
  if (a.shard!.count !== b.shard!.count)
    throw new MergeError(`${both} are parts of different numbers: ${a.shard!.count} and ${b.shard!.count}`);
  const differ = differences(a, b);
  if (differ.length) throw new MergeError(`${both} were made differently: ${differ.join("; ")}`);
  if (a.inputs.sha256 !== b.inputs.sha256)
    throw new MergeError(`${both} are of different inputs (${a.inputs.count} and ${b.inputs.count})`);
}

const TOLD = 20;

function checkWhole(seen: ReadonlyMap<number, string>, count: number): void {
  const missing: number[] = [];
  for (let index = 1; index <= count && missing.length < TOLD; index++) if (!seen.has(index)) missing.push(index);
  if (!missing.length) return;
  const left = count - seen.size - missing.length;
  throw new MergeError(`parts are missing: ${missing.join(", ")}${left > 0 ? ` and ${left} more` : ""} of ${count}`);
}

/** A record of the whole, as JSON; parsed where it has another id than in its part. */
export interface Merged {
  readonly type: "document" | "error";
  readonly json: string;
}

interface Head {
  readonly part: AsyncGenerator<Line>;
  readonly line: Line;
}

interface Line {
  readonly position: Position;
  readonly json: string;
}

/** The records of all parts in the order of the whole input, with the ids that a single run gives. A record of each part is in memory. */
export async function* merged(parts: readonly Part[]): AsyncGenerator<Merged> {
  const ids = new UniqueIds();
  const heads = new Queue<Head>(({ line: a }, { line: b }) => before(a.position, b.position));
  const push = async (part: AsyncGenerator<Line>) => {
    const { value, done } = await part.next();
    if (!done) heads.push({ part, line: value });
  };
  for (const { path } of parts) await push(linesOf(path, parts.length));
  for (let head = heads.pop(); head; head = heads.pop()) {
    yield renamed(head.line.json, ids);
    await push(head.part);
  }
}

const before = (a: Position, b: Position): boolean => a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]);

// Shared by the readers of all parts.
const BUFFERS = 64 << 20;
const LONGEST = 2 ** 30;
const PLACE = /,"position":\[(?<input>\d+),(?<document>\d+)\]\}$/u;

async function* linesOf(path: string, parts: number): AsyncGenerator<Line> {
  const highWaterMark = Math.max(4096, Math.min(1 << 16, Math.floor(BUFFERS / parts)));
  for await (const { bytes, number } of byteLines(createReadStream(path, { highWaterMark }), LONGEST)) {
    const text = bytes ? new TextDecoder().decode(bytes) : "";
    const place = PLACE.exec(text);
    if (!place) throw new MergeError(`${path}:${number}: no record of a part`);
    const { input, document } = place.groups!;
    yield { position: [Number(input), Number(document)], json: `${text.slice(0, place.index)}}` };
  }
}

const ID = /^\{"schema":"[^"]*","type":"(?<type>document|error)","id":(?<id>"(?:[^"\\]|\\.)*")/u;
/** What becomes of a document, and not of an input that couldn't be read: these have ids of their own. */
const OF_DOCUMENTS = new Set(["stage-failed", "too-deep", "timed-out", "worker-ended"]);

function renamed(json: string, ids: UniqueIds): Merged {
  const { type, id } = ID.exec(json)!.groups as { type: Merged["type"]; id: string };
  if (type === "error" && !isOfDocument(JSON.parse(json))) return { type, json };
  const before = JSON.parse(id);
  const after = ids.unique(before);
  if (after === before) return { type, json };
  const record: DocumentRecord | ErrorRecord = { ...JSON.parse(json), id: after };
  record.diagnostics.push(diagnose("duplicate-id", `${before}, renamed ${after}`));
  return { type, json: JSON.stringify(record) };
}

const isOfDocument = ({ diagnostics }: ErrorRecord): boolean => diagnostics.some(({ rule }) => OF_DOCUMENTS.has(rule));
