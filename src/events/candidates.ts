import type { Span } from "../document.ts";
import { allMatches } from "../regexp.ts";
import { remembering } from "../remembering.ts";
import type { Scene } from "./scene.ts";
import { TRIGGERS, type TriggerRule } from "./triggers.ts";

/** A trigger and the rule that found it. */
export interface Candidate {
  readonly rule: TriggerRule;
  readonly trigger: Span;
}

const VERB_BEFORE = /\b(?:to|will|would|could|may|might|can|should|must|not|n['’]t)\s$/u;
const LEAD = 80;

const ANY_WORD = new RegExp(TRIGGERS.map(({ word }) => word.source).join("|"), "i");
/** The rules whose triggers a word may be of, as bits in their order. */
const rulesOf = remembering((word) =>
  ANY_WORD.test(word) ? TRIGGERS.reduce((bits, rule, i) => bits | (rule.word.test(word) ? 1 << i : 0), 0) : 0,
);

/** The triggers of a sentence in order; where two overlap, the one of the earlier rule. */
export function findTriggers({ raw, sentence }: Scene): Candidate[] {
  let rules = 0;
  for (const { text } of sentence.tokens) rules |= rulesOf(text);
  if (rules === 0) return [];
  const text = raw.slice(sentence.start, sentence.end);
  const found: Candidate[] = [];
  for (const [i, rule] of TRIGGERS.entries()) {
    if (!(rules & (1 << i))) continue;
    for (const { index, groups } of allMatches(text, rule.pattern)) {
      const lead = text.slice(Math.max(0, index - LEAD), index);
      // "to visit" and "will tour" are no nouns.
      if (rule.form === "noun" && VERB_BEFORE.test(lead)) continue;
      if (rule.lead && groups!.made === undefined && !rule.lead.test(lead)) continue;
      const start = sentence.start + index;
      found.push({ rule, trigger: { start, end: start + groups!.trigger!.length } });
    }
  }
  return withoutOverlaps(found);
}

const rank = ({ rule }: Candidate) => TRIGGERS.indexOf(rule);

function withoutOverlaps(found: readonly Candidate[]): Candidate[] {
  const kept: Candidate[] = [];
  for (const one of [...found].sort((a, b) => a.trigger.start - b.trigger.start || rank(a) - rank(b))) {
    const last = kept.at(-1);
    if (!last || one.trigger.start >= last.trigger.end) kept.push(one);
    else if (rank(one) < rank(last)) kept[kept.length - 1] = one;
  }
  return kept;
}

const BEFORE = 600;
const AFTER = 400;
const NEIGHBOURS = 6;

/** The part of a scene around a trigger: a sentence that never ends is not read again for each trigger. */
export function focus(scene: Scene, { start, end }: Span): Scene {
  const { sentence } = scene;
  const near = { start: Math.max(sentence.start, start - BEFORE), end: Math.min(sentence.end, end + AFTER) };
  return {
    ...scene,
    sentence: { ...sentence, ...near },
    mentions: between(scene.mentions, near, ({ mention }) => mention),
    timexes: between(scene.timexes, near, (timex) => timex),
  };
}

/** The triggers beside one. */
export const beside = (candidates: readonly Candidate[], at: number): Span[] =>
  candidates
    .slice(Math.max(0, at - NEIGHBOURS), at + NEIGHBOURS + 1)
    .filter((one) => one !== candidates[at])
    .map(({ trigger }) => trigger);

function between<T>(sorted: readonly T[], { start, end }: Span, spanOf: (one: T) => Span): T[] {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spanOf(sorted[middle]!).start < start) low = middle + 1;
    else high = middle;
  }
  const found: T[] = [];
  for (let i = low; i < sorted.length && spanOf(sorted[i]!).end <= end; i++) found.push(sorted[i]!);
  return found;
}
