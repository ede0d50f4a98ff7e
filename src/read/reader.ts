import type { InputFormat } from "../choices.ts";
import type { Diagnostic } from "../diagnostic.ts";
import type { FieldMapping } from "./fields.ts";
import type { FindOptions } from "./inputs.ts";
import type { NamePattern } from "./name-pattern.ts";
import type { Read } from "./record.ts";

export { INPUT_FORMATS, type InputFormat } from "../choices.ts";

export interface ReadOptions extends FindOptions {
  readonly inputFormat: InputFormat;
  /** Publication day for every document, ISO 8601. */
  readonly published: string | null;
  /** Largest file, or record of a file of records, in bytes. */
  readonly maxBytes: number;
  /** How many times its size a compressed file may grow; 200 where absent. */
  readonly maxRatio?: number;
  /** How many records of one file are read; all where absent. */
  readonly maxRecords?: number;
  /** Encoding of every input; found out where absent. */
  readonly encoding?: string | null;
  /** Names of the columns or JSON fields that hold what a document needs, where they aren't called so. */
  readonly fields?: FieldMapping;
  /** What file names tell. */
  readonly namePattern?: NamePattern | null;
}

/** An input that gave no document. */
export interface Failure {
  readonly kind: "error";
  readonly id: string;
  readonly path: string;
  readonly diagnostic: Diagnostic;
}

/** A file or a record that holds no article, and isn't meant to: an image in an archive, a table of metadata. */
export interface Skipped {
  readonly kind: "skipped";
  readonly path: string;
  /** Whether it is a record of an archive and not a file. */
  readonly record?: true;
  readonly diagnostics?: readonly Diagnostic[];
}

/** Where a document comes from; `isNamed` where the file was given by itself, not found in a folder. */
export interface Origin {
  readonly id: string;
  readonly path: string;
  readonly isNamed: boolean;
}

/** Bytes that can be looked at before they are read; `chunks` has all of them. */
export interface ByteSource {
  readonly head: Uint8Array;
  readonly chunks: AsyncIterable<Uint8Array>;
}

/** Makes documents of one file of records. */
export type RecordReader = (
  source: ByteSource,
  origin: Origin,
  options: ReadOptions,
) => AsyncGenerator<Read | Failure | Skipped>;

/** Ends the reading of one input, as it becomes an error of that input. */
export class InputProblem extends Error {
  readonly diagnostic: Diagnostic;

  constructor(diagnostic: Diagnostic) {
    super(diagnostic.message);
    this.diagnostic = diagnostic;
  }
}

/** An input, or a record of one, that gave no document. */
export const fail = ({ id, path }: Pick<Origin, "id" | "path">, diagnostic: Diagnostic): Failure => ({
  kind: "error",
  id,
  path,
  diagnostic,
});
