import { CLASSES, classBit, PARTS, partBit, type WordClass, type WordPart } from "../lexicon/classes.ts";
import { fold, lookUp } from "../lexicon/lexicon.ts";
import { detached } from "../remembering.ts";
import { hashText } from "../tagger/feature.ts";
import type { Block } from "../tagger/gathering.ts";

/** How a word is written. */
export const CASE = { lower: 0, capital: 1, capitals: 2, mixed: 3, initial: 4, number: 5, mark: 6, edge: 7 } as const;

/** Bits of `Word.written`. */
export const WRITTEN = { beginsWithLetters: 1, beginsWithCapital: 2, hasLower: 4, hasApostrophe: 8 } as const;

/** Everything about a word that does not depend on where it stands. */
export interface Word {
  readonly text: string;
  readonly folded: string;
  readonly hash: number;
  readonly case: number;
  readonly isCapital: boolean;
  /** Whether it may stand between two capitals of one name: "of", "bin", "-". */
  readonly isJoiner: boolean;
  /** Bits of the lexicon, see lexicon/classes.ts. */
  readonly classes: number;
  readonly parts: number;
  /** Number of its coarse class, which stands in for the word: first that fits of an ordered list, and its case. */
  readonly coarse: number;
  /** Its own number if it is in a public list, else its coarse class. No other word has a number. */
  readonly identity: number;
  /** Letters as X, x, 0; runs collapsed in the second. */
  readonly shape: number;
  readonly collapsed: number;
  /** Of 1, 2 and 3 letters. */
  readonly prefixes: readonly number[];
  readonly suffixes: readonly number[];
  /** Its last three letters, or its coarse class where it has fewer. */
  readonly ending: number;
  /** What its letters are: see WRITTEN. */
  readonly written: number;
  /** Features that hang on the word alone, kept by features.ts. */
  block: Block | null;
  /** Counters that it bumps for a capital beside it, kept by counts.ts; -1 where nobody has asked. */
  countedAfter: number;
  countedBefore: number;
  /** The rules of events whose head it is, as bits, kept by events.ts; -1 where nobody has asked. */
  eventHeads: number;
}

/** Whether a word is of one of these classes, given as bits. */
export const has = (word: Word, classes: number): boolean => (word.classes & classes) !== 0;

// The coarse class is the first of these that fits.
const ORDER: readonly (WordClass | WordPart)[] = [
  "month",
  "weekday",
  "function-word",
  "title",
  "connector",
  "demonym",
  "country",
  "group",
  "company-suffix",
  "organization-head",
  "place-head",
  "event-head",
  "work-head",
  "region-word",
  "media",
  "given-name",
  "city",
  "region",
  "place",
  "organization",
  "family-name",
  "saying-verb",
  "role",
  "town",
  "team",
  "number",
  "actor",
  "plural",
  "noun",
  "gerund",
  "past",
  "verb",
  "adjective",
  "adverb",
  "common",
  "proper",
];
const isClass = (name: string): name is WordClass => (CLASSES as readonly string[]).includes(name);
const ORDER_BITS = ORDER.map((name) => ({
  classes: isClass(name) ? classBit(name) : 0,
  parts: (PARTS as readonly string[]).includes(name) ? partBit(name as WordPart) : 0,
}));

const CASES = 8;
/** Coarse classes of words that no list has come after those of the lists. */
const UNLISTED = ORDER.length;

const JOINER =
  /^(?:of|for|de|la|du|des|del|della|di|da|dos|das|do|el|al|bin|ibn|bint|ben|ould|van|von|der|den|ter|e|y|et|und|&|-|'|’|–)$/u;

function caseOf(text: string): number {
  if (/^\p{Lu}\.?$/u.test(text)) return CASE.initial;
  if (/^\p{Lu}/u.test(text)) {
    if (/^[\p{Lu}\p{M}\p{N}.&'’-]+$/u.test(text)) return CASE.capitals;
    return /^.[^\p{Lu}]*$/u.test(text) ? CASE.capital : CASE.mixed;
  }
  if (/^\p{N}/u.test(text)) return CASE.number;
  if (/^\p{L}/u.test(text)) return /\p{Lu}/u.test(text) ? CASE.mixed : CASE.lower;
  return CASE.mark;
}

function coarseOf(classes: number, parts: number, letters: number, text: string): number {
  const place = ORDER_BITS.findIndex((bits) => (classes & bits.classes) !== 0 || (parts & bits.parts) !== 0);
  if (letters === CASE.mark) return (UNLISTED + 1) * CASES + (numberOf(text) & 31);
  return (place < 0 ? UNLISTED : place) * CASES + letters;
}

function writtenOf(text: string): number {
  return (
    (/^\p{L}{2}/u.test(text) ? WRITTEN.beginsWithLetters : 0) |
    (/^\p{Lu}/u.test(text) ? WRITTEN.beginsWithCapital : 0) |
    (/\p{Ll}/u.test(text) ? WRITTEN.hasLower : 0) |
    (/['’]/u.test(text) ? WRITTEN.hasApostrophe : 0)
  );
}

const LONGEST_SHAPE = 24;

/** "X" for a capital, "x" for another letter, "0" for a digit, the rest as it is; `collapsed` without repetition of these. */
function shapesOf(text: string): { shape: string; collapsed: string } {
  let [shape, collapsed, last] = ["", "", ""];
  for (const letter of text.slice(0, LONGEST_SHAPE)) {
    const kind = shapeOf(letter);
    shape += kind;
    if (kind !== last || !"Xx0".includes(kind)) collapsed += kind;
    last = kind;
  }
  return { shape, collapsed };
}

function shapeOf(letter: string): string {
  if (letter >= "a" && letter <= "z") return "x";
  if (/^\p{Lu}$/u.test(letter)) return "X";
  if (/^\p{N}$/u.test(letter)) return "0";
  return /^[\p{L}\p{M}]$/u.test(letter) ? "x" : letter;
}

/** The hash as a signed number, which an engine keeps in place; larger ones are objects of their own. */
const numberOf = (text: string) => hashText(text) | 0;

function makeWord(text: string): Word {
  const folded = fold(text);
  const entry = lookUp(folded);
  const letters = caseOf(text);
  const coarse = coarseOf(entry.classes, entry.parts, letters, text);
  const hash = numberOf(folded);
  const { shape, collapsed } = shapesOf(text);
  const isPublic = (entry.classes & classBit("public")) !== 0 || letters === CASE.mark;
  const affixes = letters < CASE.number ? [1, 2, 3].filter((size) => size < folded.length + 1) : [];
  const suffixes = affixes.map((size) => numberOf(folded.slice(-size)));
  return {
    text,
    folded,
    hash,
    case: letters,
    isCapital: letters >= CASE.capital && letters <= CASE.initial,
    isJoiner: JOINER.test(text),
    classes: entry.classes,
    parts: entry.parts,
    coarse,
    identity: isPublic ? hash : coarse,
    shape: numberOf(shape.length > 9 ? collapsed : shape),
    collapsed: numberOf(collapsed),
    prefixes: affixes.map((size) => numberOf(folded.slice(0, size))),
    suffixes,
    ending: suffixes[2] ?? coarse,
    written: writtenOf(text),
    block: null,
    countedAfter: -1,
    countedBefore: -1,
    eventHeads: -1,
  };
}

/** What stands before the first and after the last word of a sentence. */
export const EDGE: Word = {
  ...makeWord(""),
  case: CASE.edge,
  coarse: (UNLISTED + 6) * CASES,
  ending: (UNLISTED + 6) * CASES,
  identity: -1,
};

// Words met lately, two at each place that letters give: a corpus repeats its words. Only speed hangs on it, and memory: a
// word takes a kilobyte.
const PLACES = 1 << 13;
const lately: Word[] = new Array<Word>(PLACES).fill(EDGE);
const before: Word[] = new Array<Word>(PLACES).fill(EDGE);

export function wordOf(text: string): Word {
  const place = hashText(text) & (PLACES - 1);
  const last = lately[place]!;
  if (last.text === text) return last;
  const found = before[place]!.text === text ? before[place]! : makeWord(detached(text));
  before[place] = last;
  lately[place] = found;
  return found;
}
