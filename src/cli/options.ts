import type { DateOrder } from "../document.ts";
import type { AnalyzeOptions } from "../pipeline.ts";
import { isoDay } from "../read/day.ts";
import { isEncoding } from "../read/decoder.ts";
import { FIELDS, type Field, type FieldMapping } from "../read/fields.ts";
import { type NamePattern, parseNamePattern } from "../read/name-pattern.ts";
import type { ReadOptions } from "../read/reader.ts";
import { UsageError } from "./exit.ts";

/** Options that every command which reads has, as commander gives them. */
export interface ReadFlags {
  readonly inputFormat: ReadOptions["inputFormat"];
  readonly published?: string;
  readonly maxBytes: string;
  readonly maxRatio: string;
  readonly encoding?: string;
  readonly dateOrder?: DateOrder;
  readonly map?: string;
  readonly namePattern?: string;
  readonly color: "auto" | "always" | "never";
  readonly quiet?: boolean;
}

/** Checks the values of the reading options; throws UsageError. */
export function readOptions(flags: ReadFlags): ReadOptions & AnalyzeOptions {
  const published = flags.published === undefined ? null : isoDay(flags.published);
  if (flags.published !== undefined && (!published || published !== flags.published)) {
    throw new UsageError(`--published takes a day as YYYY-MM-DD, not "${flags.published}"`);
  }
  const { inputFormat, encoding = null } = flags;
  if (encoding !== null && !isEncoding(encoding))
    throw new UsageError(`--encoding: no encoding is called "${encoding}"`);
  return {
    inputFormat,
    published,
    dateOrder: flags.dateOrder ?? null,
    encoding: encoding?.toLowerCase() ?? null,
    fields: fieldMapping(flags.map),
    namePattern: flags.namePattern === undefined ? null : namePattern(flags.namePattern),
    maxBytes: wholeNumber("--max-bytes", flags.maxBytes),
    maxRatio: wholeNumber("--max-ratio", flags.maxRatio),
  };
}

/** The value of --name-pattern; throws UsageError. */
function namePattern(text: string): NamePattern {
  try {
    return parseNamePattern(text);
  } catch (error) {
    throw new UsageError(`--name-pattern "${text}": ${(error as Error).message}`);
  }
}

/** The value of --map, "text=body,published=date"; throws UsageError. */
function fieldMapping(text: string | undefined): FieldMapping {
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
  if (choice === undefined) throw new UsageError(`${option} takes ${choices.join(", ")}, not "${text}"`);
  return choice;
}
