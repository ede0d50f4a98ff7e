import type { Finding } from "./finding.ts";

const SCHEMA = "summits/baseline/1";

/** The findings that are known and let pass. */
export interface Baseline {
  /** Whether it knows a finding. Each of its entries stands for one finding. */
  has(finding: Finding): boolean;
  /** How many of its entries no finding has matched. */
  readonly gone: number;
}

/** Reads what `formatBaseline` wrote; throws an Error that says what is wrong with it. */
export function parseBaseline(text: string): Baseline {
  let parsed: { schema?: unknown; findings?: unknown };
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    throw new Error(`it is no JSON: ${(error as Error).message}`);
  }
  if (parsed?.schema !== SCHEMA) throw new Error(`it is no baseline of this version (${SCHEMA})`);
  const findings = Array.isArray(parsed.findings) ? parsed.findings : [];
  const left = new Set<string>();
  for (const finding of findings) {
    if (typeof finding?.fingerprint !== "string") throw new Error("a finding in it has no fingerprint");
    left.add(finding.fingerprint);
  }
  const known = new Set(left);
  return {
    has({ fingerprint }) {
      left.delete(fingerprint);
      return known.has(fingerprint);
    },
    get gone() {
      return left.size;
    },
  };
}

/** A baseline of these findings: in a fixed order, a line each, so that versions of it can be compared. */
export function formatBaseline(findings: readonly Finding[]): string {
  const rows = findings
    .map(({ document, rule, message, fingerprint }) => JSON.stringify({ document, rule, message, fingerprint }))
    .sort();
  return `{"schema":"${SCHEMA}","findings":[${rows.map((row, i) => `${i ? "," : ""}\n${row}`).join("")}\n]}\n`;
}
