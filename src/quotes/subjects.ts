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
  phraseBefore,
  type Range,
} from "./phrases.ts";
import * as W from "./words.ts";

/** Where the speaker of a cue stands, seen from the cue. */
export type Position =
  | "left"
  | "parted"
  | "inverted"
  | "inverted-apposed"
  | "earlier"
  | "main"
  | "nearest"
  | "postnominal"
  | "object"
  | "following"
  | "agent"
  | "none";
export const POSITIONS: readonly Position[] = [
  "left",
  "parted",
  "inverted",
  "inverted-apposed",
  "earlier",
  "main",
  "nearest",
  "postnominal",
  "object",
  "following",
  "agent",
  "none",
];

/** A mention that may be the speaker of a cue; `group` covers speaker and cue together. */
export interface Subject {
  readonly position: Position;
  readonly mention: Range | null;
  readonly group: Range;
}

const beside = (position: Position, mention: Range, cue: Range): Subject => ({
  position,
  mention,
  group: { from: Math.min(mention.from, cue.from), to: Math.max(mention.to, cue.to) },
});
const apart = (position: Position, mention: Range, cue: Range): Subject => ({ position, mention, group: cue });
const unnamed = (cue: Range): Subject => ({ position: "none", mention: null, group: cue });

/**
 * Finds the mentions that may be the speaker of a cue, each once, the likeliest first.
 * `earlier` is the likeliest speaker of the cue before it in the sentence.
 */
export function findSubjects(items: readonly Item[], cue: CueUse, earlier: Range | null): Subject[] {
  const found: Subject[] = [];
  for (const subject of subjectsOf(items, cue, earlier)) {
    const { mention } = subject;
    if (!found.some((other) => other.mention?.from === mention?.from && other.mention?.to === mention?.to))
      found.push(subject);
  }
  return found;
}

function* subjectsOf(items: readonly Item[], cue: CueUse, earlier: Range | null): Generator<Subject> {
  if (cue.owner) yield beside("inverted", cue.owner, cue);
  else if (cue.shape === "according") {
    const subjects = [...invertedSubjects(items, cue)];
    yield* subjects;
    const isDescribed = subjects.length === 1 && subjects[0]!.position === "inverted-apposed";
    const comma = items.findIndex((item, i) => i > cue.to && (isComma(item) || isStop(item) || item.run !== null));
    if (comma > cue.to && !isDescribed) yield beside("inverted-apposed", { from: cue.to, to: comma }, cue);
  } else if (cue.shape === "passive") yield* passiveSubjects(items, cue);
  else if (cue.shape === "finite") {
    yield* finiteSubjects(items, cue);
    yield* sharedSubjects(items, cue, earlier);
  } else {
    if (cue.shape === "postnominal") yield* phraseSubjects("postnominal", items, cue, cue.from);
    // "Cruz seemed to mock": the verb before "to" is part of the group, its subject is the cue's.
    if (cue.shape === "infinitive" && !has(items[cue.from - 1], W.TO)) yield* finiteSubjects(items, cue);
    else if (cue.shape === "infinitive") yield* phraseSubjects("object", items, cue, cue.from - 1);
    yield* sharedSubjects(items, cue, earlier);
  }
}

function* finiteSubjects(items: readonly Item[], cue: CueUse): Generator<Subject> {
  const before = items[cue.edge - 1];
  const isParted = before !== undefined && (isComma(before) || isDash(before) || before.text === ")");
  if (before && !isParted && !before.run && !isStop(before) && !has(before, W.CONJUNCTION))
    yield* phraseSubjects("left", items, cue, cue.edge);
  if (isParted) {
    const mention = partedMention(items, cue.edge - 1);
    if (mention) yield beside("parted", mention, cue);
  }
  if (!before || isParted || before.run || isStop(before) || isColon(before)) yield* invertedSubjects(items, cue);
}

function* phraseSubjects(position: Position, items: readonly Item[], cue: CueUse, end: number): Generator<Subject> {
  const phrase = phraseBefore(items, end, 0);
  if (phrase) yield beside(position, phrase, cue);
}

/** "said Smith, a researcher at the institute": without and with what follows the comma. */
function* invertedSubjects(items: readonly Item[], cue: CueUse): Generator<Subject> {
  if (cue.shape !== "according" && (!cue.verb.frames.includes("i") || has(items[cue.to - 1], W.ING))) return;
  const next = items[cue.to];
  if (!next?.isWord || (has(next, W.OBJECT_PRONOUN) && !has(next, W.SUBJECT_PRONOUN | W.POSSESSIVE))) return;
  const long = phraseAfter(items, cue.to, true);
  const short = phraseAfter(items, cue.to, false);
  if (!short || !long) return;
  if (long.to > short.to) yield beside("inverted-apposed", long, cue);
  // "According to Lee, a professor at the university, nothing will change": the description is no content.
  if (cue.shape !== "according" || long.to === short.to || !isComma(items[long.to]))
    yield beside("inverted", short, cue);
}

/** "Min, a researcher at the institute, said": the leftmost part between commas that can be a noun phrase. */
function partedMention(items: readonly Item[], end: number): Range | null {
  let from = hardBoundary(items, end);
  for (let i = from; i < end; i++) {
    if (!isComma(items[i]) && !isDash(items[i]) && items[i]!.text !== "(") continue;
    const part = namePart(items, from, i);
    if (part) return { from: part.from, to: end };
    from = i + 1;
  }
  return null;
}

function hardBoundary(items: readonly Item[], end: number): number {
  for (let i = end - 1; i >= 0; i--) {
    const item = items[i]!;
    if ((isStop(item) && item.text !== ".") || isColon(item)) return i + 1;
    if (item.run && isQuoted(items, i)) return i + 1;
  }
  return 0;
}

// A run that ends in a comma is a quotation; one without is part of a description.
const isQuoted = (items: readonly Item[], at: number) => /[,.?!]\W*$/u.test(items[at]!.text);

const NOT_A_NAME = W.PREPOSITION | W.SUBORDINATOR | W.ING | W.TO | W.AUXILIARY;

// "Retired Gen. Ann Lee, a clerk, said": participles that are titles.
const STANDING = /^(?:retired|elected|disgraced|exiled|jailed|imprisoned|convicted|noted|renowned|embattled|veteran)$/u;

/** The range as a noun phrase, without what opens it; null where it is a clause or adjunct. */
function namePart(items: readonly Item[], from: number, to: number): Range | null {
  let start = from;
  while (start < to && has(items[start], W.CONJUNCTION | W.ADVERB | W.THAT | W.SUBORDINATOR)) {
    if (has(items[start], W.QUANTITY | W.DETERMINER)) break;
    start++;
  }
  const first = items[start];
  if (start >= to || !first?.isWord) return null;
  if (has(first, NOT_A_NAME) && !first.isCapital && !has(first, W.DETERMINER)) return null;
  if (has(first, W.PREPOSITION | W.TIME | W.RELATIVE)) return null;
  if (start === 0 && has(first, W.ING | W.PARTICIPLE | W.ADVERB) && !STANDING.test(first.lower)) return null;
  const finite = firstFinite(items, { from: start, to });
  return finite < 0 ? { from: start, to } : null;
}

/** "X met Y and said", "X left, saying", "X used it to say": subjects of the clauses that the cue leans on. */
function* sharedSubjects(items: readonly Item[], cue: CueUse, earlier: Range | null): Generator<Subject> {
  if (earlier) yield apart("earlier", earlier, cue);
  const main = clauseSubject(items, 0, cue.from, 1);
  if (main) yield apart("main", main, cue);
  const nearest = clauseSubject(items, cue.from - 1, -1, -1);
  if (nearest) yield apart("nearest", nearest, cue);
  const following = followingSubject(items, cue);
  if (following) yield apart("following", following, cue);
}

/** The subject of the first finite verb that has one, from `from` towards `to`. */
export function clauseSubject(items: readonly Item[], from: number, to: number, step: 1 | -1): Range | null {
  for (let i = from; i !== to && i >= 0; i += step) {
    if (!isFiniteVerb(items, i)) continue;
    let edge = i;
    while (edge > 0 && has(items[edge - 1], W.AUXILIARY | W.ADVERB | W.NEGATION)) edge--;
    const before = items[edge - 1];
    if (has(before, W.RELATIVE | W.CONJUNCTION)) continue;
    const phrase = isComma(before) ? partedMention(items, edge - 1) : phraseBefore(items, edge, 0);
    if (phrase) return phrase;
    if (step < 0) i = edge;
  }
  return null;
}

/** "Speaking in Moscow, the minister said", "After calling it a lie, she left": the subject behind the first comma. */
function followingSubject(items: readonly Item[], cue: CueUse): Range | null {
  if (cue.shape !== "gerund" || items.slice(0, cue.from).some(isComma)) return null;
  for (let i = cue.to; i < items.length; i++) {
    if (!isComma(items[i - 1]) || !items[i]!.isWord) continue;
    const phrase = phraseAfter(items, i, false);
    if (phrase && isFiniteVerb(items, phrase.to)) return phrase;
  }
  return null;
}

/** "was praised by experts": the agent; "was asked whether": nobody. */
function* passiveSubjects(items: readonly Item[], cue: CueUse): Generator<Subject> {
  if (items[cue.to]?.lower === "by") {
    const agent = phraseAfter(items, cue.to + 1, false);
    if (agent) yield beside("agent", agent, { from: cue.from, to: agent.to });
  }
  const phrase = phraseBefore(items, cue.edge, 0);
  yield unnamed({ from: phrase?.from ?? cue.from, to: cue.to });
}
