import { civil, dayOf, formatDay, isDate, mondayOf } from "./calendar.ts";
import type { Direction } from "./direction.ts";
import { formatDuration } from "./duration.ts";
import { holidayIn, nearestHoliday } from "./holidays.ts";
import type { CalendarMeaning, Meaning, RangeMeaning, ShiftMeaning, TimeOfDay, WeekdayMeaning } from "./meaning.ts";
import {
  beside,
  byDirection,
  decadeOf,
  fullYear,
  nearestDate,
  nearestQuarter,
  nearestSeason,
  weekdayAfter,
  weekdayBefore,
} from "./nearest.ts";
import { formatPeriod, type Period, periodAround, seasonOf, step } from "./period.ts";

/** What the text has spoken of so far. */
export interface Memory {
  /** The last period named. */
  point: Period | null;
  /** The last day named by its weekday. */
  weekday: number | null;
  /** The last quarter that is not itself "a year ago". */
  quarter: Period | null;
}

/** The value of an expression, and the days it spans. */
export interface Reading {
  readonly value: string | null;
  readonly period: Period | null;
  readonly basis: "known" | "implied" | "guessed";
  readonly otherwise?: string;
}

interface Setting {
  /** Day of writing. */
  readonly today: number | null;
  readonly direction: Direction;
  readonly memory: Memory;
}

const unknown = (value: string | null): Reading => ({ value, period: null, basis: "known" });

/** Works out what a meaning says, written on a day, after what was spoken of before. */
export function read(meaning: Meaning, setting: Setting): Reading {
  switch (meaning.kind) {
    case "fixed":
      return unknown(meaning.value);
    case "duration":
      return unknown(formatDuration(meaning.amount, meaning.unit));
    case "range":
      return readRange(meaning, setting);
    case "calendar":
      return withTime(readCalendar(meaning, setting), meaning.time);
    case "weekday":
      return withTime(readWeekday(meaning, setting), meaning.time);
    case "shift":
      return withTime(readShift(meaning, setting), meaning.time);
  }
}

function withTime(reading: Reading, time: TimeOfDay | undefined): Reading {
  if (
    !time ||
    !reading.value ||
    (reading.period && reading.period.grain !== "day") ||
    /[WQHY_]/.test(reading.value.replace(/^XXXX-WXX-\d$/, ""))
  )
    return reading;
  return { ...reading, value: `${reading.value}T${time.clock ?? time.part}${time.zone ?? ""}` };
}

const known = (period: Period, basis: Reading["basis"]): Reading => ({ value: formatPeriod(period), period, basis });
const day = (first: number): Period => ({ grain: "day", first, last: first });
const two = (n: number) => String(n).padStart(2, "0");

function readCalendar(meaning: CalendarMeaning, setting: Setting): Reading {
  const { today } = setting;
  if (meaning.decade !== undefined)
    return known(
      periodAround(dayOf(decadeOf(meaning.decade, today), 1, 1), "decade"),
      meaning.decade < 100 ? "implied" : "known",
    );
  if (meaning.century !== undefined)
    return known(periodAround(dayOf((meaning.century - 1) * 100, 1, 1), "century"), "known");
  const year = yearOf(meaning, setting);
  if (year !== null)
    return inYear(
      meaning,
      year,
      meaning.year !== undefined
        ? meaning.otherwise
          ? "guessed"
          : meaning.shortYear
            ? "implied"
            : "known"
        : "implied",
    );
  return today === null ? unknown(withoutYear(meaning)) : readYearless(meaning, today, setting);
}

function yearOf(meaning: CalendarMeaning, { today, memory }: Setting): number | null {
  if (meaning.year !== undefined) return meaning.shortYear ? fullYear(meaning.year, today) : meaning.year;
  if (meaning.yearShift === "same") return memory.point ? civil(memory.point.first).year : null;
  if (meaning.which === "same" && memory.point) return civil(memory.point.first).year;
  return meaning.yearShift !== undefined && today !== null ? civil(today).year + meaning.yearShift : null;
}

function inYear(meaning: CalendarMeaning, year: number, basis: Reading["basis"]): Reading {
  const { month, holiday } = meaning;
  if (holiday) {
    const date = holidayIn(year, holiday);
    return date === null ? unknown(null) : known(day(date), basis);
  }
  if (month !== undefined && meaning.day !== undefined) {
    if (!isDate(year, month, meaning.day)) return unknown(null);
    const other =
      meaning.otherwise && isDate(year, ...meaning.otherwise)
        ? { otherwise: formatDay(dayOf(year, ...meaning.otherwise)) }
        : {};
    return { ...known(day(dayOf(year, month, meaning.day)), basis), ...other };
  }
  if (month !== undefined) return known(periodAround(dayOf(year, month, 1), "month"), basis);
  if (meaning.quarter) return known(periodAround(dayOf(year, meaning.quarter * 3, 1), "quarter"), basis);
  if (meaning.half) return known(periodAround(dayOf(year, meaning.half * 6, 1), "half"), basis);
  if (meaning.season) return known(seasonOf(year, meaning.season), basis);
  return known(periodAround(dayOf(year, 1, 1), "year"), basis);
}

/** The value with X for a year that can't be told. */
function withoutYear({ month, day, quarter, half, season, holiday }: CalendarMeaning): string {
  if (month !== undefined)
    return day === undefined
      ? `XXXX-${two(month)}`
      : isDate(2000, month, day)
        ? `XXXX-${two(month)}-${two(day)}`
        : "XXXX-XX-XX";
  if (holiday) return /^\d/.test(holiday) ? `XXXX-${holiday}` : "XXXX-XX-XX";
  return quarter ? `XXXX-Q${quarter}` : half ? `XXXX-H${half}` : season ? `XXXX-${season}` : "XXXX";
}

function readYearless(meaning: CalendarMeaning, today: number, { direction }: Setting): Reading {
  const { month, quarter, half, season, holiday, which = "bare" } = meaning;
  const basis = which === "bare" ? "guessed" : "implied";
  if (holiday) {
    const yearly = (year: number) => day(holidayIn(year, holiday) ?? 0);
    const date =
      which === "last" || which === "next" ? beside(yearly, today, which).first : nearestHoliday(today, holiday);
    return holidayIn(2000, holiday) === null || date === null ? unknown(withoutYear(meaning)) : known(day(date), basis);
  }
  if (month !== undefined && meaning.day !== undefined) {
    const date = nearestDate(today, month, meaning.day, direction);
    return date === null ? unknown(null) : known(day(date), basis);
  }
  if (month !== undefined) return known(monthBy(month, today, which, direction), basis);
  if (quarter) return known(nearestQuarter(today, quarter, direction), "guessed");
  if (half) return known(periodAround(dayOf(civil(today).year, half * 6, 1), "half"), "guessed");
  if (season) return known(nearestSeason(season, today, which, direction), basis);
  return unknown(withoutYear(meaning));
}

function monthBy(month: number, today: number, which: string, direction: Direction): Period {
  const yearly = (year: number) => periodAround(dayOf(year, month, 1), "month");
  if (which === "this") return yearly(civil(today).year);
  if (which === "last" || which === "before") return beside(yearly, today, "last");
  if (which === "next" || which === "after") return beside(yearly, today, "next");
  return byDirection(yearly, today, direction);
}

function readWeekday(
  { weekday, which, week, follows }: WeekdayMeaning,
  { today, direction, memory }: Setting,
): Reading {
  const anchor = which === "before" || which === "after" || which === "same" ? (memory.point?.first ?? today) : today;
  if (anchor === null) return unknown(`XXXX-WXX-${weekday}`);
  if (week !== undefined) return known(day(mondayOf(anchor) + 7 * week + weekday - 1), "implied");
  if (which === "last" || which === "before") return known(day(weekdayBefore(anchor - 1, weekday)), "implied");
  if (which === "next" || which === "after") return known(day(weekdayAfter(anchor + 1, weekday)), "implied");
  if (which === "same") return known(day(weekdayBefore(anchor, weekday)), "implied");
  if (follows && memory.weekday !== null) return known(day(weekdayAfter(memory.weekday + 1, weekday)), "guessed");
  if (which === "this")
    return known(day(direction === "past" ? weekdayBefore(anchor, weekday) : weekdayAfter(anchor, weekday)), "implied");
  return known(day(direction === "will" ? weekdayAfter(anchor, weekday) : weekdayBefore(anchor, weekday)), "guessed");
}

const UNKNOWN_SHIFT: Partial<Record<Period["grain"], string>> = {
  week: "XXXX-WXX",
  weekend: "XXXX-WXX-WE",
  month: "XXXX-XX",
  quarter: "XXXX-QX",
  year: "XXXX",
  decade: "XXX",
  century: "XX",
  day: "XXXX-XX-XX",
  season: "XXXX-XX",
};

function readShift(meaning: ShiftMeaning, { today, memory, direction }: Setting): Reading {
  const { grain, by, from, comparison } = meaning;
  if (comparison) {
    // "$2 million a year ago", after "the third quarter", is the third quarter of the year before.
    if (memory.quarter) return known(step(memory.quarter, grain === "year" ? by * 4 : by), "guessed");
    if (grain === "quarter" && today !== null)
      return known(step(periodAround(today, by ? "year" : "quarter"), by ? -1 : -1), "guessed");
  }
  const anchor = from === "mention" ? (anchorIn(memory, grain) ?? today) : today;
  if (anchor === null) return unknown(UNKNOWN_SHIFT[grain] ?? null);
  const period = periodAround(anchor, grain);
  if (grain === "weekend" && by === -1) return known(lastWeekend(anchor, direction), "implied");
  if (grain === "season" || (grain === "week" && Math.abs(by) > 1)) return known(step(period, by), "implied");
  return known(by === 0 ? period : step(period, by), "implied");
}

// "over the weekend": the one that is on or just past; the next where the clause looks ahead.
function lastWeekend(today: number, direction: Direction): Period {
  const own = periodAround(today, "weekend");
  return direction === "will" || own.first <= today ? own : step(own, -1);
}

const ORDER: readonly Period["grain"][] = [
  "day",
  "week",
  "weekend",
  "month",
  "quarter",
  "half",
  "season",
  "year",
  "decade",
  "century",
];

// A date counted in days needs a day to count from; one in years, any date.
function anchorIn(memory: Memory, grain: Period["grain"]): number | null {
  const point = memory.point;
  return point && ORDER.indexOf(point.grain) <= Math.max(ORDER.indexOf(grain), 0) ? point.first : null;
}

function readRange(meaning: RangeMeaning, setting: Setting): Reading {
  const from = read(meaning.from, setting);
  let to = read(meaning.to, setting);
  if (!from.period || !to.period) return from.value && to.value ? unknown(`${from.value}/${to.value}`) : unknown(null);
  // "Dec. 28-Jan. 3": the end follows the start.
  if (to.period.first < from.period.first && meaning.to.kind === "calendar" && meaning.to.month) {
    const { year, month } = civil(to.period.first);
    const later = isDate(year + 1, month, civil(to.period.first).day)
      ? dayOf(year + 1, month, civil(to.period.first).day)
      : to.period.first;
    to = known(periodAround(later, to.period.grain), to.basis);
  }
  return { value: `${from.value}/${to.value}`, period: { ...from.period, last: to.period!.last }, basis: from.basis };
}
