import { documents, formatDiagnostic, type Severity } from "../index.ts";
import { EXIT } from "./exit.ts";
import { type AnalyzeFlags, analyzeOptions } from "./lines.ts";
import { count, Tally } from "./messages.ts";
import { wantsColor } from "./options.ts";
import { openOutput } from "./output.ts";

export interface CheckFlags extends AnalyzeFlags {
  readonly failOn: "error" | "warning" | "never";
}

/** `summits check`: prints every diagnostic as a line; exit 1 if one is as severe as --fail-on. */
export async function runCheck(paths: readonly string[], flags: CheckFlags): Promise<number> {
  const options = await analyzeOptions(paths, flags);
  const out = await openOutput(undefined);
  const paint = await painter(wantsColor(flags.color, process.stdout));
  const found = { error: 0, warning: 0, info: 0 };
  const tally = new Tally();
  for await (const outcome of documents(paths, options)) {
    tally.add(outcome);
    const doc = outcome.kind === "document" ? outcome.document : undefined;
    const path = outcome.kind === "document" ? outcome.document.file.path : outcome.path;
    for (const diagnostic of outcome.diagnostics ?? []) {
      found[diagnostic.severity]++;
      const line = doc?.file.line;
      const at = line === undefined ? diagnostic : { ...diagnostic, line };
      await out.write(
        `${paint(formatDiagnostic(path, at, line === undefined ? doc : undefined), diagnostic.severity)}\n`,
      );
    }
  }
  if (!flags.quiet) {
    const counts = [count(found.error, "error"), count(found.warning, "warning"), count(found.info, "note")];
    process.stderr.write(`summits: ${tally}: ${counts.join(", ")}\n`);
  }
  if (tally.bugs) return EXIT.bug;
  if (tally.isEmpty) return EXIT.noInput;
  const fails = flags.failOn !== "never" && (found.error > 0 || (flags.failOn === "warning" && found.warning > 0));
  return fails ? EXIT.failed : EXIT.fine;
}

async function painter(colored: boolean): Promise<(line: string, severity: Severity) => string> {
  if (!colored) return (line) => line;
  const { Chalk } = await import("chalk");
  const chalk = new Chalk({ level: 1 });
  const paint = { error: chalk.red, warning: chalk.yellow, info: chalk.dim };
  return (line, severity) => line.replace(`  ${severity}  `, `  ${paint[severity](severity)}  `);
}
