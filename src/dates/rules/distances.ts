import type { Meaning } from "../meaning.ts";
import type { Captures } from "../pattern.ts";
import type { Grain } from "../period.ts";
import { type DateRule, modOf, wordAfter, wordBefore } from "../rule.ts";

const unitOf = (caught: Captures): Grain => (caught.unit!.senses.UNIT ?? caught.unit!.senses.UNITS) as Grain;

const YEARS_IN: Partial<Record<Grain, number>> = { decade: 10, century: 100, millennium: 1000 };

// Vague distances ("a few years ago") and those under a day tell no date.
function away(caught: Captures, sign: 1 | -1, from: "creation" | "mention"): Meaning {
  const unit = unitOf(caught);
  const amount = caught.some ? null : (caught.n ? Number(caught.n.senses.NUMBER) : 1) + (caught.half ? 0.5 : 0);
  // "a few years ago" is a time in the past, "a few years later" a length.
  if (amount === null && from === "creation" && sign < 0) return { kind: "fixed", value: "PAST_REF" };
  if (amount === null || unit === "hour" || unit === "minute" || unit === "second")
    return { kind: "duration", amount, unit, mod: modOf(caught) };
  // "a week ago" counts to the day, "six weeks ago" hardly.
  if (unit === "week" && amount === 1) return { kind: "shift", grain: "day", by: sign * 7, from, mod: modOf(caught) };
  const years = YEARS_IN[unit];
  // "two and a half years ago" is thirty months back.
  const [by, grain]: [number, Grain] = years
    ? [amount * years, "year"]
    : amount % 1
      ? [Math.round(amount * (unit === "year" ? 12 : 7)), unit === "year" ? "month" : "day"]
      : [amount, unit];
  const comparison = unit === "year" && amount === 1 && !caught.approx && !caught.half;
  return {
    kind: "shift",
    grain: grain === "weekend" ? "week" : grain,
    by: sign * by,
    from,
    ...(comparison ? { comparison } : {}),
    mod: modOf(caught),
  };
}

const AMOUNT = "( n:NUMBER | some:SOME | one:a | one:an | one:the )";
const UNITS = "( RUN )? ( unit:UNITS | unit:UNIT ) ( and a half:half )? ( or so:so )?";

/** Distances from now or from a date spoken of: "two years ago", "a year earlier", "three days later", "a week from now". */
export const distanceRules: readonly DateRule[] = [
  {
    id: "ago",
    type: "DATE",
    pattern: `( approx:APPROX )? ${AMOUNT} -? ${UNITS} -? AGO`,
    read: (caught) => away(caught, -1, "creation"),
    matches: [
      "It began [two years ago = 2022].",
      "It fell [about six weeks ago = 2024-W18].",
      "He left [three days ago = 2024-06-09].",
      "[a decade ago = 2014]",
    ],
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
    pattern: `( approx:APPROX )? ${AMOUNT} ${UNITS} ( earlier | before:before | previously | prior:prior )`,
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
    pattern: `( approx:APPROX )? ${AMOUNT} ${UNITS} ( later | afterward | afterwards | hence )`,
    read: (caught, place) => (wordAfter(place) === "than" ? null : away(caught, 1, "mention")),
    matches: ["On [May 7 = 2024-05-07] he won; [two days later = 2024-05-09] he lost."],
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
