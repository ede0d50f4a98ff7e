import { type DateRule, timeOf, wordAfter, wordBefore } from "../rule.ts";

/** Times of the day without a date: "10:30 a.m.", "14:48 UTC", "noon". */
export const clockRules: readonly DateRule[] = [
  {
    id: "clock",
    type: "TIME",
    pattern: "( clock:CLOCK | clock:HOUR | four:FOUR hours? | noon:NOON ) ( in the part:PART )? $zone?",
    read: (caught, place) => {
      const lexeme = place.lexemes[place.first]!;
      if (caught.four && !caught.zone) return null;
      // "16:51" alone may be a score, a verse or a length.
      if (
        lexeme.senses.BARECLOCK &&
        !caught.zone &&
        !/^(?:at|until|till|from|to|by|before|after|around|about|since|between)$/.test(wordBefore(place))
      )
        return null;
      if (caught.noon && (lexeme.capital || /^(?:oil|express|mass|sun)$/.test(wordAfter(place)))) return null;
      return { kind: "shift", grain: "day", by: 0, from: "creation", time: timeOf(caught) };
    },
    matches: [
      "As of [14:48 UTC = 2024-06-12T14:48Z] it fell.",
      "They met at [10:30 a.m. = 2024-06-12T10:30]",
      "It rang at [16:05 = 2024-06-12T16:05].",
    ],
    rejects: ["They won 16:51 in the end.", "John 3:16 says so."],
  },
];
