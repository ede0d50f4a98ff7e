import { RULE_SEVERITIES, type RuleSeverity } from "../choices.ts";
import { catalog, type DiagnosticRule } from "../diagnostic.ts";
import type { Outcome } from "../extract.ts";
import { OptionError } from "../option-error.ts";
import type { Options } from "../options.ts";
import { didYouMean } from "../suggest.ts";
import { type Finding, type Found, findingsOf, fingerprinter, pathOf } from "./finding.ts";

export type { Finding } from "./finding.ts";

export interface CheckOptions extends Options {
  /** Severities of rules by their ids, where they aren't those of the catalogue: `{"no-creation-time": "off"}`. */
  readonly rules?: Readonly<Record<string, string>>;
}

/** What became of one input, and what is wrong with it. */
export interface Checked {
  readonly kind: Outcome["kind"];
  readonly path: string;
  readonly findings: readonly Finding[];
  readonly outcome: Outcome;
}

/** Checks the outcomes of one run, in their order; throws OptionError on a rule or a severity that doesn't exist. */
export function checker(rules: Readonly<Record<string, string>> = {}): (outcome: Outcome) => Checked {
  const weigh = weigher(rules);
  return (outcome) => ({
    kind: outcome.kind,
    path: pathOf(outcome),
    findings: weigh(findingsOf(outcome)),
    outcome,
  });
}

/** Gives findings the severities that were chosen, leaves out those that are off, and tells equal ones apart. */
export function weigher(rules: Readonly<Record<string, string>>): (found: readonly Found[]) => Finding[] {
  const severities = severitiesOf(rules);
  const identified = fingerprinter();
  return (found) =>
    found.flatMap((one) => {
      const severity = severities.get(one.rule) ?? one.severity;
      return severity === "off" ? [] : [identified(one, severity)];
    });
}

function severitiesOf(rules: Readonly<Record<string, string>>): ReadonlyMap<DiagnosticRule, RuleSeverity> {
  return new Map(
    Object.entries(rules).map(([rule, severity]) => {
      if (!Object.hasOwn(catalog, rule)) {
        throw new OptionError("rule", `names no diagnostic: "${rule}"${didYouMean(rule, Object.keys(catalog))}`);
      }
      const known = RULE_SEVERITIES.find((name) => name === severity);
      if (known) return [rule as DiagnosticRule, known];
      const guess = didYouMean(severity, RULE_SEVERITIES);
      throw new OptionError("rule", `gives ${rule} ${RULE_SEVERITIES.join(", ")}, not "${severity}"${guess}`);
    }),
  );
}
