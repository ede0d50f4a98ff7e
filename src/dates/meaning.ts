import type { Grain } from "./period.ts";

export type Mod = "START" | "MID" | "END" | "APPROX" | "MORE_THAN" | "LESS_THAN" | "EQUAL_OR_MORE" | "EQUAL_OR_LESS";

/**
 * Which of the many Mays or Mondays: the bare name, "last", "this", "next"; or counted from the date last spoken of:
 * "that" one, the one before ("the previous Friday"), the one after.
 */
export type Which = "bare" | "last" | "this" | "next" | "same" | "before" | "after";

/** Morning, afternoon, evening, night, or a time of the clock (`17:30`, `17:30:05`). */
export interface TimeOfDay {
  readonly part?: string;
  readonly clock?: string;
  /** Offset from UTC as ISO 8601 has it (`+09:00`, `Z`). */
  readonly zone?: string;
}

/** Pieces of the calendar that the text names: "May 7", "the third quarter of 1998", "the 1980s". */
export interface CalendarMeaning {
  readonly kind: "calendar";
  readonly year?: number;
  /** True where the text gives two digits: "'82", "3/4/24". */
  readonly shortYear?: boolean;
  /** Years from the year of writing: -1 in "March of last year"; "same" in "March of that year". */
  readonly yearShift?: number | "same";
  readonly month?: number;
  readonly day?: number;
  /** "Tuesday, June 18": the weekday tells the year. */
  readonly weekday?: number;
  readonly quarter?: number;
  readonly half?: number;
  readonly season?: string;
  /** First year of a decade ("the 1980s") or, without a century, its last two digits ("the eighties": 80). */
  readonly decade?: number;
  /** 20 for "the 20th century". */
  readonly century?: number;
  readonly holiday?: string;
  readonly which?: Which;
  /** The other reading of a numeric date: [month, day]. */
  readonly otherwise?: readonly [number, number];
  /** What decided between the two readings: "address in .uk". */
  readonly because?: string;
  /** A date of figures as written, "3/4/24". */
  readonly figures?: readonly [number, number, number];
  /** Order of a date of figures that can be read in one way only. */
  readonly order?: "mdy" | "dmy";
}

/** "Monday", "last Friday", "Thursday of next week". */
export interface WeekdayMeaning {
  readonly kind: "weekday";
  readonly weekday: number;
  readonly which: Which;
  /** Weeks from the week of writing, where the text says so. */
  readonly week?: number;
  /** "Tuesday and Wednesday": in the direction of the weekday before. */
  readonly follows?: boolean;
}

/** So many units from the day of writing, or from the date last spoken of: "last week", "two years ago", "three days later". */
export interface ShiftMeaning {
  readonly kind: "shift";
  readonly grain: Grain;
  readonly by: number;
  readonly from: "creation" | "mention";
  /** "a year ago" may stand for the same quarter of the year before. */
  readonly comparison?: boolean;
}

/** Another date, so many units before or after it: "a year ago today", "a week on Tuesday", "the same month of 2022". */
export interface AwayMeaning {
  readonly kind: "away";
  readonly unit: Grain;
  readonly by: number;
  /** The year to move it to, where the text names one. */
  readonly year?: number;
  readonly of: Meaning;
}

/** A length of time: "two years", "recent weeks" (no number). */
export interface DurationMeaning {
  readonly kind: "duration";
  readonly amount: number | null;
  readonly unit: Grain;
}

/** A day, week or weekend counted in a month or a year: "the second Tuesday of May", "the last day of 2020". */
export interface NthMeaning {
  readonly kind: "nth";
  /** 1 for the first, -1 for the last. */
  readonly nth: number;
  readonly piece: "weekday" | "day" | "week" | "weekend";
  readonly weekday?: number;
  readonly of: Meaning;
}

/** A value that no calendar changes: PAST_REF, a set, an impossible date (null). */
export interface FixedMeaning {
  readonly kind: "fixed";
  readonly value: string | null;
}

/** From one point to another: "May 15-16". */
export interface RangeMeaning {
  readonly kind: "range";
  readonly from: Meaning;
  readonly to: Meaning;
}

/** What the words of a time expression say, before it is known when they were written. */
export type Meaning = (
  | CalendarMeaning
  | WeekdayMeaning
  | ShiftMeaning
  | AwayMeaning
  | DurationMeaning
  | FixedMeaning
  | NthMeaning
  | RangeMeaning
) & { readonly mod?: Mod | undefined; readonly time?: TimeOfDay | undefined };
