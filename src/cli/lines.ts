import { countLines, formatLineCounts, type Options, readLineCounts } from "../index.ts";
import { reasonOf } from "../reason.ts";
import { UsageError } from "./exit.ts";
import { Messages, Tally } from "./messages.ts";
import { type ReadFlags, readOptions } from "./options.ts";
import { openOutput } from "./output.ts";
import { inputPaths } from "./paths.ts";
import { Progress } from "./progress.ts";

/** Options of every command that labels the lines of documents. */
export interface AnalyzeFlags extends ReadFlags {
  readonly lineCounts?: string;
}

/** `summits lines`: prints which lines the documents of each site have, for --line-counts. */
export async function runLines(args: readonly string[], flags: ReadFlags & { output?: string }): Promise<number> {
  const paths = await inputPaths(args, flags);
  const options = readOptions(flags);
  const out = await openOutput(flags.output);
  const progress = Progress.of({ ...flags, progress: "auto" }, paths);
  const [tally, messages] = [new Tally(), new Messages(flags, progress)];
  const counts = await countLines(paths, options, (outcome) => {
    if (outcome.kind === "counted") tally.documents++;
    else {
      tally.add(outcome);
      messages.outcome(outcome);
    }
    progress?.show(tally);
  });
  progress?.clear();
  if (tally.isEmpty) await out.abandon();
  else {
    await out.write(await formatLineCounts(counts));
    await out.finish();
  }
  messages.summary(tally);
  return tally.exitCode;
}

/** The options of a command that labels lines, with the counts that --line-counts names or asks for; throws UsageError. */
export async function analyzeOptions(paths: readonly string[], flags: AnalyzeFlags): Promise<Options> {
  const options = readOptions(flags);
  const { lineCounts } = flags;
  if (lineCounts === undefined) return options;
  if (lineCounts !== "auto") return { ...options, lineCounts: await countsIn(lineCounts) };
  if (paths.includes("-")) throw new UsageError("--line-counts auto reads twice, which standard input can't be");
  return { ...options, lineCounts: await countLines(paths, options) };
}

const countsIn = (path: string) =>
  readLineCounts(path).catch((error) => {
    throw new UsageError(`--line-counts ${path}: ${reasonOf(error, "no such file")}`);
  });
