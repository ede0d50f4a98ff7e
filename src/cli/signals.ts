import { EXIT } from "./exit.ts";

/** Ends a run in good order: the first signal asks for it, the second doesn't wait. */
export class Interruption {
  readonly #asked = new AbortController();
  #code: number | null = null;

  constructor() {
    process.on("SIGINT", () => this.#ask(EXIT.interrupted));
    process.on("SIGTERM", () => this.#ask(EXIT.terminated));
  }

  get signal(): AbortSignal {
    return this.#asked.signal;
  }

  /** The exit code of an interrupted run, null where nobody has interrupted it. */
  get code(): number | null {
    return this.#code;
  }

  #ask(code: number): void {
    if (this.#code !== null) process.exit(code);
    this.#code = code;
    this.#asked.abort();
  }
}
