import type { Captures } from "../pattern-nodes.ts";
import { type DateRule, lexemeAfter, modOf, numberOf, type Place, wordAfter, wordBefore, wordSet } from "../rule.ts";

const YEAR_BEFORE = wordSet(
  "in since of by from until till to before after during late early mid fiscal the between through for around about circa year and - ( — than as with over into that 's",
);
const COUNTED_BY = wordSet(
  "$ € £ ¥ # no nos room flight page route highway model boeing area at only some nearly almost exactly another only than approximately roughly",
);
const THINGS =
  /^(?:people|men|women|children|percent|%|miles|meters|metres|feet|dollars|euros|pounds|yen|won|yuan|rubles|points|words|jobs|troops|soldiers|members|tons|tonnes|kilometers|kilometres|km|kg|m|acres|barrels|shares|hours|days|years|months|weeks|minutes|seconds|votes|seats|others|or|million|billion|thousand|workers|employees|homes|houses|times|degrees|pages|units|copies|cars|vehicles|tickets|seats|voters|visitors|guests|delegates|soldiers|prisoners|victims|rebels|refugees|block|main|north|south|east|west|gmt|utc)$/;

// A figure of four digits is a year by its place: "in 1984", "the 1998 bombing"; not "2000 people", "$1999", "Room 2010".
function isCount(place: Place): boolean {
  const year = place.lexemes[place.first]!;
  const before = wordBefore(place);
  const value = numberOf(year, "YEAR");
  if (value < 1500 || value > 2150 || lexemeAfter(place)?.senses.ZONE !== undefined) return true;
  if (year.gap === "none" && /^[$€£¥#:/.\w+=&@_-]$/.test(place.lexemes[place.first - 1]?.word ?? "")) return true;
  if (COUNTED_BY.has(before) && before !== "the") return true;
  const next = lexemeAfter(place);
  if (next?.gap === "none" && /^[%/:.@_=+]$/.test(next.word) && place.lexemes[place.end + 1]?.gap === "none")
    return true;
  if (next?.gap === "none" && /^\p{L}/u.test(next.word)) return true;
  if (THINGS.test(wordAfter(place)) && !(before === "the" || before === "in")) return true;
  if (next?.senses.UNITS !== undefined) return true;
  // "killed 2000 rebels": a plural right after, and nothing before that asks for a year.
  const plural = /^[a-z]{3,}s$/.test(next?.word ?? "") && !next!.capital && !/(?:ss|us|is)$/.test(next!.word);
  return plural && !YEAR_BEFORE.has(before) && value % 100 === 0;
}

const yearMeaning = (caught: Captures) => ({
  kind: "calendar" as const,
  year: numberOf(caught.year, "YEAR"),
  mod: modOf(caught),
});

// "the year two thousand"
function spokenYear(caught: Captures) {
  const year = numberOf(caught.words, "NUMBER");
  return year >= 1900 && year <= 2100 ? { kind: "calendar" as const, year } : null;
}

/** Years: "1984", "fiscal 1990", "1950-1953", "'82". */
export const yearRules: readonly DateRule[] = [
  {
    id: "year-range",
    type: "DATE",
    pattern: "( ( the | its )? KIND year? | fy )? year:YEAR ( - | slash:/ ) ( year2:YEAR | short:TWO )",
    read: (caught, place) => {
      const from = numberOf(caught.year, "YEAR");
      const at = place.lexemes.indexOf(caught.year!, place.first);
      const to = caught.year2
        ? numberOf(caught.year2, "YEAR")
        : Math.floor(from / 100) * 100 + numberOf(caught.short, "TWO");
      if (
        to <= from ||
        (caught.slash && (to !== from + 1 || lexemeAfter(place)?.word === "/")) ||
        to - from > 200 ||
        isCount({ ...place, first: at, end: caught.slash ? place.end : at + 1 }) ||
        lexemeAfter(place)?.word === "-"
      )
        return null;
      return { kind: "range", from: { kind: "calendar", year: from }, to: { kind: "calendar", year: to } };
    },
    matches: [
      "the war of [1950-1953 = 1950/1953]",
      "in the [1989-90 = 1989/1990] season",
      "sales in [2019/20 = 2019/2020] and [fiscal 2021-22 = 2021/2022]",
    ],
    rejects: ["Call 555-2010-2011-9."],
  },
  {
    id: "year-before-christ",
    type: "DATE",
    pattern: "the? ( year:YEAR | year:NUMBER ) BCE",
    read: (caught) => {
      const year = Number(caught.year!.senses.YEAR ?? caught.year!.senses.NUMBER);
      return Number.isInteger(year) && year > 0 && year < 5000 ? { kind: "calendar", year: 1 - year } : null;
    },
    matches: ["Caesar died in [44 BC = BC0044]."],
  },
  {
    id: "other-calendar",
    type: "DATE",
    // Years of the Hijri, Buddhist, Minguo or a Japanese era are not ours; converting the year alone would be a guess.
    pattern:
      "( year:NUMBER | year:YEAR ) ( ah | a . h . | be | b . e . ) | ( hijri | minguo | reiwa | heisei | showa | 民國 | 民国 | 令和 | 平成 | 昭和 | พ.ศ. ) year? ( n:NUMBER | n:YEAR ) ( ~年 )?",
    read: (caught, place) => {
      const year = Number(caught.year?.senses.NUMBER ?? 0);
      const isCapital = place.lexemes[place.end - 1]!.capital || place.lexemes[place.end - 1]!.word === ".";
      return caught.year && (!isCapital || year < 1000) ? null : { kind: "fixed", value: null };
    },
    matches: ["in [1445 AH = null]", "in [2567 BE = null]", "[Reiwa 6 = null]"],
    rejects: ["It will be 20 be it so."],
  },
  {
    id: "fiscal-year",
    type: "DATE",
    pattern:
      "$edge? ( ( the | its )? KIND year? | the? year | ( calendar | fy ) ) year:YEAR year? | fy short:TWO | the year words:NUMBER",
    read: (caught, place) =>
      /^(?:crop|model|marketing)$/.test(place.lexemes[place.first]!.word)
        ? null
        : caught.short
          ? { kind: "calendar", year: numberOf(caught.short, "TWO"), shortYear: true }
          : caught.words
            ? spokenYear(caught)
            : yearMeaning(caught),
    matches: [
      "In [fiscal 1989 = 1989] it had sales.",
      "guidance for [FY24 = 2024]",
      "approach of [the year 2000 = 2000]",
      "[the end of fiscal year 2023 = 2023]",
    ],
  },
  {
    id: "year-end",
    type: "DATE",
    pattern:
      "( the )? year - end year:YEAR | year:YEAR year - end | year:YEAR ' s end | ( the )? year - end | ( the )? year ' s end",
    read: (caught, place) =>
      caught.year
        ? { kind: "calendar", year: numberOf(caught.year, "YEAR"), mod: "END" }
        : { kind: "shift", grain: "year", by: wordBefore(place) === "since" ? -1 : 0, from: "creation", mod: "END" },
    matches: ["by [year-end 1990 = 1990]", "by [year-end = 2024]"],
  },
  {
    id: "year-edge",
    type: "DATE",
    pattern: "$edge year:YEAR",
    read: (caught, place) => (caught.edge!.senses.EDGER || THINGS.test(wordAfter(place)) ? null : yearMeaning(caught)),
    matches: ["after [the end of 1994 = 1994]", "in [mid-2003 = 2003]", "in [early 2020 = 2020]"],
  },
  {
    id: "short-year",
    type: "DATE",
    pattern: "( ' year:TWO )",
    read: (caught, place) => {
      const year = caught.year!;
      const around = wordBefore(place);
      if (
        year.gap !== "none" ||
        !/^(?:in|since|of|from|by|until|late|early|summer|spring|fall|winter|class)$/.test(around) ||
        lexemeAfter(place)?.word === "'"
      )
        return null;
      return { kind: "calendar", year: numberOf(year, "TWO"), shortYear: true };
    },
    matches: ["lowest since ['82 = 1982]"],
  },
  {
    id: "year",
    type: "DATE",
    pattern: "year:YEAR",
    read: (caught, place) => {
      if (
        caught.year!.senses.SPOKEN &&
        !/^(?:in|since|of|by|from|until|to|the|fiscal|before|after|and|during)$/.test(wordBefore(place))
      )
        return null;
      return isCount(place) ? null : yearMeaning(caught);
    },
    matches: ["It closed in [1984 = 1984].", "the [1998 = 1998] bombing", "Finals [2026 = 2026]"],
    rejects: ["It sold 2000 people tickets.", "It cost $1999 then.", "Room 2010 is shut.", "at 2000 points"],
  },
];
