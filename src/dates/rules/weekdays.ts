import type { Meaning } from "../meaning.ts";
import type { Captures } from "../pattern-nodes.ts";
import {
  type DateRule,
  lexemeAfter,
  lexemeBefore,
  modOf,
  numberOf,
  type Place,
  timeOf,
  wordAfter,
  wordBefore,
} from "../rule.ts";
import { WHICH, whichOf } from "./months.ts";

function read(caught: Captures, place: Place): Meaning | null {
  if (isName(caught, place)) return null;
  if (isIndefinite(place)) {
    const part = caught.part ? `T${caught.part.senses.PART}` : "";
    return { kind: "fixed", value: `XXXX-WXX-${numberOf(caught.weekday, "WEEKDAY")}${part}` };
  }
  const week = caught.weeklast ? -1 : caught.weeknext ? 1 : caught.weekthis ? 0 : undefined;
  return {
    kind: "weekday",
    weekday: numberOf(caught.weekday, "WEEKDAY"),
    which: whichOf(caught),
    ...(week === undefined ? {} : { week }),
    ...(follows(place) ? { follows: true } : {}),
    mod: modOf(caught),
    time: timeOf(caught),
  };
}

// "on a Monday", "one Tuesday in May": any of them; not "a Monday night service".
const isIndefinite = (place: Place): boolean =>
  ((wordBefore(place) === "a" && wordBefore(place, 2) === "on") || wordBefore(place) === "one") &&
  /^(?:[.,;:!?)]|in|when|and|or|of|that|)$/.test(wordAfter(place));

// "Sun Microsystems", "the Sun", "Sat Nav": a short name of a day needs a date or a time beside it.
const SHORT = /^(?:mon|tues?|wed|thu|thurs?|thur|fri|sat|sun)$/;

function isName(caught: Captures, place: Place): boolean {
  if (/^(?:black|bloody|super|fat|cyber|good|holy|ash|palm|ruby|shrove|maundy|freaky)$/.test(wordBefore(place)))
    return lexemeBefore(place)!.capital;
  if (!SHORT.test(caught.weekday!.word)) return false;
  if (caught.clock || caught.part || caught.last || caught.next) return false;
  const after = lexemeAfter(place);
  const before = lexemeBefore(place);
  return (
    !(/^(?:on|until|by|from)$/.test(wordBefore(place)) && !after?.capital) &&
    !after?.senses.DAY &&
    !before?.senses.DAY &&
    !(before?.senses.WEEKDAY !== undefined)
  );
}

// "on Tuesday and Wednesday": the second takes the direction of the first.
function follows(place: Place): boolean {
  const back = /^(?:and|or|,|through|to|-|&)$/.test(wordBefore(place)) ? 2 : 0;
  if (!back) return false;
  const extra = wordBefore(place) === "and" && wordBefore(place, 2) === "," ? 1 : 0;
  return lexemeBefore(place, back + extra)?.senses.WEEKDAY !== undefined;
}

const OFWEEK = "( of | in )? ( weeklast:LAST | weekthis:THIS | weeknext:NEXT ) week";

/** Days of the week: "Monday", "last Friday", "Thursday night", "Tuesday of next week". */
export const weekdayRules: readonly DateRule[] = [
  {
    id: "weekday-time",
    type: "TIME",
    pattern: `$edge? $clock $zone? ( ,? on? ) ( ${WHICH} )? weekday:WEEKDAY ( part:PART )?`,
    read: (caught, place) => (caught.four && !caught.zone ? null : read(caught, place)),
    matches: [
      "He left at [10 p.m. Wednesday = 2024-06-12T22:00].",
      "It broke off at [noon Thursday = 2024-06-06T12:00].",
      "at [8:30 p.m. on Friday = 2024-06-07T20:30]",
    ],
  },
  {
    id: "weekday-at-time",
    type: "TIME",
    pattern: "weekday:WEEKDAY ( ,? at | , ) $clock $zone?",
    read: (caught, place) => (caught.four && !caught.zone ? null : read(caught, place)),
    matches: ["It was heard [Monday at 6 a.m. = 2024-06-10T06:00]."],
  },
  {
    id: "weekday-part",
    type: "TIME",
    pattern: `( $edge | the? last:LAST )? ( ${WHICH} )? weekday:WEEKDAY ( -? part:PART | 's part:PART )`,
    read: (caught, place) => (caught.part!.senses.PARTS ? null : read(caught, place)),
    matches: ["She spoke on [Tuesday night = 2024-06-11TNI].", "[late Monday afternoon = 2024-06-10TAF]"],
  },
  {
    id: "part-of-weekday",
    type: "TIME",
    pattern: "( $edge | the )? part:PART ( of | on ) weekday:WEEKDAY ( PART )?",
    read: (caught, place) => (caught.part && wordBefore(place) !== "" ? read(caught, place) : null),
    matches: [
      "It happened on [the night of Monday = 2024-06-10TNI].",
      "He died in [the early hours of Sunday = 2024-06-09TMO].",
    ],
  },
  {
    id: "weekday-of-week",
    type: "DATE",
    pattern: `$edge? weekday:WEEKDAY ( part:PART )? ,? ${OFWEEK}`,
    read: (caught, place) => (caught.part ? null : read(caught, place)),
    matches: ["It fell on [Friday of last week = 2024-06-07].", "They vote [Tuesday next week = 2024-06-18]."],
  },
  {
    id: "week-on-weekday",
    type: "DATE",
    pattern: `( weeklast:LAST | weekthis:THIS | weeknext:NEXT ) week on? weekday:WEEKDAY`,
    read,
    matches: ["It fell [last week on Friday = 2024-06-07]."],
  },
  {
    id: "which-weekday",
    type: "DATE",
    pattern: `$edge? ${WHICH} weekday:WEEKDAY`,
    read,
    matches: [
      "It closed [last Friday = 2024-06-07].",
      "It closes [next Monday = 2024-06-17].",
      "[This Saturday = 2024-06-15] it opens.",
      "down from [the previous Friday = 2024-06-07]",
    ],
    rejects: ["that Sun Microsystems made"],
  },
  {
    id: "every-weekday",
    type: "SET",
    pattern:
      "EVERY ( other | ORDINAL )? weekday:WEEKDAY ( part:PART )? | weekday:WEEKDAY part:PARTS | days:WEEKDAYS | EVERY weekday | days:weekdays",
    read: (caught) => {
      const day = Number(caught.weekday?.senses.WEEKDAY ?? caught.days?.senses.WEEKDAYS);
      const part = caught.part ? `T${caught.part.senses.PART}` : "";
      if (Number.isNaN(day)) return { kind: "fixed", value: "XXXX-WXX-WD" };
      return { kind: "fixed", value: day === 8 ? "XXXX-WXX-WE" : `XXXX-WXX-${day}${part}` };
    },
    matches: [
      "They march [every Friday = XXXX-WXX-5].",
      "Closed on [Mondays = XXXX-WXX-1].",
      "Open [weekdays = XXXX-WXX-WD] and [Sunday mornings = XXXX-WXX-7TMO].",
    ],
  },
  {
    id: "weekday",
    type: "DATE",
    pattern: "( edge:EDGE on? | edge:EDGER on )? weekday:WEEKDAY",
    read,
    matches: [
      "He spoke on [Tuesday = 2024-06-11].",
      "He spoke on [Wednesday = 2024-06-12].",
      "They will meet on [Thursday = 2024-06-13] and [Friday = 2024-06-14].",
      "The game is closed until [Friday = 2024-06-14].",
      "He was born on a [Sunday = XXXX-WXX-7] and died on [Friday = 2024-06-07].",
    ],
    rejects: ["Sun Microsystems rose.", "the Sun wrote"],
  },
];
