import { classBit } from "../lexicon/classes.ts";
import { feature } from "../tagger/feature.ts";
import { Block } from "../tagger/gathering.ts";
import { type Layout, type Run, wordAt } from "./layout.ts";
import { CASE, has, type Word } from "./word.ts";

// What is counted of each form over the whole document, in the order of its counters.
const COUNTERS = [
  "lower",
  "capital",
  "mid-sentence",
  "capitals",
  "after-title",
  "beside-saying",
  "after-place-word",
  "after-the",
  "after-given-name",
  "first",
  "last",
  "inner",
  "with-organization-head",
  "with-place-head",
  "possessive",
  "before-comma-place",
  "before-comma-person",
  "single",
  "in-parentheses",
  "after-of",
  "before-noun",
  "after-role",
  "after-by",
  "beside-and-name",
] as const;
type Counter = (typeof COUNTERS)[number];
const WIDTH = COUNTERS.length;
const COLUMN = Object.fromEntries(COUNTERS.map((name, i) => [name, i])) as Record<Counter, number>;

/** What a document says of the forms (folded words) in it. */
export interface Statistics {
  /** Features of a form; of one that stands alone in its run, and of one in a longer run. */
  readonly alone: (word: Word) => Block;
  readonly joined: (word: Word) => Block;
  /** Features of the head of a run, for every word of the run. */
  readonly ofHead: (word: Word) => Block;
}

const PLACE_WORD =
  /^(?:in|at|from|to|near|across|throughout|around|outside|inside|into|toward|towards|visit|visited|visiting)$/u;
const PERSON_WORD = /^(?:who|whose|aged|\d\d)$/u;
const NATION = classBit("country") | classBit("city") | classBit("region") | classBit("place");
const BODY = classBit("organization-head") | classBit("company-suffix");

interface Form {
  readonly counts: Uint16Array;
  /** Coarse class of the last word of longer runs that hold the form, and how often. */
  readonly heads: Map<number, number>;
  /** Coarse class of the head of the run whose initials it is. */
  acronymOf: number;
  features: { alone?: Block; joined?: Block; head?: Block };
}

export function countForms(layout: Layout): Statistics {
  const forms = new Map<number, Form>();
  const formOf = (word: Word): Form => {
    let form = forms.get(word.hash);
    if (form) return form;
    form = { counts: new Uint16Array(WIDTH), heads: new Map(), acronymOf: 0, features: {} };
    forms.set(word.hash, form);
    return form;
  };
  for (const [i, word] of layout.words.entries()) {
    if (word.isCapital || word.case === CASE.mixed) countCapital(layout, i, formOf(word));
    else if (word.case === CASE.lower && (layout.candidates[i] || word.folded.length > 2)) bump(formOf(word), "lower");
  }
  countAcronyms(layout, forms);
  return {
    alone: (word) => (formOf(word).features.alone ??= new Block(describe(formOf(word), word, 3000))),
    joined: (word) => (formOf(word).features.joined ??= new Block(describe(formOf(word), word, 3200))),
    ofHead: (word) => (formOf(word).features.head ??= new Block(describeHead(formOf(word), 3400))),
  };
}

const bump = (form: Form, counter: Counter) => {
  form.counts[COLUMN[counter]]!++;
};

function countCapital(layout: Layout, i: number, form: Form): void {
  const sentence = layout.sentences[layout.sentenceOf[i]!]!;
  const word = layout.words[i]!;
  bump(form, "capital");
  if (word.case === CASE.capitals) bump(form, "capitals");
  if (i > sentence.start && !layout.shouted[layout.sentenceOf[i]!]) bump(form, "mid-sentence");
  countBefore(wordAt(layout, sentence, i - 1), wordAt(layout, sentence, i - 2), form);
  countAfter(wordAt(layout, sentence, i + 1), wordAt(layout, sentence, i + 2), form);
  const run = layout.runs[layout.runOf[i]!];
  if (run) countInRun(layout, run, i, form);
}

function countBefore(before: Word, before2: Word, form: Form): void {
  if (has(before, "title") && before.isCapital) bump(form, "after-title");
  if (has(before, "role") && !before.isCapital) bump(form, "after-role");
  if (has(before, "saying-verb")) bump(form, "beside-saying");
  if (PLACE_WORD.test(before.folded)) bump(form, "after-place-word");
  if (before.folded === "the") bump(form, "after-the");
  if (before.folded === "of") bump(form, "after-of");
  if (before.folded === "by") bump(form, "after-by");
  if (before.folded === "(") bump(form, "in-parentheses");
  if (has(before, "given-name") && before.isCapital) bump(form, "after-given-name");
  if ((before.folded === "and" || before.folded === ",") && before2.isCapital) bump(form, "beside-and-name");
}

function countAfter(after: Word, after2: Word, form: Form): void {
  if (has(after, "saying-verb")) bump(form, "beside-saying");
  if (after.folded === "'s" || after.folded === "'") bump(form, "possessive");
  if (
    after.case === CASE.lower &&
    (after.parts !== 0 || has(after, "common")) &&
    !has(after, "function-word") &&
    !has(after, "saying-verb")
  )
    bump(form, "before-noun");
  if (after.folded !== ",") return;
  if (after2.classes & NATION && after2.isCapital) bump(form, "before-comma-place");
  if (PERSON_WORD.test(after2.folded)) bump(form, "before-comma-person");
}

function countInRun({ words }: Layout, run: Run, i: number, form: Form): void {
  if (run.end - run.start === 1) {
    bump(form, "single");
    return;
  }
  bump(form, i === run.start ? "first" : i === run.end - 1 ? "last" : "inner");
  let [body, place] = [false, false];
  for (let at = run.start; at < run.end; at++) {
    body ||= (words[at]!.classes & BODY) !== 0;
    place ||= has(words[at]!, "place-head");
  }
  if (body) bump(form, "with-organization-head");
  if (place) bump(form, "with-place-head");
  const head = words[run.end - 1]!.coarse;
  if (i !== run.end - 1) form.heads.set(head, (form.heads.get(head) ?? 0) + 1);
}

/** "KCNA" where the text has "Korean Central News Agency": initials of the capitals of a run, with or without small words. */
function countAcronyms({ words, runs }: Layout, forms: Map<number, Form>): void {
  const acronyms = new Map<string, number>();
  for (const run of runs) {
    if (run.end - run.start < 2 || run.end - run.start > 10) continue;
    let [capitals, all] = ["", ""];
    for (let i = run.start; i < run.end; i++) {
      const letter = words[i]!.folded[0]!;
      if (words[i]!.isCapital) capitals += letter;
      if (words[i]!.case !== CASE.mark) all += letter;
    }
    for (const letters of [capitals, all])
      if (letters.length > 1) acronyms.set(letters, words[run.end - 1]!.coarse + 1);
  }
  if (acronyms.size === 0) return;
  for (const word of words) {
    if (word.case !== CASE.capitals || word.folded.length < 2) continue;
    const form = forms.get(word.hash);
    if (form && !form.acronymOf) form.acronymOf = acronyms.get(word.folded.replace(/\./gu, "")) ?? 0;
  }
}

const step = (count: number) => (count < 2 ? count : count < 4 ? 2 : count < 8 ? 3 : 4);

// Counts that mean something else for each kind of word: "Party" where the text has "party" too.
const CROSSED: readonly Counter[] = ["lower", "mid-sentence", "after-the", "single"];

function describe({ counts, heads, acronymOf }: Form, word: Word, base: number): number[] {
  const steps = Array.from(counts, step);
  const at = (name: Counter) => steps[COLUMN[name]]!;
  const features = steps.map((value, i) => feature(base + i, value));
  const head = commonest(heads);
  const pairs: readonly (readonly number[])[] = [
    [at("lower"), at("mid-sentence")],
    [at("possessive"), at("after-the")],
    [at("after-title"), at("after-place-word")],
    [at("after-title"), at("after-the")],
    [at("beside-saying"), at("after-place-word")],
    [at("beside-saying"), at("after-the")],
    [at("last"), at("after-given-name")],
    [at("first"), at("after-given-name")],
    [at("after-place-word"), at("beside-saying")],
    [at("before-noun"), at("after-the")],
    [at("before-noun"), at("after-place-word")],
    [at("last"), at("after-title")],
    [at("capitals"), at("capital")],
    [head, at("last")],
    [head, at("after-title")],
    [acronymOf, at("in-parentheses")],
  ];
  for (const [i, [a, b]] of pairs.entries()) features.push(feature(base + 50 + i, a!, b!));
  features.push(feature(base + 80, at("single") * 25 + at("first") * 5 + at("last"), at("after-given-name")));
  for (const [i, name] of CROSSED.entries()) {
    features.push(feature(base + 90 + i, word.coarse, at(name)));
    if (word.identity !== word.coarse) features.push(feature(base + 100 + i, word.identity, at(name)));
  }
  features.push(feature(base + 81, head), feature(base + 82, acronymOf));
  return features;
}

function describeHead({ counts }: Form, base: number): number[] {
  const features: number[] = [];
  for (const [i, count] of counts.entries()) features.push(feature(base + i, step(count)));
  return features;
}

function commonest(heads: ReadonlyMap<number, number>): number {
  let [best, top] = [0, 0];
  for (const [head, count] of heads) if (count > top) [best, top] = [head + 1, count];
  return best;
}
