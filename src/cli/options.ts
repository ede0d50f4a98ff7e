import { availableParallelism } from "node:os";
import { FIELDS, type Field, type InputFormat, type Options, type ProgressChoice } from "../index.ts";
import { LIMIT_NAMES, type Limit } from "../limits.ts";
import type { PoolOptions } from "../run/pool.ts";
import { isSmall } from "../run/workload.ts";
import { didYouMean } from "../suggest.ts";
import { flagOf, UsageError } from "./exit.ts";
import type { LOG_FORMATS } from "./reading.ts";

/** Options that every command which reads has, as commander gives them. */
export interface ReadFlags extends Readonly<Record<Limit, string>> {
  readonly inputFormat: InputFormat;
  readonly published?: string;
  readonly encoding?: string;
  readonly dateOrder?: Options["dateOrder"];
  readonly map?: string;
  readonly namePattern?: string;
  readonly lexicon?: string;
  readonly exclude?: readonly string[];
  readonly ignore?: boolean;
  readonly follow?: boolean;
  readonly filesFrom?: string;
  readonly null?: boolean;
  readonly color: "auto" | "always" | "never";
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly logFormat?: (typeof LOG_FORMATS)[number];
}

/** Options of the commands that analyze many documents. */
export interface RunFlags extends ReadFlags {
  readonly jobs?: string;
  readonly timeoutPerDocument: string;
  readonly memoryPerJob: string;
  readonly progress: ProgressChoice;
}

// So few bytes are analyzed before a worker has started.
const SMALL = 256 << 10;

/** How the documents behind the paths are shared out; null where they are so few that this thread does them. */
export async function poolOptions(paths: readonly string[], flags: RunFlags): Promise<PoolOptions | null> {
  const jobs = flags.jobs === undefined ? availableParallelism() : wholeNumber("--jobs", flags.jobs);
  const timeout = wholeNumber("--timeout-per-document", flags.timeoutPerDocument);
  const heap = wholeNumber("--memory-per-job", flags.memoryPerJob);
  const isHere =
    flags.jobs === undefined &&
    (await isSmall(paths, { exclude: flags.exclude ?? [], gitignore: flags.ignore ?? true }, SMALL));
  return isHere ? null : { jobs, timeout, heap };
}

/** The options of the library that the flags stand for; throws UsageError where the shape of a value is wrong. */
export function readOptions(flags: ReadFlags): Options {
  const { inputFormat, published, dateOrder, encoding, namePattern } = flags;
  return {
    inputFormat,
    ...(published !== undefined && { published }),
    ...(dateOrder !== undefined && { dateOrder }),
    ...(encoding !== undefined && { encoding }),
    ...(namePattern !== undefined && { namePattern }),
    ...(flags.lexicon !== undefined && { lexicon: flags.lexicon }),
    map: fieldMapping(flags.map),
    ...Object.fromEntries(LIMIT_NAMES.map((name) => [name, wholeNumber(flagOf(name), flags[name])])),
    exclude: flags.exclude ?? [],
    gitignore: flags.ignore ?? true,
    follow: flags.follow ?? false,
    pathIds: flags.filesFrom !== undefined,
    // The names of the files, or an article.
    ...(flags.filesFrom !== "-" && { stdin: process.stdin }),
  };
}

/** The value of --map, "text=body,published=date"; throws UsageError. */
function fieldMapping(text: string | undefined): Partial<Record<Field, string>> {
  const mapping: Partial<Record<Field, string>> = {};
  for (const pair of text?.split(",") ?? []) {
    const [field = "", column] = pair.split(/=(.*)/su).map((part) => part.trim());
    if (!column) throw new UsageError(`--map takes field=column pairs, text=body,published=date; not "${pair}"`);
    mapping[oneOf("--map", field, FIELDS)] = column;
  }
  return mapping;
}

/** A whole number above zero; throws UsageError. */
export function wholeNumber(option: string, text: string): number {
  if (!/^[1-9]\d{0,14}$/u.test(text)) throw new UsageError(`${option} takes a whole number above 0, not "${text}"`);
  return Number(text);
}

/** Whether a stream gets colour: the flag, then NO_COLOR and FORCE_COLOR, then whether it is a terminal. */
export function wantsColor(when: ReadFlags["color"], stream: { readonly isTTY?: boolean }): boolean {
  if (when !== "auto") return when === "always";
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (NO_COLOR) return false;
  if (FORCE_COLOR) return FORCE_COLOR !== "0" && FORCE_COLOR !== "false";
  return Boolean(stream.isTTY) && TERM !== "dumb";
}

/** One of the choices; throws UsageError. */
export function oneOf<T extends string>(option: string, text: string, choices: readonly T[]): T {
  const choice = choices.find((name) => name === text);
  if (choice !== undefined) return choice;
  throw new UsageError(`${option} takes ${choices.join(", ")}, not "${text}"${didYouMean(text, choices)}`);
}
