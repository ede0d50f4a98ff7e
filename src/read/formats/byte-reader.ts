/** Reads a byte stream piece by piece, and holds no more of it than was asked for. */
export class ByteReader {
  private readonly chunks: AsyncIterator<Uint8Array>;
  private waiting: Uint8Array[] = [];
  private held = 0;
  private taken = 0;

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.chunks = chunks[Symbol.asyncIterator]();
  }

  /** Bytes that were taken so far. */
  get offset(): number {
    return this.taken;
  }

  /** The next `size` bytes, which stay; fewer at the end of the stream. */
  async peek(size: number): Promise<Buffer> {
    while (this.held < size && (await this.more()));
    return this.joined().subarray(0, size);
  }

  /** The next `size` bytes; fewer at the end of the stream. */
  async take(size: number): Promise<Buffer> {
    const bytes = await this.peek(size);
    this.waiting = [this.joined().subarray(bytes.length)];
    this.held -= bytes.length;
    this.taken += bytes.length;
    return bytes;
  }

  /** Passes over `size` bytes and holds none of them; says how many there were. */
  async skip(size: number): Promise<number> {
    let left = size;
    while (left > 0 && (this.held > 0 || (await this.more())))
      left -= (await this.take(Math.min(left, this.held))).length;
    return size - left;
  }

  /** Where `mark` begins among the next `limit` bytes; -1 where it doesn't. */
  async find(mark: Uint8Array, limit: number): Promise<number> {
    for (let from = 0; ; ) {
      const at = this.joined().subarray(0, limit).indexOf(mark, from);
      const held = this.held;
      if (at >= 0 || held >= limit) return at;
      from = Math.max(0, held - mark.length + 1);
      // Twice as much each time: joining chunk by chunk would copy the first ones again and again.
      await this.peek(Math.min(limit, Math.max(2 * held, 1 << 16)));
      if (this.held === held) return -1;
    }
  }

  /** Lets go of the stream. */
  async close(): Promise<void> {
    await this.chunks.return?.();
  }

  private async more(): Promise<boolean> {
    const next = await this.chunks.next();
    if (next.done) return false;
    this.waiting.push(next.value);
    this.held += next.value.length;
    return true;
  }

  private joined(): Buffer {
    if (this.waiting.length !== 1) this.waiting = [Buffer.concat(this.waiting)];
    const [bytes] = this.waiting;
    return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes!.buffer, bytes!.byteOffset, bytes!.byteLength);
  }
}
