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

/** Where the speaker of a cue stands. */
export type Place = "left" | "parted" | "inverted" | "shared" | "postnominal" | "agent" | "none";

/** The mention of a speaker beside its cue; `group` covers speaker and cue together. */
export interface Subject {
  readonly place: Place;
  readonly mention: Range | null;
  readonly group: Range;
}

const none = (cue: Range): Subject => ({ place: "none", mention: null, group: cue });
const found = (place: Place, mention: Range, cue: Range): Subject => ({
  place,
  mention,
  group: { from: Math.min(mention.from, cue.from), to: Math.max(mention.to, cue.to) },
});

/** Finds the speaker of a cue; `earlier` is the speaker of the cue before it in the sentence, for subjects that verbs share. */
export function findSubject(items: readonly Item[], cue: CueUse, earlier: Range | null, floor: number): Subject {
  if (cue.shape === "according") {
    const phrase = phraseAfter(items, cue.to);
    return phrase ? found("agent", phrase, cue) : none(cue);
  }
  if (cue.shape === "passive") return passiveSubject(items, cue, floor);
  if (cue.shape === "postnominal")
    return postnominalSubject(items, cue, floor) ?? sharedSubject(items, cue, earlier, floor);
  if (cue.shape !== "finite") return sharedSubject(items, cue, earlier, floor);
  const before = items[cue.edge - 1];
  if (!before || before.run || isComma(before) || isDash(before) || isStop(before)) {
    const inverted = invertedSubject(items, cue);
    if (inverted) return inverted;
  }
  if (before && (isComma(before) || isDash(before) || before.text === ")")) {
    const parted = partedSubject(items, cue, floor);
    return parted ?? sharedSubject(items, cue, earlier, floor);
  }
  const phrase = before ? phraseBefore(items, cue.edge, floor) : null;
  if (phrase) return found("left", phrase, cue);
  return sharedSubject(items, cue, earlier, floor);
}

const AFTER_INVERSION = W.SUBJECT_PRONOUN | W.OBJECT_PRONOUN;

function invertedSubject(items: readonly Item[], cue: CueUse): Subject | null {
  if (!cue.verb.frames.includes("i") || has(items[cue.to - 1], W.ING)) return null;
  const next = items[cue.to];
  if (!next?.isWord || (has(next, W.OBJECT_PRONOUN) && !has(next, W.SUBJECT_PRONOUN | W.POSSESSIVE))) return null;
  const phrase = phraseAfter(items, cue.to);
  if (!phrase) return null;
  if (has(next, AFTER_INVERSION) && isFiniteVerb(items, phrase.to)) return null;
  if (isFiniteVerb(items, phrase.to) && !items[phrase.to]!.cue) return null;
  return found("inverted", phrase, cue);
}

/** "Hyun, a researcher at the institute, said": the leftmost part between commas that can be a noun phrase. */
function partedSubject(items: readonly Item[], cue: CueUse, floor: number): Subject | null {
  const end = cue.edge - 1;
  const hard = hardBoundary(items, end, floor);
  let from = hard;
  for (let i = hard; i <= end; i++) {
    if (i < end && !isComma(items[i]) && !isDash(items[i]) && items[i]!.text !== "(") continue;
    const part = namePart(items, from, i);
    if (part && i < end) return found("parted", { from: part.from, to: end }, cue);
    from = i + 1;
  }
  return null;
}

function hardBoundary(items: readonly Item[], end: number, floor: number): number {
  for (let i = end - 1; i >= floor; i--) {
    if (isStop(items[i]) || isColon(items[i]) || (items[i]!.run && items[i]!.text.length > 24)) return i + 1;
  }
  return floor;
}

const NOT_A_NAME = W.PREPOSITION | W.SUBORDINATOR | W.ING | W.TO | W.AUXILIARY;

/** The range as a noun phrase, without the conjunction or adverb that opens it; null where it is a clause or adjunct. */
function namePart(items: readonly Item[], from: number, to: number): Range | null {
  let start = from;
  while (
    start < to &&
    has(items[start], W.CONJUNCTION | W.ADVERB | W.THAT) &&
    !has(items[start], W.QUANTITY | W.DETERMINER)
  )
    start++;
  const first = items[start];
  if (start >= to || !first?.isWord) return null;
  if (has(first, NOT_A_NAME) && !first.isCapital && !has(first, W.DETERMINER)) return null;
  if (
    has(first, W.PREPOSITION | W.TIME | W.RELATIVE | W.SUBORDINATOR) ||
    (start === 0 && has(first, W.ING | W.PARTICIPLE | W.ADVERB))
  )
    return null;
  const finite = firstFinite(items, { from: start, to });
  if (finite < 0) return { from: start, to };
  const phrase = phraseBefore(items, to, finite + 1);
  return phrase && phrase.from > finite && has(items[finite + 1], W.RELATIVE) ? phrase : null;
}

/** "officials calling for talks": the noun before the participle. */
function postnominalSubject(items: readonly Item[], cue: CueUse, floor: number): Subject | null {
  const phrase = phraseBefore(items, cue.from, floor);
  return phrase ? found("postnominal", phrase, cue) : null;
}

/** "X met Y and said", "X left, saying", "X used it to say": the subject of the clause that the cue leans on. */
function sharedSubject(items: readonly Item[], cue: CueUse, earlier: Range | null, floor: number): Subject {
  if (earlier) return { place: "shared", mention: earlier, group: cue };
  for (let i = cue.from - 1; i >= floor; i--) {
    if (!isFiniteVerb(items, i)) continue;
    let edge = i;
    while (edge > floor && has(items[edge - 1], W.AUXILIARY | W.ADVERB | W.NEGATION)) edge--;
    const before = items[edge - 1];
    const phrase = isComma(before) ? parted(items, edge, floor) : phraseBefore(items, edge, floor);
    if (phrase) return { place: "shared", mention: phrase, group: cue };
    i = edge;
  }
  return leadingSubject(items, cue, floor);
}

function parted(items: readonly Item[], edge: number, floor: number): Range | null {
  const use = { from: edge, to: edge, edge } as CueUse;
  return partedSubject(items, use, floor)?.mention ?? null;
}

/** "Speaking in Moscow, the minister said": a participle before its main clause. */
function leadingSubject(items: readonly Item[], cue: CueUse, floor: number): Subject {
  if (cue.from !== floor) return none(cue);
  const finite = items.findIndex((item, i) => i > cue.to && isComma(items[i - 1]) && item.isWord);
  if (finite < 0) return none(cue);
  const phrase = phraseAfter(items, finite, false);
  return phrase ? { place: "shared", mention: phrase, group: cue } : none(cue);
}

/** "The plan was praised by experts": the agent; "she was asked whether": nobody. */
function passiveSubject(items: readonly Item[], cue: CueUse, floor: number): Subject {
  if (items[cue.to]?.lower === "by") {
    const agent = phraseAfter(items, cue.to + 1);
    if (agent) return found("agent", agent, { from: cue.from, to: agent.to });
  }
  const phrase = phraseBefore(items, cue.edge, floor);
  const start = phrase?.from ?? cue.from;
  if (cue.verb.lemma === "quote" || cue.verb.lemma === "cite") return phrase ? found("left", phrase, cue) : none(cue);
  return { place: "none", mention: null, group: { from: start, to: cue.to } };
}
