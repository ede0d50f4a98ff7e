import type { DocumentRecord, ErrorRecord } from "../schema.ts";

/** Takes the records of a run one by one, and gives the text to print. */
export interface RecordWriter {
  add(record: DocumentRecord | ErrorRecord): string;
  /** What can be printed only when everything has been seen. */
  end(): Iterable<string>;
}
