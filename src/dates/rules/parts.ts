import { type DateRule, lexemeAfter, modOf, timeOf, wordAfter, wordBefore } from "../rule.ts";

/** Parts of a day without a date: "last night", "this morning", "by mid afternoon", "overnight". */
export const partRules: readonly DateRule[] = [
  {
    id: "which-part",
    type: "TIME",
    pattern:
      "( $edge | very )? ( this:THIS | last:last | that:THAT | next:NEXT | the ( last:LAST | next:NEXT ) | that:same ) part:PART",
    read: (caught) => {
      if (caught.this && caught.this.word !== "this") return null;
      const time = timeOf(caught);
      if (caught.that) return { kind: "shift", grain: "day", by: 0, from: "mention", time, mod: modOf(caught) };
      const linked = /^(?:following|previous|preceding)$/.test((caught.last ?? caught.next)?.word ?? "");
      return {
        kind: "shift",
        grain: "day",
        by: caught.last ? -1 : caught.next ? 1 : 0,
        from: linked ? "mention" : "creation",
        time,
        mod: modOf(caught),
      };
    },
    matches: [
      "He left [last night = 2024-06-11TNI].",
      "She came [this morning = 2024-06-12TMO].",
      "[Early this morning = 2024-06-12TMO] it rained.",
    ],
  },
  {
    id: "the-part",
    type: "TIME",
    pattern: "the part:PART | edge:mid -? part:PART | ( edge:EDGE )? part:PART | overnight:overnight",
    read: (caught, place) => {
      if (caught.overnight) return { kind: "shift", grain: "day", by: -1, from: "mention", time: { part: "NI" } };
      const the = place.lexemes[place.first]!.word === "the";
      const in_ = /^(?:in|by|during|on|until|since)$/.test(wordBefore(place));
      if (caught.edge ? !in_ && !the : !(the && in_)) return null;
      if (
        lexemeAfter(place)?.senses.PART ||
        /^(?:of|before|after|when|he|she|that|news|post|star|standard|sky|life)$/.test(wordAfter(place)) ||
        caught.part!.senses.PARTS
      )
        return null;
      return { kind: "shift", grain: "day", by: 0, from: "mention", time: timeOf(caught), mod: modOf(caught) };
    },
    matches: ["By [mid afternoon = 2024-06-12TAF] it ended."],
    rejects: ["It was a dark night."],
  },
];
