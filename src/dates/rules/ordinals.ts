import type { Meaning, NthMeaning } from "../meaning.ts";
import type { Captures } from "../pattern-nodes.ts";
import { type DateRule, numberOf, yearOf } from "../rule.ts";
import { WHICH, whichOf } from "./months.ts";

function pieceOf(caught: Captures): Pick<NthMeaning, "piece" | "weekday"> {
  if (caught.weekday) return { piece: "weekday", weekday: numberOf(caught.weekday, "WEEKDAY") };
  return { piece: String(caught.unit!.senses.UNIT) as "day" | "week" | "weekend" };
}

function whole(caught: Captures): Meaning {
  if (caught.ofmonth) {
    const which = whichOf(caught);
    const by = which === "last" || which === "before" ? -1 : which === "next" || which === "after" ? 1 : 0;
    return { kind: "shift", grain: "month", by, from: which === "same" ? "mention" : "creation" };
  }
  if (caught.month) {
    const which = whichOf(caught);
    const picked = which === "bare" ? yearOf(caught) : {};
    return { kind: "calendar", month: numberOf(caught.month, "MONTH"), which, ...picked };
  }
  const { year, yearShift } = yearOf(caught);
  return year === undefined
    ? { kind: "shift", grain: "year", by: typeof yearShift === "number" ? yearShift : 0, from: "creation" }
    : { kind: "calendar", year };
}

/** Days and weeks counted in a month or a year: "the second Tuesday of May", "the last day of 2020", "the first week of next month". */
export const ordinalRules: readonly DateRule[] = [
  {
    id: "nth-of-period",
    type: "DATE",
    pattern: `the? ( nth:ORDINAL | end:last ) ( weekday:WEEKDAY | unit:day | unit:week | unit:weekend ) ( of | in ) ( month:MONTH $ofyear? | ${WHICH} month:MONTH | year:YEAR | yearlast:last year | yearthis:this year | yearnext:next year | the yearthis:year | ${WHICH} ofmonth:month | the ofmonth:month )`,
    read: (caught) => {
      const nth = caught.end ? 0 : numberOf(caught.nth, "ORDINAL");
      return { kind: "nth", nth: nth === 0 ? -1 : nth, ...pieceOf(caught), of: whole(caught) };
    },
    matches: [
      "They meet on [the second Tuesday of May 2020 = 2020-05-12].",
      "It opened on [the last Friday in May = 2024-05-31].",
      "It will open on [the first Monday of next October = 2024-10-07].",
      "He left on [the last day of 2020 = 2020-12-31].",
      "It rained in [the first week of May 2023 = 2023-W18].",
      "It will rain in [the second week of next month = 2024-W28].",
      "They sail on [the third weekend of March = 2024-W11-WE].",
      "[the final day of the year = 2024-12-31]",
      "There is none on [the fifth Monday of May 2024 = null].",
    ],
    rejects: ["It was his first day in office."],
  },
  {
    id: "day-of-month",
    type: "DATE",
    pattern: `the day:NTH of ( ${WHICH} ofmonth:month | the ofmonth:month )`,
    read: (caught) => ({ kind: "nth", nth: numberOf(caught.day, "DAY"), piece: "day", of: whole(caught) }),
    matches: ["They are paid on [the 15th of the month = 2024-06-15] and on [the 1st of next month = 2024-07-01]."],
    rejects: ["the 15th of them"],
  },
];
