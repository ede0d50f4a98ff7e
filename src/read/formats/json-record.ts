import { diagnose } from "../../diagnostic.ts";
import { readFields, unknownColumns } from "../fields.ts";
import { type Failure, fail, type ReadOptions } from "../reader.ts";
import { type Read, type RecordPlace, recordDocument } from "../record.ts";

export type JsonObject = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Makes documents of the JSON objects of one file, and remembers which of the mapped fields no record had. */
export class JsonRecords {
  private readonly path: string;
  private readonly encoding: RecordPlace["encoding"];
  private readonly options: ReadOptions;
  private readonly unseen: Set<string>;
  private records = 0;

  constructor(path: string, encoding: RecordPlace["encoding"], options: ReadOptions) {
    this.path = path;
    this.encoding = encoding;
    this.options = options;
    this.unseen = new Set(Object.values(options.fields ?? {}));
  }

  /** The document of one record; a failure where it is no JSON object. */
  read(bytes: Uint8Array, line: number): Read | Failure {
    const parsed = parseObject(bytes);
    return "reason" in parsed ? this.broken(parsed.reason, line) : this.document(parsed.object, bytes, line);
  }

  /** The document of a record that was parsed. */
  document(record: JsonObject, bytes: Uint8Array, line: number, number?: number): Read | Failure {
    this.records++;
    const fields = readFields(record, this.options.fields);
    for (const [field, column] of Object.entries(this.options.fields ?? {})) {
      if (field in fields.known) this.unseen.delete(column);
    }
    const place = { path: this.path, line, ...(number !== undefined && { number }), bytes, encoding: this.encoding };
    return recordDocument(fields, place, this.options);
  }

  broken = (reason: string, line: number): Failure =>
    fail({ id: `${this.path}:${line}`, path: this.path }, diagnose("broken-record", reason, { line }));

  /** What is wrong with the file as a whole. */
  *end(): Generator<Failure> {
    if (!this.records || !this.unseen.size) return;
    const unknown = unknownColumns(this.options.fields ?? {}, (name) => !this.unseen.has(name));
    yield fail({ id: this.path, path: this.path }, diagnose("unknown-column", `${unknown.join(", ")} is in no record`));
  }
}

/** Why a number, a string or a list is no record. */
export const NO_OBJECT = "a record is a JSON object";

/** Parses a JSON object in UTF-8; says why where it is none. */
export function parseObject(bytes: Uint8Array): { object: JsonObject } | { reason: string } {
  try {
    const value: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    return isObject(value) ? { object: value } : { reason: NO_OBJECT };
  } catch (error) {
    return { reason: (error as Error).message };
  }
}
