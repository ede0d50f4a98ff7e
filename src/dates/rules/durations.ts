import type { Meaning } from "../meaning.ts";
import type { Captures } from "../pattern-nodes.ts";
import type { Grain } from "../period.ts";
import { type DateRule, lexemeAfter, lexemeBefore, modOf, numberOf, unitOf, wordAfter, wordBefore } from "../rule.ts";
import { isAge, isRate } from "./rates.ts";

// "two years", "a year": the number, one for the article, none for "several".
function amountOf(caught: Captures): number | null {
  if (caught.some) return null;
  const half = caught.half ? 0.5 : 0;
  return (caught.n ? Number(caught.n.senses.NUMBER) : half && !caught.one ? 0 : 1) + half;
}

const length = (caught: Captures): Meaning => ({
  kind: "duration",
  amount: amountOf(caught),
  unit: unitOf(caught),
  mod: modOf(caught),
});

const AMOUNT = "( n:NUMBER | some:SOME )";
const ONE = "( one:a | one:an )";

/** Lengths of time: "over two years", "three-day", "a few weeks", "the next four years", "decades", "a year and a half". */
export const durationRules: readonly DateRule[] = [
  {
    id: "number-range-unit",
    type: "DURATION",
    pattern:
      "( approx:APPROX )? ( the ( LAST | NEXT | first:ORDINAL ) )? n1:NUMBER ( - to | to | - | or ) n:NUMBER -? ( RUN )? ( unit:UNITS | unit:UNIT )",
    read: (caught, place) => {
      if (isAge(place)) return null;
      const [low, high] = [numberOf(caught.n1, "NUMBER"), numberOf(caught.n, "NUMBER")];
      return low < high && high < 2000 ? { kind: "duration", amount: null, unit: unitOf(caught), mod: "APPROX" } : null;
    },
    matches: ["It takes [12 to 18 months = PXM]."],
  },
  {
    id: "bound-of-length",
    type: "DURATION",
    // "between 60 and 90 days": each bound is a length of its own.
    pattern: "n:NUMBER",
    read: (caught, place) => {
      const unit = place.lexemes[place.end + 2]?.senses.UNITS;
      const bound =
        wordBefore(place) === "between" && wordAfter(place) === "and" && lexemeAfter(place, 2)?.senses.NUMBER;
      return bound && unit ? { kind: "duration", amount: numberOf(caught.n, "NUMBER"), unit: unit as Grain } : null;
    },
    matches: ["It takes between [60 = P60D] and [90 days = P90D]."],
    rejects: ["It takes between 60 and 90 people."],
  },
  {
    id: "around-now",
    type: "DURATION",
    pattern: `( the | these ) ( last:LAST | next:NEXT | first:ORDINAL ) ( approx:APPROX )? ( ${AMOUNT} | few:few ) ( RUN )? ( unit:UNITS | unit:UNIT ) ( so:or so )?`,
    read: (caught) =>
      caught.some || caught.few
        ? { kind: "duration", amount: null, unit: unitOf(caught), mod: modOf(caught) }
        : length(caught),
    matches: [
      "Over [the last few weeks = PXW] it rose.",
      "In [the last twenty-four hours = PT24H] it fell.",
      "over [the next two years or so = P2Y]",
      "[the past several weeks = PXW]",
      "[the first nine months = P9M]",
    ],
  },
  {
    id: "vague-around-now",
    type: "DURATION",
    pattern: "( the )? more? ( last:RECENT | next:COMING ) unit:UNITS ( ( and | or ) UNITS )?",
    read: (caught, place) => {
      if (caught.last && !/^(?:recent|past|last|previous)$/.test(caught.last.word)) return null;
      if (caught.next)
        return /^(?:coming|next|future)$/.test(caught.next.word) ? { kind: "fixed", value: "FUTURE_REF" } : null;
      return wordBefore(place) === "'" ? null : { kind: "duration", amount: null, unit: unitOf(caught) };
    },
    matches: ["It got worse in [recent weeks = PXW].", "He may come in [the coming weeks = FUTURE_REF]."],
  },
  {
    id: "number-unit",
    type: "DURATION",
    pattern: `( approx:APPROX )? ( another )? ${AMOUNT} ( more | full )? -? ( RUN )? ( unit:UNITS | unit:UNIT ) ( and a half:half | or so:so | more )? | the n:NUMBER ( RUN )? unit:UNITS`,
    read: (caught, place) => {
      const unit = caught.unit!;
      const value = caught.n ? numberOf(caught.n, "NUMBER") : 1;
      if (isAge(place) || (unit.word === "second" && !caught.n) || unit.senses.MONTH) return null;
      // "1998 years" and "5.2 second": not lengths that anyone means; "10 min" only for figures.
      if (caught.n?.senses.YEAR && value > 1500 && value < 2100) return null;
      // "0830 hours"
      if (/^0/.test(String(caught.n?.senses.FOUR))) return null;
      if (unit.senses.UNIT === "second" && caught.n?.senses.ORDINAL) return null;
      if (
        unit.senses.UNITS === undefined &&
        value !== 1 &&
        !Number.isNaN(value) &&
        unit.gap === "space" &&
        /^(?:second|quarter|weekend)$/.test(unit.word) &&
        value !== 1
      )
        return null;
      // "three quarters of an hour"
      if (wordAfter(place) === "of" && /^(?:seconds|quarters)$/.test(unit.word)) return null;
      return length(caught);
    },
    matches: [
      "It is [over two years = P2Y] into its war.",
      "his first trip in [24 years = P24Y]",
      "a [three-day = P3D] trip",
      "[nearly two months = P2M] after he left",
      "for [a few days = PXD]",
      "[a couple of years = P2Y]",
      "[at least 20 more years = P20Y]",
      "[two and a half years = P2.5Y]",
      "In [the nine months = P9M] it earned less.",
      "after [six straight days = P6D]",
    ],
    rejects: ["a 31-year-old man", "He is 31 years old.", "the 18-year-olds"],
  },
  {
    id: "one-unit",
    type: "DURATION",
    // "for a week", "over a year", "within an hour"; a bare "a day" may be a rate.
    pattern: `( approx:APPROX )? ${ONE} -? ( RUN )? unit:UNIT ( and a half:half | or so:so | or two:two )?`,
    read: (caught, place) => {
      const grain = unitOf(caught);
      if (lexemeAfter(place)?.word === "-" || lexemeBefore(place)?.word === "-") return null;
      if (isAge(place) || grain === "second" || grain === "weekend" || (grain === "quarter" && !caught.approx))
        return null;
      const before = wordBefore(place);
      const after = wordAfter(place);
      if (/^(?:earlier|ago|later)$/.test(after) && !caught.approx) return null;
      if (caught.two) return { kind: "duration", amount: null, unit: grain };
      if (caught.approx || caught.half || caught.so || /^(?:after|before)$/.test(after)) return length(caught);
      if (isRate(place)) return null;
      if (grain === "day" || grain === "minute" || grain === "hour")
        return /^(?:for|within|in|after|about|than|half|of|lasted|last|lasts|took|takes|take)$/.test(before) &&
          !/^(?:of|when|that|in|on)$/.test(after)
          ? length(caught)
          : null;
      return /^(?:of|in which)$/.test(after) && before !== "for" ? null : length(caught);
    },
    matches: [
      "It came [a day = P1D] after the vote.",
      "in [a week or two = PXW]",
      "It lasted [over a week = P1W].",
      "It stood for [a year = P1Y].",
      "[a year and a half = P1.5Y]",
    ],
    rejects: ["paid it"],
  },
];
