import type { Meaning } from "../meaning.ts";
import { type DateRule, lexemeAfter, type Place, wordAfter, wordBefore } from "../rule.ts";

const fixed = (value: string) => (): Meaning => ({ kind: "fixed", value });

/** Words that point before, at or after now without a date: "currently", "recently", "in the near future". */
export const vagueRules: readonly DateRule[] = [
  {
    id: "now",
    type: "DATE",
    pattern: "right? now",
    read: (_caught, place) => (isFiller(place) ? null : { kind: "fixed", value: "PRESENT_REF" }),
    matches: ["He [now = PRESENT_REF] lives in Rome.", "It won't do [right now = PRESENT_REF]."],
    rejects: ["Now, now, he said.", "Subscribe now"],
  },
  {
    id: "present",
    type: "DATE",
    pattern: "currently | presently | nowadays | these days | the moment | the present | this time | current | to date",
    read: (_caught, place) => {
      const words = place.lexemes
        .slice(place.first, place.end)
        .map((lexeme) => lexeme.word)
        .join(" ");
      const before = wordBefore(place);
      if (/^(?:the moment|this time)$/.test(words))
        return before === "at" && !/^(?:of|when|that|he|she|they|it)$/.test(wordAfter(place))
          ? { kind: "fixed", value: "PRESENT_REF" }
          : null;
      if (words === "the present")
        return /^(?:at|for|until)$/.test(before) && !/^[a-z]/.test(wordAfter(place))
          ? { kind: "fixed", value: "PRESENT_REF" }
          : null;
      if (words === "current")
        return /^(?:account|events?|affairs|assets|liabilities)$/.test(wordAfter(place))
          ? null
          : { kind: "fixed", value: "PRESENT_REF" };
      return { kind: "fixed", value: "PRESENT_REF" };
    },
    matches: ["It [currently = PRESENT_REF] holds half."],
    rejects: ["the current account deficit"],
  },
  {
    id: "recent",
    type: "DATE",
    pattern: "( more | most )? recently | lately | recent | of late",
    read: (_caught, place) => {
      if (wordBefore(place) === "as" && wordAfter(place) === "as") return null;
      // "Recent Comments", "Most Recent": a heading of the page.
      if (place.lexemes[place.end - 1]!.capital && lexemeAfter(place)?.capital) return null;
      const last = place.lexemes[place.end - 1]!.word;
      if (last === "recent")
        return wordBefore(place) === "most" || wordBefore(place) === "more" || lexemeAfter(place)?.senses.UNITS
          ? null
          : { kind: "fixed", value: "PAST_REF" };
      return { kind: "fixed", value: "PAST_REF" };
    },
    matches: ["They met [recently = PAST_REF].", "Until [recently = PAST_REF] he was well."],
  },
  {
    id: "the-past",
    type: "DATE",
    pattern: "the ( recent | distant )? past",
    read: (_caught, place) =>
      /^(?:in|from|of|than)$/.test(wordBefore(place)) &&
      !/^[a-z0-9]/.test(
        wordAfter(place).replace(
          /^(?:and|he|she|it|they|that|but|was|were|is|has|have|had|by|to|as|who|when|with|for|on|about)$/,
          "",
        ),
      )
        ? { kind: "fixed", value: "PAST_REF" }
        : null,
    matches: ["In [the past = PAST_REF], it refused."],
    rejects: ["walked past the gate"],
  },
  {
    id: "previously",
    type: "DATE",
    pattern: "previously | formerly",
    read: (_caught, place) => {
      const opens = place.lexemes[place.first]!.capital;
      return opens && wordAfter(place) !== "" && place.lexemes[place.first]!.word === "previously"
        ? { kind: "fixed", value: "PAST_REF" }
        : null;
    },
    matches: ["[Previously = PAST_REF] they resisted."],
  },
  {
    id: "once",
    type: "DATE",
    // "a once powerful firm"
    pattern: "once",
    read: (_caught, place) =>
      /^(?:a|the|his|its|their)$/.test(wordBefore(place)) && !/^(?:and|-)$/.test(wordAfter(place))
        ? { kind: "fixed", value: "PAST_REF" }
        : null,
    matches: ["a [once = PAST_REF] powerful firm"],
    rejects: ["Once he left, it fell.", "at once"],
  },
  {
    id: "future",
    type: "DATE",
    pattern: "( the )? ( near | immediate | not - too - distant | not too distant | distant )? ( future | term )",
    read: (_caught, place) => {
      const words = place.lexemes.slice(place.first, place.end).map((lexeme) => lexeme.word);
      const qualified = words.some((word) => /^(?:near|immediate|distant)$/.test(word));
      if (words.at(-1) === "term")
        return qualified && words[0] === "the" && words.includes("near") && wordBefore(place) !== "-"
          ? { kind: "fixed", value: "FUTURE_REF" }
          : null;
      const before = wordBefore(place);
      if (!qualified && !(words[0] === "the" && /^(?:in|into|about|for|of)$/.test(before)) && before !== "in")
        return null;
      const after = wordAfter(place);
      if (
        !qualified &&
        /^[a-z]/.test(after) &&
        /^(?:of|role|course|president|market|markets|contract|contracts|price|prices|generations?)$/.test(after)
      )
        return null;
      return { kind: "fixed", value: "FUTURE_REF" };
    },
    matches: ["He may come in [the near future = FUTURE_REF].", "They worry about [the future = FUTURE_REF]."],
    rejects: ["the future of Europe", "its future role"],
  },
  {
    id: "long-run",
    type: "DATE",
    pattern: "the ( long | medium | short ) -? ( term | run )",
    read: (_caught, place) =>
      /^(?:in|over|for)$/.test(wordBefore(place)) ? { kind: "fixed", value: "FUTURE_REF" } : null,
    matches: ["It will pay in [the long run = FUTURE_REF]."],
    rejects: ["He won the long run."],
  },
  {
    id: "soon",
    type: "DATE",
    pattern: "soon | one day | some day | someday",
    read: (_caught, place) => {
      const words = place.lexemes
        .slice(place.first, place.end)
        .map((lexeme) => lexeme.word)
        .join(" ");
      const [before, after] = [wordBefore(place), wordAfter(place)];
      if (words === "one day")
        return /^(?:will|would|could|may|might|can)$/.test(before) || /^(?:will)$/.test(after)
          ? { kind: "fixed", value: "FUTURE_REF" }
          : null;
      if (
        /^(?:as|too|so|very|how)$/.test(before) ||
        /^(?:after|before|as|enough|thereafter|afterward|afterwards|to)$/.test(after)
      )
        return null;
      // "soon" alone is as often "quickly".
      if (!/^(?:will|would|could|may|might|can|to|should)$/.test(before) && !/^(?:be|will|would)$/.test(after))
        return null;
      return { kind: "fixed", value: "FUTURE_REF" };
    },
    matches: ["It will [soon = FUTURE_REF] begin."],
    rejects: ["as soon as he left", "soon after the vote"],
  },
  {
    id: "while-ago",
    type: "DATE",
    pattern:
      "( not )? ( long | so long ) ago | some time ago | a ( long | short | little )? ( while | time ) ago | the other day | in ages past | moments ago | ( a | many | two )? ( generation | generations | lifetime ) ago",
    read: (_caught, place) => (wordBefore(place) === "that" ? null : { kind: "fixed", value: "PAST_REF" }),
    matches: [
      "She left [some time ago = PAST_REF].",
      "He came [not long ago = PAST_REF].",
      "We met [the other day = PAST_REF].",
    ],
    rejects: ["It was not that long ago.", "some time in the garden", "the other days"],
  },
  {
    id: "units-to-come",
    type: "DATE",
    // "in the weeks ahead", "for years to come"
    pattern: "the? UNITS ( ( and | or ) UNITS )? ( to come | ahead )",
    read: (_caught, place) =>
      /^(?:of|in|on|the|a)$/.test(wordAfter(place)) && place.lexemes[place.end - 1]!.word === "ahead"
        ? null
        : { kind: "fixed", value: "FUTURE_REF" },
    matches: ["It will rain in [the days ahead = FUTURE_REF].", "It will pay in [years to come = FUTURE_REF]."],
  },
  {
    id: "those-units",
    type: "DATE",
    pattern: "those UNITS",
    read: (_caught, place) =>
      /^(?:in|of|during|since)$/.test(wordBefore(place)) && !/^(?:of|that|who)$/.test(wordAfter(place))
        ? { kind: "fixed", value: "PAST_REF" }
        : null,
    matches: ["In [those days = PAST_REF] it was cheap."],
    rejects: ["in those days that follow"],
  },
  {
    id: "later-date",
    type: "DATE",
    pattern: "a later ( date | time )",
    read: fixed("FUTURE_REF"),
    matches: ["They set [a later date = FUTURE_REF]."],
  },
];

// "Now, now", "now that", and the buttons of a page.
function isFiller(place: Place): boolean {
  const [before, after] = [wordBefore(place), wordAfter(place)];
  if (
    /^(?:subscribe|join|download|register|shop|buy|donate|apply|order|call|book|sign|up|read|watch|listen|play|click|here|start|try|pay|vote)$/.test(
      before,
    )
  )
    return true;
  return (
    (after === "," && place.lexemes[place.end + 1]?.word === "now") ||
    (before === "," && wordBefore(place, 2) === "now")
  );
}
