import type { Meaning } from "../meaning.ts";
import type { Captures } from "../pattern-nodes.ts";
import { type DateRule, lexemeAfter, modOf, numberOf, timeOf, unitOf, wordAfter, wordBefore, yearOf } from "../rule.ts";
import { distanceOf } from "./distances.ts";

const AMOUNT = "( n:NUMBER | one:a | one:an )";
const UNITS = "( unit:UNITS | unit:UNIT )";

const WEEKS = "( unit:week | unit:weeks | unit:fortnight )";
// "for the third time in two weeks on Wednesday"
const IS_LENGTH = /^(?:for|in|over|within|during|last|past|been|spent|lasted|of|after|than|once|twice|times)$/;

/** A day or a piece of the calendar that a distance is counted from: "today", "this week", "last Monday", "June". */
const ANCHOR =
  "( day:DEICTIC | this ( piece:week | piece:month | piece:weekend | piece:year | month:MONTH | weekday:WEEKDAY ) | last? weekday:WEEKDAY )";

function anchorOf(caught: Captures, ahead: boolean): Meaning {
  const { day, piece, month, weekday } = caught;
  if (weekday) return { kind: "weekday", weekday: numberOf(weekday, "WEEKDAY"), which: ahead ? "next" : "last" };
  if (month) return { kind: "calendar", month: numberOf(month, "MONTH"), which: "this" };
  if (piece) return { kind: "shift", grain: unitOf({ unit: piece }), by: 0, from: "creation" };
  return { kind: "shift", grain: "day", by: numberOf(day, "DEICTIC"), from: "creation" };
}

function counted(caught: Captures, sign: 1 | -1): Meaning | null {
  const distance = distanceOf(caught);
  return distance && { kind: "away", ...distance, by: sign * distance.by, of: anchorOf(caught, sign > 0) };
}

/** Dates counted from a date that is named beside them: "a year ago today", "two weeks from Monday", "the summer before last". */
export const anchorRules: readonly DateRule[] = [
  {
    id: "ago-from",
    type: "DATE",
    pattern: `( approx:APPROX )? ${AMOUNT} ${UNITS} ( AGO on? | before ) ${ANCHOR}`,
    // "a year ago today's leaders were students"
    read: (caught, place) => (wordAfter(place) === "'" ? null : counted(caught, -1)),
    matches: [
      "He left [a year ago today = 2023-06-12].",
      "It fell [ten years ago this month = 2014-06].",
      "They met [a week ago Monday = 2024-06-03].",
    ],
  },
  {
    id: "on-from",
    type: "DATE",
    // "a week on Tuesday" and "Monday week" are said of what is to come.
    pattern: `${AMOUNT} ${UNITS} ( from | after ) ${ANCHOR} | ${AMOUNT} ${WEEKS} ( on weekday:WEEKDAY | day:today | day:tomorrow ) | ( weekday:WEEKDAY | day:today | day:tomorrow ) unit:week`,
    read: (caught, place) => {
      const next = lexemeAfter(place);
      if (next?.senses.NUMBER !== undefined || next?.senses.ORDINAL !== undefined || /^['-]$/.test(next?.word ?? ""))
        return null;
      return IS_LENGTH.test(wordBefore(place)) ? null : counted(caught, 1);
    },
    matches: [
      "It opens [two weeks from Monday = 2024-07-01].",
      "It opens [a week on Tuesday = 2024-06-25].",
      "It opens [Monday week = 2024-06-24].",
      "It opens [a fortnight today = 2024-06-26].",
    ],
    rejects: ["He has been there for a year today.", "It rose for the third time in four weeks on Wednesday."],
  },
  {
    id: "before-last",
    type: "DATE",
    pattern:
      "the ( weekday:WEEKDAY | season:SEASON | month:MONTH | holiday:HOLIDAY | part:night ) ( before last:last | after next:next )",
    read: (caught) => {
      const { weekday, season, month, holiday, part, last } = caught;
      const which = last ? ("last" as const) : ("next" as const);
      const by = last ? -1 : 1;
      if (part) return { kind: "shift", grain: "day", by: 2 * by, from: "creation", time: timeOf(caught) };
      if (weekday)
        return {
          kind: "away",
          unit: "week",
          by,
          of: { kind: "weekday", weekday: numberOf(weekday, "WEEKDAY"), which },
        };
      const piece = season
        ? { season: String(season.senses.SEASON) }
        : month
          ? { month: numberOf(month, "MONTH") }
          : { holiday: String(holiday!.senses.HOLIDAY) };
      return { kind: "away", unit: "year", by, of: { kind: "calendar", which, ...piece } };
    },
    matches: [
      "It fell [the Friday before last = 2024-05-31].",
      "They met in [the summer before last = 2022-SU].",
      "It opens [the May after next = 2026-05].",
    ],
  },
  {
    id: "same-time-of-year",
    type: "DATE",
    // "up from the same month last year": the month that the text speaks of, a year before.
    pattern:
      "( ( this | the same ) ( unit:time ) | the ( same | corresponding | comparable ) ( unit:day | unit:week | unit:weekend | unit:month ) ) ( ( of | in | , )? ( yearlast:last year | the previous yearlast:year | year:YEAR ) | a yearlast:year ( ago | earlier | before ) )",
    read: (caught) => {
      const { year } = yearOf(caught);
      const isTime = caught.unit!.word === "time";
      const of: Meaning = {
        kind: "shift",
        grain: isTime ? "month" : unitOf(caught),
        by: 0,
        from: isTime ? "creation" : "mention",
      };
      return { kind: "away", unit: "year", by: -1, ...(year === undefined ? {} : { year }), of, mod: modOf(caught) };
    },
    matches: [
      "In [May = 2024-05] it sold more than in [the same month last year = 2023-05].",
      "It was higher [this time last year = 2023-06].",
      "In [May 2024 = 2024-05] it sold more than in [the same month of 2019 = 2019-05].",
    ],
  },
  {
    id: "edge-of-day",
    type: "DATE",
    pattern: "the? closing:CLOSING ( on? ( weekday:WEEKDAY | day:DEICTIC ) )?",
    read: (caught, place) => {
      if (caught.weekday)
        return { kind: "weekday", weekday: numberOf(caught.weekday, "WEEKDAY"), which: "bare", mod: "END" };
      if (!caught.day && /^(?:on|of|in|$)/.test(wordAfter(place)) && wordAfter(place) !== "") return null;
      return {
        kind: "shift",
        grain: "day",
        by: caught.day ? numberOf(caught.day, "DEICTIC") : 0,
        from: "creation",
        mod: "END",
      };
    },
    matches: ["It will be decided by [close of business on Friday = 2024-06-14]."],
    rejects: ["by close of business in Tokyo"],
  },
];
