import { DATE_ORDERS, FIELDS, type Field, INPUT_FORMATS, type InputFormat } from "./choices.ts";
import type { LineCounts } from "./clean/site-lines.ts";
import type { DateOrder } from "./document.ts";
import type { OwnLists } from "./lexicon/own.ts";
import { LIMIT_NAMES, LIMITS, type Limit } from "./limits.ts";
import { OptionError } from "./option-error.ts";
import type { AnalyzeOptions } from "./pipeline.ts";
import { isoDay } from "./read/day.ts";
import { isEncoding } from "./read/decoder.ts";
import type { FieldMapping } from "./read/fields.ts";
import { type NamePattern, parseNamePattern } from "./read/name-pattern.ts";
import type { ReadOptions } from "./read/reader.ts";

/** How articles are found, read and analyzed. Everything may be left out. */
export interface Options {
  /** How the input is to be read; recognized by content by default. */
  readonly inputFormat?: InputFormat;
  /** Publication day of every document, `YYYY-MM-DD`; it overrides what pages and records say. */
  readonly published?: string;
  /** How 03/04/05 is written; told by the other dates of the text by default. */
  readonly dateOrder?: DateOrder;
  /** Encoding of every input (WHATWG label, such as `windows-1252`); found out by default. */
  readonly encoding?: string;
  /** Columns or JSON fields that hold what a record says, where they have other names: `{text: "body", published: "date"}`. */
  readonly map?: FieldMapping;
  /** What file names tell: `"{date}_{outlet}_{id}"`. */
  readonly namePattern?: string;
  /** Largest file or record that is read, in bytes; 64 MiB by default. */
  readonly maxBytes?: number;
  /** How many times its size a compressed file may grow; 200 by default. */
  readonly maxRatio?: number;
  /** How many records of one file are read; ten million by default. */
  readonly maxRecords?: number;
  /** How deep the elements of a page may nest; 10,000 by default. */
  readonly maxDepth?: number;
  /** How many entities one document may have; 10,000 by default. */
  readonly maxEntities?: number;
  /** Which lines the documents of each site have, as `countLines` tells: those that recur are boilerplate. */
  readonly lineCounts?: LineCounts;
  /** A folder of own lists: names, cue verbs, boilerplate lines, outlets. */
  readonly lexicon?: string | OwnLists;
  /** Patterns of files and folders that are left out, in the syntax of .gitignore. */
  readonly exclude?: readonly string[];
  /** Whether .gitignore files are obeyed; true by default. */
  readonly gitignore?: boolean;
  /** Whether symbolic links to folders, and out of the folder that was given, are followed; false by default. */
  readonly follow?: boolean;
  /** Whether a file that is given by itself has its path as id, and not its name alone. */
  readonly pathIds?: boolean;
  /** What the path `-` stands for. */
  readonly stdin?: AsyncIterable<Uint8Array>;
  /** Ends the work: the iteration throws the signal's reason. */
  readonly signal?: AbortSignal;
}

/** Checks options and fills in the defaults; throws OptionError. */
export async function settle(options: Options): Promise<ReadOptions & AnalyzeOptions & Pick<Options, "stdin">> {
  const { inputFormat = "auto", published, dateOrder, encoding, map = {}, namePattern, stdin } = options;
  if (published !== undefined && isoDay(published) !== published) {
    throw new OptionError("published", `takes a day as YYYY-MM-DD, not "${published}"`);
  }
  if (encoding !== undefined && !isEncoding(encoding)) {
    throw new OptionError("encoding", `takes the name of an encoding; none is called "${encoding}"`);
  }
  return {
    inputFormat: oneOf("inputFormat", inputFormat, INPUT_FORMATS),
    published: published ?? null,
    dateOrder: dateOrder === undefined ? null : oneOf("dateOrder", dateOrder, DATE_ORDERS),
    encoding: encoding?.toLowerCase() ?? null,
    fields: fieldMapping(map),
    namePattern: namePattern === undefined ? null : patternOf(namePattern),
    ...limitsOf(options),
    lineCounts: options.lineCounts ?? null,
    own: await ownLists(options.lexicon),
    exclude: options.exclude ?? [],
    gitignore: options.gitignore ?? true,
    follow: options.follow ?? false,
    pathIds: options.pathIds ?? false,
    ...(stdin && { stdin }),
  };
}

const limitsOf = (options: Options) =>
  Object.fromEntries(LIMIT_NAMES.map((name) => [name, wholeNumber(name, options[name] ?? LIMITS[name])])) as Record<
    Limit,
    number
  >;

/** The lists of a folder, or those that were read before. */
async function ownLists(lexicon: Options["lexicon"]): Promise<OwnLists | null> {
  if (typeof lexicon !== "string") return lexicon ?? null;
  return (await import("./read/lexicon.ts")).readLexicon(lexicon);
}

function patternOf(text: string): NamePattern {
  try {
    return parseNamePattern(text);
  } catch (error) {
    throw new OptionError("namePattern", `"${text}": ${(error as Error).message}`);
  }
}

function fieldMapping(map: FieldMapping): FieldMapping {
  const mapping: Partial<Record<Field, string>> = {};
  for (const [field, column] of Object.entries(map)) {
    if (!column) throw new OptionError("map", `names no column for "${field}"`);
    mapping[oneOf("map", field, FIELDS)] = column;
  }
  return mapping;
}

/** A whole number above zero; throws OptionError. */
export function wholeNumber(option: string, value: number): number {
  if (Number.isSafeInteger(value) && value > 0) return value;
  throw new OptionError(option, `takes a whole number above 0, not "${value}"`);
}

/** One of the choices; throws OptionError. */
export function oneOf<T extends string>(option: string, text: string, choices: readonly T[]): T {
  const choice = choices.find((name) => name === text);
  if (choice === undefined) throw new OptionError(option, `takes ${choices.join(", ")}, not "${text}"`);
  return choice;
}
