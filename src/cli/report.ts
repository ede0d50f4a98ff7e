import {
  type CopiesChoice,
  type DocumentRecord,
  type ErrorRecord,
  formatSections,
  type Grouping,
  KINDS,
  type Kind,
  type ReportFormat,
  recordOptions,
  report,
  reportPage,
} from "../index.ts";
import { type Done, recordIn } from "../run/done.ts";
import { start } from "../run/start.ts";
import { didYouMean } from "../suggest.ts";
import { EXIT, UsageError } from "./exit.ts";
import { Messages, Tally } from "./messages.ts";
import { poolOptions, type RunFlags, readOptions, wantsColor, wholeNumber } from "./options.ts";
import { openOutput } from "./output.ts";
import { inputPaths } from "./paths.ts";
import { Progress } from "./progress.ts";

export interface ReportFlags extends RunFlags {
  readonly format: ReportFormat | "html";
  readonly articles: string;
  readonly output?: string;
  readonly by?: Grouping;
  readonly source?: string;
  readonly top?: string;
  readonly copies: CopiesChoice;
}

const OVERVIEW_TOP = 15;

/** `summits report [KIND] PATH…`: one kind of evidence as table, Markdown, CSV or JSON, or all of it as an HTML page. */
export async function runReport(args: readonly string[], flags: ReportFlags): Promise<number> {
  const { kind, rest } = kindAndPaths(args);
  const paths = await inputPaths(rest, flags);
  const options = readOptions(flags);
  const rows = kind === "overview" ? OVERVIEW_TOP : Number.POSITIVE_INFINITY;
  const top = flags.top === undefined ? rows : wholeNumber("--top", flags.top);
  const progress = Progress.of(flags, paths);
  const [tally, messages] = [new Tally(), new Messages(flags, progress)];
  const format = recordOptions({ offsets: "utf16", text: "both" });
  const results = await start(paths, options, { format, pool: await poolOptions(paths, flags), readsRecords: true });
  const all = told(results.done, tally, messages, progress, args[0]);
  const { parts, copies } =
    flags.format === "html"
      ? { parts: await page(all, kind, flags), copies: null }
      : await tables(all, flags.format, { ...flags, kind, top });
  progress?.clear();
  if (tally.isEmpty) {
    process.stderr.write("summits: nothing to read\n");
    return EXIT.noInput;
  }
  await print(parts, flags.output, flags.format === "table");
  if (copies) messages.copies(tally.documents, copies);
  return tally.exitCode;
}

/** ` (did you mean the kind "experts"?)` for a first word that is neither a kind nor a path. */
const guessOf = (word: string | undefined, path: string): string =>
  word === path ? didYouMean(word, KINDS).replace("mean", "mean the kind") : "";

/** Passes records on, tells of those that gave no document, and counts. */
async function* told(
  results: AsyncIterable<Done>,
  tally: Tally,
  messages: Messages,
  progress: Progress | null,
  first: string | undefined,
): AsyncGenerator<DocumentRecord | ErrorRecord> {
  for await (const done of results) {
    tally.add(done);
    const record = recordIn(done);
    if (record) yield record;
    for (const diagnostic of record?.type === "error" ? record.diagnostics : []) {
      const guess = diagnostic.rule === "no-such-input" ? guessOf(first, done.path) : "";
      messages.record(done.path, { ...diagnostic, message: diagnostic.message + guess });
    }
    progress?.show(tally);
  }
  progress?.show(tally, true);
}

/** A first word that is no kind is a path; a folder named like a kind is reached as ./events. */
function kindAndPaths(args: readonly string[]): { kind: Kind; rest: readonly string[] } {
  const kind = KINDS.find((name) => name === args[0]);
  return { kind: kind ?? "overview", rest: kind ? args.slice(1) : args };
}

/** The page, which has every kind of evidence. */
async function page(all: AsyncIterable<DocumentRecord | ErrorRecord>, kind: Kind, { articles, copies }: ReportFlags) {
  if (kind !== "overview") throw new UsageError(`--format html is one page of all kinds: leave out ${kind}`);
  return reportPage(all, { articles: wholeNumber("--articles", articles), copies });
}

/** The sections of one kind, in a format, and how many documents are copies. */
async function tables(
  all: AsyncIterable<DocumentRecord | ErrorRecord>,
  format: ReportFormat,
  flags: Omit<ReportFlags, "top"> & { readonly kind: Kind; readonly top: number },
) {
  const { kind, top, copies, by, source, output } = flags;
  const sections = await report(all, { kind, top, copies, ...(by && { by }), ...(source !== undefined && { source }) });
  const toTerminal = output === undefined;
  const color = toTerminal && wantsColor(flags.color, process.stdout);
  const parts = formatSections(sections, format, { color, width: (toTerminal && process.stdout.columns) || 120 });
  return { parts, copies: sections[0]?.copies ?? null };
}

async function print(
  parts: AsyncIterable<string> | Iterable<string>,
  path: string | undefined,
  isTable: boolean,
): Promise<void> {
  const out = await openOutput(path, isTable);
  try {
    for await (const text of parts) await out.write(text);
    await out.finish();
  } catch (error) {
    await out.abandon();
    throw error;
  }
}
