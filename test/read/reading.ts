import { readDocuments } from "../../src/read/documents.ts";
import type { Failure, ReadOptions, Skipped } from "../../src/read/reader.ts";
import { type Read, type Rendered, render } from "../../src/read/record.ts";

type RenderedDocument = Rendered & { readonly kind: "document" };
type Outcome = RenderedDocument | Failure | Skipped;

/** What was read, HTML rendered. */
export const rendered = async (one: Read | Failure | Skipped): Promise<Outcome> =>
  one.kind === "document" ? { kind: "document", ...(await render(one)) } : one;

/** Reads bytes as standard input, cut into chunks of `chunkSize` bytes. */
export async function read(
  content: Uint8Array | string,
  options: Partial<ReadOptions> = {},
  chunkSize = 7,
): Promise<Outcome[]> {
  const bytes = Buffer.from(content as Uint8Array);
  const all: Outcome[] = [];
  const whole = { inputFormat: "auto" as const, published: null, maxBytes: 1 << 24, ...options };
  for await (const one of readDocuments({ kind: "stdin" }, whole, chunks(bytes, chunkSize)))
    all.push(await rendered(one));
  return all;
}

async function* chunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** An outcome in a line: "1 text" (without white space at its end), "broken-record @3". */
export const brief = (one: Outcome): string => {
  if (one.kind === "document") return `${one.source.id} ${one.source.raw.trimEnd()}`;
  if (one.kind === "skipped") return "skipped";
  return `${one.diagnostic.rule}${one.diagnostic.line === undefined ? "" : ` @${one.diagnostic.line}`}`;
};

/** The documents among outcomes. */
export const documents = (all: readonly Outcome[]): RenderedDocument[] => all.filter((one) => one.kind === "document");
