import { formatDuration } from "../duration.ts";
import type { Grain } from "../period.ts";
import { type DateRule, lexemeBefore, wordAfter, wordBefore } from "../rule.ts";
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
      "( almost | nearly )? EVERY ( n:NUMBER | few | other:other | single | nth:ORDINAL )? ( unit:UNITS | unit:UNIT | part:PART | season:SEASON | month:MONTH )",
    read: (caught, place) => {
      if (caught.part) return { kind: "fixed", value: `XXXX-XX-XXT${caught.part.senses.PART}` };
      if (caught.season) return { kind: "fixed", value: `XXXX-${caught.season.senses.SEASON}` };
      if (caught.month) return { kind: "fixed", value: `XXXX-${String(caught.month.senses.MONTH).padStart(2, "0")}` };
      const unit = (caught.unit!.senses.UNIT ?? caught.unit!.senses.UNITS) as Grain;
      if (unit === "second" && !caught.n) return null;
      if (place.lexemes[place.first]!.word === "each" && wordAfter(place) === "of") return null;
      const amount = caught.n
        ? Number(caught.n.senses.NUMBER)
        : caught.other
          ? 2
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
