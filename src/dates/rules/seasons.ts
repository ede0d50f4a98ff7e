import type { Captures } from "../pattern-nodes.ts";
import { type DateRule, lexemeBefore, modOf, numberOf, type Place, wordAfter, wordBefore, yearOf } from "../rule.ts";
import { WHICH, whichOf } from "./months.ts";

/** Seasons: "last fall", "the winter of 1994", "by late spring". */
export const seasonRules: readonly DateRule[] = [
  {
    id: "which-season",
    type: "DATE",
    pattern: `$edge? ( ${WHICH} | the )? season:SEASON $ofyear? | $edge ( ${WHICH} | the )? season:SEASON`,
    read: (caught, place) => {
      const season = String(caught.season!.senses.SEASON);
      const which = whichOf(caught);
      const year = yearOf(caught);
      const dated = year.year !== undefined || year.yearShift !== undefined;
      if (which === "bare" && !dated && !isSeason(caught, place)) return null;
      return { kind: "calendar", season, which, ...year, mod: modOf(caught) };
    },
    matches: [
      "He was killed [last fall = 2023-FA].",
      "in [the winter of 1994 = 1994-WI]",
      "It will reopen in [the summer = 2024-SU].",
      "in [summer 2019 = 2019-SU]",
      "He left in [2019 = 2019] and died [the following spring = 2019-SP].",
      "They will open by [late spring = 2025-SP].",
    ],
    rejects: ["They fall down.", "a spring in her step", "hot springs"],
  },
];

function isSeason(caught: Captures, place: Place): boolean {
  const before = wordBefore(place);
  const the = place.lexemes[place.first]!.word === "the";
  if (caught.season!.word === "spring" && /^(?:break|roll|rolls|training|water|cleaning)$/.test(wordAfter(place)))
    return false;
  if (lexemeBefore(place)?.capital && caught.season!.capital && before !== "in") return false;
  return /^(?:in|by|during|since|until|till|through|over|throughout|of)$/.test(before) &&
    (the || /^(?:in|by|since|until|till)$/.test(before))
    ? numberOf(caught.season, "SEASON") !== 0
    : Boolean(caught.edge) && !caught.edge!.senses.EDGEOF;
}
