import type { ProgressChoice } from "../index.ts";
import { formatStanding, type Standing, standing, type Workload, workloadOf } from "../run/workload.ts";
import type { MessageFlags, Tally } from "./messages.ts";
import type { ReadFlags } from "./options.ts";

const AFTER = 1500;
const EVERY = { line: 200, json: 1000 };

/** Whether and how a run is told of, and which of its inputs are left out. */
export type ProgressFlags = MessageFlags &
  Partial<Pick<ReadFlags, "exclude" | "ignore">> & { readonly progress?: ProgressChoice };

/** Tells standard error how a run goes. */
export class Progress {
  readonly #how: "line" | "json";
  readonly #started = performance.now();
  #shown = Number.NEGATIVE_INFINITY;
  #work: Workload = { documents: null, bytes: null };
  #isVisible = false;

  /** Null where nobody is told: on no terminal, and where it is not wanted. */
  static of({ progress, quiet, logFormat, ...flags }: ProgressFlags, paths: readonly string[]): Progress | null {
    if (progress === "json") return new Progress("json", paths, flags);
    const isShown = progress === "auto" && !quiet && logFormat !== "json" && process.stderr.isTTY;
    return isShown ? new Progress("line", paths, flags) : null;
  }

  constructor(how: "line" | "json", paths: readonly string[], { exclude = [], ignore = true }: ProgressFlags = {}) {
    this.#how = how;
    // Counted beside the work, which doesn't wait for it.
    workloadOf(paths, { exclude, gitignore: ignore }).then(
      (work) => {
        this.#work = work;
      },
      () => {},
    );
  }

  /** Prints where the run stands, a few times a second at most. */
  show(tally: Tally, isLast = false): void {
    const now = performance.now();
    const seconds = (now - this.#started) / 1000;
    if (!isLast && (now - this.#shown < EVERY[this.#how] || (this.#how === "line" && seconds * 1000 < AFTER))) return;
    this.#shown = now;
    const at = standing(tally, this.#work, seconds);
    if (this.#how === "json") process.stderr.write(`${JSON.stringify({ progress: rounded(at) })}\n`);
    else if (!isLast) {
      process.stderr.write(`\r\u001b[K${formatStanding(at)}`);
      this.#isVisible = true;
    }
  }

  /** Takes the line away from the terminal. */
  clear(): void {
    if (this.#isVisible) process.stderr.write("\r\u001b[K");
    this.#isVisible = false;
  }
}

const rounded = (at: Standing): Standing =>
  JSON.parse(JSON.stringify(at, (_, value) => (typeof value === "number" ? Math.round(value * 1000) / 1000 : value)));
