import { type DateRule, lexemeAfter, modOf, numberOf, timeOf, wordAfter, wordBefore } from "../rule.ts";

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
      const linked = caught.next || /^(?:previous|preceding)$/.test(caught.last?.word ?? "");
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
    id: "time-of-part",
    type: "TIME",
    pattern: "( $clock | hour:DAY ) ( ( this:this | last:last ) part:PART | part:tonight )",
    read: (caught, place) => {
      if (caught.hour && wordBefore(place) !== "at") return null;
      const isNight = caught.part!.word === "tonight";
      const time = timeOf(isNight ? { ...caught, part: undefined, night: caught.part } : caught);
      return { kind: "shift", grain: "day", by: caught.last ? -1 : 0, from: "creation", time };
    },
    matches: [
      "It began at [7pm last night = 2024-06-11T19:00].",
      "It began at [8 o'clock this morning = 2024-06-12T08:00].",
      "It begins at [8 tonight = 2024-06-12T20:00].",
    ],
    rejects: ["He needs 8 tonight."],
  },
  {
    id: "part-of-day",
    type: "TIME",
    // "in the early hours of this morning", "the night before"
    pattern: "the part:PART ( of ( day:DEICTIC | this PART | last:last PART ) | before:before | after:after )",
    read: (caught, place) => {
      const told = caught.before ?? caught.after;
      if (told && !/^(?:[.,;:)!?]|when|and|but|)$/.test(wordAfter(place))) return null;
      const by =
        caught.before || caught.last ? -1 : caught.after ? 1 : caught.day ? numberOf(caught.day, "DEICTIC") : 0;
      return { kind: "shift", grain: "day", by, from: told ? "mention" : "creation", time: timeOf(caught) };
    },
    matches: [
      "He died in [the early hours of today = 2024-06-12TMO].",
      "He died on [May 7 = 2024-05-07], and had sung [the night before = 2024-05-06TNI].",
    ],
    rejects: ["the night before the vote"],
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
