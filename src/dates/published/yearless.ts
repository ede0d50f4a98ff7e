import { weekdayOf } from "../calendar.ts";
import { nearestDate } from "../nearest.ts";
import type { Likelihood } from "./likelihood.ts";

/** News names days nearby: beyond this many days one is as far as another. */
const FAR = 199;
// Share of each distance in days, over that of chance.
const CLOSE = Float64Array.from({ length: FAR + 1 }, (_, gap) => (0.25 + 10 / (1 + (gap / 6) ** 1.5)) ** 0.6);

/** A date on the side that the clause doesn't look to. */
const WRONG_SIDE = 0.25;

// "Tuesday, June 18" is so in one year of six.
const ON_WEEKDAY = 4;
const OFF_WEEKDAY = 0.4;

let last = { power: 1, close: CLOSE };

/** Shares of the distances, raised to a power: that of one page for all of its clues. */
function closeness(power: number): Float64Array {
  if (last.power !== power) last = { power, close: CLOSE.map((share) => share ** power) };
  return last.close;
}

/** By how close the date without a year is; `ahead`: 1 where the clause looks to what is to come, -1 to what is past. */
export function yearless(month: number, dayOfMonth: number, weekday: number | undefined, ahead: number): Likelihood {
  return ({ days, sharp, dull, power }) => {
    const close = closeness(power);
    const dulledWrong = WRONG_SIDE ** power;
    const closest = closestTo(month, dayOfMonth);
    let [date, next, fit, dulledFit]: [number | null, number, number, number] = [null, Number.NEGATIVE_INFINITY, 1, 1];
    for (let i = 0; i < days.length; i++) {
      const day = days[i]!;
      // The closest date is asked for once a week, in its middle.
      if (day >= next) {
        const start = Math.floor(day / 7) * 7;
        next = start + 7;
        // In the year that is closest, whatever the clause looks to.
        date = closest(start + 3);
        if (date !== null && weekday !== undefined) fit = weekdayOf(date) === weekday ? ON_WEEKDAY : OFF_WEEKDAY;
        dulledFit = fit ** power;
      }
      if (date === null) continue;
      const gap = date - day;
      const far = Math.min(Math.abs(gap), FAR);
      const isWrong = ahead * gap < -1;
      sharp[i]! *= fit * (isWrong ? WRONG_SIDE : 1) * CLOSE[far]!;
      dull[i]! *= dulledFit * (isWrong ? dulledWrong : 1) * close[far]!;
    }
  };
}

/** The date of a year that is closest to a day; asked for days in order, it looks once a year. */
function closestTo(month: number, day: number): (today: number) => number | null {
  let [date, until]: [number | null, number] = [null, Number.NEGATIVE_INFINITY];
  let since = Number.POSITIVE_INFINITY;
  return (today) => {
    if (today < since || today > until) {
      date = nearestDate(today, month, day, "plan");
      // As long as it is at most half a year off, no other is closer.
      [since, until] = date === null ? [today, today] : [date - HALF_YEAR, date + HALF_YEAR];
    }
    return date;
  };
}
const HALF_YEAR = 182;
