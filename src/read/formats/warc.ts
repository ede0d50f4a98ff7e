import { type Diagnostic, diagnose } from "../../diagnostic.ts";
import type { SourceFile } from "../../document.ts";
import { articleDocument } from "../article.ts";
import { declaredCharset } from "../decode.ts";
import { isEncoding } from "../decoder.ts";
import { type Failure, fail, type ReadOptions, type RecordReader, type Skipped } from "../reader.ts";
import type { Read } from "../record.ts";
import { decodeBody, parseResponse } from "./http.ts";
import { type WarcRecord, warcRecords } from "./warc-records.ts";

/** Web archives (WARC, ISO 28500): a document for each page that was fetched; every other record is counted as skipped. */
export const readWarc: RecordReader = async function* (source, { path }, options) {
  for await (const record of warcRecords(source.chunks, options.maxBytes)) {
    yield documentOf(record, path, options) ?? { kind: "skipped", path, record: true };
  }
};

/** What a record holds: bytes of a media type, and the charset that the server named. */
interface Page {
  readonly body: Uint8Array;
  readonly mediaType: SourceFile["mediaType"];
  readonly charset: string | null;
}

function documentOf(record: WarcRecord, path: string, options: ReadOptions): Read | Failure | Skipped | null {
  const { headers, problem, offset } = record;
  const url = headers.get("warc-target-uri")?.replace(/^<(.*)>$/u, "$1");
  const id = headers.get("warc-record-id")?.replace(/^<(.*)>$/u, "$1") || url || `${path}:${offset}`;
  const at = `${url ?? id}, byte ${offset}`;
  if (problem?.rule === "broken-record") {
    // What isn't there can't have been an article only where the header says so.
    const mayBe = ["response", "resource", "conversion", undefined].includes(headers.get("warc-type"));
    return mayBe ? fail({ id, path }, diagnose("broken-record", `${problem.reason} (${at})`)) : null;
  }
  try {
    const page = pageOf(record, options.maxBytes);
    if (!page) return null;
    const diagnostics: Diagnostic[] = problem ? [diagnose("wrong-length", `${problem.reason} (${at})`)] : [];
    const meta = { ...(url && { url }), ...dateOf(headers.get("warc-date")) };
    return articleDocument(page.body, { id, path, ...page, meta }, options, diagnostics);
  } catch (error) {
    return fail({ id, path }, diagnose("broken-record", `${(error as Error).message} (${at})`));
  }
}

const dateOf = (date: string | undefined) => (date ? { date } : {});

/** The page in a record: a response with HTML, a file that was saved as HTML, or text that was made of a page (WET). */
function pageOf({ headers, block }: WarcRecord, maxBytes: number): Page | null {
  const type = headers.get("warc-type");
  if (!block) return null;
  if (type === "resource" || type === "conversion") return pageOfType(headers.get("content-type") ?? "", block);
  if (type !== "response") return null;
  const response = parseResponse(block);
  if (!response || response.status < 200 || response.status > 299) return null;
  const page = pageOfType(response.headers.get("content-type") ?? "", response.body);
  return page?.mediaType === "text/html" ? { ...page, body: decodeBody(response, maxBytes) } : null;
}

function pageOfType(contentType: string, body: Uint8Array): Page | null {
  const mediaType = MEDIA_TYPES[/^[^;]*/u.exec(contentType)![0].trim().toLowerCase()];
  if (!mediaType) return null;
  const charset = /charset\s*=\s*["']?([\w:.-]{2,40})/iu.exec(contentType)?.[1]?.toLowerCase();
  return { body, mediaType, charset: charset && isEncoding(charset) ? charset : declaredCharset(body) };
}

const MEDIA_TYPES: Readonly<Record<string, SourceFile["mediaType"]>> = {
  "text/html": "text/html",
  "application/xhtml+xml": "text/html",
  "text/plain": "text/plain",
};
