import { type Diagnostic, type DiagnosticRule, place } from "../diagnostic.ts";
import type { Has } from "../document.ts";
import type { ErrorRecord } from "../schema.ts";
import { printable } from "./printable.ts";

/** A diagnostic as one line: `file:line:col  severity  message  rule`. */
export function formatDiagnostic(path: string, diagnostic: Diagnostic, doc?: Has<never>): string {
  const at = doc && diagnostic.span ? place(doc, diagnostic.span.start) : undefined;
  const where = [printable(path), at?.line ?? diagnostic.line, at?.column]
    .filter((part) => part !== undefined)
    .join(":");
  return `${where}  ${diagnostic.severity}  ${printable(diagnostic.message)}  ${diagnostic.rule}`;
}

/** A diagnostic of a record as one line. */
export function formatRecordDiagnostic(
  path: string,
  { severity, message, rule, line }: ErrorRecord["diagnostics"][number],
): string {
  return formatDiagnostic(path, { severity, message, rule: rule as DiagnosticRule, ...(line && { line }) });
}
