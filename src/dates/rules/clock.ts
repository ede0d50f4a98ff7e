import { type DateRule, numberOf, timeOf, wordAfter, wordBefore } from "../rule.ts";

// "0830 hours": no length begins with 0.
const isHour = (figures: string) => /^0\d[0-5]\d$/.test(figures);

/** Times of the day without a date: "10:30 a.m.", "14:48 UTC", "noon". */
export const clockRules: readonly DateRule[] = [
  {
    id: "clock",
    type: "TIME",
    pattern:
      "( clock:CLOCK | clock:HOUR | four:FOUR hours:hours? | noon:NOON ) ( in the part:PART )? $zone? | hour:DAY ( in the part:PART | at night:night )",
    read: (caught, place) => {
      const lexeme = place.lexemes[place.first]!;
      if (caught.four && !caught.zone && !caught.region && !(caught.hours && isHour(String(caught.four.senses.FOUR))))
        return null;
      if (caught.hour && (wordBefore(place) !== "at" || numberOf(caught.hour, "DAY") > 12)) return null;
      // "16:51" alone may be a score, a verse or a length.
      if (
        lexeme.senses.BARECLOCK &&
        !caught.zone &&
        !caught.region &&
        !caught.part &&
        !/^(?:at|until|till|from|to|by|before|after|around|about|since|between)$/.test(wordBefore(place))
      )
        return null;
      if (caught.noon && (lexeme.capital || /^(?:oil|express|mass|sun)$/.test(wordAfter(place)))) return null;
      return { kind: "shift", grain: "day", by: 0, from: "creation", time: timeOf(caught) };
    },
    matches: [
      "It began at [08:00 UTC+2 = 2024-06-12T08:00+02:00].",
      "As of [14:48 UTC = 2024-06-12T14:48Z] it fell.",
      "They met at [10:30 a.m. = 2024-06-12T10:30]",
      "It rang at [16:05 = 2024-06-12T16:05] and at [0700 Beijing time = 2024-06-12T07:00+08:00].",
      "It rang at [0830 hours = 2024-06-12T08:30] and at [8 in the evening = 2024-06-12T20:00].",
    ],
    rejects: ["She was one of 8 in the morning bus.", "They won 16:51 in the end.", "John 3:16 says so."],
  },
  {
    id: "spoken-clock",
    type: "TIME",
    pattern:
      "( half | a? quarter:quarter | minutes:NUMBER minutes? ) ( past | to:to ) hour:NUMBER ( in the part:PART | o ' clock )? | hour:NUMBER ( in the part:PART | o ' clock ( in the part:PART )? )",
    read: (caught, place) => {
      const { hour, quarter, minutes, to, part } = caught;
      const first = place.lexemes[place.first]!;
      const isHalf = first.word === "half";
      const past = isHalf ? 30 : quarter ? 15 : minutes ? numberOf(minutes, "NUMBER") : 0;
      const named = numberOf(hour, "NUMBER");
      const isPlain = !isHalf && !quarter && first !== hour;
      if (quarter && !/^(?:at|by|until|till|before|after|around|about|since|from|and)$/.test(wordBefore(place)))
        return null;
      const isSaid = wordAfter({ ...place, end: place.end - 1 }) === "clock" || wordBefore(place) === "at";
      if (!(named >= 1 && named <= 12) || !Number.isInteger(named) || past >= 60 || (!isSaid && !isHalf && !quarter))
        return null;
      if (isPlain && !place.lexemes.slice(place.first, place.end).some(({ word }) => /^(?:minutes|clock)$/.test(word)))
        return null;
      const late = part && part.senses.PART !== "MO" && named < 12 ? 12 : 0;
      const at = (named + late) * 60 + (to ? -past : past);
      const clock = [Math.floor(at / 60), at % 60].map((n) => String(n).padStart(2, "0")).join(":");
      return { kind: "shift", grain: "day", by: 0, from: "creation", time: { clock } };
    },
    matches: [
      "It rang at [half past three = 2024-06-12T03:30] and [a quarter to nine = 2024-06-12T08:45].",
      "It rang at [five in the afternoon = 2024-06-12T17:00].",
    ],
    rejects: [
      "He needs ten to twelve men.",
      "They won by one and a half to two.",
      "one in the morning bus",
      "It went from a half to a quarter to two thirds.",
    ],
  },
];
