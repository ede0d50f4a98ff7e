import type { Meaning } from "../meaning.ts";
import type { Captures } from "../pattern-nodes.ts";
import type { Grain } from "../period.ts";
import { type DateRule, modOf, numberOf, unitOf, wordAfter, wordBefore } from "../rule.ts";

/** How many of the next smaller unit make one, where a distance of so many and a half is told in them. */
const SMALLER: Partial<Record<Grain, readonly [number, Grain]>> = {
  year: [12, "month"],
  month: [30, "day"],
  week: [7, "day"],
};
const AS_OTHERS: Partial<Record<Grain, readonly [number, Grain]>> = {
  fortnight: [2, "week"],
  decade: [10, "year"],
  century: [100, "year"],
  millennium: [1000, "year"],
};

const TOO_SHORT = new Set<Grain>(["second", "minute", "hour"]);

/** So many units of the calendar: "a decade" is ten years, "two and a half years" are thirty months; null for "several" and hours. */
export function distanceOf(caught: Captures, n = caught.n): { by: number; unit: Grain } | null {
  if (caught.some) return null;
  const named = unitOf(caught);
  if (caught.quarter) return { by: 25, unit: "year" };
  const [times, unit] = AS_OTHERS[named] ?? [1, named];
  const by = times * (caught.fraction ? 0.5 : (n ? numberOf(n, "NUMBER") : 1) + (caught.half ? 0.5 : 0));
  const [parts, smaller] = SMALLER[unit] ?? [1, unit];
  if (TOO_SHORT.has(unit)) return null;
  return by % 1 ? { by: Math.round(by * parts), unit: smaller } : { by, unit };
}

// Vague distances ("a few years ago") and those under a day tell no date.
function away(caught: Captures, sign: 1 | -1, from: "creation" | "mention"): Meaning {
  const mod = modOf(caught);
  const distance = distanceOf(caught);
  if (!distance) {
    // "a few years ago" is a time in the past, "a few years later" a length.
    if (caught.some && from === "creation" && sign < 0) return { kind: "fixed", value: "PAST_REF" };
    const amount = caught.some ? null : caught.fraction ? 0.5 : caught.n ? numberOf(caught.n, "NUMBER") : 1;
    return { kind: "duration", amount, unit: unitOf(caught), mod };
  }
  const { by, unit } = distance;
  // "a week ago" counts to the day, "six weeks ago" hardly.
  if (unit === "week" && by === 1 && caught.one?.word !== "the")
    return { kind: "shift", grain: "day", by: sign * 7, from, mod };
  const comparison = unit === "year" && by === 1 && !caught.approx && !caught.half;
  const grain = unit === "weekend" ? "week" : unit;
  return { kind: "shift", grain, by: sign * by, from, ...(comparison ? { comparison } : {}), mod };
}

const AMOUNT =
  "( n:NUMBER | some:SOME | one:a | one:an | one:the | fraction:half ( a | an ) | ( a | one )? quarter:quarter of a )";
const UNITS = "( RUN )? ( unit:UNITS | unit:UNIT ) ( and a half:half )? ( or so:so )?";

/** Distances from now or from a date spoken of: "two years ago", "a year earlier", "three days later", "a week from now". */
export const distanceRules: readonly DateRule[] = [
  {
    id: "ago",
    type: "DATE",
    pattern: `( approx:APPROX )? ${AMOUNT} -? ${UNITS} -? ( AGO | back:back )`,
    read: (caught, place) =>
      caught.back && !/^(?:[.,;:)!?]|when|and|but|)$/.test(wordAfter(place)) ? null : away(caught, -1, "creation"),
    matches: [
      "It began [two years ago = 2022].",
      "It fell [about six weeks ago = 2024-W18].",
      "He left [three days ago = 2024-06-09].",
      "[a decade ago = 2014]",
      "It fell [half a century ago = 1974] and [a fortnight ago = 2024-W22].",
      "It fell [two years back = 2022].",
    ],
    rejects: ["He took a year back from them."],
  },
  {
    id: "range-ago",
    type: "DATE",
    pattern:
      "( approx:APPROX )? n1:NUMBER ( or | to | - ) n:NUMBER ( unit:days | unit:weeks | unit:months | unit:years | unit:decades ) AGO",
    read: (caught) => {
      const [from, to] = [distanceOf(caught), distanceOf(caught, caught.n1)];
      if (!from || !to || from.by <= to.by) return null;
      const point = ({ by, unit }: typeof from): Meaning => ({ kind: "shift", grain: unit, by: -by, from: "creation" });
      return { kind: "range", from: point(from), to: point(to), mod: modOf(caught) };
    },
    matches: ["It began [two or three years ago = 2021/2022]."],
  },
  {
    id: "ago-figures",
    type: "DATE",
    pattern: "unit:UNITS AGO | many unit:UNITS AGO",
    read: () => ({ kind: "fixed", value: "PAST_REF" }),
    matches: ["It began [years ago = PAST_REF]."],
  },
  {
    id: "earlier",
    type: "DATE",
    pattern: `( approx:APPROX )? ${AMOUNT} ${UNITS} ( earlier | before:before that? | previously | prior:prior )`,
    read: (caught, place) => {
      // "two months before the vote" is a length; "a year before." a date.
      if ((caught.before ?? caught.prior) && !/^(?:[.,;:)]|)$/.test(wordAfter(place))) return null;
      return /^(?:than)$/.test(wordAfter(place)) ? null : away(caught, -1, "mention");
    },
    matches: ["On [May 7 = 2024-05-07] he won; [two days earlier = 2024-05-05] he had lost."],
  },
  {
    id: "later",
    type: "DATE",
    pattern: `( approx:APPROX )? ${AMOUNT} ${UNITS} ( later | afterward | afterwards | hence | after:after )`,
    read: (caught, place) =>
      wordAfter(place) === "than" || (caught.after && !/^(?:[.,;:)]|)$/.test(wordAfter(place)))
        ? null
        : away(caught, 1, "mention"),
    matches: [
      "On [May 7 = 2024-05-07] he won; [two days later = 2024-05-09] he lost.",
      "He won in [2019 = 2019] and lost [the year after = 2020].",
    ],
  },
  {
    id: "from-now",
    type: "DATE",
    pattern: `( approx:APPROX )? ${AMOUNT} ${UNITS} from ( now | today:today | tomorrow )`,
    read: (caught) => away(caught, 1, "creation"),
    matches: ["It ends [two weeks from now = 2024-W26]."],
  },
  {
    id: "months-time",
    type: "DATE",
    pattern: `( approx:APPROX )? ( n:NUMBER | one:a ) ( unit:UNITS ' | unit:UNIT ' s ) time`,
    read: (caught, place) => (wordBefore(place) === "in" ? away(caught, 1, "creation") : null),
    matches: ["It opens in [two weeks' time = 2024-W26]."],
  },
];
