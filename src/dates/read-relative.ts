import { mondayOf } from "./calendar.ts";
import type { Direction } from "./direction.ts";
import type { ShiftMeaning, WeekdayMeaning } from "./meaning.ts";
import { weekdayAfter, weekdayBefore } from "./nearest.ts";
import { type Period, periodAround, step } from "./period.ts";
import { day, known, type Memory, type Reading, type Setting, unknown } from "./setting.ts";

/** Reads a day of the week. */
export function readWeekday(
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

/** Reads so many units from the day of writing, or from the date last spoken of. */
export function readShift(meaning: ShiftMeaning, { today, memory, direction }: Setting): Reading {
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
