import type { SourceFile } from "../document.ts";
import { encodingOf, type FoundEncoding } from "./decode.ts";
import { decoderOf } from "./decoder.ts";
import type { ByteSource } from "./reader.ts";

/** The bytes of a file of records as UTF-8, in which no byte of a character is a comma, a quote or a line feed. */
export interface Utf8Source {
  readonly chunks: AsyncIterable<Uint8Array>;
  /** What the bytes were. */
  readonly encoding: Pick<SourceFile, "encoding" | "encodingBasis" | "encodingConfidence">;
}

/** Turns the bytes of a file of records into UTF-8, as the encoding that was given says or its first bytes tell. */
export function toUtf8({ head, chunks }: ByteSource, given: string | null = null): Utf8Source {
  const found: FoundEncoding = given ? { encoding: given, basis: "given" } : encodingOf(head);
  const { encoding, basis, confidence } = found;
  return {
    chunks: encoding === "utf-8" ? withoutBom(chunks) : transcode(chunks, encoding),
    encoding: { encoding, encodingBasis: basis, ...(confidence !== undefined && { encodingConfidence: confidence }) },
  };
}

async function* transcode(chunks: AsyncIterable<Uint8Array>, encoding: string): AsyncGenerator<Uint8Array> {
  const decoder = decoderOf(encoding);
  for await (const chunk of chunks) yield Buffer.from(decoder.decode(chunk, { stream: true }));
  yield Buffer.from(decoder.decode());
}

async function* withoutBom(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let first = true;
  for await (const chunk of chunks) {
    yield first && chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf ? chunk.subarray(3) : chunk;
    first = false;
  }
}
