import { setFlagsFromString } from "node:v8";
import { Command, CommanderError, Option } from "commander";
import {
  BOILERPLATE_CHOICES,
  COPIES_CHOICES,
  FAIL_ON,
  GROUPINGS,
  MERGE_FORMATS,
  OFFSET_UNITS,
  OptionError,
  OUTPUT_FORMATS,
  PROGRESS,
  REPORT_FORMATS,
  REPORTERS,
  TEXT_CHOICES,
  version,
} from "../index.ts";
import { harmless } from "../report/printable.ts";
import { addOtherCommands } from "./commands.ts";
import { EXIT, flagOf, OutputError, UsageError } from "./exit.ts";
import { endOnBrokenOutput } from "./output.ts";
import { addReadingOptions, examples, gather, withGuess } from "./reading.ts";

// By itself V8 compiles each pattern twice, to bytecode for its first text and to machine code for the second: a tenth of the time of one file.
const COMPILE_PATTERNS_ONCE = "--no-regexp-tier-up";

/** Runs the command line; sets the exit code and never throws. */
export async function main(argv: readonly string[]): Promise<void> {
  endOnBrokenOutput();
  setFlagsFromString(COMPILE_PATTERNS_ONCE);
  try {
    await program().parseAsync(argv);
  } catch (error) {
    process.exitCode = report(error);
  }
}

/** The commands and their options. */
export function program(): Command {
  const root = new Command("summits")
    .description("Turns scraped news articles into evidence: clean text, names, dates, quotations, experts and events.")
    .version(version)
    .exitOverride()
    .configureOutput({
      outputError: (text, write) => write(harmless(withGuess(text.replace(/^error: /u, "summits: ")))),
    })
    .showHelpAfterError("(see summits --help)")
    .addHelpText("after", HELP);
  addExtract(root);
  addReport(root);
  addShow(root);
  addCheck(root);
  addLines(root);
  addMerge(root);
  addOtherCommands(root);
  root.hook("preAction", async (_, command) => {
    const { applySettings } = await import("./settings.ts");
    await applySettings(command, root);
  });
  return root;
}

const HELP = `
Examples:
  summits extract articles/                        what the articles in a folder tell, as tables
  summits extract articles/ --json > corpus.json   everything, for scripts
  summits check articles/                          what can't be read or isn't an article; exit 1 on errors`;

/** The options of every command that labels the lines of documents. */
const addAnalyzingOptions = (command: Command): Command =>
  addReadingOptions(command).option(
    "--line-counts <file>",
    "take lines that recur across a site for boilerplate: a file that lines wrote, or auto to read everything twice",
  );

const copiesOption = () =>
  new Option(
    "--copies <which>",
    "of documents that carry the same story count all and mark them, the first, or all and don't look",
  )
    .choices(COPIES_CHOICES)
    .default("mark");

/** The options of every command that analyzes many documents. */
function addRunOptions(command: Command): Command {
  return command
    .option("-j, --jobs <n>", "documents that are analyzed at once; by default as many as there are processors")
    .option("--timeout-per-document <seconds>", "what takes longer becomes an error, alone", "300")
    .option("--memory-per-job <MB>", "largest heap of each worker; what needs more becomes an error, alone", "2048")
    .addOption(
      new Option("--progress <how>", "auto: a line on a terminal; json: a JSON line each second on standard error")
        .choices([...PROGRESS])
        .default("auto"),
    );
}

const RECORD_ENDINGS = { ".json": "json", ".jsonl": "jsonl", ".ndjson": "jsonl" };
const REPORT_ENDINGS = { ".json": "json", ".csv": "csv", ".md": "markdown", ".html": "html" };

/** Adds --format; without it the ending of the file that -o names tells the format. */
const addFormat = (command: Command, choices: readonly string[], endings: Readonly<Record<string, string>>): Command =>
  command
    .addOption(
      new Option("-f, --format <format>", "what is printed; by default as the ending of -o says, else tables")
        .choices(choices)
        .default("table"),
    )
    .hook("preAction", () => {
      const format =
        endings[/[.]\w+$/u.exec(command.opts<{ output?: string }>().output ?? "")?.[0].toLowerCase() ?? ""];
      if (format && command.getOptionValueSource("format") === "default") command.setOptionValue("format", format);
    });

function addExtract(root: Command): void {
  addFormat(addRunOptions(addAnalyzingOptions(root.command("extract"))), OUTPUT_FORMATS, RECORD_ENDINGS)
    .description(
      "Print what the articles tell: documents, experts, people, places, organizations, dates, quotations, events.",
    )
    .argument("[paths...]", "folders, files, globs, or - for standard input")
    .option("--json", "short for --format json")
    .option(
      "-o, --output <path>",
      "write there: a file, or a folder for csv, parquet and brat; it appears when it is whole",
    )
    .addOption(new Option("--offsets <unit>", "unit of every offset").choices(OFFSET_UNITS).default("codepoint"))
    .addOption(new Option("--text <which>", "text in each record").choices(TEXT_CHOICES).default("clean"))
    .option(
      "--only <layers>",
      "only these parts, comma-separated: blocks, text, entities, dates, quotes, sources, events",
    )
    .option("--no-formula-guard", "csv: write cells that a spreadsheet would run as formulas as they are")
    .option("--top <n>", "rows of each table", "15")
    .addOption(copiesOption())
    .option("--resume", "with --format jsonl -o FILE: keep what an interrupted run made, and do the rest")
    .option("--shard <i/n>", "with --format jsonl -o FILE: only the i-th of n parts of the input, for summits merge")
    .addHelpText(
      "after",
      examples(
        ["extract articles/ --json -o corpus.json", "everything, for scripts"],
        ["extract crawl.warc.gz --format jsonl | head -1", "a record a line, as each document is done"],
        ["extract table.csv --map text=body,published=date --format csv -o tables", "a table for each layer"],
      ),
    )
    .action(async (paths: string[], options) => {
      const { runExtract } = await import("./extract.ts");
      process.exitCode = await runExtract(paths, options);
    });
}

function addReport(root: Command): void {
  addFormat(addRunOptions(addReadingOptions(root.command("report"))), [...REPORT_FORMATS, "html"], REPORT_ENDINGS)
    .description("Print one kind of evidence across articles, or across records that extract printed before.")
    .argument(
      "[kind]",
      "overview (default), experts, sources, quotes, people, places, organizations, events, timeline or copies",
    )
    .argument("[paths...]", "articles as for extract, or .jsonl and .json files that extract wrote")
    .option("-o, --output <file>", "write there; the file appears when it is whole")
    .option("--articles <n>", "html: articles that the page shows in full", "500")
    .addOption(new Option("--by <what>", "group experts or sources").choices(GROUPINGS))
    .option("--source <name>", "quotes: only those of this source")
    .option("--top <n>", "rows of each table; all by default, 15 in the overview")
    .addOption(copiesOption())
    .addHelpText(
      "after",
      examples(
        ["report experts articles/", "who was asked, with role and affiliation"],
        ['report quotes --source "Lee" --format csv corpus.jsonl', "from records that extract printed"],
      ),
    )
    .action(async (kind: string | undefined, paths: string[], options) => {
      const { runReport } = await import("./report.ts");
      process.exitCode = await runReport(kind === undefined ? [] : [kind, ...paths], options);
    });
}

function addShow(root: Command): void {
  addAnalyzingOptions(root.command("show"))
    .description("Show articles as the tool reads them: blocks, names, dates and quotations marked, speakers beside.")
    .argument("[paths...]", "folders, files, globs, or - for standard input")
    .addOption(new Option("--boilerplate <how>", "what isn't the article").choices(BOILERPLATE_CHOICES).default("dim"))
    .option("--why", "tell the rule behind each block and span, and how sure headline and byline are")
    .option("--pager", "page through $PAGER")
    .addHelpText(
      "after",
      examples(
        ["show article.html --pager", "an article with its names, dates and quotations"],
        ["show article.txt --boilerplate only --why", "what was taken for menus, and by which rule"],
      ),
    )
    .action(async (paths: string[], options) => {
      const { runShow } = await import("./show.ts");
      process.exitCode = await runShow(paths, options);
    });
}

function addCheck(root: Command): void {
  addAnalyzingOptions(root.command("check"))
    .description("Print what is wrong with a folder of articles, a line each: file:line:col  severity  message  rule.")
    .argument("[paths...]", "folders, files, globs, or - for standard input")
    .option("--rule <id=severity>", "off, info, warning or error for a diagnostic; may be repeated", gather)
    .addOption(new Option("--fail-on <severity>", "exit 1 at this severity or above").choices(FAIL_ON).default("error"))
    .option("--max-warnings <n>", "exit 1 at more warnings than these")
    .option("--baseline <file>", "findings that are known: only others are printed, counted and failed on")
    .option("--update-baseline", "write all findings of this run to the baseline")
    .addOption(new Option("--reporter <name>", "how findings are printed").choices(REPORTERS).default("text"))
    .option("-o, --output <file>", "write there; the file appears when it is whole")
    .addHelpText(
      "after",
      examples(
        ["check articles/ --fail-on warning --rule no-creation-time=off", "a gate for CI"],
        ["check articles/ --baseline known.json --update-baseline", "take what is there for known"],
        ["check articles/ --reporter sarif -o check.sarif", "for code scanning"],
      ),
    )
    .action(async (paths: string[], options) => {
      const { runCheck } = await import("./check.ts");
      process.exitCode = await runCheck(paths, options);
    });
}

function addLines(root: Command): void {
  addReadingOptions(root.command("lines"))
    .description(
      "Count the lines of each site's documents, for --line-counts: menus and notices recur, articles don't.",
    )
    .argument("[paths...]", "folders, files, globs, or - for standard input")
    .option("-o, --output <file>", "write there; the file appears when it is whole")
    .addHelpText("after", examples(["lines articles/ -o counts.json", "for extract --line-counts counts.json"]))
    .action(async (paths: string[], options) => {
      const { runLines } = await import("./lines.ts");
      process.exitCode = await runLines(paths, options);
    });
}

function addMerge(root: Command): void {
  root
    .command("merge")
    .description("Make of the parts that extract --shard wrote what one run would have made of the whole.")
    .argument("<parts...>", "files that extract --shard wrote, or folders of them")
    .addOption(new Option("-f, --format <format>", "what is printed").choices([...MERGE_FORMATS]).default("json"))
    .addOption(copiesOption())
    .option("-o, --output <path>", "write there: a file, or a folder for csv and parquet; it appears when it is whole")
    .option("--no-formula-guard", "csv: write cells that a spreadsheet would run as formulas as they are")
    .option("-q, --quiet", "no messages on standard error but errors")
    .action(async (paths: string[], options) => {
      const { runMerge } = await import("./merge.ts");
      process.exitCode = await runMerge(paths, options);
    });
}

function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.fine : EXIT.usage;
  if (error instanceof UsageError || error instanceof OutputError) {
    process.stderr.write(harmless(`summits: ${error.message}\n`));
    return error instanceof UsageError ? EXIT.usage : EXIT.failed;
  }
  if (error instanceof OptionError) {
    process.stderr.write(harmless(`summits: ${flagOf(error.option)} ${error.problem}\n`));
    return EXIT.usage;
  }
  const { stack, message } = error as Error;
  process.stderr.write(harmless(`summits: a bug; please report it with the lines below\n${stack ?? message}\n`));
  return EXIT.bug;
}
