import type { TimexType } from "../document.ts";
import type { Lexeme } from "./lexemes.ts";
import type { Meaning, Mod, TimeOfDay } from "./meaning.ts";
import type { Captures } from "./pattern-nodes.ts";
import type { Grain } from "./period.ts";

/** Where a pattern matched: what stands around it can forbid the reading. */
export interface Place {
  readonly lexemes: readonly Lexeme[];
  readonly first: number;
  /** Index after the last lexeme. */
  readonly end: number;
}

/** One shape of time expression. Of all that match at a word the longest wins, then the earlier in the list. */
export interface DateRule {
  readonly id: string;
  readonly type: TimexType;
  /** See `compile`. */
  readonly pattern: string;
  /** What the words mean; null where the place shows that they are no time expression. */
  readonly read: (caught: Captures, place: Place) => Meaning | null;
  /** `[text = value]` in a sentence written on Wednesday 12 June 2024. */
  readonly matches: readonly string[];
  /** Nothing at all may be found here. */
  readonly rejects?: readonly string[];
}

/** Named pieces of patterns. */
export const PIECES = {
  edge: "the? very? edge:EDGEOF of | ( EDGE -? to )? edge:EDGE -? | edge:EDGE ( on | in ) | edge:EDGER ( on | in )? | edge:end -",
  // "of last year", ", 1998", "of the same year"
  ofyear:
    ",? year:YEAR | of year:YEAR | of ' year:TWO | of KIND year? year:YEAR | of? yearlast:LAST year | of? yearthis:THIS year | of? yearnext:NEXT year | of? yearsame:that year | of yearsame:THAT year | of? the yearsame:same year | of the yearsame:same year | ' year:TWO",
  day: "day:DAY | the day:NTH",
  zone: "zone:ZONE ( sign:+ ~shift:NUMBER | sign:+ ~shift:CLOCK | sign:- ~shift:NUMBER )? | region:REGION ( standard | daylight | summer )? time",
  clock:
    "clock:CLOCK | clock:HOUR ( in the part:PART )? | four:FOUR ~hours? | noon:NOON | hour:DAY ( in the part:PART | at night:night )",
} as const;

const MODS = new Set<unknown>([
  "START",
  "MID",
  "END",
  "APPROX",
  "MORE_THAN",
  "LESS_THAN",
  "EQUAL_OR_MORE",
  "EQUAL_OR_LESS",
]);

/** Modifier of the part of a period ("early", "the end of") or of a length ("at least"), under the name `edge` or `approx`. */
export function modOf(caught: Captures): Mod | undefined {
  const value =
    caught.edge?.senses.EDGE ?? caught.edge?.senses.EDGEOF ?? caught.edge?.senses.EDGER ?? caught.approx?.senses.APPROX;
  if (value === "H1") return "START";
  if (value === "H2") return "END";
  return MODS.has(value) ? (value as Mod) : caught.so ? "APPROX" : undefined;
}

/** A number that a class gives a caught lexeme. */
export const numberOf = (lexeme: Lexeme | undefined, name: string): number => Number(lexeme?.senses[name]);

/** The unit of time caught as `unit`, in the singular or the plural. */
export const unitOf = (caught: Captures): Grain => (caught.unit!.senses.UNIT ?? caught.unit!.senses.UNITS) as Grain;

/** The year named by the piece `$ofyear`. */
export function yearOf(caught: Captures): { year?: number; yearShift?: number | "same"; shortYear?: boolean } {
  if (caught.year?.senses.TWO !== undefined && caught.year.senses.YEAR === undefined)
    return { year: Number(caught.year.senses.TWO), shortYear: true };
  if (caught.year) return { year: numberOf(caught.year, "YEAR") };
  if (caught.yearlast) return { yearShift: -1 };
  if (caught.yearthis) return { yearShift: 0 };
  if (caught.yearnext) return { yearShift: 1 };
  return caught.yearsame ? { yearShift: "same" } : {};
}

/** The time of day named by the pieces `$clock` and `$zone`. */
export function timeOf(caught: Captures): TimeOfDay | undefined {
  const zone = zoneOf(caught);
  const offset = zone ? { zone } : {};
  const clock = clockOf(caught);
  if (clock) return { clock, ...offset };
  return caught.part ? { part: String(caught.part.senses.PART) } : undefined;
}

// "UTC+5:30", "GMT-3": an offset; "ET" and "local time" name none.
function zoneOf({ zone, region, sign, shift }: Captures): string {
  const named = String(zone?.senses.ZONE ?? region?.senses.REGION ?? "");
  if (named !== "Z" || !sign) return named;
  const [hours, minutes = "00"] = String(shift!.senses.CLOCK ?? shift!.senses.NUMBER).split(":");
  return Number(hours) <= 14 ? `${sign.word}${hours!.padStart(2, "0")}:${minutes}` : named;
}

function clockOf(caught: Captures): string | undefined {
  if (caught.noon) return String(caught.noon.senses.NOON);
  if (caught.four) return String(caught.four.senses.FOUR).replace(/^(..)(..)$/, "$1:$2");
  const late = caught.night || (caught.part && caught.part.senses.PART !== "MO");
  const read =
    caught.clock?.senses.CLOCK ??
    caught.clock?.senses.HOUR ??
    (caught.hour ? `${String(caught.hour.senses.DAY).padStart(2, "0")}:00` : undefined);
  if (read === undefined) return undefined;
  const hour = Number(String(read).slice(0, 2));
  return late && hour < 12 ? `${hour + 12}${String(read).slice(2)}` : String(read);
}

/** Word some places before the match; empty at a break. */
export function wordBefore({ lexemes, first }: Place, steps = 1): string {
  for (let i = 0; i < steps; i++) if (lexemes[first - i]?.gap === "break") return "";
  return lexemes[first - steps]?.word ?? "";
}

/** Word some places after the match; empty at a break. */
export function wordAfter({ lexemes, end }: Place, steps = 1): string {
  for (let i = 0; i < steps; i++) if (lexemes[end + i]?.gap === "break") return "";
  return lexemes[end + steps - 1]?.word ?? "";
}

/** Lexeme some places after the match; undefined at a break. */
export const lexemeAfter = (place: Place, steps = 1): Lexeme | undefined =>
  wordAfter(place, steps) === "" && place.lexemes[place.end + steps - 1]?.gap === "break"
    ? undefined
    : place.lexemes[place.end + steps - 1];

/** Lexeme some places before the match; undefined at a break. */
export function lexemeBefore(place: Place, steps = 1): Lexeme | undefined {
  for (let i = 0; i < steps; i++) if (place.lexemes[place.first - i]?.gap === "break") return undefined;
  return place.lexemes[place.first - steps];
}

/** Set of the words in a list. */
export const wordSet = (list: string): ReadonlySet<string> => new Set(list.split(" "));
