import { byteLines } from "../lines.ts";
import type { RecordReader } from "../reader.ts";
import { toUtf8 } from "../transcode.ts";
import { JsonRecords } from "./json-record.ts";

/** JSON Lines: a record a line. A broken line is reported with its number, and the next ones are read. */
export const readJsonLines: RecordReader = async function* (source, { path }, options) {
  const { chunks, encoding } = toUtf8(source, options.encoding);
  const records = new JsonRecords(path, encoding, options);
  for await (const { bytes, number } of byteLines(chunks, options.maxBytes)) {
    if (!bytes) yield records.broken(`longer than --max-bytes ${options.maxBytes}`, number);
    else if (bytes.some((byte) => byte > 32)) yield records.read(bytes, number);
  }
  yield* records.end();
};
