import type { Checked, Finding } from "../check.ts";
import type { Verdict } from "../verdict.ts";

/** The result of one input without the findings that the baseline knows. */
export interface Reported extends Pick<Checked, "kind" | "path"> {
  readonly findings: readonly Finding[];
}

/** Takes the results of a run one by one, and gives text: at once, or when all are known. */
export interface Reporter {
  add(result: Reported): string;
  end(verdict: Verdict): string;
}

/** What a reporter may be told. */
export interface ReporterOptions {
  readonly color?: boolean;
  /** Which findings make the run fail. */
  readonly fails?: (finding: Finding) => boolean;
}
