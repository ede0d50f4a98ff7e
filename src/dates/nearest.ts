import { civil, dayOf, isDate, weekdayOf } from "./calendar.ts";
import type { Direction } from "./direction.ts";
import { type Period, periodAround, seasonOf, step } from "./period.ts";

/** More than this many days ahead only with a word that looks ahead, and this many back only without one. */
const FAR_AHEAD = 150;
const FAR_BACK = 90;

/** A vote or meeting named by its date is spoken of as the last one for so many days. */
const JUST_HELD = 45;

/** A plan for a bare month is not for one further off than this, in days; nor one for a season. */
const FAR_PLAN = 125;
const FAR_SEASON = 200;

/** The year in which a month and day falls closest to a day of writing, unless the clause forbids that one. */
export function nearestDate(
  today: number,
  month: number,
  day: number,
  direction: Direction,
  weekday?: number,
): number | null {
  const { year } = civil(today);
  const all = [];
  // Four years each way hold a 29 February.
  for (let y = year - 4; y <= year + 4; y++) if (isDate(y, month, day)) all.push(dayOf(y, month, day));
  if (!all.length) return null;
  const onWeekday = all.filter((each) => weekdayOf(each) === weekday);
  const options = onWeekday.length ? onWeekday : all;
  return closestOf(options, today, direction);
}

/** The closest of days in order, unless it lies far on the side that the clause doesn't look to. */
export function closestOf(options: readonly number[], today: number, direction: Direction): number {
  const closest = options.reduce((a, b) => (Math.abs(b - today) < Math.abs(a - today) ? b : a));
  const ahead = closest - today;
  if (ahead > FAR_AHEAD && direction !== "will" && direction !== "plan" && direction !== "agenda")
    return options.filter((d) => d <= today).at(-1) ?? closest;
  const farBack = direction === "agenda" ? JUST_HELD : FAR_BACK;
  if (ahead < -farBack && (direction === "will" || direction === "agenda"))
    return options.find((d) => d >= today) ?? closest;
  return closest;
}

/** The period of the calendar's kind (a month, a season) that a bare name means: the last one, or the next where the clause looks ahead. */
export function byDirection(
  yearly: (year: number) => Period,
  today: number,
  direction: Direction,
  farPlan = FAR_PLAN,
): Period {
  const { year } = civil(today);
  const options = [year - 1, year, year + 1].map(yearly);
  const next = options.find((p) => p.last >= today) ?? options[2]!;
  if (direction === "will" || (direction === "plan" && next.first - today <= farPlan)) return next;
  const last = options.filter((p) => p.first <= today).at(-1) ?? options[0]!;
  return direction === "agenda" && today - last.last > JUST_HELD ? next : last;
}

/** The last such period wholly before today, or the first after it. */
export function beside(yearly: (year: number) => Period, today: number, side: "last" | "next"): Period {
  const { year } = civil(today);
  const options = [year - 2, year - 1, year, year + 1, year + 2].map(yearly);
  return (side === "last" ? options.filter((p) => p.last < today).at(-1) : options.find((p) => p.first > today))!;
}

/** The day of this weekday on or before a day. */
export const weekdayBefore = (day: number, weekday: number): number => day - ((weekdayOf(day) - weekday + 7) % 7);

/** The day of this weekday on or after a day. */
export const weekdayAfter = (day: number, weekday: number): number => day + ((weekday - weekdayOf(day) + 7) % 7);

/** A quarter without a year: this year's, but last year's where that lies two or more quarters ahead. */
export function nearestQuarter(today: number, quarter: number, direction: Direction): Period {
  const { year, month } = civil(today);
  const ahead = quarter - Math.ceil(month / 3);
  const future = direction === "will" || direction === "plan";
  const shift = ahead >= 2 && direction !== "will" ? -1 : ahead <= -2 && future ? 1 : 0;
  return periodAround(dayOf(year + shift, quarter * 3, 1), "quarter");
}

/** First year of a decade given by two figures: the latest that has begun. */
export function decadeOf(short: number, today: number | null): number {
  if (short >= 100) return short;
  const now = today === null ? 2000 + short : civil(today).year;
  return 2000 + short <= now ? 2000 + short : 1900 + short;
}

/** Year given by two figures: at most this far ahead of the day of writing. */
const SHORT_YEAR_AHEAD = 15;

/** "'82", "3/4/24": the century that puts the year nearest before the day of writing or shortly after it. */
export function fullYear(short: number, today: number | null): number {
  const now = today === null ? 2025 : civil(today).year;
  const guess = Math.floor(now / 100) * 100 + short;
  return guess > now + SHORT_YEAR_AHEAD ? guess - 100 : guess;
}

/** A season by the northern calendar, in the year that the text means. */
export function nearestSeason(season: string, today: number, which: string, direction: Direction): Period {
  const yearly = (year: number) => seasonOf(year, season);
  if (which === "last" || which === "before") return beside(yearly, today, "last");
  if (which === "next" || which === "after") return beside(yearly, today, "next");
  if (which === "this") {
    const current = yearly(civil(today).year);
    // "this winter", said in December, has begun.
    return season === "WI" && civil(today).month === 12 ? step(current, 1) : current;
  }
  return byDirection(yearly, today, direction, FAR_SEASON);
}
