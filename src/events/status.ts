import type { EventStatus } from "../document.ts";
import { ruleWithoutUnicodeMode } from "../regexp.ts";

/** Words around a trigger that tell whether the event was, will or may be. */
export interface StatusRule {
  readonly id: string;
  readonly status: EventStatus;
  readonly reason: string;
  /** Over the clause before the trigger. */
  readonly before?: RegExp;
  /** Over the clause after the trigger. */
  readonly after?: RegExp;
  /** Whether `before` reads the clause or all of the sentence; the clause where absent. */
  readonly reach?: "sentence";
  /** The trigger stands in brackets. */
  readonly matches: readonly string[];
  readonly rejects: readonly string[];
}

const rules: readonly StatusRule[] = [
  {
    id: "cancelled-before",
    status: "cancelled",
    reason: "Somebody called it off.",
    before:
      /\b(?:cancel(?:s|l?ed|l?ing)?|call(?:s|ed|ing)? off|postpon(?:e|ed|es|ing)|scrap(?:s|ped|ping)?|suspend(?:s|ed)?|abandon(?:s|ed)?|shelv(?:e|ed))\b/u,
    matches: ["Ann Lee cancelled a [visit] to Chile."],
    rejects: ["Ann Lee began a [visit] to Chile."],
  },
  {
    id: "cancelled-after",
    status: "cancelled",
    reason: "It was called off.",
    after:
      /^[^,;.]{0,60}(?:,[^,;.]{0,60},)?[^,;.]{0,40}\b(?:(?:was|were|been|is|are) (?:cancel|postpon|scrap|suspend|shelv|call(?:ed)? off)\p{L}*|but (?:\p{L}+ ){0,2}(?:call(?:ed|s)? off|cancel|postpon|scrap|shelv|put off))/u,
    matches: [
      "Ann Lee’s [visit] to Chile was cancelled.",
      "Ann Lee had been due to [travel to] Chile but called off the trip.",
      "The [summit] between Chile and Peru, planned for this week, was postponed.",
    ],
    rejects: ["Ann Lee’s [visit] to Chile was long."],
  },
  {
    id: "denied",
    status: "denied",
    reason: "Somebody says that it was not or will not be.",
    before:
      /\b(?:fail(?:s|ed|ing)? to|without|den(?:y|ies|ied|ying)|ruled out|no plans? (?:for|to)|rejected|refus(?:e|es|ed)|declin(?:e|es|ed)|(?:did|does|do|has|had|have|will|would|could|is|was|are|were) (?:not|never)|(?:did|does|do|has|had|have|would|could|is|was)n['’]t|won['’]t|never|not)\s(?:(?!if\b|only\b)[\p{L}-]+\s){0,5}$/u,
    matches: [
      "The Kremlin denied a [meeting] with Ann Lee.",
      "Ann Lee did not [visit] Chile.",
      "Ann Lee and Pavel Orlov failed to sign a [deal].",
    ],
    rejects: ["Ann Lee [visited] Chile.", "I would not be surprised if Ann Lee [visited] Chile."],
  },
  {
    id: "denied-that",
    status: "denied",
    reason: "Somebody denies a report of it.",
    reach: "sentence",
    before: /\b(?:den(?:y|ies|ied|ying)|ruled out)\s(?:[\p{L}-]+\s){0,3}that\b[^;.“”]{0,100}$/u,
    matches: ["The Kremlin denied reports that Ann Lee would [meet] Pavel Orlov."],
    rejects: ["The Kremlin said that Ann Lee would [meet] Pavel Orlov."],
  },
  {
    id: "announced-would",
    status: "planned",
    reason: "What was announced that somebody would do is planned.",
    reach: "sentence",
    before: /\b(?:announc|confirm|declar)\p{L}+\b[^;.]{0,30}\bthat\b[^;.]*\bwould\b[^;.]*$/u,
    matches: ["The Kremlin announced that Ann Lee would [visit] Chile."],
    rejects: ["Experts said that Ann Lee could [visit] Chile."],
  },
  {
    id: "will-likely",
    status: "expected",
    reason: "What will likely be is expected only.",
    before: /\b(?:will|would)\s(?:most |very |more )?(?:likely|probably|possibly|perhaps)\b[^;]{0,60}$/u,
    matches: ["Ann Lee will likely [visit] Chile."],
    rejects: ["Ann Lee will [visit] Chile."],
  },
  {
    id: "set-date",
    status: "planned",
    reason: "It is set, scheduled or announced.",
    before:
      /\b(?:will|shall|(?:is|are|was|were) (?:to|due to|set to|scheduled(?: to)?|slated to|preparing to|planning to|about to|heading|travell?ing)|scheduled|planned|planning|upcoming|forthcoming|agreed to|announced (?:plans|that .{0,40}would)|due to|set to|plans? to|embark)\b(?!.{0,40}\b(?:that|after)\b.{0,60}$)[^;]{0,70}$/u,
    matches: ["Ann Lee will [visit] Chile.", "Ann Lee’s upcoming [visit] to Chile is news."],
    rejects: ["Ann Lee could [visit] Chile."],
  },
  {
    id: "may-be",
    status: "expected",
    reason: "It is said to be likely or possible.",
    before:
      /\b(?:could|may|might|would|should|likely|possibl[ey]|potential(?:ly)?|probabl[ey]|perhaps|expect(?:ed|s)?|anticipated|proposed|hop(?:es?|ed|ing)|wants?|wanted|seek(?:s|ing)?|[Ii]f|[Ww]hether|guess|consider(?:s|ing)?|rumou?red|invited|feasible|ready to|willing to)\b[^;]{0,60}$/u,
    matches: ["Ann Lee could [visit] Chile.", "Ann Lee is likely to [visit] Chile."],
    rejects: ["Ann Lee [visited] Chile."],
  },
  {
    id: "may-be-after",
    status: "expected",
    reason: "What follows says that it is likely or possible.",
    after: /^[^,;.]{0,50}\b(?:is|are|seems?|looks?) (?:likely|possible|expected|imminent|under discussion)\b/u,
    matches: ["Ann Lee’s [visit] to Chile is likely."],
    rejects: ["Ann Lee’s [visit] to Chile is long."],
  },
];

/** In order: the first rule that matches gives the status; where none does, the event was held. */
export const STATUS_RULES = rules.map(ruleWithoutUnicodeMode);

/** The status that the words around a trigger give; null where they give none. */
export const findStatus = (sentence: string, clause: string, after: string): EventStatus | null =>
  STATUS_RULES.find((rule) =>
    rule.before ? rule.before.test(rule.reach === "sentence" ? sentence : clause) : rule.after!.test(after),
  )?.status ?? null;
