/** A line of a byte stream, without its line feed; `null` bytes where it was longer than allowed. */
export interface ByteLine {
  readonly bytes: Uint8Array | null;
  /** 1-based. */
  readonly number: number;
  /** In bytes, also of a line that was longer than allowed. */
  readonly length: number;
}

/** Cuts a byte stream into lines, holding no more than one line (at most `maxBytes`) in memory. */
export async function* byteLines(chunks: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<ByteLine> {
  let number = 1;
  let pieces: Uint8Array[] = [];
  let length = 0;
  const add = (piece: Uint8Array) => {
    length += piece.length;
    if (length <= maxBytes) pieces.push(piece);
    else pieces = [];
  };
  const take = (): ByteLine => {
    const line = { bytes: length > maxBytes ? null : Buffer.concat(pieces), number: number++, length };
    pieces = [];
    length = 0;
    return line;
  };
  for await (const chunk of chunks) {
    let start = 0;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, start)) {
      add(chunk.subarray(start, at));
      yield take();
      start = at + 1;
    }
    if (start < chunk.length) add(chunk.subarray(start));
  }
  if (length) yield take();
}
