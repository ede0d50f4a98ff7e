import type { Meaning } from "../meaning.ts";
import type { Captures } from "../pattern-nodes.ts";
import type { Grain } from "../period.ts";
import { type DateRule, lexemeAfter, modOf, type Place, unitOf, wordAfter, wordBefore } from "../rule.ts";
import { WHICH, whichOf } from "./months.ts";

function shift(caught: Captures, grain = unitOf(caught)): Meaning {
  const which = whichOf(caught);
  const edge = { mod: modOf(caught) };
  const by = which === "last" || which === "before" ? -1 : which === "next" || which === "after" ? 1 : 0;
  // "The next day he died": the one after what was told.
  const linked = which === "same" || which === "before" || which === "after" || (which === "next" && grain === "day");
  const from = linked ? "mention" : "creation";
  return { kind: "shift", grain, by, from, ...edge };
}

const TOO_SHORT = new Set<Grain>(["second", "minute", "hour"]);

// "the past year", "the last decade": a length up to now, not the calendar year.
const isLength = (caught: Captures, place: Place) =>
  (caught.last?.word === "past" || (caught.last?.word === "last" && caught.unit!.word === "decade")) &&
  (place.lexemes[place.first]!.word === "the" || wordBefore(place) === "this");

function endsAtDate(place: Place): boolean {
  const senses = [2, 3].map((steps) => lexemeAfter(place, steps)?.senses ?? {});
  return senses.some(
    ({ MONTH, EDGEOF, DEICTIC }) => MONTH !== undefined || EDGEOF !== undefined || DEICTIC !== undefined,
  );
}

/** Periods counted from now: "last week", "this month", "early next year", "the end of the month", "that day", "last summer". */
export const relativeRules: readonly DateRule[] = [
  {
    id: "past-length",
    type: "DURATION",
    pattern: "the ( last:past | last:last ) ( KIND )? unit:UNIT ( and a half:half )?",
    read: (caught) => {
      const grain = unitOf(caught);
      if (TOO_SHORT.has(grain) || (caught.last!.word === "last" && !/^(?:decade|century|day|fortnight)$/.test(grain)))
        return null;
      if (grain === "weekend") return { kind: "shift", grain, by: -1, from: "creation" };
      return { kind: "duration", amount: caught.half ? 1.5 : 1, unit: grain };
    },
    matches: ["Over [the past year = P1Y] they met often."],
    rejects: ["at the last-second"],
  },
  {
    id: "which-unit",
    type: "DATE",
    pattern: `$edge? ${WHICH} ( KIND )? unit:UNIT ( or so:so )?`,
    read: (caught, place) => {
      const grain = unitOf(caught);
      if (TOO_SHORT.has(grain) || (grain === "day" && (caught.this || caught.last?.word === "last"))) return null;
      if (caught.edge?.senses.EDGER && !caught.this && !caught.last && !caught.that) return null;
      if (
        isLength(caught, place) ||
        caught.last?.word === "prior" ||
        caught.this?.word === "current" ||
        caught.next?.word === "upcoming"
      )
        if (caught.last?.word === "past") return null;
      if (grain === "day" && caught.that && wordBefore(place) === "") return shift(caught);
      if (grain === "fortnight") return { kind: "duration", amount: 1, unit: grain };
      if (grain === "century" || grain === "millennium") return { ...shift(caught, "century") };
      return shift(caught);
    },
    matches: [
      "It fell [last week = 2024-W23].",
      "[Earlier this month = 2024-06] it rose.",
      "It opens [early next year = 2025].",
      "by [the end of this year = 2024]",
      "It rained [last weekend = 2024-W23-WE].",
      "It rose on [May 7 = 2024-05-07] and fell [the following day = 2024-05-08].",
      "It rose on [May 7 = 2024-05-07]; [that same day = 2024-05-07] it fell.",
    ],
  },
  {
    id: "unit-beyond",
    type: "DATE",
    pattern: "the ( unit:week | unit:weekend | unit:month | unit:year ) ( before last:last | after next:next )",
    read: (caught) => ({ kind: "shift", grain: unitOf(caught), by: caught.last ? -2 : 2, from: "creation" }),
    matches: ["It fell [the week before last = 2024-W22].", "They vote [the month after next = 2024-08]."],
  },
  {
    id: "new-year",
    type: "DATE",
    pattern: "( edge:EDGE in )? the new year",
    read: (caught, place) =>
      caught.edge || /^(?:in|into|until|till|before|by|of|for)$/.test(wordBefore(place))
        ? { kind: "shift", grain: "year", by: 1, from: "creation", mod: modOf(caught) ?? "START" }
        : null,
    matches: ["It will open [early in the new year = 2025]."],
    rejects: ["the new year group"],
  },
  {
    id: "current-unit",
    type: "DATE",
    pattern: "( the | its | their | our )? current ( KIND )? unit:UNIT",
    read: (caught) => {
      const grain = unitOf(caught);
      return TOO_SHORT.has(grain) || grain === "day" || grain === "millennium"
        ? null
        : { kind: "shift", grain, by: 0, from: "creation" };
    },
    matches: ["Sales of [the current year = 2024] fell.", "in [the current fiscal quarter = 2024-Q2]"],
  },
  {
    id: "edge-of-unit",
    type: "DATE",
    pattern:
      "the edge:EDGEOF of the ( KIND )? unit:UNIT | ( edge:EDGE | edge:EDGER ) in the ( KIND )? unit:UNIT | ( unit:month | unit:week ) - end:end | the? ( unit:month | unit:week | unit:quarter | unit:decade | unit:century ) ' s end:end",
    read: (caught) => {
      const grain = unitOf(caught);
      return TOO_SHORT.has(grain) || (grain === "day" && caught.edge?.senses.EDGEOF !== undefined)
        ? null
        : {
            kind: "shift",
            grain: grain === "millennium" ? "century" : grain,
            by: 0,
            from: "creation",
            mod: caught.end ? "END" : modOf(caught),
          };
    },
    matches: [
      "It will be done by [the end of the month = 2024-06].",
      "It rose [late in the day = 2024-06-12].",
      "It is due by [week's end = 2024-W24].",
    ],
    rejects: ["the end of the minute", "the end of the day"],
  },
  {
    id: "the-unit",
    type: "DATE",
    // "For the year, net fell"; not "the year that", "the day of the vote", "of the week".
    pattern: "the ( KIND | RUN )? ( unit:week | unit:month | unit:year | unit:weekend | unit:day )",
    read: (caught, place) => {
      const grain = unitOf(caught);
      const [before, after] = [wordBefore(place), wordAfter(place)];
      if (grain === "weekend") return { kind: "shift", grain, by: -1, from: "creation" };
      if (/^(?:that|when|of|after|before|he|she|it|they|i|we|-|is)$/.test(after)) return null;
      if (grain === "day")
        return before === "for" ||
          before === "ending" ||
          before === "ended" ||
          before === "end" ||
          before === "finished" ||
          before === "closed" ||
          after === "'"
          ? { kind: "shift", grain, by: 0, from: "creation" }
          : null;
      if (/^(?:earlier|ago|before)$/.test(after)) return null;
      // "the year to March", "the year ended Aug. 31": twelve months that end so.
      if (/^(?:ended|ending|to|through)$/.test(after) && endsAtDate(place))
        return { kind: "duration", amount: 1, unit: grain };
      if (
        before === "for" ||
        before === "during" ||
        after === "so" ||
        (after === "to" && wordAfter(place, 2) === "date") ||
        after === "'" ||
        (place.end - place.first > 2 && before !== "all")
      )
        return { kind: "shift", grain, by: 0, from: "creation" };
      return null;
    },
    matches: [
      "For [the year = 2024], volume was flat.",
      "It rose in [the year = P1Y] to [March = 2024-03].",
      "over [the weekend = 2024-W23-WE]",
    ],
    rejects: ["It was the year of the vote.", "the day after the vote", "It was the year to beat."],
  },
  {
    id: "ordinal-unit",
    type: "DATE",
    // "for a third straight day", "the second day": the one that the text is about.
    pattern: "( the | a )? nth:ORDINAL RUN? ( unit:day | unit:week | unit:month | unit:year )",
    read: (caught, place) => {
      const grain = unitOf(caught);
      const inRun =
        place.lexemes[place.end - 2]!.senses.RUN !== undefined ||
        (wordAfter(place) === "in" && wordAfter(place, 3) === "row");
      const ofEvent =
        grain === "day" &&
        (/^(?:of|in|for)$/.test(wordAfter(place)) ||
          caught.nth!.word === "second" ||
          /^(?:for|on)$/.test(wordBefore(place)));
      if (!inRun && (!ofEvent || place.lexemes[place.first] === caught.nth)) return null;
      return { kind: "shift", grain, by: 0, from: inRun && grain !== "day" ? "creation" : "mention" };
    },
    matches: ["It fell for [a third straight day = 2024-06-12].", "It rose for [the fourth week = 2024-W24] in a row."],
    rejects: ["his first year in office"],
  },
  {
    id: "middle-of-unit",
    type: "DATE",
    pattern:
      "edge:mid - ( unit:year | unit:month | unit:week | unit:quarter | unit:decade | unit:century ) | midyear | midweek",
    read: (caught, place) => {
      const word = place.lexemes[place.first]!.word;
      const grain = caught.unit ? unitOf(caught) : word === "midyear" ? "year" : "week";
      return { kind: "shift", grain, by: 0, from: "creation", mod: "MID" };
    },
    matches: ["It will open by [midyear = 2024].", "by [mid-month = 2024-06]"],
  },
];
