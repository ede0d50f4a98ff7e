import { classBit } from "../lexicon/classes.ts";
import { type Layout, RUN_KIND, type Run, wordAt } from "./layout.ts";
import { CASE, has, type Word } from "./word.ts";

/** What is counted of each form over the whole document: the column of each counter. */
export const COUNT = {
  lower: 0,
  capital: 1,
  midSentence: 2,
  capitals: 3,
  afterTitle: 4,
  besideSaying: 5,
  afterPlaceWord: 6,
  afterThe: 7,
  afterGivenName: 8,
  first: 9,
  last: 10,
  inner: 11,
  withOrganizationHead: 12,
  withPlaceHead: 13,
  possessive: 14,
  beforeCommaPlace: 15,
  beforeCommaPerson: 16,
  single: 17,
  inParentheses: 18,
  afterOf: 19,
  beforeNoun: 20,
  afterRole: 21,
  afterBy: 22,
  besideAndName: 23,
} as const;
/** How many counters there are. */
export const WIDTH = Object.keys(COUNT).length;

/** The lowest count of each step. */
export const STEPS = [0, 1, 2, 4, 8];
/** The step of a count. */
export const step = (count: number) => (count < 2 ? count : count < 4 ? 2 : count < 8 ? 3 : 4);

/** What is counted, by number of the form. */
export class Counts {
  /** Row-major, one row a form. Forms without any capital differ in one count only, and share the last rows. */
  readonly table: Uint32Array;
  /** Coarse class of the last word of longer runs that hold the form, and how often. */
  readonly heads: (Map<number, number> | undefined)[];
  /** Coarse class of the head of the run whose initials it is, plus 1. */
  readonly acronymOf: Uint16Array;

  constructor(forms: number) {
    this.table = new Uint32Array((forms + STEPS.length) * WIDTH);
    for (const [i, count] of STEPS.entries()) this.table[(forms + i) * WIDTH + COUNT.lower] = count;
    this.heads = new Array(forms);
    this.acronymOf = new Uint16Array(forms);
  }

  bump(form: number, counter: number): void {
    this.table[form * WIDTH + counter]!++;
  }

  /** Bumps the counters whose bits are set. */
  bumpAll(form: number, counters: number): void {
    for (let bits = counters; bits !== 0; bits &= bits - 1) this.table[form * WIDTH + 31 - Math.clz32(bits & -bits)]!++;
  }

  of(form: number, counter: number): number {
    return this.table[form * WIDTH + counter]!;
  }
}

/** Counts the forms of a document. */
export function countForms(layout: Layout): Counts {
  const { words, candidates, formOf } = layout;
  const counts = new Counts(layout.forms);
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    if (word.isCapital || word.case === CASE.mixed) countCapital(counts, layout, i);
    else if (word.case === CASE.lower && (candidates[i] || word.folded.length > 2))
      counts.bump(formOf[i]!, COUNT.lower);
  }
  countAcronyms(counts, layout);
  return counts;
}

function countCapital(counts: Counts, layout: Layout, i: number): void {
  const number = layout.sentenceOf[i]!;
  const sentence = layout.sentences[number]!;
  const form = layout.formOf[i]!;
  counts.bump(form, COUNT.capital);
  if (layout.words[i]!.case === CASE.capitals) counts.bump(form, COUNT.capitals);
  if (i > sentence.start && !layout.shouted[number]) counts.bump(form, COUNT.midSentence);
  countBeside(counts, layout, sentence, i);
  if (layout.runOf[i]! >= 0) countInRun(counts, layout, layout.runOf[i]!, i);
}

function countBeside(counts: Counts, layout: Layout, sentence: Run, i: number): void {
  const form = layout.formOf[i]!;
  const before = wordAt(layout, sentence, i - 1);
  const after = wordAt(layout, sentence, i + 1);
  if (before.countedAfter < 0) before.countedAfter = countedAfter(before);
  counts.bumpAll(form, before.countedAfter);
  if ((before.folded === "and" || before.folded === ",") && wordAt(layout, sentence, i - 2).isCapital)
    counts.bump(form, COUNT.besideAndName);
  if (after.countedBefore < 0) after.countedBefore = countedBefore(after);
  counts.bumpAll(form, after.countedBefore);
  if (after.folded !== ",") return;
  const after2 = wordAt(layout, sentence, i + 2);
  if (after2.classes & NATION && after2.isCapital) counts.bump(form, COUNT.beforeCommaPlace);
  if (PERSON_WORD.test(after2.folded)) counts.bump(form, COUNT.beforeCommaPerson);
}

const TITLE = classBit("title");
const ROLE = classBit("role");
const SAYING_VERB = classBit("saying-verb");
const GIVEN_NAME = classBit("given-name");
const NATION = classBit("country") | classBit("city") | classBit("region") | classBit("place");
const PLACE_WORDS: ReadonlySet<string> = new Set(
  "in at from to near across throughout around outside inside into toward towards visit visited visiting".split(" "),
);
const PERSON_WORD = /^(?:who|whose|aged|\d\d)$/u;
const COUNTED_AFTER: Readonly<Record<string, number>> = {
  the: COUNT.afterThe,
  of: COUNT.afterOf,
  by: COUNT.afterBy,
  "(": COUNT.inParentheses,
};

/** The counters, as bits, that a word bumps for the capital after it. */
function countedAfter(word: Word): number {
  const { folded, isCapital } = word;
  let counters = Object.hasOwn(COUNTED_AFTER, folded) ? 1 << COUNTED_AFTER[folded]! : 0;
  if (has(word, TITLE) && isCapital) counters |= 1 << COUNT.afterTitle;
  if (has(word, ROLE) && !isCapital) counters |= 1 << COUNT.afterRole;
  if (has(word, SAYING_VERB)) counters |= 1 << COUNT.besideSaying;
  if (PLACE_WORDS.has(folded)) counters |= 1 << COUNT.afterPlaceWord;
  if (has(word, GIVEN_NAME) && isCapital) counters |= 1 << COUNT.afterGivenName;
  return counters;
}

const COMMON = classBit("common");
const NO_NOUN = classBit("function-word") | SAYING_VERB;

/** The counters, as bits, that a word bumps for the capital before it. */
function countedBefore(word: Word): number {
  const { folded } = word;
  let counters = 0;
  if (has(word, SAYING_VERB)) counters |= 1 << COUNT.besideSaying;
  if (folded === "'s" || folded === "'") counters |= 1 << COUNT.possessive;
  if (word.case === CASE.lower && (word.parts !== 0 || has(word, COMMON)) && !has(word, NO_NOUN))
    counters |= 1 << COUNT.beforeNoun;
  return counters;
}

function countInRun(counts: Counts, { words, formOf, runs, runKinds }: Layout, number: number, i: number): void {
  const form = formOf[i]!;
  const run = runs[number]!;
  if (run.end - run.start === 1) {
    counts.bump(form, COUNT.single);
    return;
  }
  counts.bump(form, i === run.start ? COUNT.first : i === run.end - 1 ? COUNT.last : COUNT.inner);
  if (runKinds[number]! & RUN_KIND.body) counts.bump(form, COUNT.withOrganizationHead);
  if (runKinds[number]! & RUN_KIND.placeHead) counts.bump(form, COUNT.withPlaceHead);
  if (i === run.end - 1) return;
  const head = words[run.end - 1]!.coarse;
  counts.heads[form] ??= new Map();
  counts.heads[form].set(head, (counts.heads[form].get(head) ?? 0) + 1);
}

/** "KCNA" where the text has "Korean Central News Agency": initials of the capitals of a run, with or without small words. */
function countAcronyms({ acronymOf }: Counts, { words, runs, formOf }: Layout): void {
  const acronyms = new Map<string, number>();
  for (const run of runs) {
    if (run.end - run.start < 2 || run.end - run.start > 10) continue;
    let [capitals, all] = ["", ""];
    for (let i = run.start; i < run.end; i++) {
      const letter = words[i]!.folded[0]!;
      if (words[i]!.isCapital) capitals += letter;
      if (words[i]!.case !== CASE.mark) all += letter;
    }
    if (capitals.length > 1) acronyms.set(capitals, words[run.end - 1]!.coarse + 1);
    if (all.length > 1) acronyms.set(all, words[run.end - 1]!.coarse + 1);
  }
  if (acronyms.size === 0) return;
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    if (word.case !== CASE.capitals || word.folded.length < 2 || acronymOf[formOf[i]!]) continue;
    acronymOf[formOf[i]!] = acronyms.get(word.folded.replace(/\./gu, "")) ?? 0;
  }
}
