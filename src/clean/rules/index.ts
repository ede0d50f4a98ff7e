import { boilerplateRules } from "./boilerplate.ts";
import { creditRules } from "./credits.ts";
import { noticeRules } from "./notices.ts";
import { relatedRules } from "./related.ts";
import type { LineRule } from "./rule.ts";
import { bylineRules, dateinfoRules } from "./stamps.ts";

/** Every line rule, in order: the first that takes a line decides. Chrome first: "Posted by admin" is no byline. */
export const lineRules: readonly LineRule[] = [
  ...boilerplateRules,
  ...noticeRules,
  ...dateinfoRules,
  ...bylineRules,
  ...relatedRules,
  ...creditRules,
];

// No rule takes a longer line: prose is not looked at sixty times.
const LONGEST = 1600;

/** The rule that tells a line's role by the line alone. */
export const findLineRule = (text: string): LineRule | undefined =>
  text.length > LONGEST ? undefined : lineRules.find(({ test }) => test(text));
