import type { ReporterName } from "../../choices.ts";
import type { Reporter, ReporterOptions } from "./reporter.ts";

export type { Reported, Reporter, ReporterOptions } from "./reporter.ts";

/** A reporter by its name. */
export async function reporter(name: ReporterName, options: ReporterOptions = {}): Promise<Reporter> {
  const { color = false, fails = ({ severity }) => severity === "error" } = options;
  if (name === "json") return (await import("./json.ts")).jsonReporter();
  if (name === "github") return (await import("./github.ts")).githubReporter();
  if (name === "junit") return (await import("./junit.ts")).junitReporter(fails);
  if (name === "sarif") return (await import("./sarif.ts")).sarifReporter();
  return (await import("./text.ts")).textReporter(color);
}
