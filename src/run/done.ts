import type { Severity } from "../diagnostic.ts";
import { type Outcome, type RecordOptions, recordOf } from "../record.ts";
import { formatDiagnostic, formatRecordDiagnostic } from "../report/diagnostics.ts";
import type { DocumentRecord, ErrorRecord } from "../schema.ts";

/** A diagnostic as the line that a person reads. */
export interface Notice {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** 1-based line of the input file, of what lies in no document or in a record. */
  readonly line?: number;
  /** All of it, as a line. */
  readonly text: string;
}

/** What became of one input, ready to be printed. Plain strings and numbers: it costs little to send from a worker. */
export interface Done {
  readonly kind: "document" | "error" | "skipped";
  readonly path: string;
  /** Of a document. */
  readonly id?: string;
  /** Whether it is a record of an archive and not a file, where it was skipped. */
  readonly record?: true;
  /** The record as JSON, where one was asked for. */
  readonly json: string | null;
  /** The record itself, where it was read and not made. */
  readonly recorded?: DocumentRecord | ErrorRecord;
  readonly notices: readonly Notice[];
  /** Where the tool itself failed: a bug, and where. */
  readonly bug?: string;
  /** Bytes of the article. */
  readonly bytes: number;
  /** Whether the record was there already, from an interrupted run. */
  readonly isKept?: true;
}

/** Makes an outcome ready to be printed; without a format its record is left out. */
export function doneOf(outcome: Outcome, format: RecordOptions | null): Done {
  const json = format && outcome.kind !== "skipped" ? JSON.stringify(recordOf(outcome, format)) : null;
  if (outcome.kind === "document") {
    const { document, diagnostics } = outcome;
    const { path, line, bytes } = document.file;
    const notices = diagnostics.map((diagnostic) =>
      // In a file of records the place of a problem is the record's line.
      line === undefined
        ? noticeOf(diagnostic, formatDiagnostic(path, diagnostic, document))
        : noticeOf({ ...diagnostic, line }, formatDiagnostic(path, { ...diagnostic, line })),
    );
    return { kind: "document", id: document.id, path, json, notices, bytes };
  }
  const { kind, path, diagnostics = [] } = outcome;
  const notices = diagnostics.map((diagnostic) => noticeOf(diagnostic, formatDiagnostic(path, diagnostic)));
  if (outcome.kind === "skipped") {
    return { kind, path, json, notices, bytes: 0, ...(outcome.record && { record: outcome.record }) };
  }
  const { bug } = outcome;
  return { kind, path, json, notices, bytes: 0, ...(bug !== undefined && { bug: stackOf(bug) }) };
}

/** A record that was extracted before. */
export const doneBefore = (record: DocumentRecord | ErrorRecord): Done => ({
  kind: record.type,
  id: record.id,
  path: record.source.path,
  json: null,
  recorded: record,
  notices: record.diagnostics.map(({ line, ...diagnostic }) =>
    noticeOf(
      { ...diagnostic, ...(line && { line }) },
      formatRecordDiagnostic(record.source.path, { ...diagnostic, ...(line && { line }) }),
    ),
  ),
  bytes: 0,
});

/** The record of an input; null where it was skipped, or no record was asked for. */
export const recordIn = ({ json, recorded }: Done): DocumentRecord | ErrorRecord | null =>
  recorded ?? (json === null ? null : JSON.parse(json));

const noticeOf = ({ rule, severity, message, line }: Omit<Notice, "text">, text: string): Notice => ({
  rule,
  severity,
  message,
  ...(line !== undefined && { line }),
  text,
});

const stackOf = (bug: unknown): string => (bug instanceof Error && bug.stack) || String(bug);
