import { printable } from "../../report/printable.ts";
import type { Finding } from "../finding.ts";
import type { Reporter } from "./reporter.ts";

const COLORS = { error: 31, warning: 33, info: 2 } as const;

/** A line for each finding: `file:line:col  severity  message  rule`. */
export const textReporter = (isColored: boolean): Reporter => ({
  add: ({ findings }) => findings.map((finding) => `${lineOf(finding, isColored)}\n`).join(""),
  end: () => "",
});

function lineOf({ path, line, column, severity, message, rule }: Finding, isColored: boolean): string {
  const where = [printable(path), line, column].filter((part) => part !== undefined).join(":");
  const level = isColored ? `\u001b[${COLORS[severity]}m${severity}\u001b[0m` : severity;
  return `${where}  ${level}  ${printable(message)}  ${rule}`;
}
