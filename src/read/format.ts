import { extname } from "node:path";
import { decode, isBinary } from "./decode.ts";
import { headerOf } from "./formats/csv-dialect.ts";
import type { InputFormat, ReadOptions } from "./reader.ts";

/** A format that was recognized, or chosen. */
export type Format = Exclude<InputFormat, "auto">;

const HTML = /^\s*(?:<!--[^>]{0,500}-->\s*|<\?xml[^>]{0,200}\?>\s*)?<(?:!doctype\s+html|html|head|body)\b/iu;
const JSON_ARRAY = /^\s*\[\s*(?:\{\s*["}]|\])/u;
const JSON_OBJECT = /^\s*\{\s*["}]/u;

const BY_EXTENSION: Readonly<Record<string, Format>> = {
  ".html": "html",
  ".htm": "html",
  ".xhtml": "html",
  ".md": "markdown",
  ".markdown": "markdown",
  ".jsonl": "jsonl",
  ".ndjson": "jsonl",
  ".json": "json",
  ".csv": "csv",
  ".tsv": "csv",
};

/** Recognizes a format from the first bytes of a file; its extension decides only between what the bytes allow. */
export function formatOf(head: Uint8Array, path: string, options: ReadOptions): Format {
  if (options.inputFormat !== "auto") return options.inputFormat;
  if (Buffer.from(head.subarray(0, 6)).toString("latin1").startsWith("WARC/")) return "warc";
  const named = BY_EXTENSION[extname(path.replace(/\.gz$/iu, "")).toLowerCase()];
  if (isBinary(head)) return "text";
  const start = decode(head, null, options.encoding).text.replace(/^\ufeff/u, "");
  if (HTML.test(start)) return "html";
  if (JSON_ARRAY.test(start)) return "json";
  if (JSON_OBJECT.test(start)) return named === "jsonl" || isLineOfRecord(start, named) ? "jsonl" : "json";
  if (named) return named;
  return headerOf(start, options.fields) ? "csv" : "text";
}

/** Whether the records stand a line each: the first line is whole, or the next line begins one. */
function isLineOfRecord(start: string, named: Format | undefined): boolean {
  const [first = "", second = ""] = start.trimStart().split(/\r?\n/u, 2);
  if (!second.trim()) return named !== "json" && (first.trimEnd().endsWith("}") || start.trimStart() === first);
  return first.trimEnd().endsWith("}") || second.trimStart().startsWith("{");
}

/** Whether the first bytes of a stream are enough to tell that it is JSON Lines, which may come slowly. */
export const isSurelyJsonLines = (head: Uint8Array): boolean =>
  /^\s*\{\s*".*\}\s*\n/u.test(Buffer.from(head.subarray(0, 1 << 14)).toString("latin1"));
