import { catalog, type DiagnosticRule } from "../../diagnostic.ts";
import { version } from "../../version.ts";
import { explanations } from "../explanations.ts";
import type { Finding } from "../finding.ts";
import type { Reporter } from "./reporter.ts";

const LEVELS = { error: "error", warning: "warning", info: "note" } as const;
const RULES = Object.keys(catalog) as DiagnosticRule[];

/** SARIF 2.1.0 (OASIS), one run, when all findings are known. */
export function sarifReporter(): Reporter {
  const all: Finding[] = [];
  return {
    add({ findings }) {
      all.push(...findings);
      return "";
    },
    end({ fails }) {
      const run = {
        tool: { driver },
        columnKind: "utf16CodeUnits",
        invocations: [{ executionSuccessful: true, exitCode: fails ? 1 : 0 }],
        results: all.map(resultOf),
      };
      return `${JSON.stringify({ $schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0", runs: [run] }, null, 2)}\n`;
    },
  };
}

const driver = {
  name: "summits",
  semanticVersion: version,
  rules: RULES.map((id) => ({
    id,
    shortDescription: { text: id.replaceAll("-", " ") },
    fullDescription: { text: explanations[id]?.why ?? catalog[id].text },
    help: { text: explanations[id]?.remedy ?? catalog[id].text },
    defaultConfiguration: { level: LEVELS[catalog[id].severity] },
  })),
};

function resultOf(finding: Finding) {
  const { rule, severity, message, path, fingerprint } = finding;
  const region = regionOf(finding);
  return {
    ruleId: rule,
    ruleIndex: RULES.indexOf(rule),
    level: LEVELS[severity],
    message: { text: wellFormed(message) },
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(path) }, ...(region && { region }) } }],
    partialFingerprints: { "summits/v1": fingerprint },
  };
}

function regionOf({ line, column, endLine, endColumn, text }: Finding) {
  if (line === undefined) return null;
  return {
    startLine: line,
    ...(column !== undefined && { startColumn: column }),
    ...(endLine !== undefined && { endLine }),
    ...(endColumn !== undefined && { endColumn }),
    ...(text !== undefined && { snippet: { text: wellFormed(text) } }),
  };
}

/** A path as a URI reference (RFC 3986): relative to where the command ran, or absolute. */
const uriOf = (path: string): string => {
  const steps = wellFormed(path).replaceAll("\\", "/").split("/").map(encodeURIComponent).join("/");
  return path.startsWith("/") ? `file://${steps}` : steps;
};

const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, "\ufffd");
