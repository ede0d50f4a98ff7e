import type { CueUse } from "./cues.ts";
import type { Item } from "./items.ts";
import { type Opening, openingsAfter, type Start } from "./openings.ts";
import { has, isColon, isComma, isDash, isFiniteVerb, isStop, type Range } from "./phrases.ts";
import type { Subject } from "./subjects.ts";
import * as W from "./words.ts";

/** Where the content stands: before speaker and cue, around them, or behind. */
export type Side = "left" | "medial" | "right";
export const SIDES: readonly Side[] = ["left", "medial", "right"];

/** A place for the content of a cue in its sentence, with every bound that it may have. */
export interface Place {
  readonly side: Side;
  readonly opening: Opening;
  /** Left of the cue: up to here, starting at one of `bounds`. */
  readonly until: number;
  /** Right of the cue: from here, ending before one of `bounds`; for a medial content with `start` before the cue. */
  readonly from: number;
  /** Item indexes: starts for a left content, ends for the others. */
  readonly bounds: readonly number[];
}

const INNER_MARKS = new Set("$£€#@(%)]’'&");

/** Trims marks that belong to no side of a range: commas, dashes, the final stop. */
export function trimMarks(items: readonly Item[], { from, to }: Range): Range {
  let start = from;
  let end = to;
  const isMark = (item: Item) => !item.isWord && !item.run && !INNER_MARKS.has(item.text);
  while (start < end && isMark(items[start]!)) start++;
  while (end > start && isMark(items[end - 1]!)) end--;
  return { from: start, to: end };
}

/** Finds the places where the content of a cue may stand. */
export function findPlaces(items: readonly Item[], cue: CueUse, subject: Subject): Place[] {
  const { to } = subject.group;
  // "A, as X noted": the conjunction belongs to the cue's clause.
  const from = items[subject.group.from - 1]?.lower === "as" ? subject.group.from - 1 : subject.group.from;
  const places: Place[] = [];
  const before = trimMarks(items, { from: 0, to: from });
  const isGlued = before.to > before.from && (cue.shape === "according" || gluesLeft(items, from));
  if (isGlued && cue.shape !== "infinitive" && /[cqp]/u.test(cue.verb.frames)) {
    places.push({ side: "left", opening: "none", until: before.to, from: 0, bounds: startsOf(items, before) });
    const after = medialStart(items, to, items[before.to - 1]!.run !== null);
    if (after >= 0)
      places.push({ side: "medial", opening: "none", until: before.to, from: after, bounds: endsOf(items, after) });
  }
  for (const { at, opening } of behind(items, cue, from, to))
    places.push({ side: "right", opening, until: 0, from: at, bounds: endsOf(items, at) });
  return places;
}

function behind(items: readonly Item[], cue: CueUse, from: number, to: number): Start[] {
  const after = Math.max(to, cue.to);
  // "According to X, …", "As X noted, …"
  const leads = cue.shape === "according" || (has(items[from], W.SUBORDINATOR) && isComma(items[after]));
  if (!leads) return openingsAfter(items, after, cue);
  return isComma(items[after]) ? [{ at: after + 1, opening: cue.shape === "according" ? "comma" : "as" }] : [];
}

/** The pieces of the content at a place with one of its bounds. */
export function partsOf(items: readonly Item[], place: Place, bound: number): Range[] {
  if (place.side === "left") return [{ from: bound, to: place.until }];
  const behind = trimMarks(items, { from: place.from, to: bound });
  const parts = place.side === "medial" ? [trimMarks(items, { from: 0, to: place.until }), behind] : [behind];
  return parts.filter((part) => part.to > part.from);
}

// "…, Smith said", “…” Smith said, "… — Smith said"
function gluesLeft(items: readonly Item[], from: number): boolean {
  const glue = items[from - 1]!;
  return glue.run !== null || isComma(glue) || isDash(glue) || (isStop(glue) && items[from - 2]?.run != null);
}

/** "A, X said, B": where B starts, or -1 where the sentence doesn't go on with the content. */
function medialStart(items: readonly Item[], at: number, endsInRun: boolean): number {
  let i = at;
  while (i < items.length && !isComma(items[i]) && !items[i]!.run && !isDash(items[i]) && !isColon(items[i])) i++;
  if (i >= items.length) return -1;
  if (items[i]!.run) return i;
  const next = items[i + 1];
  if (next?.run) return i + 1;
  return next?.isWord && (i === at || endsInRun) ? i + 1 : -1;
}

const MOST_BOUNDS = 40;

function startsOf(items: readonly Item[], { from, to }: Range): number[] {
  const starts = [from];
  for (let i = from + 1; i < to && starts.length < MOST_BOUNDS; i++) {
    const before = items[i - 1]!;
    if (
      isComma(before) ||
      isDash(before) ||
      isStop(before) ||
      isColon(before) ||
      has(before, W.CONJUNCTION | W.THAT) ||
      items[i]!.run
    )
      if (items[i]!.isWord || items[i]!.run) starts.push(i);
  }
  return starts;
}

const OPENS_PHRASE =
  W.CONJUNCTION |
  W.SUBORDINATOR |
  W.RELATIVE |
  W.PREPOSITION |
  W.ING |
  W.TO |
  W.AUXILIARY |
  W.SUBJECT_PRONOUN |
  W.TIME |
  W.ADVERB;

// "$5", "R&D", "D-minus"
const isInner = ({ text, start }: Item, before: Item) =>
  JOINING_MARKS.has(text) || (text === "-" && before.end === start);
const JOINING_MARKS = new Set("$£€#@%'’&/");

function endsOf(items: readonly Item[], from: number): number[] {
  const ends: number[] = [];
  for (let i = from + 1; i < items.length && ends.length < MOST_BOUNDS; i++) {
    const item = items[i]!;
    const before = items[i - 1]!;
    const isBound = item.isWord
      ? has(item, OPENS_PHRASE) || before.run || isFiniteVerb(items, i)
      : !item.run && !isInner(item, before);
    // After a mark the bound was the mark itself.
    if (isBound && (before.isWord || before.run)) ends.push(i);
  }
  return from < items.length ? [...ends, items.length] : ends;
}
