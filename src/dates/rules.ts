import type { DateRule } from "./rule.ts";
import { anchorRules } from "./rules/anchors.ts";
import { clockRules } from "./rules/clock.ts";
import { dateRules } from "./rules/dates.ts";
import { decadeRules } from "./rules/decades.ts";
import { deicticRules } from "./rules/deictic.ts";
import { distanceRules } from "./rules/distances.ts";
import { durationRules } from "./rules/durations.ts";
import { figureRules } from "./rules/figures.ts";
import { holidayRules } from "./rules/holidays.ts";
import { monthRules } from "./rules/months.ts";
import { ordinalRules } from "./rules/ordinals.ts";
import { partRules } from "./rules/parts.ts";
import { quarterRules } from "./rules/quarters.ts";
import { relativeRules } from "./rules/relative.ts";
import { seasonRules } from "./rules/seasons.ts";
import { setRules } from "./rules/sets.ts";
import { spanRules } from "./rules/spans.ts";
import { vagueRules } from "./rules/vague.ts";
import { weekdayRules } from "./rules/weekdays.ts";
import { yearRules } from "./rules/years.ts";

/** Every shape of time expression. Of those that match at a word the longest wins; on a tie the earlier here. */
export const rules: readonly DateRule[] = [
  ...dateRules, // "Sept. 13, 2023" before the month and the year in it
  ...figureRules,
  ...ordinalRules, // "the last Friday in May" before the last Friday
  ...weekdayRules,
  ...holidayRules, // "Good Friday"
  ...monthRules,
  ...quarterRules, // before units: "the third quarter", "the quarter"
  ...decadeRules,
  ...yearRules,
  ...deicticRules,
  ...anchorRules, // "a year ago today" before a year ago
  ...distanceRules, // "two years ago" before the two years in it
  ...relativeRules,
  ...seasonRules,
  ...partRules,
  ...setRules, // "$5 a year" before the year as a length
  ...vagueRules, // "will one day be" before one day as a length
  ...durationRules,
  ...spanRules,
  ...clockRules,
];
