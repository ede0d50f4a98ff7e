import { type DateRule, lexemeAfter, modOf, timeOf, yearOf } from "../rule.ts";
import { WHICH, whichOf } from "./months.ts";

/** Days with a name: "Christmas", "Thanksgiving Day", "New Year's Eve 1999". */
export const holidayRules: readonly DateRule[] = [
  {
    id: "holiday",
    type: "DATE",
    pattern: `( ${WHICH} )? holiday:HOLIDAY ( part:PART )? $ofyear?`,
    read: (caught, place) => {
      // "Christmas Island", "Easter Seals"
      const after = lexemeAfter(place);
      if (after?.capital && /^(?:island|islands|seals|bunny|rising|tree|carol)$/.test(after.word)) return null;
      return {
        kind: "calendar",
        holiday: String(caught.holiday!.senses.HOLIDAY),
        which: whichOf(caught),
        ...yearOf(caught),
        mod: modOf(caught),
        time: timeOf(caught),
      };
    },
    matches: [
      "He was found on [Easter Monday = 2024-04-01].",
      "It shut on [Independence Day = 2024-07-04].",
      "on [New Year's Eve 1999 = 1999-12-31]",
      "[last Easter = 2024-03-31]",
      "He will be home by [Christmas = 2024-12-25].",
      "since the [9/11 = 2001-09-11] attacks",
    ],
    rejects: ["off Christmas Island"],
  },
];
