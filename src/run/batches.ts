const LARGEST = 32;
const HEAVIEST = 256 << 10;
/** Milliseconds that an item waits for others, where the input is slow. */
const PATIENCE = 20;

/** Gathers items until they are worth sending. The first batches are small, so that every worker soon has something to do. */
export class Batches<T> {
  readonly #bytesOf: (item: T) => number;
  readonly #send: (items: readonly T[], bytes: number) => Promise<void>;
  #items: T[] = [];
  #bytes = 0;
  #largest = 1;
  #timer: NodeJS.Timeout | undefined;
  /** What was sent because nothing came: the next item waits for room too. */
  #late: Promise<void> = Promise.resolve();

  constructor(bytesOf: (item: T) => number, send: (items: readonly T[], bytes: number) => Promise<void>) {
    this.#bytesOf = bytesOf;
    this.#send = send;
  }

  /** Takes an item; resolves when there is room for another. */
  async add(item: T): Promise<void> {
    await this.#late;

    this.#items.push(item);
    this.#bytes += this.#bytesOf(item);
    if (this.#items.length >= this.#largest || this.#bytes >= HEAVIEST) await this.send();
    else
      this.#timer ??= setTimeout(() => {
        this.#late = this.send();
      }, PATIENCE);
  }

  /** Sends what is here. */
  async send(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (!this.#items.length) return;
    const [items, bytes] = [this.#items, this.#bytes];
    [this.#items, this.#bytes] = [[], 0];
    this.#largest = Math.min(LARGEST, this.#largest + 1);
    await this.#send(items, bytes);
  }
}
