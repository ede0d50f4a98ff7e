import { setFlagsFromString } from "node:v8";
import { Tinypool } from "tinypool";
import { diagnose } from "../diagnostic.ts";
import { OptionError } from "../option-error.ts";
import { packaged } from "../tables.ts";
import type { Job, Work } from "./analyze.ts";
import { type Done, doneOf } from "./done.ts";
import type { Batch } from "./worker.ts";

export interface PoolOptions {
  readonly jobs: number;
  /** Seconds that one document may take. */
  readonly timeout: number;
  /** Largest heap of a worker, in MB. */
  readonly heap: number;
}

// By itself V8 lets a heap grow by multiples where much is allowed: this keeps the memory of several workers within bounds.
const HEAP_GROWTH_PERCENT = 20;
const YOUNG_GENERATION_MB = 16;

/** Worker threads that analyze batches of documents. A document that ends or holds up its worker becomes a record of type error, alone. */
export class Pool {
  #threads: Tinypool | null = null;
  readonly #options: PoolOptions;
  readonly #work: Work;

  constructor(options: PoolOptions, work: Work) {
    this.#options = options;
    this.#work = work;
  }

  /** Analyzes a batch; the results are in the order of the jobs. */
  async run(jobs: readonly Job[]): Promise<Done[]> {
    if (!jobs.length) return [];
    const inWork = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
    const timer = new Stopwatch(inWork, this.#options.timeout);
    try {
      this.#threads ??= this.#start();
      return await this.#threads.run({ jobs, inWork } satisfies Batch, { signal: timer.signal });
    } catch (error) {
      const at = Atomics.load(inWork, 0) - 1;
      // No worker came to the first document: no document's fault.
      if (at < 0)
        throw isMemory(error) ? new OptionError("memoryPerJob", "is too little: no worker could start") : error;
      return [
        ...(await this.run(jobs.slice(0, at))),
        await this.#retry(jobs, at, timer.isOver ? null : (error as Error)),
        ...(await this.run(jobs.slice(at + 1))),
      ];
    } finally {
      timer.stop();
    }
  }

  async close(): Promise<void> {
    await this.#threads?.destroy();
  }

  /** Started for the first document: a run that keeps all its records needs none. */
  #start(): Tinypool {
    setFlagsFromString(`--heap-growing-percent=${HEAP_GROWTH_PERCENT}`);
    const { jobs, heap } = this.#options;
    const threads = new Tinypool({
      filename: packaged("run/worker.js").href,
      minThreads: jobs,
      maxThreads: jobs,
      workerData: this.#work,
      resourceLimits: { maxOldGenerationSizeMb: heap, maxYoungGenerationSizeMb: YOUNG_GENERATION_MB },
    });
    // A worker that ends between two batches is replaced, and nothing is lost.
    threads.on("error", () => {});
    return threads;
  }

  /** The document on which a worker ended, which may have been the fault of those before it: alone it has another try. */
  async #retry(jobs: readonly Job[], at: number, crash: Error | null): Promise<Done> {
    const job = jobs[at]!;
    if (crash && jobs.length > 1) return (await this.run([job]))[0]!;
    const { id, read } = job;
    const { path, bytes } = read.decoded.file;
    const diagnostic = crash
      ? diagnose("worker-ended", crash.message)
      : diagnose("timed-out", `${this.#options.timeout} seconds`);
    const diagnostics = [...read.diagnostics, diagnostic];
    return { ...doneOf({ kind: "error", id, path, diagnostics }, this.#work.format), bytes };
  }
}

const isMemory = (error: unknown) => (error as NodeJS.ErrnoException).code === "ERR_WORKER_OUT_OF_MEMORY";

const LOOKS_A_SECOND = 8;

/** Aborts where one document of a batch takes too long. The time in which a worker starts doesn't count. */
class Stopwatch {
  readonly #abort = new AbortController();
  readonly #timer: NodeJS.Timeout;

  constructor(inWork: Int32Array, seconds: number) {
    let [at, since] = [0, 0];
    this.#timer = setInterval(() => {
      const now = performance.now();
      const current = Atomics.load(inWork, 0);
      if (current !== at) [at, since] = [current, now];
      else if (at > 0 && now - since > seconds * 1000) this.#abort.abort();
    }, 1000 / LOOKS_A_SECOND);
    this.#timer.unref();
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  get isOver(): boolean {
    return this.#abort.signal.aborted;
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}
