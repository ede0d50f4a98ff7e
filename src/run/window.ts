import { EventEmitter, once } from "node:events";

interface Slot<T> {
  readonly result: Promise<T>;
  readonly weight: number;
}

/** Results that are being made beside one another, given in their order; no more at once than fit. */
export class Window<T> implements AsyncIterable<T> {
  readonly #width: number;
  readonly #heaviest: number;
  readonly #slots: Slot<T>[] = [];
  readonly #events = new EventEmitter();
  #weight = 0;
  #isClosed = false;
  #failure: unknown;

  /** At most `width` results at once, weighing together no more than `heaviest` but for the last one. */
  constructor(width: number, heaviest: number) {
    this.#width = width;
    this.#heaviest = heaviest;
  }

  /** Takes the next result; resolves when there is room for another. */
  async put(result: Promise<T>, weight: number): Promise<void> {
    // Its failure is told when its turn comes.
    result.catch(() => {});
    this.#slots.push({ result, weight });
    this.#weight += weight;
    this.#events.emit("put");
    while (this.#isFull && !this.#isClosed) await once(this.#events, "taken");
  }

  /** No result comes any more; what is here is still given, then the failure is thrown. */
  close(failure?: unknown): void {
    this.#isClosed = true;
    this.#failure ??= failure;
    this.#events.emit("put");
    this.#events.emit("taken");
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T> {
    for (;;) {
      while (!this.#slots.length && !this.#isClosed) await once(this.#events, "put");
      const slot = this.#slots[0];
      if (!slot) break;
      const result = await slot.result;
      this.#slots.shift();
      this.#weight -= slot.weight;
      this.#events.emit("taken");
      yield result;
    }
    if (this.#failure !== undefined) throw this.#failure;
  }

  get #isFull(): boolean {
    return this.#slots.length >= this.#width || this.#weight >= this.#heaviest;
  }
}
