import { type DateRule, lexemeBefore, modOf, numberOf, type Place, wordBefore } from "../rule.ts";

// "highs in the 40s"
const isTemperature = ({ lexemes, first, end }: Place): boolean =>
  lexemes
    .slice(Math.max(0, first - 10), end + 6)
    .some(({ word }) =>
      /^(?:temperatures?|degrees?|highs?|lows?|readings|weather|percent|forecast|shot|card)$/.test(word),
    );

/** Decades and centuries: "the mid-1980s", "the nineties", "the 20th century". */
export const decadeRules: readonly DateRule[] = [
  {
    id: "decade",
    type: "DATE",
    pattern: "$edge? the? ( edge:EDGE -? )? ( decade:DECADES | ' decade:DECADES | nineteen name:DECADE | name:DECADE )",
    read: (caught, place) => {
      if (caught.name) {
        // Ages and temperatures are "in her thirties".
        if (
          /^(?:his|her|their|my|your|our|its)$/.test(wordBefore(place)) ||
          /^(?:his|her|their|my)$/.test(wordBefore(place, 2)) ||
          !/^(?:the|nineteen|mid|early|late)$/.test(place.lexemes[place.first]!.word)
        )
          return null;
        return { kind: "calendar", decade: numberOf(caught.name, "DECADE"), mod: modOf(caught) };
      }
      const value = numberOf(caught.decade, "DECADES");
      if (
        value % 10 !== 0 ||
        /^(?:his|her|their|my|your|our)$/.test(wordBefore(place)) ||
        /^(?:his|her|their|my)$/.test(wordBefore(place, 2))
      )
        return null;
      if (value < 100 && isTemperature(place)) return null;
      const isListed = wordBefore(place) === "and" && lexemeBefore(place, 2)?.senses.DECADES !== undefined;
      if (value < 100 && !caught.edge && !isListed && !/^(?:the|')$/.test(place.lexemes[place.first]!.word))
        return null;
      return (value >= 1000 && value < 2200) || value < 100
        ? { kind: "calendar", decade: value, mod: modOf(caught) }
        : null;
    },
    matches: [
      "since [the 1990s = 199]",
      "in [the early 1980s = 198]",
      "in [the 1960s = 196] and [70s = 197]",
      "in [the mid-'80s = 198]",
      "through [the nineties = 199]",
    ],
    rejects: ["a man in his 30s", "with highs in the 40s"],
  },
  {
    id: "century",
    type: "DATE",
    pattern: "$edge? the? ( edge:EDGE -? )? nth:ORDINAL -? ( century:century | century:centuries )",
    read: (caught) => {
      const century = numberOf(caught.nth, "ORDINAL");
      return century > 4 && century < 30 ? { kind: "calendar", century, mod: modOf(caught) } : null;
    },
    matches: ["finance in [the 20th century = 19]", "a [19th-century = 18] house", "[the early 21st century = 20]"],
  },
];
