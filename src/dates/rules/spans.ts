import type { Grain } from "../period.ts";
import { type DateRule, lexemeAfter, lexemeBefore, modOf, unitOf, wordAfter, wordBefore } from "../rule.ts";
import { isAge } from "./rates.ts";

// "decades-long" is so many years.
const yearsFor = (grain: Grain): Grain => (grain === "decade" || grain === "century" ? "year" : grain);

// "his last days before", "office hours after"
const NOT_A_LENGTH = /^(?:these|those|of|old|early|office|his|her|their|last|final|school|business|trading|working)$/;
// "following months of talks"
const LASTING = /^(?:following|despite|capping|ended|ending|end|with|by|and|require|requires|required|took|spent)$/;

/** Lengths of time without a number: "for weeks", "half an hour", "decades-long", "all day". */
export const spanRules: readonly DateRule[] = [
  {
    id: "quarter-century",
    type: "DURATION",
    pattern: "( approx:APPROX )? a? quarter ( - | of a )? century",
    read: (caught) => ({ kind: "duration", amount: 25, unit: "year", mod: modOf(caught) }),
    matches: ["after [nearly a quarter century = P25Y]"],
  },
  {
    id: "half-unit",
    type: "DURATION",
    pattern:
      "( approx:APPROX )? ( half:half ( a | an | - ) unit:UNIT | one:a? half:half -? unit:UNIT | n:NUMBER and half:half ( UNITS ) )",
    read: (caught) => (caught.n ? null : { kind: "duration", amount: 0.5, unit: unitOf(caught), mod: modOf(caught) }),
    matches: ["It took [half an hour = PT30M].", "[half a century = P50Y]"],
  },
  {
    id: "one-word-unit",
    type: "DURATION",
    pattern: "( approx:APPROX )? ( one:single -? unit:UNIT | all unit:day | the ( entire | whole | full ) unit:UNIT )",
    read: (caught, place) =>
      isAge(place) || unitOf(caught) === "second" ? null : { kind: "duration", amount: 1, unit: unitOf(caught) },
    matches: ["the worst [single-day = P1D] fall"],
  },
  {
    id: "units-long",
    type: "DURATION",
    pattern: "( unit:UNITS | unit:UNIT ) - long | unit:UNITS - old",
    read: (caught) =>
      unitOf(caught) === "second"
        ? null
        : { kind: "duration", amount: caught.unit!.senses.UNITS ? null : 1, unit: yearsFor(unitOf(caught)) },
    matches: ["its [decades-long = PXY] dispute", "the [year-long = P1Y] stay", "a [years-old = PXY] slump"],
  },
  {
    id: "run-together",
    type: "DURATION",
    pattern: "( unit:daylong | unit:weeklong | unit:monthlong | unit:yearlong | unit:hourlong )",
    read: (caught) => ({ kind: "duration", amount: 1, unit: caught.unit!.word.replace("long", "") as Grain }),
    matches: ["a [weeklong = P1W] stay"],
  },
  {
    id: "units",
    type: "DURATION",
    // "for weeks", "hours before"; not "office hours", "three days".
    pattern: "unit:UNITS ( and UNITS )?",
    read: (caught, place) => {
      const grain = unitOf(caught);
      if (grain === "second" || grain === "weekend" || grain === "quarter") return null;
      const before = lexemeBefore(place);
      const word = wordBefore(place);
      const after = wordAfter(place);
      const opens = word === "" || /^[.?!"“]$/.test(word);
      const follows = /^(?:before|after|later|earlier)$/.test(after) && !NOT_A_LENGTH.test(word);
      const lasting = after === "of" && LASTING.test(word);
      const span =
        /^(?:for|in|after|within|over|lasted|last|takes|take|took|spent|of|,|through)$/.test(word) ||
        opens ||
        follows ||
        lasting ||
        before?.senses.APPROX !== undefined;
      if (!span || (word === "of" && after !== "of") || (opens && !/^(?:of|before|after|later|ago)$/.test(after)))
        return null;
      if (word === "," && !/^(?:before|after|later)$/.test(after)) return null;
      return lexemeAfter(place)?.word === "-" ? null : { kind: "duration", amount: null, unit: grain };
    },
    matches: [
      "For [weeks = PXW] it held.",
      "China held talks, [hours = PTXH] before he came.",
      "allies for [decades = PXDE]",
      "It came [days = PXD] after the vote, following [months = PXM] of talks.",
    ],
    rejects: ["the good old days", "its opening hours"],
  },
];
