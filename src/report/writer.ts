import type { CopyCounts } from "../corpus/corpus.ts";
import type { DocumentRecord, ErrorRecord } from "../schema.ts";

export { OUTPUT_FORMATS, type OutputFormat } from "../choices.ts";

/** Takes the records of a run one by one, and gives what is to be written: text to print, or pieces of files. */
export interface RecordWriter<T = string> {
  add(record: DocumentRecord | ErrorRecord): T;
  /** What can be written only when everything has been seen. */
  end(): Iterable<T>;
  /** Copies among the documents, where the writer looks for them; known at the end. */
  copies?(): CopyCounts | null;
}

/** A piece of a file in a folder of results; the pieces of one file follow one another. */
export interface Piece {
  /** A plain name, without folders. */
  readonly file: string;
  readonly content: string | Uint8Array;
}

export type FolderWriter = RecordWriter<readonly Piece[]>;
