import { catalog, type DiagnosticRule, type Severity } from "../diagnostic.ts";
import { OptionError } from "../option-error.ts";
import { didYouMean } from "../suggest.ts";
import { type Explanation, explanations } from "./explanations.ts";

/** A diagnostic of the catalogue with its explanation. */
export interface Explained extends Explanation {
  readonly rule: DiagnosticRule;
  readonly severity: Severity;
  readonly message: string;
}

const RULES = Object.keys(catalog) as DiagnosticRule[];

/** Explains one diagnostic, or all; throws OptionError where the id doesn't exist. */
export function explain(id?: string): [Explained, ...Explained[]] {
  if (id !== undefined && !Object.hasOwn(catalog, id)) {
    throw new OptionError("rule", `names no diagnostic: "${id}"${didYouMean(id, RULES)}`);
  }
  const wanted = id === undefined ? RULES : [id as DiagnosticRule];
  return wanted.map((rule) => {
    const { severity, text } = catalog[rule];
    return { rule, severity, message: text.replace("%s", "…"), why: "", remedy: "", ...explanations[rule] };
  }) as [Explained, ...Explained[]];
}
