import type { ByteSource } from "./reader.ts";

/** Bytes that are looked at to find out what they are. */
export const HEAD_BYTES = 1 << 16;

/** Looks at the first bytes of a stream without losing them; `isEnough` may stop earlier, for a stream that comes slowly. */
export async function peek(
  stream: AsyncIterable<Uint8Array>,
  isEnough: (head: Uint8Array) => boolean = () => false,
): Promise<ByteSource> {
  const rest = stream[Symbol.asyncIterator]();
  const seen: Uint8Array[] = [];
  let [length, done] = [0, false];
  while (!done && length < HEAD_BYTES && !(length > 0 && isEnough(Buffer.concat(seen)))) {
    const next = await rest.next();
    if (next.done) done = true;
    else {
      seen.push(next.value);
      length += next.value.length;
    }
  }
  const head = seen.length === 1 ? seen[0]! : Buffer.concat(seen);
  return { head: head.subarray(0, HEAD_BYTES), chunks: replay(head, rest) };
}

async function* replay(head: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    if (head.length) yield head;
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
  } finally {
    // Closes the file where the reader stops early.
    await rest.return?.();
  }
}
