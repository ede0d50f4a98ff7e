import { classBit, type WordClass } from "../lexicon/classes.ts";
import { fold, lookUp } from "../lexicon/lexicon.ts";

const isOf = (...classes: readonly WordClass[]) => {
  const bits = classes.reduce((sum, each) => sum | classBit(each), 0);
  return (name: string): boolean => (lookUp(fold(name)).classes & bits) !== 0;
};

/** Whether the lexicon knows a word as a given name, a family name or an ordinary word, or a name as that of a place, a team or a firm. */
export const isGivenName = isOf("given-name");
export const isFamilyName = isOf("family-name");
export const isCommonWord = isOf("common", "function-word");
export const isOtherName = isOf("place", "country", "city", "region", "organization", "team", "media");
