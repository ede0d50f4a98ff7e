import { Command, CommanderError, Option } from "commander";
import {
  BOILERPLATE_CHOICES,
  DATE_ORDERS,
  GROUPINGS,
  INPUT_FORMATS,
  OFFSET_UNITS,
  OptionError,
  OUTPUT_FORMATS,
  REPORT_FORMATS,
  TEXT_CHOICES,
  version,
} from "../index.ts";
import { EXIT, OutputError, UsageError } from "./exit.ts";
import { endOnBrokenOutput } from "./output.ts";

/** Runs the command line; sets the exit code and never throws. */
export async function main(argv: readonly string[]): Promise<void> {
  endOnBrokenOutput();
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
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /u, "summits: ")) })
    .showHelpAfterError("(see summits --help)")
    .addHelpText("after", HELP);
  addExtract(root);
  addReport(root);
  addShow(root);
  addCheck(root);
  addLines(root);
  addSchema(root);
  return root;
}

const HELP = `
Examples:
  summits extract articles/                        what the articles in a folder tell, as tables
  summits extract articles/ --json > corpus.json   everything, for scripts
  summits check articles/                          what can't be read or isn't an article; exit 1 on errors`;

/** The options of every command that reads. */
function addReadingOptions(command: Command): Command {
  return command
    .addOption(
      new Option("--input-format <format>", "how the input is to be read").choices([...INPUT_FORMATS]).default("auto"),
    )
    .option("--map <pairs>", "columns or JSON fields that hold what a record says, such as text=body,published=date")
    .option("--name-pattern <pattern>", "what file names tell, such as {date}_{outlet}_{id}")
    .option("--encoding <label>", "encoding of every input, such as windows-1252; found out by default")
    .option("--published <day>", "publication day of every document, YYYY-MM-DD; overrides what pages and records say")
    .addOption(
      new Option("--date-order <order>", "how 03/04/05 is written; told by the text by default").choices(DATE_ORDERS),
    )
    .option("--max-bytes <n>", "largest file or record that is read", String(64 * 1024 * 1024))
    .option("--max-ratio <n>", "how many times its size a compressed file may grow", "200")
    .addOption(
      new Option("--color <when>", "auto obeys NO_COLOR and FORCE_COLOR")
        .choices(["auto", "always", "never"])
        .default("auto"),
    )
    .option("-q, --quiet", "no messages on standard error but errors");
}

/** The options of every command that labels the lines of documents. */
const addAnalyzingOptions = (command: Command): Command =>
  addReadingOptions(command).option(
    "--line-counts <file>",
    "take lines that recur across a site for boilerplate: a file that lines wrote, or auto to read everything twice",
  );

function addExtract(root: Command): void {
  addAnalyzingOptions(root.command("extract"))
    .description(
      "Print what the articles tell: documents, experts, people, places, organizations, dates, quotations, events.",
    )
    .argument("<paths...>", "folders, files, globs, or - for standard input")
    .addOption(new Option("-f, --format <format>", "what is printed").choices([...OUTPUT_FORMATS]).default("table"))
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
    .action(async (paths: string[], options) => {
      const { runExtract } = await import("./extract.ts");
      process.exitCode = await runExtract(paths, options);
    });
}

function addReport(root: Command): void {
  addReadingOptions(root.command("report"))
    .description("Print one kind of evidence across articles, or across records that extract printed before.")
    .argument(
      "[kind]",
      "overview (default), experts, sources, quotes, people, places, organizations, events or timeline",
    )
    .argument("[paths...]", "articles as for extract, or .jsonl and .json files that extract wrote")
    .addOption(new Option("-f, --format <format>", "what is printed").choices(REPORT_FORMATS).default("table"))
    .option("-o, --output <file>", "write there; the file appears when it is whole")
    .addOption(new Option("--by <what>", "group experts or sources").choices(GROUPINGS))
    .option("--source <name>", "quotes: only those of this source")
    .option("--top <n>", "rows of each table; all by default, 15 in the overview")
    .action(async (kind: string | undefined, paths: string[], options) => {
      const { runReport } = await import("./report.ts");
      process.exitCode = await runReport(kind === undefined ? [] : [kind, ...paths], options);
    });
}

function addShow(root: Command): void {
  addAnalyzingOptions(root.command("show"))
    .description("Show articles as the tool reads them: blocks, names, dates and quotations marked, speakers beside.")
    .argument("<paths...>", "folders, files, globs, or - for standard input")
    .addOption(new Option("--boilerplate <how>", "what isn't the article").choices(BOILERPLATE_CHOICES).default("dim"))
    .option("--why", "tell the rule behind each block and span")
    .option("--pager", "page through $PAGER")
    .action(async (paths: string[], options) => {
      const { runShow } = await import("./show.ts");
      process.exitCode = await runShow(paths, options);
    });
}

function addCheck(root: Command): void {
  addAnalyzingOptions(root.command("check"))
    .description("Print what is wrong with a folder of articles, a line each: file:line:col  severity  message  rule.")
    .argument("<paths...>", "folders, files, globs, or - for standard input")
    .addOption(
      new Option("--fail-on <severity>", "exit 1 at this severity or above")
        .choices(["error", "warning", "never"])
        .default("error"),
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
    .argument("<paths...>", "folders, files, globs, or - for standard input")
    .option("-o, --output <file>", "write there; the file appears when it is whole")
    .action(async (paths: string[], options) => {
      const { runLines } = await import("./lines.ts");
      process.exitCode = await runLines(paths, options);
    });
}

function addSchema(root: Command): void {
  root
    .command("schema")
    .description("Print the JSON Schema (2020-12) of what extract prints.")
    .argument("[which]", "document or corpus", "document")
    .action(async (which: string) => {
      const { runSchema } = await import("./schema.ts");
      process.exitCode = await runSchema(which);
    });
}

function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.fine : EXIT.usage;
  if (error instanceof UsageError || error instanceof OutputError) {
    process.stderr.write(`summits: ${error.message}\n`);
    return error instanceof UsageError ? EXIT.usage : EXIT.failed;
  }
  if (error instanceof OptionError) {
    process.stderr.write(`summits: ${flagOf(error.option)} ${error.problem}\n`);
    return EXIT.usage;
  }
  const { stack, message } = error as Error;
  process.stderr.write(`summits: a bug; please report it with the lines below\n${stack ?? message}\n`);
  return EXIT.bug;
}

/** "maxBytes" is --max-bytes. */
const flagOf = (option: string) => `--${option.replace(/\p{Lu}/gu, (letter) => `-${letter.toLowerCase()}`)}`;
