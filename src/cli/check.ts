import {
  type Baseline,
  type Checked,
  check,
  type FailOn,
  type Finding,
  formatBaseline,
  isFailing,
  judge,
  parseBaseline,
  type ReporterName,
  reporter,
  type Verdict,
} from "../index.ts";
import { EXIT, UsageError } from "./exit.ts";
import { type AnalyzeFlags, analyzeOptions } from "./lines.ts";
import { count, Messages, Tally } from "./messages.ts";
import { wantsColor, wholeNumber } from "./options.ts";
import { openOutput } from "./output.ts";
import { inputPaths, readNamed } from "./paths.ts";

export interface CheckFlags extends AnalyzeFlags {
  readonly failOn: FailOn;
  readonly maxWarnings?: string;
  readonly rule?: readonly string[];
  readonly reporter: ReporterName;
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
  readonly output?: string;
}

/** `summits check`: prints what is wrong; exit 1 if a new finding is as severe as --fail-on. */
export async function runCheck(args: readonly string[], flags: CheckFlags): Promise<number> {
  const { failOn, baseline: file } = flags;
  const limits = { failOn, ...(flags.maxWarnings !== undefined && { maxWarnings: wholeOrZero(flags.maxWarnings) }) };
  if (flags.updateBaseline && file === undefined) throw new UsageError("--update-baseline needs --baseline FILE");
  const known = file === undefined || flags.updateBaseline ? null : await readBaseline(file);
  const paths = await inputPaths(args, flags);
  const options = { ...(await analyzeOptions(paths, flags)), rules: rulesOf(flags.rule ?? []) };
  const printer = await reporter(flags.reporter, {
    color: flags.output === undefined && wantsColor(flags.color, process.stdout),
    fails: (finding) => isFailing(finding, failOn),
  });
  const out = await openOutput(flags.output, flags.reporter === "text");
  const run = new Run(known);
  try {
    for await (const checked of check(paths, options)) await out.write(printer.add(run.add(checked)));
    const verdict = judge(run.counts, limits, { known: run.known, gone: known?.gone ?? 0 });
    if (!run.tally.isEmpty) await out.write(printer.end(verdict));
    await out.finish();
    if (flags.updateBaseline && !run.tally.isEmpty) return await writeBaseline(file!, run.all, flags.quiet);
    new Messages(flags).summary(run.tally, `: ${summaryOf(verdict)}`);
    return exitCode(run.tally, verdict);
  } catch (error) {
    await out.abandon();
    throw error;
  }
}

/** The findings of a run, those of the baseline apart. */
class Run {
  readonly tally = new Tally();
  readonly counts = { error: 0, warning: 0, info: 0 };
  readonly all: Finding[] = [];
  known = 0;
  private readonly baseline: Baseline | null;

  constructor(baseline: Baseline | null) {
    this.baseline = baseline;
  }

  add({ outcome, findings, kind, path }: Checked) {
    this.tally.add(outcome);
    this.all.push(...findings);
    const fresh = findings.filter((finding) => !this.baseline?.has(finding));
    this.known += findings.length - fresh.length;
    for (const { severity } of fresh) this.counts[severity]++;
    return { kind, path, findings: fresh };
  }
}

/** "1 error, 2 warnings, 0 notes, 5 in the baseline". */
function summaryOf({ counts, known, gone, reason }: Verdict): string {
  const parts = [count(counts.error, "error"), count(counts.warning, "warning"), count(counts.info, "note")];
  if (known) parts.push(`${known} in the baseline`);
  if (gone) parts.push(`${gone} of the baseline gone (--update-baseline)`);
  return parts.join(", ") + (reason ? `; ${reason}` : "");
}

function exitCode(tally: Tally, { fails }: Verdict): number {
  if (tally.bugs) return EXIT.bug;
  if (tally.isEmpty) return EXIT.noInput;
  return fails ? EXIT.failed : EXIT.fine;
}

/** The values of --rule, "no-creation-time=off"; throws UsageError. */
function rulesOf(pairs: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const [rule, severity] = pair.split("=");
      if (!rule || !severity) throw new UsageError(`--rule takes id=severity, no-creation-time=off; not "${pair}"`);
      return [rule, severity];
    }),
  );
}

const wholeOrZero = (text: string): number => (text === "0" ? 0 : wholeNumber("--max-warnings", text));

async function readBaseline(file: string): Promise<Baseline> {
  const bytes = await readNamed("--baseline", file, "; --update-baseline makes one");
  try {
    return await parseBaseline(bytes.toString("utf8"));
  } catch (error) {
    throw new UsageError(`--baseline ${file}: ${(error as Error).message}`);
  }
}

async function writeBaseline(
  file: string,
  findings: readonly Finding[],
  isQuiet: boolean | undefined,
): Promise<number> {
  const out = await openOutput(file);
  await out.write(await formatBaseline(findings));
  await out.finish();
  if (!isQuiet) process.stderr.write(`summits: ${count(findings.length, "finding")} written to ${file}\n`);
  return EXIT.fine;
}
