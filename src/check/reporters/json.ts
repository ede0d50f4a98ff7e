import { version } from "../../version.ts";
import type { Finding } from "../finding.ts";
import type { Reporter } from "./reporter.ts";

/** One object with every finding and the counts, when all are known. */
export function jsonReporter(): Reporter {
  const all: Finding[] = [];
  return {
    add({ findings }) {
      all.push(...findings);
      return "";
    },
    end({ counts, known, gone, fails }) {
      const head = { schema: "summits/check/1", tool: { name: "summits", version }, counts, known, gone, fails };
      return `${JSON.stringify({ ...head, findings: all }, null, 2)}\n`;
    },
  };
}
