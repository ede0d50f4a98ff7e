import type { CueUse } from "./cues.ts";
import type { Item } from "./items.ts";
import {
  firstFinite,
  has,
  isColon,
  isComma,
  isDash,
  isFiniteVerb,
  isStop,
  phraseAfter,
  type Range,
} from "./phrases.ts";
import type { Subject } from "./subjects.ts";
import * as W from "./words.ts";

/** Where the content stands: before speaker and cue, around them, or behind. */
export type Side = "left" | "medial" | "right";

/** The pieces of a content in one sentence. */
export interface Content {
  readonly side: Side;
  readonly parts: readonly Range[];
  /** What stands between the cue and a content behind it. */
  readonly opening: Opening;
}

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
  | "question";

const isWordy = (items: readonly Item[], { from, to }: Range) => {
  for (let i = from; i < to; i++) if (items[i]!.isWord || items[i]!.run) return true;
  return false;
};

/** Trims marks that belong to no side of a range: commas, dashes, the final stop. */
export function trimMarks(items: readonly Item[], { from, to }: Range): Range {
  let start = from;
  let end = to;
  const isMark = (item: Item) => !item.isWord && !item.run && !/^[$£€#@(%)\]’'&]$/u.test(item.text);
  while (start < end && isMark(items[start]!)) start++;
  while (end > start && isMark(items[end - 1]!)) end--;
  return { from: start, to: end };
}

/** Finds the content of a cue whose speaker is known; null where the cue has none. */
export function findContent(
  items: readonly Item[],
  cue: CueUse,
  subject: Subject,
  floor: number,
  ceiling: number,
): Content | null {
  const { from, to } = subject.group;
  const before = trimMarks(items, { from: floor, to: from });
  if (cue.shape === "according") return accordingContent(items, before, to, ceiling);
  const after = contentStart(items, Math.max(to, cue.to), cue, ceiling);
  if (standsBefore(items, cue, subject, before, after)) {
    const medial = medialPart(items, to, ceiling, before);
    return { side: medial ? "medial" : "left", parts: medial ? [before, medial] : [before], opening: "none" };
  }
  if (after.opening === "none") return null;
  const part = trimMarks(items, { from: after.at, to: ceiling });
  return isWordy(items, part) ? { side: "right", parts: [part], opening: after.opening } : null;
}

/** "A, according to X." or "According to X, A." */
function accordingContent(items: readonly Item[], before: Range, to: number, ceiling: number): Content | null {
  if (isWordy(items, before)) {
    const medial = isComma(items[to]) ? medialPart(items, to, ceiling, before) : null;
    return { side: medial ? "medial" : "left", parts: medial ? [before, medial] : [before], opening: "none" };
  }
  const part = trimMarks(items, { from: to, to: ceiling });
  return isWordy(items, part) ? { side: "right", parts: [part], opening: "comma" } : null;
}

const CUE_OF_LEFT = /[cqp]/u;

function standsBefore(items: readonly Item[], cue: CueUse, subject: Subject, before: Range, after: Start): boolean {
  if (subject.place === "shared" || cue.shape === "infinitive" || !CUE_OF_LEFT.test(cue.verb.frames)) return false;
  if (!isWordy(items, before)) return false;
  const last = items[before.to - 1]!;
  const glue = items[subject.group.from - 1]!;
  if (last.run) return endsLikeQuotation(last, glue) && !(after.opening === "that");
  if (after.opening !== "none" && after.opening !== "comma") return false;
  if (!isComma(glue) && !isDash(glue)) return false;
  if (has(items[before.from], W.PREPOSITION | W.SUBORDINATOR | W.ING) && firstFinite(items, before) < 0)
    return after.opening === "none";
  return true;
}

const endsLikeQuotation = (run: Item, glue: Item) =>
  isComma(glue) || isDash(glue) || /[,?!.…—–-]\W*$/u.test(run.text) || glue.run !== null;

/** "A, X said, B": what follows the cue up to the end of the sentence, where it goes on with the content. */
function medialPart(items: readonly Item[], at: number, ceiling: number, before: Range): Range | null {
  let i = at;
  while (i < ceiling && !isComma(items[i]) && !items[i]!.run && !isDash(items[i]) && !isColon(items[i])) i++;
  if (i >= ceiling) return null;
  const next = items[i]!.run ? items[i]! : items[i + 1];
  if (next?.run) return trimMarks(items, { from: items[i]!.run ? i : i + 1, to: ceiling });
  const endsInRun = items[before.to - 1]!.run !== null;
  if (i !== at || endsInRun || !isComma(items[i]) || !next?.isWord) return null;
  if (has(next, W.ING | W.RELATIVE | W.CONJUNCTION | W.SUBORDINATOR)) return null;
  return trimMarks(items, { from: i + 1, to: ceiling });
}

interface Start {
  readonly at: number;
  readonly opening: Opening;
}

const ADJUNCT = new Set("in on at during to from through via before after last this earlier later with of".split(" "));
const LONGEST_ADJUNCT = 16;

/** Where a content behind the cue would start, past adverbs, addressee and adjuncts, and what opens it. */
export function contentStart(items: readonly Item[], from: number, cue: CueUse, ceiling: number): Start {
  let at = from;
  while (at < ceiling && has(items[at], W.ADVERB) && !has(items[at], W.DETERMINER | W.SUBORDINATOR | W.QUESTION)) at++;
  if (cue.verb.frames.includes("a") || cue.verb.lemma === "say") at = afterAddressee(items, at, cue, ceiling);
  const opener = openingAt(items, at, cue, ceiling);
  if (opener.opening !== "none" && opener.opening !== "object" && opener.opening !== "preposition") return opener;
  const far = afterAdjuncts(items, at, ceiling);
  if (far > at) return openingAt(items, far, cue, ceiling);
  return opener;
}

function afterAddressee(items: readonly Item[], at: number, cue: CueUse, ceiling: number): number {
  const takesTo = !cue.verb.frames.includes("a");
  const start = takesTo && items[at]?.lower === "to" ? at + 1 : at;
  if (takesTo && start === at) return at;
  const first = items[start];
  if (has(first, W.OBJECT_PRONOUN)) return start + 1;
  if (!first?.isCapital && !has(first, W.ADDRESSEE | W.DETERMINER) && !/s$/u.test(first?.lower ?? "")) return at;
  const phrase = phraseAfter(items, start, false);
  return phrase && phrase.to <= ceiling ? phrase.to : at;
}

function openingAt(items: readonly Item[], at: number, { verb, at: head }: CueUse, ceiling: number): Start {
  const item = items[at];
  if (!item || at >= ceiling || isStop(item)) return { at, opening: "none" };
  if (item.run) return { at, opening: "run" };
  if (isColon(item)) return { at: at + 1, opening: "colon" };
  if (isComma(item)) return items[at + 1]?.run ? { at: at + 1, opening: "comma" } : { at: at + 1, opening: "none" };
  if (!item.isWord) return { at, opening: "none" };
  if (has(item, W.THAT)) return { at, opening: "that" };
  if (has(item, W.TO))
    return /[ta]/u.test(verb.frames) && has(items[at + 1], W.BARE_VERB | W.BE | W.HAVE | W.DO)
      ? { at, opening: "to" }
      : preposition(items, at, verb.frames);
  if (has(item, W.QUESTION)) return { at, opening: "question" };
  if (has(item, W.PREPOSITION))
    return at === head + 1 || verb.frames.includes("o") ? preposition(items, at, verb.frames) : { at, opening: "none" };
  if (has(item, W.CONJUNCTION)) return { at, opening: "none" };
  if (verb.frames.includes("c") && firstFinite(items, { from: at, to: Math.min(ceiling, at + 25) }) >= 0)
    return { at, opening: "clause" };
  return verb.frames.includes("o") ? { at, opening: "object" } : { at, opening: "none" };
}

const CONTENT_PREPOSITIONS = new Set("for of about on against to as at with".split(" "));

const preposition = (items: readonly Item[], at: number, frames: string): Start =>
  frames.includes("p") && CONTENT_PREPOSITIONS.has(items[at]!.lower)
    ? { at: at + 1, opening: "preposition" }
    : { at, opening: "none" };

/** "in a statement on Monday that": the opener past adjuncts, or `at` where none comes near. */
function afterAdjuncts(items: readonly Item[], at: number, ceiling: number): number {
  if (!ADJUNCT.has(items[at]?.lower ?? "") && !has(items[at], W.TIME)) return at;
  for (let i = at; i < Math.min(ceiling, at + LONGEST_ADJUNCT); i++) {
    const item = items[i]!;
    if (item.run || isColon(item) || (i > at && has(item, W.THAT))) return i;
    if (isComma(item) && items[i + 1]?.run) return i;
    if (isStop(item) || isFiniteVerb(items, i)) break;
    if (i > at && has(item, W.SUBJECT_PRONOUN) && !has(item, W.DETERMINER | W.QUANTITY | W.OBJECT_PRONOUN)) return i;
  }
  const time = afterTime(items, at, ceiling);
  return time;
}

function afterTime(items: readonly Item[], at: number, ceiling: number): number {
  let i = at;
  if (has(items[i], W.PREPOSITION)) i++;
  if (!has(items[i], W.TIME) && !has(items[i + 1], W.TIME)) return at;
  while (i < ceiling && (has(items[i], W.TIME | W.DETERMINER) || /^\d{1,4}$/u.test(items[i]!.text))) {
    if (has(items[i], W.DETERMINER) && !has(items[i + 1], W.TIME)) break;
    i++;
  }
  return i;
}
