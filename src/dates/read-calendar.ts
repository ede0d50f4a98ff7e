import { civil, dayOf, formatDay, isDate } from "./calendar.ts";
import type { Direction } from "./direction.ts";
import { holidayIn, nearestHoliday } from "./holidays.ts";
import type { CalendarMeaning } from "./meaning.ts";
import { beside, byDirection, decadeOf, fullYear, nearestDate, nearestQuarter, nearestSeason } from "./nearest.ts";
import { type Period, periodAround, seasonOf } from "./period.ts";
import { day, known, type Reading, type Setting, unknown } from "./setting.ts";

const two = (n: number) => String(n).padStart(2, "0");

/** Reads pieces of the calendar: "May 7", "the third quarter", "last September". */
export function readCalendar(meaning: CalendarMeaning, setting: Setting): Reading {
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
        ? {
            otherwise: formatDay(dayOf(year, ...meaning.otherwise)),
            because: meaning.because ?? "month first by default",
          }
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

function readYearless(meaning: CalendarMeaning, writing: number, { direction, memory }: Setting): Reading {
  const { month, quarter, half, season, holiday, which = "bare" } = meaning;
  // "the following spring" follows what was spoken of.
  const today = (which === "after" || which === "before" ? memory.point?.first : undefined) ?? writing;
  const basis = which === "bare" ? "guessed" : "implied";
  if (holiday) {
    const yearly = (year: number) => day(holidayIn(year, holiday) ?? 0);
    const date =
      which === "last" || which === "next"
        ? beside(yearly, today, which).first
        : nearestHoliday(today, holiday, direction);
    return holidayIn(2000, holiday) === null || date === null ? unknown(withoutYear(meaning)) : known(day(date), basis);
  }
  if (month !== undefined && meaning.day !== undefined) {
    const date = nearestDate(today, month, meaning.day, direction, meaning.weekday);
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
  const next = beside(yearly, today, "next");
  if (which === "next" || which === "after") return next;
  // Eleven months ago would be "last June": a month about to begin is the coming one, whatever the clause tells of.
  return next.first - today <= (direction === "past" ? IN_A_MONTH : SOON)
    ? next
    : byDirection(yearly, today, direction);
}
const IN_A_MONTH = 31;
const SOON = 75;
