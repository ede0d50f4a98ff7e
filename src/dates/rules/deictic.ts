import { type DateRule, lexemeAfter, modOf, numberOf, timeOf, wordAfter, wordBefore } from "../rule.ts";

/** Days counted from the day of writing: "today", "yesterday morning", "tonight", "the day after tomorrow", "earlier today". */
export const deicticRules: readonly DateRule[] = [
  {
    id: "day-beyond",
    type: "DATE",
    pattern: "the? day ( before day:yesterday | after day:tomorrow )",
    read: (caught) => ({ kind: "shift", grain: "day", by: 2 * numberOf(caught.day, "DEICTIC"), from: "creation" }),
    matches: ["It fell [the day before yesterday = 2024-06-10]."],
  },
  {
    id: "deictic-time",
    type: "TIME",
    pattern:
      "$edge? ( $clock $zone? ,? ( on | tonight:tonight )? )? day:DEICTIC ( part:PART )? | day:DEICTIC ( at | , )? $clock $zone? | $clock $zone? tonight:tonight | tonight:tonight at $clock $zone?",
    read: (caught, place) => {
      const time = timeOf(caught);
      if (
        !time ||
        (caught.hour &&
          !caught.part &&
          wordBefore(place) !== "at" &&
          !place.lexemes.slice(place.first, place.end).some((lexeme) => lexeme.word === "at"))
      )
        return null;
      if (caught.four && !caught.zone) return null;
      return {
        kind: "shift",
        grain: "day",
        by: caught.day ? numberOf(caught.day, "DEICTIC") : 0,
        from: "creation",
        time,
        mod: modOf(caught),
      };
    },
    matches: ["It broke [yesterday morning = 2024-06-11TMO].", "It starts at [9 a.m. tomorrow = 2024-06-13T09:00]."],
  },
  {
    id: "deictic-day",
    type: "DATE",
    pattern: "$edge? day:DEICTIC",
    read: (caught, place) => {
      // "USA Today", "today's youth" and the like are still today for the reader; the newspaper is not.
      if (
        caught.day!.capital &&
        /^(?:usa|us|india|russia|politics|euro|business|science|psychology|physics)$/.test(wordBefore(place))
      )
        return null;
      const after = lexemeAfter(place);
      if (caught.day!.capital && after?.capital && after.word === "show") return null;
      return { kind: "shift", grain: "day", by: numberOf(caught.day, "DEICTIC"), from: "creation", mod: modOf(caught) };
    },
    matches: [
      "It broke [yesterday = 2024-06-11].",
      "[Earlier today = 2024-06-12] he spoke.",
      "[Tomorrow = 2024-06-13] they vote.",
    ],
    rejects: ["USA Today wrote so."],
  },
  {
    id: "tonight",
    type: "TIME",
    pattern: "$edge? tonight:tonight",
    read: (caught, place) =>
      wordAfter(place) === "show"
        ? null
        : { kind: "shift", grain: "day", by: 0, from: "creation", time: { part: "NI" }, mod: modOf(caught) },
    matches: ["He speaks [tonight = 2024-06-12TNI]."],
  },
];
