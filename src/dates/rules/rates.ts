import { lexemeBefore, type Place, wordAfter, wordBefore } from "../rule.ts";

/** Whether the unit is of an age: "31-year-old", "two years old". */
export const isAge = (place: Place) =>
  (wordAfter(place) === "-" && /^olds?$/.test(place.lexemes[place.end + 1]?.word ?? "")) ||
  /^(?:old|olds)$/.test(wordAfter(place));

/** Whether "a year" says how often or how much: "$5 a year", "twice a week", "50,000 CDs a year". */
export function isRate(place: Place): boolean {
  const before = lexemeBefore(place);
  if (!before) return false;
  if (
    before.senses.NUMBER !== undefined ||
    before.senses.TIMES !== undefined ||
    /^(?:percent|%|million|billion|times|cents|dollars|dlrs|hours|barrels|tons|people|share)$/.test(before.word)
  )
    return true;
  const two = lexemeBefore(place, 2);
  return two?.senses.NUMBER !== undefined && /s$/.test(before.word);
}

/** Whether the number before is a sum of money: "$1.76 a year". */
export const isMoney = (place: Place): boolean =>
  [2, 3].some((steps) => /^[$€£¥]$/.test(wordBefore(place, steps))) ||
  /^(?:cents|dollars|dlrs|euros|pounds|yen|won|million|billion)$/.test(wordBefore(place));
