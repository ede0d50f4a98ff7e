import type { FailOn } from "../choices.ts";
import type { Severity } from "../diagnostic.ts";
import type { Finding } from "./finding.ts";

export interface Limits {
  /** The least severity of a finding that makes the run fail; error by default. */
  readonly failOn?: FailOn;
  /** How many warnings are let pass; any number by default. */
  readonly maxWarnings?: number;
}

/** What a run comes to. */
export interface Verdict {
  readonly counts: Readonly<Record<Severity, number>>;
  /** Findings that the baseline knows; they are not among the counts. */
  readonly known: number;
  /** Findings of the baseline that are no more. */
  readonly gone: number;
  readonly fails: boolean;
  /** Why it fails where no single finding is the reason: `3 warnings are more than --max-warnings 2`. */
  readonly reason?: string;
}

const WEIGHT: Readonly<Record<Severity, number>> = { info: 1, warning: 2, error: 3 };

/** Whether a finding makes the run fail by itself. */
export const isFailing = ({ severity }: Pick<Finding, "severity">, failOn: FailOn): boolean =>
  failOn !== "never" && WEIGHT[severity] >= WEIGHT[failOn];

/** Weighs the findings of a run. */
export function judge(
  counts: Verdict["counts"],
  { failOn = "error", maxWarnings = Number.POSITIVE_INFINITY }: Limits,
  { known, gone }: Pick<Verdict, "known" | "gone"> = { known: 0, gone: 0 },
): Verdict {
  const severities = Object.keys(WEIGHT) as Severity[];
  const byItself = severities.some((severity) => counts[severity] > 0 && isFailing({ severity }, failOn));
  const isOver = counts.warning > maxWarnings;
  const reason = `${counts.warning} warnings are more than the ${maxWarnings} that are let pass`;
  return { counts, known, gone, fails: byItself || isOver, ...(isOver && { reason }) };
}
