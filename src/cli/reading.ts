import { type Command, Option } from "commander";
import { DATE_ORDERS, INPUT_FORMATS } from "../index.ts";
import { LIMITS } from "../limits.ts";
import { didYouMean } from "../suggest.ts";

export const LOG_FORMATS = ["text", "json"] as const;

/** The options of every command that reads. */
export function addReadingOptions(command: Command): Command {
  return addFindingOptions(command)
    .addOption(
      new Option("--input-format <format>", "how the input is to be read").choices(INPUT_FORMATS).default("auto"),
    )
    .option("--map <pairs>", "columns or JSON fields that hold what a record says, such as text=body,published=date")
    .option("--name-pattern <pattern>", "what file names tell, such as {date}_{outlet}_{id}")
    .option("--encoding <label>", "encoding of every input, such as windows-1252; found out by default")
    .option("--published <day>", "publication day of every document, YYYY-MM-DD; overrides what pages and records say")
    .addOption(
      new Option(
        "--date-order <order>",
        "how 03/04/05 is written; told by the text or the outlet's country by default",
      ).choices(DATE_ORDERS),
    )
    .option("--max-bytes <n>", "largest file or record that is read", String(LIMITS.maxBytes))
    .option("--max-ratio <n>", "how many times its size a compressed file may grow", String(LIMITS.maxRatio))
    .option("--max-records <n>", "records of one file that are read", String(LIMITS.maxRecords))
    .option("--max-depth <n>", "how deep the elements of a page may nest", String(LIMITS.maxDepth))
    .option("--max-entities <n>", "entities that one document may have", String(LIMITS.maxEntities))
    .option("--lexicon <dir>", "own lists: names, cue verbs, boilerplate lines, outlets")
    .option("--config <file>", "settings, instead of those of the nearest summits.config.json")
    .option("--no-config", "no file of settings")
    .addOption(
      new Option("--color <when>", "auto obeys NO_COLOR and FORCE_COLOR")
        .choices(["auto", "always", "never"])
        .default("auto"),
    )
    .option("-q, --quiet", "no messages on standard error but errors")
    .option("--verbose", "notes, and a line for each document, on standard error")
    .addOption(
      new Option("--log-format <format>", "of messages on standard error").choices(LOG_FORMATS).default("text"),
    );
}

function addFindingOptions(command: Command): Command {
  return command
    .option("--exclude <glob>", "leave out files and folders like that; may be repeated", gather)
    .option("--no-ignore", "read also what .gitignore leaves out")
    .option("--follow", "follow symbolic links to folders, and out of the folder that is given")
    .option("--files-from <file>", "read the paths that stand in this file, a line each; - is standard input")
    .option("-0, --null", "the paths of --files-from end in NUL instead of a line end");
}

/** Gathers the values of an option that may be repeated. */
export const gather = (value: string, before: readonly string[] = []): string[] => [...before, value];

/** The end of a command's help: command lines and what they are for. */
export function examples(...lines: readonly (readonly [line: string, does: string])[]): string {
  return ["", "Examples:", ...lines.flatMap(([line, does]) => [`  # ${does}`, `  summits ${line}`])].join("\n");
}

/** Commander's message on a choice that doesn't exist, with the one that was meant. */
export const withGuess = (message: string): string =>
  message.replace(/'([^'\n]*)' is invalid\. Allowed choices are (.*)\./u, (whole, word: string, choices: string) => {
    return whole + didYouMean(word, choices.split(", "));
  });
