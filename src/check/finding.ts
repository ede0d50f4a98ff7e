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

/** A finding before it is told from others like it. */
export type Found = Omit<Finding, "fingerprint"> & { readonly identity: string };

/** What is wrong with one input: plain values, whatever thread they come from. */
export const findingsOf = (outcome: Outcome): Found[] =>
  (outcome.diagnostics ?? []).map((diagnostic) => {
    const { rule, severity, message, span } = diagnostic;
    const document = outcome.kind === "document" ? outcome.document : null;
    const text = document && span && document.raw.slice(span.start, span.end);
    return {
      rule,
      severity,
      message,
      path: pathOf(outcome),
      document: idOf(outcome),
      ...placeOf(document, diagnostic),
      ...(text && { text }),
      identity: [rule, identityOf(outcome), text ? surroundings(document, diagnostic) : message].join("\0"),
    };
  });

/** Gives findings their fingerprints: those of equal rule, document and text are told apart by their order. */
export function fingerprinter(): (found: Found, severity: Severity) => Finding {
  const seen = new Map<string, number>();
  return ({ identity, ...finding }, severity) => {
    const before = seen.get(identity) ?? 0;
    seen.set(identity, before + 1);
    const hash = createHash("sha256").update(`${identity}\0${before}`).digest("hex");
    return { ...finding, severity, fingerprint: hash.slice(0, 32) };
  };
}

/** The file of an outcome. */
export const pathOf = (outcome: Outcome): string =>
  outcome.kind === "document" ? outcome.document.file.path : outcome.path;

const idOf = (outcome: Outcome): string =>
  outcome.kind === "document" ? outcome.document.id : outcome.kind === "error" ? outcome.id : outcome.path;

/** What a document is called however many lines stand before it: a record without an id is known by its content. */
function identityOf(outcome: Outcome): string {
  if (outcome.kind === "document") {
    const { id, file } = outcome.document;
    return file.line !== undefined && id.startsWith(`${file.path}:${file.line}`) ? `${file.path} ${file.sha256}` : id;
  }
  const line = outcome.diagnostics?.[0]?.line;
  const id = idOf(outcome);
  return line === undefined ? id : id.replace(new RegExp(`:${line}(?::\\d+)?$`), "");
}

const AROUND = 40;

/** The text of a finding and what stands beside it: every unclosed quotation mark is the same character. */
const surroundings = ({ raw }: Document, { span }: Diagnostic): string =>
  raw
    .slice(Math.max(0, span!.start - AROUND), span!.end + AROUND)
    .replace(/\s+/gu, " ")
    .trim();

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
