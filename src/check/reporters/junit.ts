import type { Finding } from "../finding.ts";
import type { Reported, Reporter, ReporterOptions } from "./reporter.ts";

/** JUnit XML, as CI servers read it: a test case for each input; what makes the run fail is a failure of its case. */
export function junitReporter(fails: NonNullable<ReporterOptions["fails"]>): Reporter {
  const cases: string[] = [];
  let failures = 0;
  return {
    add(result) {
      if (result.kind === "skipped") return "";
      if (result.findings.some(fails)) failures++;
      cases.push(caseOf(result, fails));
      return "";
    },
    end() {
      const counts = `name="summits check" tests="${cases.length}" failures="${failures}" errors="0" skipped="0"`;
      const suite = `  <testsuite ${counts}>\n${cases.join("")}  </testsuite>\n`;
      return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites ${counts}>\n${suite}</testsuites>\n`;
    },
  };
}

function caseOf({ path, findings }: Reported, fails: (finding: Finding) => boolean): string {
  const failing = findings.filter(fails);
  const others = findings.filter((finding) => !fails(finding));
  const parts = [
    ...(failing.length ? [failureOf(failing)] : []),
    ...(others.length ? [`      <system-out>${escaped(others.map(lineOf).join("\n"))}</system-out>\n`] : []),
  ];
  const head = `    <testcase classname="summits" name="${escaped(path)}"`;
  return parts.length ? `${head}>\n${parts.join("")}    </testcase>\n` : `${head}/>\n`;
}

/** A test case may fail once: its message is that of the first finding, its text has all. */
function failureOf(findings: readonly Finding[]): string {
  const [{ message, rule }] = findings as readonly [Finding];
  const text = escaped(findings.map(lineOf).join("\n"));
  return `      <failure message="${escaped(message)}" type="${rule}">${text}</failure>\n`;
}

const lineOf = ({ path, line, column, severity, message, rule }: Finding): string =>
  `${[path, line, column].filter((part) => part !== undefined).join(":")}  ${severity}  ${message}  ${rule}`;

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\n": "&#10;",
};

/** Text in XML 1.0, which can't hold every character even by its number. */
const escaped = (text: string): string =>
  text
    .replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd")
    .replace(/[&<>"\n]/gu, (character) => ENTITIES[character]!);
