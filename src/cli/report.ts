import { records } from "../extract.ts";
import { LAYERS } from "../record.ts";
import { formatRecordDiagnostic } from "../report/diagnostics.ts";
import type { Grouping } from "../report/kinds/sources.ts";
import { KINDS, type Kind, Report } from "../report/report.ts";
import type { Section } from "../report/section.ts";
import { EXIT, UsageError } from "./exit.ts";
import { type ReadFlags, readOptions, wantsColor, wholeNumber } from "./options.ts";
import { openOutput } from "./output.ts";

export interface ReportFlags extends ReadFlags {
  readonly format: "table" | "markdown" | "csv" | "json";
  readonly output?: string;
  readonly by?: Grouping;
  readonly source?: string;
  readonly top?: string;
}

const OVERVIEW_TOP = 15;

/** `summits report [KIND] PATH…`: one kind of evidence as table, Markdown, CSV or JSON. */
export async function runReport(args: readonly string[], flags: ReportFlags): Promise<number> {
  const { kind, paths } = kindAndPaths(args);
  const options = readOptions(flags);
  const all = kind === "overview" ? OVERVIEW_TOP : Number.POSITIVE_INFINITY;
  const top = flags.top === undefined ? all : wholeNumber("--top", flags.top);
  const report = new Report([kind], { top, by: flags.by ?? null, source: flags.source ?? null });
  let [documents, errors, missing] = [0, 0, 0];
  for await (const record of records(paths, options, { offsets: "utf16", text: "both", layers: new Set(LAYERS) })) {
    report.add(record);
    if (record.type === "document") documents++;
    else {
      errors++;
      if (record.diagnostics.some(({ rule }) => rule === "no-such-input")) missing++;
      for (const diagnostic of record.diagnostics) {
        process.stderr.write(`${formatRecordDiagnostic(record.source.path, diagnostic)}\n`);
      }
    }
  }
  if (documents === 0 && errors === missing) {
    process.stderr.write("summits: nothing to read\n");
    return EXIT.noInput;
  }
  await print(report.sections(), flags);
  return errors ? EXIT.failed : EXIT.fine;
}

/** A first word that is no kind is a path; a folder named like a kind is reached as ./events. */
function kindAndPaths(args: readonly string[]): { kind: Kind; paths: readonly string[] } {
  const kind = KINDS.find((name) => name === args[0]);
  const paths = kind ? args.slice(1) : args;
  if (!paths.length) throw new UsageError("report takes articles or extracted records: summits report [KIND] PATH…");
  return { kind: kind ?? "overview", paths };
}

async function print(sections: readonly Section[], flags: ReportFlags): Promise<void> {
  const out = await openOutput(flags.output);
  try {
    for await (const text of formatted(sections, flags)) await out.write(text);
    await out.finish();
  } catch (error) {
    await out.abandon();
    throw error;
  }
}

async function* formatted(sections: readonly Section[], flags: ReportFlags): AsyncGenerator<string> {
  if (flags.format === "json") yield (await import("../report/json.ts")).formatJson(sections);
  else if (flags.format === "csv") yield (await import("../report/csv.ts")).formatCsv(sections);
  else if (flags.format === "markdown") yield* (await import("../report/markdown.ts")).formatMarkdown(sections);
  else {
    const { formatTables } = await import("../report/table.ts");
    const toTerminal = flags.output === undefined;
    const color = toTerminal && wantsColor(flags.color, process.stdout);
    yield* formatTables(sections, color, (toTerminal && process.stdout.columns) || 120);
  }
}
