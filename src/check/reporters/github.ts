import { harmless } from "../../report/printable.ts";
import type { Finding } from "../finding.ts";
import type { Reporter } from "./reporter.ts";

const COMMANDS = { error: "error", warning: "warning", info: "notice" } as const;

/** Workflow commands of GitHub Actions, which become annotations beside the files. */
export const githubReporter = (): Reporter => ({
  add: ({ findings }) => findings.map((finding) => `${commandOf(finding)}\n`).join(""),
  end: ({ counts: { error, warning, info }, fails, known }) =>
    `::${fails ? "error" : "notice"} title=summits check::${error} errors, ${warning} warnings, ${info} notes; ${known} in the baseline\n`,
});

function commandOf({ path, line, column, endLine, endColumn, severity, message, rule }: Finding): string {
  const properties = Object.entries({ file: path, line, col: column, endLine, endColumn, title: rule })
    .filter(([, value]) => value !== undefined)
    // Columns of an end on another line are refused.
    .filter(([name]) => name !== "endColumn" || endLine === line)
    .map(([name, value]) => `${name}=${escapedProperty(String(value))}`);
  return `::${COMMANDS[severity]} ${properties.join(",")}::${escaped(message)}`;
}

const escaped = (text: string): string =>
  harmless(text).replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");

const escapedProperty = (text: string): string => escaped(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
