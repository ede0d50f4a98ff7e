import { keyOf, readFields } from "../fields.ts";
import type { ReadOptions, RecordReader } from "../reader.ts";
import { toUtf8 } from "../transcode.ts";
import { isObject, type JsonObject, JsonRecords, NO_OBJECT, parseObject } from "./json-record.ts";
import { jsonValues } from "./json-values.ts";

/** JSON: an array of records, records one after another over any number of lines, or one object with a list of them. */
export const readJson: RecordReader = async function* (source, origin, options) {
  const { path } = origin;
  const { chunks, encoding } = toUtf8(source, options.encoding);
  const records = new JsonRecords(path, encoding, options);
  for await (const { bytes, line, reason = "" } of jsonValues(chunks, options.maxBytes)) {
    const parsed = bytes ? parseObject(bytes) : { reason };
    if (!origin.isNamed && isForeign(parsed, options)) yield { kind: "skipped", path, record: true };
    else if ("reason" in parsed) yield records.broken(parsed.reason, line);
    else {
      const listed = listedRecords(parsed.object, options);
      if (!listed) yield records.document(parsed.object, bytes!, line);
      for (const [i, record] of listed?.entries() ?? []) {
        yield records.document(record, Buffer.from(JSON.stringify(record)), line, i + 1);
      }
    }
  }
  yield* records.end();
};

/** The records in the answer of a news interface: `{status: "ok", articles: [{…}, {…}]}`. */
function listedRecords(value: JsonObject, { fields }: ReadOptions): JsonObject[] | null {
  const names = Object.keys(value);
  if (keyOf("text", names, fields) !== null || keyOf("html", names, fields) !== null) return null;
  const lists = Object.values(value).filter((list) => Array.isArray(list) && list.length > 0 && list.every(isObject));
  return lists.length === 1 ? (lists[0] as JsonObject[]) : null;
}

/** Whether a value that was found in a folder has nothing of an article: a list of numbers, the settings of a program. */
function isForeign(parsed: ReturnType<typeof parseObject>, options: ReadOptions): boolean {
  if ("reason" in parsed) return parsed.reason === NO_OBJECT;
  if (listedRecords(parsed.object, options)) return false;
  const { text, html, published, title } = readFields(parsed.object, options.fields).known;
  return [text, html, published, title].every((value) => value === undefined);
}
