import { stat } from "node:fs/promises";
import { type FindOptions, findInputs } from "../read/inputs.ts";

/** What there is to do. */
export interface Workload {
  /** Documents, where each input is one. */
  readonly documents: number | null;
  /** Bytes of all inputs, where they tell how much is done. */
  readonly bytes: number | null;
}

/** Looks through the inputs without opening them. */
export async function workloadOf(paths: readonly string[], options: FindOptions): Promise<Workload> {
  let documents: number | null = 0;
  let bytes: number | null = 0;
  for await (const input of findInputs(paths, options)) {
    if (input.kind === "skipped") continue;
    if (input.kind === "stdin") return { documents: null, bytes: null };
    const found = input.kind === "file" ? await stat(input.path).catch(() => null) : null;
    const isCounted = !found || (found.isFile() && !/\.gz$/iu.test(input.path));
    bytes = isCounted && bytes !== null ? bytes + (found?.size ?? 0) : null;
    if (documents !== null) documents = MANY.test(input.path) ? null : documents + 1;
  }
  return { documents, bytes };
}

const MANY = /\.(?:jsonl|ndjson|json|csv|tsv|warc)(?:\.gz)?$/iu;

/** Where a run stands. */
export interface Standing {
  readonly done: number;
  readonly total: number | null;
  readonly errors: number;
  /** 0 to 1; null where it can't be told. */
  readonly share: number | null;
  /** Documents a second. */
  readonly rate: number;
  readonly seconds: number;
  readonly secondsLeft: number | null;
}

/** Works out where a run stands; records that were kept took no time. */
export function standing(
  { documents, errors, kept, bytes }: { documents: number; errors: number; kept: number; bytes: number },
  work: Workload,
  seconds: number,
): Standing {
  const done = documents + errors;
  const share = shareOf(done, bytes, work);
  const isTold = share !== null && done > kept;
  // Of the time so far, the part that the kept records would have taken is none.
  const made = share === null ? 0 : share * (1 - kept / Math.max(1, done));
  return {
    done,
    total: work.documents,
    errors,
    share,
    rate: seconds > 0 ? (done - kept) / seconds : 0,
    seconds,
    secondsLeft: isTold && made > 0 ? (seconds * (1 - share)) / made : null,
  };
}

function shareOf(done: number, bytes: number, work: Workload): number | null {
  if (work.documents) return Math.min(1, done / work.documents);
  return work.bytes ? Math.min(1, bytes / work.bytes) : null;
}

/** The line of a terminal: "1,200 of 10,000 documents (12 %), 57 a second, 2 errors, 3 min left". */
export function formatStanding({ done, total, share, rate, errors, secondsLeft }: Standing): string {
  const of = total === null ? "" : ` of ${total.toLocaleString("en")}`;
  const percent = share === null ? "" : ` (${Math.floor(share * 100)} %)`;
  return [
    `${done.toLocaleString("en")}${of} documents${percent}`,
    `${rate.toFixed(rate < 10 ? 1 : 0)} a second`,
    ...(errors ? [`${errors} error${errors === 1 ? "" : "s"}`] : []),
    ...(secondsLeft === null ? [] : [`${formatTime(secondsLeft)} left`]),
  ].join(", ");
}

function formatTime(seconds: number): string {
  if (seconds < 60) return `${Math.ceil(seconds)} s`;
  if (seconds < 3600) return `${Math.ceil(seconds / 60)} min`;
  return `${(seconds / 3600).toFixed(1)} h`;
}

/** Whether everything behind the paths is a few files, together no larger than this many bytes. */
export async function isSmall(paths: readonly string[], options: FindOptions, bytes: number): Promise<boolean> {
  let left = bytes;
  for await (const input of findInputs(paths, options)) {
    if (input.kind === "stdin") return false;
    const entry = input.kind === "file" ? await stat(input.path).catch(() => null) : null;
    // A pipe has no size, and what is compressed has another.
    if (entry && (!entry.isFile() || /\.gz$/iu.test(input.path))) return false;
    left -= entry?.size ?? 0;
    if (left < 0) return false;
  }
  return true;
}
