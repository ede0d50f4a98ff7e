import { outcomeOf } from "../extract.ts";
import type { AnalyzeOptions } from "../pipeline.ts";
import type { Read } from "../read/record.ts";
import type { RecordOptions } from "../record.ts";
import { type Done, doneOf } from "./done.ts";

/** A document to be analyzed, and the id under which it is printed. */
export interface Job {
  readonly read: Read;
  readonly id: string;
}

/** What is asked of every document of a run. */
export interface Work {
  readonly analyze: AnalyzeOptions;
  /** Null where no records are wanted. */
  readonly format: RecordOptions | null;
}

/** Analyzes one document and prints its record: the map step, in which no document depends on another. */
export async function analyzeJob({ read, id }: Job, { analyze, format }: Work): Promise<Done> {
  const done = doneOf(await outcomeOf(read, id, analyze), format);
  return { ...done, bytes: read.decoded.file.bytes };
}
