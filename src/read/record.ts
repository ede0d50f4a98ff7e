import { createHash } from "node:crypto";
import { type Diagnostic, diagnose } from "../diagnostic.ts";
import type { SourceFile } from "../document.ts";
import type { RawDocument } from "../pipeline.ts";
import { renderHtml } from "./html.ts";

/** A document as it was read, with what a reader should know about the reading. */
export interface Read {
  readonly kind: "document";
  readonly source: RawDocument;
  readonly diagnostics: readonly Diagnostic[];
}

const DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d)/u;

/** The day at the start of an ISO 8601 date or time, if it exists in the calendar. */
export function isoDay(text: string): string | null {
  const day = DAY.exec(text)?.[0];
  return day && new Date(`${day}T00:00:00Z`).toISOString().startsWith(day) ? day : null;
}

/** Makes a document of decoded text; HTML is rendered, text stays as it is. */
export function toDocument(
  text: string,
  origin: { id: string; file: SourceFile; meta?: Record<string, unknown>; given: string | null },
  diagnostics: Diagnostic[],
): Read {
  const { raw, markup } = origin.file.mediaType === "text/html" ? renderHtml(text) : { raw: text, markup: null };
  const nul = raw.indexOf("\0");
  if (nul >= 0) diagnostics.push(diagnose("nul-characters", "", { span: { start: nul, end: nul + 1 } }));
  if (!raw.trim()) diagnostics.push(diagnose("empty-document"));
  return { kind: "document", source: { raw, markup, meta: {}, ...origin }, diagnostics };
}

/** A line of JSON Lines as a document: `{id, text | html, published?, …}`; other fields go to `meta`. Returns a diagnostic where it is none. */
export function parseRecord(
  bytes: Uint8Array,
  at: { path: string; line: number; published: string | null },
): Read | { kind: "broken"; diagnostic: Diagnostic; id: string } {
  const broken = (reason: string, id = `${at.path}:${at.line}`) => ({
    kind: "broken" as const,
    id,
    diagnostic: diagnose("broken-record", reason, { line: at.line }),
  });
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (error) {
    return broken((error as Error).message);
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) return broken("a record is a JSON object");
  const { id: givenId, text, html, published, ...meta } = value as Record<string, unknown>;
  const id = typeof givenId === "string" || typeof givenId === "number" ? String(givenId) : `${at.path}:${at.line}`;
  const body = typeof html === "string" ? html : text;
  if (typeof body !== "string") return broken('it has no "text" and no "html"', id);
  const diagnostics: Diagnostic[] = [];
  const given = typeof published === "string" ? isoDay(published) : null;
  if (published !== undefined && published !== null && !given) {
    diagnostics.push(diagnose("invalid-date", JSON.stringify(published), { line: at.line }));
  }
  const file: SourceFile = {
    path: at.path,
    line: at.line,
    sha256: sha256(bytes),
    mediaType: typeof html === "string" ? "text/html" : "text/plain",
    encoding: "utf-8",
    encodingBasis: "valid-utf8",
    bytes: bytes.length,
  };
  return toDocument(body, { id, file, meta, given: at.published ?? given }, diagnostics);
}

/** SHA-256, hexadecimal. */
export const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
