import { accordingTo, type CueForm, nounVerbs } from "../lexicon/cues.ts";
import { codeOfWord } from "./codes.ts";
import type { Item } from "./items.ts";
import { has, isComma, phraseAfter, type Range } from "./phrases.ts";
import * as W from "./words.ts";

/** How a reporting verb stands in its clause. */
export type Shape = "finite" | "infinitive" | "gerund" | "postnominal" | "passive" | "according";

/** A reporting verb in use: the auxiliaries, the verb and its particle. */
export interface CueUse extends Range {
  /** Index of the verb itself. */
  readonly at: number;
  readonly verb: CueForm;
  readonly shape: Shape;
  /** Where the subject's right edge may be: left of adverbs, auxiliaries and "on Monday". */
  readonly edge: number;
  /** Roe in "in Roe's words". */
  readonly owner?: Range;
  /** Who passes the words on in "Orlov was quoted as saying by TASS"; in "TASS quoted Orlov as saying" the subject does. */
  readonly mediated?: { readonly speaker: Range | null; readonly via: Range | null };
}

const NOUNISH_BEFORE = W.DETERMINER | W.PREPOSITION | W.POSSESSIVE;
const PARTICLES = new Set("out up off down on back in".split(" "));

// No sentence reports more often; text without full stops would.
const MOST_CUES = 12;

/** The reporting verbs of a sentence whose neighbours let them be verbs, left to right. */
export function findCues(items: readonly Item[], isTitle: boolean): CueUse[] {
  const uses: CueUse[] = [];
  for (let at = 0; at < items.length && uses.length < MOST_CUES; at++) {
    const { code, cue: verb } = items[at]!;
    if (code === ACCORDING_CODE || code === IN_CODE) {
      const according = accordingAt(items, at);
      if (according > at) uses.push({ from: at, to: according, at, verb: accordingTo, shape: "according", edge: at });
      const owned = code === IN_CODE ? ownedWords(items, at) : null;
      if (owned) uses.push(owned);
    }
    if (!verb || (items[at]!.isCapital && !isTitle && !mayStart(items, at))) continue;
    // "as Roe put it"; "put" alone reports nothing.
    if (verb.lemma === "put" && items[at + 1]?.lower !== "it") continue;
    const shape = shapeOf(items, at, verb);
    if (!shape) continue;
    const from = groupStart(items, at);
    const edge = skipAdjuncts(items, from);
    const saying = sayingAfter(items, at);
    if (saying > 0) {
      uses.push({ ...mediatedUse(items, at, saying, shape), from, edge });
      at = saying;
    } else uses.push({ from, to: groupEnd(items, at), at, verb, shape, edge });
  }
  return uses;
}

const IN_CODE = codeOfWord("in");
const ACCORDING_CODE = codeOfWord("according");
const ACCORDING = [["according", "to"], ..."words view opinion".split(" ").map((noun) => ["in", "the", noun, "of"])];

/** Where "according to" or "in the words of" ends that begins at an item; there itself where none does. */
function accordingAt(items: readonly Item[], at: number): number {
  const found = ACCORDING.find((words) => words.every((word, i) => items[at + i]?.lower === word));
  return at + (found?.length ?? 0);
}

const OWNED = new Set("words view opinion telling".split(" "));
const LONGEST_OWNER = 8;

/** "In Roe's words", "in her view": whose words they are stands inside. */
function ownedWords(items: readonly Item[], from: number): CueUse | null {
  for (let at = from + 2; at < Math.min(items.length, from + LONGEST_OWNER); at++) {
    if (!items[at]!.isWord) return null;
    if (!OWNED.has(items[at]!.lower)) continue;
    const isPronoun = at === from + 2 && /^(?:his|her|their)$/u.test(items[from + 1]!.lower);
    if (!isPronoun && !/^['’]s?$/u.test(items[at - 1]!.lower)) return null;
    const owner = { from: from + 1, to: isPronoun ? at : at - 1 };
    return { from, to: at + 1, at, verb: accordingTo, shape: "according", edge: from, owner };
  }
  return null;
}

// "Said Smith: …", "Speaking on Monday, Smith …"; “…” Asked about it, …
const mayStart = (items: readonly Item[], at: number) => at === 0 || items[at - 1]!.run !== null;

function shapeOf(items: readonly Item[], at: number, { forms, lemma }: CueForm): Shape | null {
  let i = at - 1;
  while (i >= 0 && has(items[i], W.ADVERB | W.NEGATION) && !has(items[i], W.DETERMINER)) i--;
  const before = items[i];
  if (forms.has("ing")) return gerundShape(items, at, before);
  if (before && isNounSlot(items, i, forms)) return null;
  // "was told", "when asked", "Asked whether"
  if (forms.has("participle") && (has(before, W.BE) || !before || /^(?:when|if|once|while)$/u.test(before.lower)))
    return "passive";
  if (forms.has("past") || (forms.has("participle") && has(before, W.HAVE)))
    return items[at + 1]?.lower === "by" ? null : "finite";
  // "There were reports that"
  if (forms.has("third")) return has(before, W.AUXILIARY) ? null : "finite";
  if (!forms.has("base")) return null;
  if (has(before, W.TO)) return "infinitive";
  if (has(before, W.MODAL | W.DO)) return "finite";
  return isPluralSubject(before) || (!nounVerbs.has(lemma) && before?.isWord && before.mask === 0) ? "finite" : null;
}

function gerundShape(items: readonly Item[], at: number, before: Item | undefined): Shape | null {
  if (!before?.isWord || has(before, W.CONJUNCTION | W.SUBORDINATOR)) return "gerund";
  if (has(before, W.BE)) return "finite";
  if (has(before, W.PREPOSITION) && before.lower !== "of") return "gerund";
  if (has(before, NOUNISH_BEFORE) || before.lower === "'s" || before.lower === "’s") return null;
  return has(items[at - 1], W.FINITE | W.BARE_VERB) ? "gerund" : "postnominal";
}

function isNounSlot(items: readonly Item[], i: number, forms: CueForm["forms"]): boolean {
  const before = items[i]!;
  if (before.lower === "'s" || before.lower === "’s") return !forms.has("participle");
  if (has(before, W.SUBJECT_PRONOUN | W.RELATIVE | W.AUXILIARY | W.TIME)) return false;
  if (has(before, W.QUANTITY)) return !forms.has("past") && !forms.has("base");
  return has(before, NOUNISH_BEFORE) && !PARTICLES.has(before.lower);
}

const PLURAL_PRONOUN = new Set("i you we they who that which many some others".split(" "));

function isPluralSubject(before: Item | undefined): boolean {
  if (!before) return false;
  if (PLURAL_PRONOUN.has(before.lower) || has(before, W.CONJUNCTION)) return true;
  if (has(before, W.PREPOSITION | W.DETERMINER | W.AUXILIARY)) return false;
  return (
    before.lower.endsWith("s") ||
    isComma(before) ||
    before.lower === "people" ||
    before.lower === "media" ||
    before.lower === "police"
  );
}

const MEDIATES = new Set(["quote", "cite"]);
const FARTHEST_SAYING = 16;

/** "quoted Orlov as saying", "was cited as telling": where the second verb stands, or -1. */
function sayingAfter(items: readonly Item[], at: number): number {
  if (!MEDIATES.has(items[at]!.cue!.lemma)) return -1;
  for (let i = at + 1; i < Math.min(items.length - 1, at + FARTHEST_SAYING); i++) {
    if (items[i]!.run || items[i]!.isFinite) return -1;
    if (items[i]!.lower === "as" && items[i + 1]!.cue?.forms.has("ing")) return i + 1;
  }
  return -1;
}

/** "Orlov was quoted by TASS as saying", "TASS quoted Orlov as saying": the second verb tells what may follow. */
function mediatedUse(items: readonly Item[], at: number, saying: number, shape: Shape): Omit<CueUse, "from" | "edge"> {
  const verb = items[saying]!.cue!;
  const between = saying - 1 > at + 1 ? { from: at + 1, to: saying - 1 } : null;
  if (shape !== "passive") return { to: saying + 1, at, verb, shape, mediated: { speaker: between, via: null } };
  const late = items[saying + 1]?.lower === "by" ? phraseAfter(items, saying + 2, false) : null;
  const early = between && items[between.from]!.lower === "by" ? { ...between, from: between.from + 1 } : null;
  return { to: late?.to ?? saying + 1, at, verb, shape: "finite", mediated: { speaker: null, via: early ?? late } };
}

const GROUP = W.AUXILIARY | W.ADVERB | W.NEGATION;
// "went on to say", "is expected to announce", "continued to argue"
const CATENATIVE = new Set(
  "went goes go continued continues expected set due going used able reported likely wants began begins started appeared appears seemed seems happened proceeded came willing quick ready scheduled free keen happy careful".split(
    " ",
  ),
);

function groupStart(items: readonly Item[], at: number): number {
  let from = at;
  while (from > 0) {
    const before = items[from - 1]!;
    if (has(before, GROUP) && !has(before, W.DETERMINER | W.SUBJECT_PRONOUN)) from--;
    else if (has(before, W.TO) && catenative(items, from - 1) >= 0) from = catenative(items, from - 1);
    else break;
  }
  return from;
}

function catenative(items: readonly Item[], to: number): number {
  let i = to - 1;
  if (items[i]?.lower === "on") i--;
  return CATENATIVE.has(items[i]?.lower ?? "") ? i : -1;
}

function groupEnd(items: readonly Item[], at: number): number {
  const next = items[at + 1];
  if (items[at]!.cue!.lemma === "put") return at + 2;
  return next?.isWord && (next.lower === "out" || (PARTICLES.has(next.lower) && items[at]!.cue!.lemma === "go"))
    ? at + 2
    : at + 1;
}

/** Left over "on Monday", "last week", "in March" that stand between a subject and its verb. */
function skipAdjuncts(items: readonly Item[], from: number): number {
  let i = from;
  while (
    i > 0 &&
    ((has(items[i - 1], W.TIME) && !has(items[i - 1], W.MODAL)) || /^\d{1,4}$/u.test(items[i - 1]!.text)) &&
    !has(items[i - 1], W.SUBJECT_PRONOUN)
  )
    i--;
  if (i === from || !items.slice(i, from).some((item) => has(item, W.TIME))) return from;
  if (has(items[i - 1], W.DETERMINER) && !has(items[i - 1], W.SUBJECT_PRONOUN)) i--;
  if (has(items[i - 1], W.PREPOSITION)) i--;
  while (i > 0 && has(items[i - 1], GROUP) && !has(items[i - 1], W.DETERMINER | W.SUBJECT_PRONOUN)) i--;
  return i > 0 ? i : from;
}
