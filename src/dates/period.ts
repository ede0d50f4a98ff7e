import { addMonths, civil, dayOf, formatDay, formatYear, isoWeek, mondayOf, monthLength } from "./calendar.ts";

/** Units of time, and the pieces of the calendar that bear their names. */
export type Grain =
  | "second"
  | "minute"
  | "hour"
  | "day"
  | "week"
  | "fortnight"
  | "weekend"
  | "month"
  | "quarter"
  | "half"
  | "season"
  | "year"
  | "decade"
  | "century"
  | "millennium";

/** A stretch of the calendar: first and last day, both inside. */
export interface Period {
  readonly grain: Grain;
  readonly first: number;
  readonly last: number;
  /** Name of a season (`SP SU FA WI`). */
  readonly season?: string;
}

const MONTHS_IN: Partial<Record<Grain, number>> = {
  month: 1,
  quarter: 3,
  half: 6,
  year: 12,
  decade: 120,
  century: 1200,
};

/** The period of a grain that holds a day. */
export function periodAround(day: number, grain: Grain): Period {
  const { year, month } = civil(day);
  if (grain === "week") return { grain, first: mondayOf(day), last: mondayOf(day) + 6 };
  if (grain === "weekend") return { grain, first: mondayOf(day) + 5, last: mondayOf(day) + 6 };
  if (grain === "season") return seasonAround(year, month);
  const span = MONTHS_IN[grain];
  if (!span) return { grain: "day", first: day, last: day };
  const index = year * 12 + month - 1;
  return monthsFrom(grain, Math.floor(index / span) * span, span);
}

function monthsFrom(grain: Grain, index: number, span: number): Period {
  const end = index + span - 1;
  const [year, month] = [Math.floor(end / 12), end - Math.floor(end / 12) * 12 + 1];
  return {
    grain,
    first: dayOf(Math.floor(index / 12), index - Math.floor(index / 12) * 12 + 1, 1),
    last: dayOf(year, month, monthLength(year, month)),
  };
}

const SEASONS = ["WI", "SP", "SU", "FA"];

/** A season of the northern year: winter begins in December of the year before. */
export function seasonOf(year: number, season: string): Period {
  const at = SEASONS.indexOf(season);
  return { ...monthsFrom("season", year * 12 - 1 + at * 3, 3), season };
}

const seasonAround = (year: number, month: number) =>
  seasonOf(month === 12 ? year + 1 : year, SEASONS[Math.floor((month % 12) / 3)]!);

/** The period some steps of its grain before or after. */
export function step(period: Period, by: number): Period {
  if (period.season) return seasonOf(civil(period.last).year + by, period.season);
  if (period.grain === "day") return { ...period, first: period.first + by, last: period.last + by };
  if (period.grain === "week" || period.grain === "weekend")
    return { ...period, first: period.first + 7 * by, last: period.last + 7 * by };
  const span = MONTHS_IN[period.grain];
  return span ? periodAround(addMonths(period.first, span * by), period.grain) : period;
}

/** The period of the same grain some units before or after: the June two years ago, the Monday of next week. */
export function move(period: Period, by: number, unit: Grain): Period {
  const days =
    unit === "day" ? by : unit === "week" || unit === "weekend" ? 7 * by : unit === "fortnight" ? 14 * by : 0;
  if (days) return periodAround(period.first + days, period.grain);
  if (period.season) return step(period, by);
  const middle = Math.floor((period.first + period.last) / 2);
  return periodAround(addMonths(middle, (MONTHS_IN[unit] ?? 0) * by), period.grain);
}

/** TIMEX3 value of a period. */
export function formatPeriod(period: Period): string {
  const { grain, first, last, season } = period;
  switch (grain) {
    case "week":
      return formatWeek(first);
    case "weekend":
      return `${formatWeek(first)}-WE`;
    case "month":
      return formatDay(first).slice(0, -3);
    case "quarter":
      return `${formatYear(civil(first).year)}-Q${Math.ceil(civil(first).month / 3)}`;
    case "half":
      return `${formatYear(civil(first).year)}-H${Math.ceil(civil(first).month / 6)}`;
    case "season":
      return `${formatYear(civil(last).year)}-${season}`;
    case "year":
      return formatYear(civil(first).year);
    case "decade":
      return formatYear(civil(first).year).slice(0, -1);
    case "century":
      return formatYear(civil(first).year).slice(0, -2);
    default:
      return formatDay(first);
  }
}

function formatWeek(monday: number): string {
  const { year, week } = isoWeek(monday);
  return `${formatYear(year)}-W${String(week).padStart(2, "0")}`;
}
