import { workerData } from "node:worker_threads";
import { analyzeJob, type Job, type Work } from "./analyze.ts";
import type { Done } from "./done.ts";

/** Some documents, and a counter in shared memory that tells which of them is in work, from 1. */
export interface Batch {
  readonly jobs: readonly Job[];
  readonly inWork: Int32Array;
}

// Tinypool puts its own data before ours.
const [, work] = workerData as [unknown, Work];

// Models and rules are made ready on first use: not on the time of the first document.
const file = {
  path: "",
  sha256: "",
  mediaType: "text/plain",
  encoding: "utf-8",
  encodingBasis: "given",
  bytes: 0,
} as const;
const decoded = { id: "", text: "Ann Lee, a minister, said “no” in Oslo on Monday.", file, given: "2024-06-18" };
await analyzeJob({ id: "", read: { kind: "document", decoded, diagnostics: [] } }, work);

/** Runs in a worker thread: analyzes the documents of a batch one after another. */
export default async function analyzeBatch({ jobs, inWork }: Batch): Promise<Done[]> {
  const done: Done[] = [];
  for (const job of jobs) {
    Atomics.add(inWork, 0, 1);
    done.push(await analyzeJob(job, work));
  }
  return done;
}
