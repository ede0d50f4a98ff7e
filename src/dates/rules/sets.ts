import { formatDuration } from "../duration.ts";
import type { Grain } from "../period.ts";
import { type DateRule, lexemeBefore, unitOf, wordAfter, wordBefore } from "../rule.ts";
import { isYearly } from "./months.ts";
import { isMoney, isRate } from "./rates.ts";

// "annual sales", "an annual rate of 2.9%": a measure rather than an event that comes again.
const AMOUNTS =
  /^(?:rate|rates|sales|revenue|revenues|dividend|dividends|interest|income|earnings|profit|profits|budget|coupon|yield|growth|salary|fee|fees|savings|loss|losses|increase|increases|pace|inflation|production|output|payment|payments|net|report)$/;

/** What recurs: "daily", "every two years", "each spring", "twice a week", "$5 a year". */
export const setRules: readonly DateRule[] = [
  {
    id: "every",
    type: "SET",
    pattern:
      "( almost | nearly )? EVERY ( n:NUMBER | few:few | other:other | single | nth:ORDINAL )? ( unit:UNITS | unit:UNIT | part:PART | season:SEASON | month:MONTH )",
    read: (caught, place) => {
      if (caught.part) return { kind: "fixed", value: `XXXX-XX-XXT${caught.part.senses.PART}` };
      if (caught.season) return { kind: "fixed", value: `XXXX-${caught.season.senses.SEASON}` };
      if (caught.month) return { kind: "fixed", value: `XXXX-${String(caught.month.senses.MONTH).padStart(2, "0")}` };
      const unit = unitOf(caught);
      if (unit === "second" && !caught.n) return null;
      if (place.lexemes[place.first]!.word === "each" && wordAfter(place) === "of") return null;
      const amount = caught.n
        ? Number(caught.n.senses.NUMBER)
        : caught.other
          ? 2
          : caught.few
            ? null
            : Number(caught.nth?.senses.ORDINAL ?? 1) || 1;
      return { kind: "fixed", value: formatDuration(amount, unit) };
    },
    matches: [
      "It meets [every two years = P2Y].",
      "[Each spring = XXXX-SP] it floods.",
      "[every day = P1D]",
      "[every September = XXXX-09]",
    ],
  },
  {
    id: "nth-of-every",
    type: "SET",
    pattern:
      "the? ( ORDINAL | last ) ( weekday:WEEKDAY | day ) ( of | in ) EVERY ( month | MONTH | year ) | the? nth:NTH of EVERY month",
    read: (caught) => {
      const day = String(caught.nth?.senses.NTH).padStart(2, "0");
      const value = caught.nth
        ? `XXXX-XX-${day}`
        : caught.weekday
          ? `XXXX-WXX-${caught.weekday.senses.WEEKDAY}`
          : "XXXX-XX-XX";
      return { kind: "fixed", value };
    },
    matches: ["They meet on [the first Monday of every month = XXXX-WXX-1] and [the 15th of each month = XXXX-XX-15]."],
  },
  {
    id: "unit-after-unit",
    type: "SET",
    pattern: "unit:UNIT ( after | by ) again:UNIT | unit:UNIT in ,? ( and )? again:UNIT out",
    read: (caught) =>
      caught.again!.word === caught.unit!.word && !/^(?:second|weekend)$/.test(caught.unit!.word)
        ? { kind: "fixed", value: formatDuration(1, unitOf(caught)) }
        : null,
    matches: ["It rose [year after year = P1Y] and he worked [day in, day out = P1D]."],
    rejects: ["the day after year one"],
  },
  {
    id: "parts",
    type: "SET",
    pattern: "( the | most )? parts:PARTS",
    read: (caught, place) =>
      /^(?:in|on|most|some)$/.test(wordBefore(place)) || place.lexemes[place.first]!.word === "most"
        ? { kind: "fixed", value: `XXXX-XX-XXT${caught.parts!.senses.PARTS}` }
        : null,
    matches: ["He works [most nights = XXXX-XX-XXTNI]."],
    rejects: ["Two nights in a row."],
  },
  {
    id: "yearly-month",
    type: "SET",
    pattern: "month:MONTH",
    read: (caught, place) =>
      isYearly(place) ? { kind: "fixed", value: `XXXX-${String(caught.month!.senses.MONTH).padStart(2, "0")}` } : null,
    matches: ["It meets [annually = P1Y] in [September = XXXX-09]."],
  },
  {
    id: "rate",
    type: "SET",
    pattern: "( a | an | per | the ) unit:UNIT",
    read: (caught, place) => {
      const per = place.lexemes[place.first]!.word;
      if (per === "the" || /^(?:ago|earlier|before|later|after|from)$/.test(wordAfter(place))) return null;
      if (per !== "per" && (!isRate(place) || isMoney(place))) return null;
      return { kind: "fixed", value: formatDuration(1, caught.unit!.senses.UNIT as Grain) };
    },
    matches: ["He plays twice [a week = P1W].", "sold 50,000 records [a year = P1Y]"],
    rejects: ["He has a day.", "a dividend of $1.76 a year"],
  },
  {
    id: "rate-adverb",
    type: "SET",
    pattern: "rate:RATE",
    read: (caught, place) => {
      // Names of papers and broadcasts: "the Daily Mail", "China Daily", "Newsweekly".
      if (
        caught.rate!.capital &&
        (lexemeBefore(place)?.capital || /^\p{Lu}/u.test(place.lexemes[place.end]?.capital ? "A" : "a"))
      )
        return null;
      if (/^(?:newspaper|newspapers|paper|mail|telegraph|news|magazine|bread)$/.test(wordAfter(place))) return null;
      if (AMOUNTS.test(wordAfter(place)) || /%|percent/.test(wordBefore(place))) return null;
      if (wordBefore(place) === "-" && place.lexemes[place.first]!.gap === "none") return null;
      return { kind: "fixed", value: String(caught.rate!.senses.RATE) };
    },
    matches: ["the [annual = P1Y] forum", "a forum held [annually = P1Y]", "its [weekly = P1W] address"],
    rejects: ["the Daily Mail said", "a daily newspaper"],
  },
];
