import { civil, dayOf, isDate } from "./calendar.ts";
import { formatDuration } from "./duration.ts";
import type { AwayMeaning, Meaning, NthMeaning, RangeMeaning, TimeOfDay } from "./meaning.ts";
import { weekdayAfter, weekdayBefore } from "./nearest.ts";
import { move, periodAround } from "./period.ts";
import { readCalendar } from "./read-calendar.ts";
import { readShift, readWeekday } from "./read-relative.ts";
import { known, type Reading, type Setting, unknown } from "./setting.ts";

/** Works out what a meaning says, written on a day, after what was spoken of before. */
export function read(meaning: Meaning, setting: Setting): Reading {
  switch (meaning.kind) {
    case "fixed":
      return unknown(meaning.value);
    case "duration":
      return unknown(formatDuration(meaning.amount, meaning.unit));
    case "nth":
      return readNth(meaning, setting);
    case "range":
      return readRange(meaning, setting);
    case "calendar":
      return withTime(readCalendar(meaning, setting), meaning.time);
    case "weekday":
      return withTime(readWeekday(meaning, setting), meaning.time);
    case "away":
      return readAway(meaning, setting);
    case "shift":
      return withTime(readShift(meaning, setting), meaning.time);
  }
}

function readAway({ unit, by, year, of }: AwayMeaning, setting: Setting): Reading {
  const { period, basis, value } = read(of, setting);
  if (!period) return unknown(value && year === undefined ? null : value);
  const moved = move(period, year === undefined ? by : year - civil(period.first).year, unit);
  return known(moved, basis === "known" ? "implied" : basis);
}

// Weeks of a month are counted as those of a year are in ISO 8601: by their Thursdays.
const THURSDAY = 4;
const SATURDAY = 6;

function readNth({ nth, piece, weekday, of }: NthMeaning, setting: Setting): Reading {
  const { period, basis, value } = read(of, setting);
  if (!period) return unknown(value && piece !== "week" ? `${value}-XX` : null);
  const counted = piece === "week" ? THURSDAY : piece === "weekend" ? SATURDAY : weekday;
  const date =
    counted === undefined
      ? nth > 0
        ? period.first + nth - 1
        : period.last
      : nth > 0
        ? weekdayAfter(period.first, counted) + 7 * (nth - 1)
        : weekdayBefore(period.last, counted);
  if (date > period.last) return unknown(null);
  return known(periodAround(date, piece === "weekday" ? "day" : piece), basis);
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
