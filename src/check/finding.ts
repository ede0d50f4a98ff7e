import { createHash } from "node:crypto";
import { type Diagnostic, type DiagnosticRule, place, type Severity } from "../diagnostic.ts";
import type { Document } from "../document.ts";
import type { Outcome } from "../extract.ts";

/** Something wrong with an input, and where. */
export interface Finding {
  readonly rule: DiagnosticRule;
  readonly severity: Severity;
  readonly message: string;
  readonly path: string;
  /** Id of the document; of the input, where it gave none. */
  readonly document: string;
  /** 1-based, in the file; absent where the finding is about all of it, or its place is only known in the rendered page. */
  readonly line?: number;
  /** 1-based, in UTF-16 units. */
  readonly column?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
  /** The characters that it is about. */
  readonly text?: string;
  /** The same in every run as long as the finding is: made of rule, document and text, not of line numbers. */
  readonly fingerprint: string;
}

/** Tells findings of equal rule, document and text apart by their order. */
export type Seen = Map<string, number>;

/** The finding that a diagnostic is, in the severity that the user gave it. */
export function findingOf(
  outcome: Exclude<Outcome, { kind: "skipped" }>,
  diagnostic: Diagnostic,
  severity: Severity,
  seen: Seen,
): Finding {
  const { rule, message } = diagnostic;
  const document = outcome.kind === "document" ? outcome.document : null;
  const path = document?.file.path ?? (outcome as { path: string }).path;
  const id = document?.id ?? (outcome as { id: string }).id;
  const text = document && diagnostic.span && document.raw.slice(diagnostic.span.start, diagnostic.span.end);
  const same = [rule, identityOf(outcome), text ? surroundings(document, diagnostic) : message].join("\0");
  const before = seen.get(same) ?? 0;
  seen.set(same, before + 1);
  return {
    rule,
    severity,
    message,
    path,
    document: id,
    ...placeOf(document, diagnostic),
    ...(text && { text }),
    fingerprint: createHash("sha256").update(`${same}\0${before}`).digest("hex").slice(0, 32),
  };
}

/** What a document is called however many lines stand before it: a record without an id is known by its content. */
function identityOf(outcome: Exclude<Outcome, { kind: "skipped" }>): string {
  if (outcome.kind === "error") {
    const line = outcome.diagnostics[0]?.line;
    return line === undefined ? outcome.id : outcome.id.replace(new RegExp(`:${line}(?::\\d+)?$`), "");
  }
  const { id, file } = outcome.document;
  return file.line !== undefined && id.startsWith(`${file.path}:${file.line}`) ? `${file.path} ${file.sha256}` : id;
}

const AROUND = 40;

/** The text of a finding and what stands beside it: every unclosed quotation mark is the same character. */
function surroundings(document: Document, { span }: Diagnostic): string {
  const { start, end } = span!;
  return document.raw
    .slice(Math.max(0, start - AROUND), end + AROUND)
    .replace(/\s+/gu, " ")
    .trim();
}

function placeOf(
  document: Document | null,
  { span, line }: Diagnostic,
): Pick<Finding, "line" | "column" | "endLine" | "endColumn"> {
  const record = document?.file.line ?? line;
  if (record !== undefined) return { line: record };
  // The lines of a page's rendering are not the lines of its file.
  if (!document || !span || document.file.mediaType === "text/html") return {};
  const [from, to] = [place(document, span.start), place(document, span.end)];
  return { ...from, endLine: to.line, endColumn: to.column };
}
