import { civil, dayOf, weekdayOf } from "./calendar.ts";
import type { Direction } from "./direction.ts";
import { closestOf } from "./nearest.ts";

// Weekday rules: [month, weekday, which]; which -1 is the last of the month.
const NTH: Record<string, readonly [number, number, number]> = {
  thanksgiving: [11, 4, 4],
  "labor-day": [9, 1, 1],
  "memorial-day": [5, 1, -1],
  "king-day": [1, 1, 3],
  "presidents-day": [2, 1, 3],
  "columbus-day": [10, 1, 2],
  "mothers-day": [5, 7, 2],
  "fathers-day": [6, 7, 3],
};

const FROM_EASTER: Record<string, number> = {
  easter: 0,
  "good-friday": -2,
  "easter-monday": 1,
  "ash-wednesday": -46,
  "palm-sunday": -7,
  pentecost: 49,
};

/** Easter Sunday of the western church (the anonymous Gregorian algorithm, Nature, 1876). */
export function easter(year: number): number {
  const a = year % 19;
  const [b, c] = [Math.floor(year / 100), year % 100];
  const [d, e] = [Math.floor(b / 4), b % 4];
  const g = Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const l = (32 + 2 * e + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return dayOf(year, Math.floor(sum / 31), (sum % 31) + 1);
}

function nthWeekday(year: number, month: number, weekday: number, which: number): number {
  if (which > 0) {
    const first = dayOf(year, month, 1);
    return first + ((weekday - weekdayOf(first) + 7) % 7) + 7 * (which - 1);
  }
  const next = dayOf(month === 12 ? year + 1 : year, month === 12 ? 1 : month + 1, 1);
  return next - 1 - ((weekdayOf(next - 1) - weekday + 7) % 7);
}

/** The day of a holiday in a year; null for one that this calendar can't tell. */
export function holidayIn(year: number, holiday: string): number | null {
  const once = /^(\d{4})-(\d\d)-(\d\d)$/.exec(holiday);
  if (once) return dayOf(Number(once[1]), Number(once[2]), Number(once[3]));
  const fixed = /^(\d\d)-(\d\d)$/.exec(holiday);
  if (fixed) return dayOf(year, Number(fixed[1]), Number(fixed[2]));
  const nth = NTH[holiday];
  if (nth) return nthWeekday(year, ...nth);
  const shift = FROM_EASTER[holiday];
  if (shift !== undefined) return easter(year) + shift;
  if (holiday === "black-friday") return nthWeekday(year, 11, 4, 4) + 1;
  if (holiday === "cyber-monday") return nthWeekday(year, 11, 4, 4) + 4;
  if (holiday === "election-day") return nthWeekday(year, 11, 1, 1) + 1;
  return null;
}

/** The holiday closest to a day, on the side that the clause looks to. */
export function nearestHoliday(today: number, holiday: string, direction: Direction): number | null {
  const { year } = civil(today);
  const options = [year - 1, year, year + 1].map((y) => holidayIn(y, holiday)).filter((day) => day !== null);
  return options.length ? closestOf(options, today, direction === "plan" ? "will" : direction) : null;
}
