import { type Diagnostic, place } from "../diagnostic.ts";
import type { Has } from "../document.ts";
import { printable } from "./printable.ts";

/** A diagnostic as one line: `file:line:col  severity  message  rule`. */
export function formatDiagnostic(path: string, diagnostic: Diagnostic, doc?: Has<never>): string {
  const at = doc && diagnostic.span ? place(doc, diagnostic.span.start) : undefined;
  const where = [printable(path), at?.line ?? diagnostic.line, at?.column]
    .filter((part) => part !== undefined)
    .join(":");
  return `${where}  ${diagnostic.severity}  ${printable(diagnostic.message)}  ${diagnostic.rule}`;
}
