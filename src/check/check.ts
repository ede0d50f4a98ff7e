import { catalog, type DiagnosticRule, type Severity } from "../diagnostic.ts";
import type { Outcome } from "../extract.ts";
import { OptionError } from "../option-error.ts";
import type { Options } from "../options.ts";
import { didYouMean } from "../suggest.ts";
import { type Finding, findingOf, type Seen } from "./finding.ts";

export type { Finding } from "./finding.ts";

export const RULE_SEVERITIES = ["off", "info", "warning", "error"] as const;
export type RuleSeverity = (typeof RULE_SEVERITIES)[number];

export interface CheckOptions extends Options {
  /** Severities of rules by their ids, where they aren't those of the catalogue. */
  readonly rules?: Readonly<Record<string, string>>;
}

/** What became of one input, and what is wrong with it. */
export interface Checked {
  readonly kind: Outcome["kind"];
  readonly path: string;
  readonly findings: readonly Finding[];
  readonly outcome: Outcome;
}

/** The severity of every rule; throws OptionError on an id or a severity that doesn't exist. */
export function severities(chosen: Readonly<Record<string, string>>): ReadonlyMap<DiagnosticRule, RuleSeverity> {
  const all = new Map<DiagnosticRule, RuleSeverity>();
  for (const [rule, { severity }] of Object.entries(catalog)) all.set(rule as DiagnosticRule, severity);
  for (const [rule, severity] of Object.entries(chosen)) {
    if (!Object.hasOwn(catalog, rule)) {
      throw new OptionError("rules", `names no rule: "${rule}"${didYouMean(rule, all.keys())}`);
    }
    const known = RULE_SEVERITIES.find((name) => name === severity);
    if (!known) {
      const guess = didYouMean(severity, RULE_SEVERITIES);
      throw new OptionError("rules", `gives ${rule} ${RULE_SEVERITIES.join(", ")}, not "${severity}"${guess}`);
    }
    all.set(rule as DiagnosticRule, known);
  }
  return all;
}

/** The findings of one run; give it the outcomes in order. */
export function checker(chosen: Readonly<Record<string, string>> = {}): (outcome: Outcome) => Checked {
  const rules = severities(chosen);
  const seen: Seen = new Map();
  return (outcome) => {
    const { kind } = outcome;
    const path = kind === "document" ? outcome.document.file.path : outcome.path;
    if (kind === "skipped" && !outcome.diagnostics?.length) return { kind, path, findings: [], outcome };
    const about = kind === "skipped" ? { ...outcome, kind: "error" as const, id: path, diagnostics: [] } : outcome;
    const findings = (outcome.diagnostics ?? []).flatMap((diagnostic) => {
      const severity = rules.get(diagnostic.rule)!;
      return severity === "off" ? [] : [findingOf(about, diagnostic, severity, seen)];
    });
    return { kind, path, findings, outcome };
  };
}

/** How many findings there are of each severity. */
export type Counts = Record<Severity, number>;

export const countFindings = (
  findings: Iterable<Finding>,
  counts: Counts = { error: 0, warning: 0, info: 0 },
): Counts => {
  for (const { severity } of findings) counts[severity]++;
  return counts;
};
