import { createHash, type Hash } from "node:crypto";
import { readDocuments } from "../read/documents.ts";
import { type FindOptions, findInputs, type Input } from "../read/inputs.ts";
import type { Failure, ReadOptions, Skipped } from "../read/reader.ts";
import type { Read } from "../read/record.ts";
import { Sidecars } from "../read/sidecar.ts";
import type { DocumentRecord, ErrorRecord } from "../schema.ts";

/** The i-th of n parts of the same input, from 1. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** The number of an input in the run, and of a document in it. */
export type Position = readonly [input: number, document: number];

/** A record that was extracted before. */
export interface Recorded {
  readonly kind: "recorded";
  readonly record: DocumentRecord | ErrorRecord;
}

/** Something that was read, and where it stands in the whole input. */
export interface Unit {
  readonly position: Position;
  readonly read: Read | Failure | Skipped | Recorded;
}

export interface UnitsOptions extends ReadOptions, FindOptions {
  /** What the path `-` stands for. */
  readonly stdin?: AsyncIterable<Uint8Array>;
  readonly shard?: Shard | null;
  /** Whether files that hold records of this tool are read as such, not as articles. */
  readonly readsRecords?: boolean;
}

type Readable = Exclude<Input, { kind: "skipped" }>;

/** Reads everything behind the paths, or one part of it. */
export class Units implements AsyncIterable<Unit> {
  readonly #paths: readonly string[];
  readonly #options: UnitsOptions;
  readonly #hash: Hash = createHash("sha256");
  #inputs = 0;

  constructor(paths: readonly string[], options: UnitsOptions) {
    this.#paths = paths;
    this.#options = options;
  }

  /** How many inputs there were, and what they were: the same for every part of the same input. Known at the end. */
  summary(): { count: number; sha256: string } {
    return { count: this.#inputs, sha256: this.#hash.copy().digest("hex") };
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Unit> {
    const sidecars = new Sidecars(this.#options);
    for await (const input of findInputs(this.#paths, this.#options)) {
      const number = this.#inputs++;
      this.#note(input.kind, input.kind === "stdin" ? "-" : input.path);
      const isWhole = !isOfRecords(input);
      if (isWhole && !this.#isOurs(number)) continue;
      if (input.kind === "skipped") yield { position: [number, 0], read: input };
      else yield* this.#read(input, number, isWhole, sidecars);
    }
  }

  /** A file of one article is in one part as a whole; of a file of records every part reads all and has its share. */
  async *#read(input: Readable, number: number, isWhole: boolean, sidecars: Sidecars): AsyncGenerator<Unit> {
    let document = 0;
    const recorded = this.#options.readsRecords ? await recordsIn(input, this.#options.stdin) : {};
    const reads =
      recorded.records ?? readDocuments(input, this.#options, recorded.stdin ?? this.#options.stdin, sidecars);
    for await (const read of reads) {
      const position = [number, document++] as const;
      if (!isWhole) this.#note(read.kind === "document" ? read.decoded.file.sha256 : read.kind);
      if (isWhole || this.#isOurs(number + position[1])) yield { position, read };
    }
  }

  #isOurs(number: number): boolean {
    const { shard } = this.#options;
    return !shard || number % shard.count === shard.index - 1;
  }

  #note(...parts: readonly string[]): void {
    this.#hash.update(`${parts.join("\0")}\n`);
  }
}

const RECORDS = /\.(?:jsonl|ndjson|json|csv|tsv|warc)(?:\.gz)?$/iu;

/** Whether an input may hold many documents, by its name. */
function isOfRecords(input: Input): boolean {
  if (input.kind === "stdin") return true;
  return (
    input.kind === "file" &&
    (RECORDS.test(input.path) || !/\.(?:txt|text|md|markdown|html?|xhtml)(?:\.gz)?$/iu.test(input.path))
  );
}

/** The records in a file that this tool wrote; else standard input as it was before it was looked at. */
async function recordsIn(
  input: Readable,
  stdin: AsyncIterable<Uint8Array> | undefined,
): Promise<{ records?: AsyncGenerator<Recorded | Failure>; stdin?: AsyncIterable<Uint8Array> }> {
  const { isExtracted, peekExtracted, readExtracted } = await import("../read/extracted.ts");
  if (input.kind === "file") {
    const isOurs = await isExtracted(input.path).catch(() => false);
    return isOurs ? { records: recorded(readExtracted(input.path)) } : {};
  }
  if (input.kind !== "stdin" || !stdin) return {};
  const { isExtracted: isOurs, stream } = await peekExtracted(stdin);
  return isOurs ? { records: recorded(readExtracted("-", stream)) } : { stdin: stream };
}

async function* recorded(
  read: AsyncIterable<DocumentRecord | ErrorRecord | Failure>,
): AsyncGenerator<Recorded | Failure> {
  for await (const one of read) yield "kind" in one ? one : { kind: "recorded", record: one };
}
