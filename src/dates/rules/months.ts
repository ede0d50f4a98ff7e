import type { Which } from "../meaning.ts";
import type { Captures } from "../pattern-nodes.ts";
import {
  type DateRule,
  lexemeAfter,
  lexemeBefore,
  modOf,
  numberOf,
  type Place,
  wordAfter,
  wordBefore,
  wordSet,
  yearOf,
} from "../rule.ts";

/** Which of them "last", "this", "next" or "that" picks. */
export function whichOf(caught: Captures): Which {
  if (caught.last) return /^(?:previous|preceding|prior)$/.test(caught.last.word) ? "before" : "last";
  if (caught.next) return /^(?:following|ensuing)$/.test(caught.next.word) ? "after" : "next";
  return caught.that ? "same" : caught.this ? "this" : "bare";
}

/** "last", "this past", "next", "the following", "that same" as a piece of a pattern. */
export const WHICH =
  "( the? last:LAST | this last:past | this next:coming | the? next:NEXT | this:this | ( the | that )? that:THAT )";

// "May" and "March" begin names and sentences: "May I", "March on Rome", "Theresa May".
const MAY_IS_VERB = wordSet(
  "i we you he she it they the god be have this that not as all your our his her their there one who",
);
const IN_TIME = /^(?:in|by|since|until|till|from|last|next|this|late|early|mid|before|after|during|-)$/;
const NAME_AFTER = /^(?:madness|on|for|of|said|says|told|flowers|pole|fair)$/;

function doubtful(month: number, place: Place): boolean {
  if (month !== 5 && month !== 3 && month !== 8) return false;
  if (IN_TIME.test(wordBefore(place))) return false;
  if (MAY_IS_VERB.has(wordAfter(place))) return true;
  if (month === 3 && /^(?:of|on|for|against|to|toward|towards|through)$/.test(wordAfter(place))) return true;
  const before = lexemeBefore(place);
  // "the Women's March"
  if (month === 3 && wordBefore(place) === "s" && lexemeBefore(place, 3)?.capital) return true;
  // "Theresa May said", "the March for Life"
  if (before?.capital && !before.senses.MONTH && wordBefore(place, 2) !== "." && wordBefore(place) !== "in") {
    if (
      !/^(?:in|by|since|until|from|last|next|this|late|early|mid|before|after|during|and|on|of|for)$/.test(
        wordBefore(place),
      )
    )
      return month !== 8;
  }
  return month === 3 && wordBefore(place) === "the" && NAME_AFTER.test(wordAfter(place));
}

/** "annually in September", "every year in May": the month of every year. */
export const isYearly = (place: Place): boolean =>
  /^(?:in|each|every)$/.test(wordBefore(place)) &&
  /^(?:annually|yearly|year)$/.test(wordBefore(place, 2)) &&
  (wordBefore(place, 2) !== "year" || /^(?:every|each|a)$/.test(wordBefore(place, 3)));

/** Months: "July 2000", "last September", "that May", "early November", "January through March". */
export const monthRules: readonly DateRule[] = [
  {
    id: "month-range",
    type: "DATE",
    pattern: "month:MONTH - month2:MONTH $ofyear?",
    read: (caught) => {
      const year = yearOf(caught);
      return {
        kind: "range",
        from: { kind: "calendar", month: numberOf(caught.month, "MONTH"), ...year },
        to: { kind: "calendar", month: numberOf(caught.month2, "MONTH"), ...year },
      };
    },
    matches: ["Exports of [January-March 2020 = 2020-01/2020-03] fell."],
  },
  {
    id: "month-year",
    type: "DATE",
    pattern: "$edge? ( month:MONTH | month:FOREIGNMONTH ) ( $ofyear | -? year:YEAR | de year:YEAR )",
    read: (caught) => ({
      kind: "calendar",
      month: Number(caught.month!.senses.MONTH ?? caught.month!.senses.FOREIGNMONTH),
      ...yearOf(caught),
      mod: modOf(caught),
    }),
    matches: [
      "Talks in [July 2000 = 2000-07] failed.",
      "In [March of this year = 2024-03] it said no.",
      "since [the beginning of October 1982 = 1982-10]",
      "in [late May of last year = 2023-05]",
    ],
  },
  {
    id: "which-month",
    type: "DATE",
    pattern: `$edge? ${WHICH} month:MONTH`,
    read: (caught) => ({
      kind: "calendar",
      month: numberOf(caught.month, "MONTH"),
      which: whichOf(caught),
      mod: modOf(caught),
    }),
    matches: [
      "They met [last September = 2023-09].",
      "It opens [next March = 2025-03].",
      "He won in [July 2000 = 2000-07]" + ", and [that May = 2000-05] he ruled.",
    ],
  },
  {
    id: "month",
    type: "DATE",
    pattern: "$edge? month:MONTH",
    read: (caught, place) => {
      if (isYearly(place)) return null;
      const month = numberOf(caught.month, "MONTH");
      if (doubtful(month, place) || (caught.edge?.senses.EDGER && true)) return null;
      const after = lexemeAfter(place);
      if (
        caught.month!.end - caught.month!.start <= 3 &&
        month !== 5 &&
        !/^(?:in|by|since|until|from|late|early|mid|of)$/.test(wordBefore(place)) &&
        !caught.edge
      )
        return null;
      if (after?.senses.FOUR && after.senses.YEAR === undefined) return null;
      return { kind: "calendar", month, which: "bare", mod: modOf(caught) };
    },
    matches: [
      "It fell in [January = 2024-01].",
      "It will open in [October = 2024-10].",
      "It will close by [mid-August = 2024-08].",
    ],
    rejects: ["May I go?", "Theresa May said no.", "They may march on."],
  },
];
