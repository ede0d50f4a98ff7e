import type { Meaning } from "../meaning.ts";
import type { Captures } from "../pattern-nodes.ts";
import { type DateRule, lexemeAfter, modOf, numberOf, type Place, wordAfter, wordBefore, yearOf } from "../rule.ts";
import { WHICH, whichOf } from "./months.ts";

function quarter(caught: Captures): Meaning | null {
  const number = numberOf(caught.nth, "ORDINAL");
  if (caught.nth && caught.nth.senses.ORDINAL === 0) return { kind: "calendar", quarter: 4, ...yearOf(caught) };
  return number >= 1 && number <= 4
    ? {
        kind: "calendar",
        quarter: number,
        ...yearOf(caught),
        ...(caught.yearago ? { yearShift: -1 } : {}),
        mod: modOf(caught),
      }
    : null;
}

// A quarter of a game or of all people is none of the year.
const IN_GAME =
  /^(?:touchdowns?|goals?|yards?|yardage|interceptions?|fumbled?|quarterback|kickoff|punt|scored|scoring|scoreless|game|possession|rebounds?|halftime|innings?|win|tied|trailing|trailed|chargers|leading|coach|penalty|header|defender|striker|shootout|whistle)$/;

/** How far around a quarter or half the words of a game are looked for. */
const GAME_REACH = 16;

function isGame({ lexemes, first, end }: Place): boolean {
  for (let at = Math.max(0, first - GAME_REACH); at < Math.min(lexemes.length, end + GAME_REACH); at++)
    if (IN_GAME.test(lexemes[at]!.word)) return true;
  return false;
}

/** Quarters, halves and the reporting periods that stand for them: "the third quarter of last year", "Q3", "the year-ago period". */
export const quarterRules: readonly DateRule[] = [
  {
    id: "year-ago-quarter",
    type: "DATE",
    pattern:
      "the? yearago:year - ( ago | earlier ) ( KIND )? nth:ORDINAL -? quarter | the? nth:ORDINAL -? quarter ,? a yearago:year ( ago | earlier | before )",
    read: quarter,
    matches: ["It earned less in [the year-ago third quarter = 2023-Q3]."],
  },
  {
    id: "quarter",
    type: "DATE",
    pattern:
      "$edge? the? KIND? nth:ORDINAL KIND? quarter $ofyear? | KIND? nth:ORDINAL - quarter | the? KIND? year:YEAR ( ' s )? nth:ORDINAL -? quarter",
    read: (caught, place) => (isGame(place) ? null : quarter(caught)),
    matches: [
      "A loss for [the fourth quarter = 2023-Q4].",
      "Lower [first-quarter = 2024-Q1] earnings, despite the [first-quarter = 2024-Q1] gains.",
      "in [the first quarter of 2009 = 2009-Q1]",
      "in [the first quarter of fiscal 2009 = 2009-Q1]",
      "in [the fourth quarter of last year = 2023-Q4]",
    ],
    rejects: ["He threw two touchdowns in the third quarter.", "the first quarter of the game"],
  },
  {
    id: "listed-quarters",
    type: "DATE",
    // "the first and second quarters of 2023": each a quarter.
    pattern: "nth:ORDINAL quarters $ofyear?",
    read: (caught, place) => (isGame(place) ? null : quarter(caught)),
    matches: ["Sales of [the first = 2023-Q1] and [second quarters of 2023 = 2023-Q2] fell."],
  },
  {
    id: "quarter-of-list",
    type: "DATE",
    pattern: "the? nth:ORDINAL",
    read: (caught, place) =>
      /^(?:and|or|,)$/.test(wordAfter(place)) &&
      lexemeAfter(place, 2)?.senses.ORDINAL !== undefined &&
      /^quarters?$/.test(wordAfter(place, 3))
        ? quarter(caught)
        : null,
    matches: ["It fell in [the first = 2024-Q1] and [second quarters = 2024-Q2]."],
    rejects: ["the first and second floors"],
  },
  {
    id: "quarter-code",
    type: "DATE",
    pattern:
      "( code:q1 | code:q2 | code:q3 | code:q4 | code:q ~n:NUMBER | n:NUMBER ~code:q ) ( of? year:YEAR | fy year:TWO | fy year:YEAR | ' year:TWO | $ofyear )?",
    read: (caught) => {
      const number = Number(caught.n?.senses.NUMBER ?? caught.code!.word[1]);
      return caught.code!.capital && number >= 1 && number <= 4
        ? { kind: "calendar", quarter: number, ...yearOf(caught) }
        : null;
    },
    matches: ["Sales in [Q1 2024 = 2024-Q1] and [3Q FY23 = 2023-Q3] rose."],
    rejects: ["Q 5 of the form"],
  },
  {
    id: "half-code",
    type: "DATE",
    pattern: "( ( half:h1 | half:h2 | half:h ~n:NUMBER ) ( of? year:YEAR | ' year:TWO ) )",
    read: (caught) => {
      const half = Number(caught.n?.senses.NUMBER ?? caught.half!.word[1]);
      return caught.half!.capital && (half === 1 || half === 2) ? { kind: "calendar", half, ...yearOf(caught) } : null;
    },
    matches: ["Sales in [H1 2024 = 2024-H1] rose."],
    rejects: ["the h 1 2024 form"],
  },
  {
    id: "half-year",
    type: "DATE",
    pattern:
      "the? half:EDGEOF of ( the ( KIND )? year | year:YEAR | yearlast:LAST year | yearthis:THIS year | yearnext:NEXT year ) | the? first:ORDINAL -? half ( $ofyear )?",
    read: (caught, place) => {
      const code = caught.half?.senses.EDGEOF;
      const number = code === "H1" ? 1 : code === "H2" ? 2 : caught.first ? numberOf(caught.first, "ORDINAL") : 0;
      if ((number !== 1 && number !== 2) || (caught.first && wordAfter(place) === "of") || isGame(place)) return null;
      return { kind: "calendar", half: number, ...yearOf(caught) };
    },
    matches: ["in [the first half of 1990 = 1990-H1]", "in [the second half of last year = 2023-H2]"],
  },
  {
    id: "first-half",
    type: "DATE",
    pattern: "the? half:EDGEOF",
    read: (caught, place) => {
      const code = caught.half!.senses.EDGEOF;
      if (
        (code !== "H1" && code !== "H2") ||
        isGame(place) ||
        wordBefore(place) !== "in" ||
        caught.half!.word.startsWith("last") ||
        wordAfter(place) === "of"
      )
        return null;
      return { kind: "calendar", half: code === "H1" ? 1 : 2 };
    },
    matches: ["Sales fell in [the first half = 2024-H1]."],
    rejects: ["the first half of the game"],
  },
  {
    id: "year-ago-period",
    type: "DATE",
    pattern:
      "( the | a ) year - ( ago | earlier ) ( period | quarter | level | figure )? | the? ( prior | previous ) - year ( period | quarter ) | the? ( same | comparable | corresponding | like | equivalent ) ( period | quarter ) ( ( of | in ) ( yearlast:LAST year | the LAST year | year:YEAR ) | LAST year | a year ( ago | earlier | before ) )",
    read: (_caught, place) =>
      place.lexemes[place.end - 1]!.word === "level"
        ? null
        : { kind: "shift", grain: "quarter", by: -4, from: "mention", comparison: true },
    matches: ["In [the first quarter = 2024-Q1] it lost more than in [the year-ago period = 2023-Q1]."],
  },
  {
    id: "latest-period",
    type: "DATE",
    pattern: "the latest ( KIND )? ( period | quarter ) | the ( just LATER? ended | recent | most recent ) quarter",
    read: () => ({ kind: "shift", grain: "quarter", by: 0, from: "mention", comparison: true }),
    matches: ["In [the first quarter = 2024-Q1] it fell; costs of [the latest period = 2024-Q1] rose."],
  },
  {
    id: "which-quarter",
    type: "DATE",
    pattern: `$edge? ${WHICH} ( KIND )? quarter | the edge:EDGEOF of the quarter | the ( KIND )? quarter`,
    read: (caught, place) => {
      const which = whichOf(caught);
      // "the quarter-charges", "the quarter of them"
      if (/^(?:-|of)$/.test(wordAfter(place)) || isGame(place)) return null;
      if (which === "bare" || which === "same")
        return { kind: "shift", grain: "quarter", by: 0, from: "mention", comparison: true, mod: modOf(caught) };
      return {
        kind: "shift",
        grain: "quarter",
        by: which === "last" || which === "before" ? -1 : which === "next" || which === "after" ? 1 : 0,
        from: which === "before" || which === "after" ? "mention" : "creation",
        mod: modOf(caught),
      };
    },
    matches: ["It fell [last quarter = 2024-Q1]."],
  },
];
