import { UniqueIds } from "../ids.ts";
import { failureOf } from "../record.ts";
import type { Job, Work } from "./analyze.ts";
import { Batches } from "./batches.ts";
import { type Done, doneBefore, doneOf } from "./done.ts";
import type { Kept } from "./kept.ts";
import type { Pool, PoolOptions } from "./pool.ts";
import type { Position, Unit, Units } from "./units.ts";
import { Window } from "./window.ts";

export interface RunOptions extends Work {
  /** Null where the documents are analyzed in this thread. */
  readonly pool: PoolOptions | null;
  /** Records that an interrupted run left. */
  readonly kept?: Kept | null;
  /** Whether the records tell their position in the whole input, and keep their own ids: those of a part of it. */
  readonly isShard?: boolean;
  /** Ends the reading; what is being analyzed is still given. */
  readonly stop?: AbortSignal;
}

/** Something on its way: done already, or still to be analyzed. */
interface Item {
  readonly position: Position;
  readonly job?: Job;
  readonly done?: Done;
}

/** Analyzes what is read, here or in worker threads, and gives it in the order of the input. */
export async function* run(units: Units, options: RunOptions): AsyncGenerator<Done> {
  const count = { found: 0, given: 0 };
  const items = counted(itemsOf(units, options), count);
  // From sources that aren't built no thread can load its file.
  const printed =
    options.pool && !import.meta.url.endsWith(".ts")
      ? inWorkers(items, options, options.pool)
      : inThisThread(items, options);
  for await (const { position, done } of printed) {
    count.given++;
    yield options.isShard ? placed(done, position) : done;
  }
  if (count.given !== count.found && !options.stop?.aborted)
    throw new Error(`${count.found} documents were found and ${count.given} given: some were lost`);
}

async function* counted<T>(items: AsyncIterable<T>, count: { found: number }): AsyncGenerator<T> {
  for await (const item of items) {
    count.found++;
    yield item;
  }
}

/** Prints what needs no analysis. */
async function* itemsOf(units: AsyncIterable<Unit>, { kept, format, isShard }: RunOptions): AsyncGenerator<Item> {
  const ids = new UniqueIds();
  for await (const { position, read } of units) {
    if (read.kind !== "document") {
      yield { position, done: undocumented(read, format) };
      continue;
    }
    const { decoded } = read;
    // Which ids are taken depends on all parts: it is seen to when they are merged.
    const id = isShard ? decoded.id : ids.unique(decoded.id);
    const done = await kept?.take(id, decoded.file, isShard ? position : null);
    yield done ? { position, done: { ...done, bytes: decoded.file.bytes } } : { position, job: { read, id } };
  }
}

function undocumented(read: Exclude<Unit["read"], { kind: "document" }>, format: Work["format"]): Done {
  if (read.kind === "recorded") return doneBefore(read.record);
  return doneOf(read.kind === "error" ? failureOf(read) : read, format);
}

interface Printed {
  readonly position: Position;
  readonly done: Done;
}

async function* inThisThread(items: AsyncIterable<Item>, options: RunOptions): AsyncGenerator<Printed> {
  const { analyzeJob } = await import("./analyze.ts");
  for await (const { position, job, done } of untilStopped(items, options.stop)) {
    yield { position, done: done ?? (await analyzeJob(job!, options)) };
  }
}

/** How many batches for each worker are under way: one in work, one that waits, one whose turn to be printed hasn't come. */
const BATCHES_A_WORKER = 3;
/** Bytes of all articles under way, beyond which nothing more is read. */
const HEAVIEST_WINDOW = 32 << 20;

async function* inWorkers(
  items: AsyncIterable<Item>,
  options: RunOptions,
  pooled: PoolOptions,
): AsyncGenerator<Printed> {
  const { Pool } = await import("./pool.ts");
  const { format, analyze, stop } = options;
  const pool = new Pool(pooled, { format, analyze });
  const window = new Window<readonly Printed[]>(pooled.jobs * BATCHES_A_WORKER, HEAVIEST_WINDOW);
  const done = new AbortController();
  const ended = stop ? AbortSignal.any([stop, done.signal]) : done.signal;
  const fed = feed(untilStopped(items, ended), pool, window).then(
    () => window.close(),
    (error: unknown) => window.close(error),
  );
  try {
    for await (const batch of window) yield* batch;
    await fed;
  } finally {
    done.abort();
    window.close();
    await pool.close();
  }
}

/** Cuts items into batches, and has each of them analyzed. */
async function feed(items: AsyncIterable<Item>, pool: Pool, window: Window<readonly Printed[]>): Promise<void> {
  const batches = new Batches(bytesOf, (batch, bytes) => window.put(analyzed(batch, pool), bytes));
  try {
    for await (const item of items) await batches.add(item);
  } finally {
    await batches.send();
  }
}

const bytesOf = ({ job, done }: Item): number => job?.read.decoded.file.bytes ?? done?.json?.length ?? 0;

async function analyzed(items: readonly Item[], pool: Pool): Promise<Printed[]> {
  const done = await pool.run(items.flatMap(({ job }) => job ?? []));
  let next = 0;
  return items.map((item) => ({ position: item.position, done: item.done ?? done[next++]! }));
}

/** Ends when the signal comes, even while the next item is awaited. */
async function* untilStopped<T>(items: AsyncIterable<T>, stop: AbortSignal | undefined): AsyncGenerator<T> {
  let end = () => {};
  stop?.addEventListener("abort", () => end(), { once: true });
  const reader = items[Symbol.asyncIterator]();
  for (;;) {
    // Not Promise.race with one promise for the signal, which would hold on to every item.
    const next = await new Promise<IteratorResult<T> | null>((resolve, reject) => {
      end = () => resolve(null);
      if (stop?.aborted) end();
      else reader.next().then(resolve, reject);
    });
    if (!next || next.done) return;
    yield next.value;
  }
}

/** Adds to a record where it stands in the whole input. */
function placed(done: Done, position: Position): Done {
  if (done.json === null || done.isKept) return done;
  return { ...done, json: `${done.json.slice(0, -1)},"position":${JSON.stringify(position)}}` };
}
