import { codeOfWord } from "./codes.ts";
import type { CueUse } from "./cues.ts";
import type { Item } from "./items.ts";
import { firstFinite, has, isColon, isComma, isFiniteVerb, isStop, phraseAfter } from "./phrases.ts";
import * as W from "./words.ts";

/** What opens a content that stands behind its cue. */
export type Opening =
  | "none"
  | "that"
  | "comma"
  | "colon"
  | "run"
  | "clause"
  | "object"
  | "to"
  | "preposition"
  | "question"
  | "far"
  | "far-run"
  | "as"
  | "adjunct";
export const OPENINGS: readonly Opening[] = [
  "none",
  "that",
  "comma",
  "colon",
  "run",
  "clause",
  "object",
  "to",
  "preposition",
  "question",
  "far",
  "far-run",
  "as",
  "adjunct",
];

export interface Start {
  readonly at: number;
  readonly opening: Opening;
}

const ADJUNCT = new Set("in on at during to from through via before after last this earlier later with of".split(" "));
const LONGEST_ADJUNCT = 16;

/** Where a content behind the cue may start, past adverbs, addressee and adjuncts, and what opens it there. */
export function openingsAfter(items: readonly Item[], from: number, cue: CueUse): Start[] {
  const near = openingAfter(items, from, cue);
  const starts = near.opening === "none" ? [] : [near];
  // "warned China against it": what may be an addressee may be content too.
  const isObject = near.at > from && items[from]?.isWord && !has(items[from], W.PREPOSITION | W.ADVERB | W.TO | W.THAT);
  if (isObject && near.opening !== "object") starts.push({ at: from, opening: "object" });
  for (let i = Math.max(near.at + 1, from + 1); i < Math.min(items.length, from + FARTHEST_OPENER); i++) {
    const item = items[i]!;
    if (isStop(item) || starts.length > MOST_STARTS) break;
    const opens = item.run || has(item, W.THAT) || OPENERS.has(item.code) || (isColon(item) && items[i + 1]);
    if (!opens) continue;
    const at = isColon(item) || (has(item, W.PREPOSITION) && item.lower !== "as") ? i + 1 : i;
    if (at < items.length) starts.push({ at, opening: item.run ? "far-run" : isColon(item) ? "colon" : "far" });
  }
  return starts;
}
const OPENERS = new Set("whether if to of as for about".split(" ").map(codeOfWord));
const FARTHEST_OPENER = 20;
const MOST_STARTS = 3;

function openingAfter(items: readonly Item[], from: number, cue: CueUse): Start {
  let at = from;
  while (has(items[at], W.ADVERB) && !has(items[at], W.DETERMINER | W.SUBORDINATOR | W.QUESTION)) at++;
  if (cue.verb.frames.includes("a") || cue.verb.lemma === "say") at = afterAddressee(items, at, cue);
  const opener = openingAt(items, at, cue);
  if (!/^(?:none|object|preposition|adjunct)$/u.test(opener.opening)) return opener;
  const far = afterAdjuncts(items, at);
  return far > at ? openingAt(items, far, cue) : opener;
}

function afterAddressee(items: readonly Item[], at: number, cue: CueUse): number {
  const takesTo = !cue.verb.frames.includes("a");
  const start = takesTo && items[at]?.lower === "to" ? at + 1 : at;
  if (takesTo && start === at) return at;
  const first = items[start];
  if (has(first, W.OBJECT_PRONOUN)) return start + 1;
  if (!first?.isCapital && !has(first, W.ADDRESSEE | W.DETERMINER) && !/s$/u.test(first?.lower ?? "")) return at;
  return phraseAfter(items, start, false)?.to ?? at;
}

// "began that May"
const isThat = (items: readonly Item[], at: number) => has(items[at], W.THAT) && !has(items[at + 1], W.TIME);

const CLAUSE_WITHIN = 25;

function openingAt(items: readonly Item[], at: number, { verb, at: head }: CueUse): Start {
  const item = items[at];
  const none: Start = { at, opening: "none" };
  if (!item || isStop(item)) return none;
  if (item.run) return { at, opening: "run" };
  if (isColon(item)) return { at: at + 1, opening: "colon" };
  if (isComma(item)) return afterComma(items, at);
  if (!item.isWord || has(item, W.CONJUNCTION)) return none;
  if (isThat(items, at)) return { at, opening: "that" };
  if (has(item, W.TO))
    return opensInfinitive(items, at, verb.frames) ? { at, opening: "to" } : preposition(items, at, verb.frames);
  if (has(item, W.QUESTION)) return { at, opening: "question" };
  const hasClause = firstFinite(items, { from: at, to: Math.min(items.length, at + CLAUSE_WITHIN) }) >= 0;
  if (has(item, W.PREPOSITION)) {
    const object = preposition(items, at, at === head + 1 || verb.frames.includes("o") ? verb.frames : "");
    // "says despite the rain she will go", "reported at least six planes filled the sky"
    return object.opening === "none" && hasClause && verb.frames.includes("c") ? { at, opening: "adjunct" } : object;
  }
  return { at, opening: hasClause && verb.frames.includes("c") ? "clause" : "object" };
}

// "said, “…”", "said, however, that", "acknowledged, though, “…”"
function afterComma(items: readonly Item[], at: number): Start {
  let i = at + 1;
  while (items[i]?.isWord && i - at < LONGEST_ASIDE && !has(items[i], W.THAT)) i++;
  if (i > at + 1 && isComma(items[i])) i++;
  if (items[i]?.run) return { at: i, opening: "comma" };
  return has(items[i], W.THAT) ? { at: i, opening: "that" } : { at, opening: "none" };
}
const LONGEST_ASIDE = 10;

const opensInfinitive = (items: readonly Item[], at: number, frames: string) =>
  /[ta]/u.test(frames) &&
  items[at + 1]?.isWord === true &&
  !has(items[at + 1], W.DETERMINER) &&
  !items[at + 1]!.isCapital;

const CONTENT_PREPOSITIONS = new Set("for of about on against to as at with".split(" "));

const preposition = (items: readonly Item[], at: number, frames: string): Start =>
  frames.includes("p") && CONTENT_PREPOSITIONS.has(items[at]!.lower)
    ? { at: at + 1, opening: "preposition" }
    : { at, opening: "none" };

/** "in a statement on Monday that": the opener past adjuncts, or `at` where none comes near. */
function afterAdjuncts(items: readonly Item[], at: number): number {
  if (!ADJUNCT.has(items[at]?.lower ?? "") && !has(items[at], W.TIME)) return at;
  for (let i = at; i < Math.min(items.length, at + LONGEST_ADJUNCT); i++) {
    const item = items[i]!;
    if (item.run || isColon(item) || (i > at && has(item, W.THAT))) return i;
    if (isComma(item) && items[i + 1]?.run) return i;
    if (isStop(item) || isFiniteVerb(items, i)) break;
    if (i > at && has(item, W.SUBJECT_PRONOUN) && !has(item, W.DETERMINER | W.QUANTITY | W.OBJECT_PRONOUN)) return i;
  }
  return afterTime(items, at);
}

function afterTime(items: readonly Item[], at: number): number {
  let i = has(items[at], W.PREPOSITION) ? at + 1 : at;
  if (!has(items[i], W.TIME) && !has(items[i + 1], W.TIME)) return at;
  while (has(items[i], W.TIME | W.DETERMINER) || /^\d{1,4}$/u.test(items[i]?.text ?? "")) {
    if (has(items[i], W.DETERMINER) && !has(items[i + 1], W.TIME)) break;
    i++;
  }
  return i;
}
