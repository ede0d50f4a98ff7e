import { classBit } from "../lexicon/classes.ts";
import { Block, type Gathering } from "../tagger/gathering.ts";
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
  /** Adds the features of the form of word number `i`, as of one that stands alone in its run, or as of one in a longer run. */
  readonly addAlone: (to: Gathering, i: number) => void;
  readonly addJoined: (to: Gathering, i: number) => void;
  /** Features of the head of a run, for every word of the run. */
  readonly ofHead: (i: number) => Block;
}

const PLACE_WORDS: ReadonlySet<string> = new Set(
  "in at from to near across throughout around outside inside into toward towards visit visited visiting".split(" "),
);
const PERSON_WORD = /^(?:who|whose|aged|\d\d)$/u;
const NATION = classBit("country") | classBit("city") | classBit("region") | classBit("place");
const BODY = classBit("organization-head") | classBit("company-suffix");

/** What is counted, by number of the form. */
class Counts {
  /** Row-major, one row a form, one column a counter. */
  readonly table: Uint32Array;
  /** Coarse class of the last word of longer runs that hold the form, and how often. */
  readonly heads: (Map<number, number> | undefined)[];
  /** Coarse class of the head of the run whose initials it is, plus 1. */
  readonly acronymOf: Uint16Array;

  constructor(forms: number) {
    this.table = new Uint32Array(forms * WIDTH);
    this.heads = new Array(forms);
    this.acronymOf = new Uint16Array(forms);
  }

  bump(form: number, counter: Counter): void {
    this.table[form * WIDTH + COLUMN[counter]]!++;
  }

  of(form: number, counter: Counter): number {
    return this.table[form * WIDTH + COLUMN[counter]]!;
  }
}

export function countForms(layout: Layout): Statistics {
  const { words, candidates, formOf } = layout;
  const counts = new Counts(layout.forms);
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    if (word.isCapital || word.case === CASE.mixed) countCapital(counts, layout, i);
    else if (word.case === CASE.lower && (candidates[i] || word.folded.length > 2)) counts.bump(formOf[i]!, "lower");
  }
  countAcronyms(counts, layout);
  const ofCounts = (template: number) => {
    const known: (Block | undefined)[] = new Array(layout.forms);
    // Forms without any capital differ in one count only.
    const small: (Block | undefined)[] = [];
    return (form: number): Block => {
      const alike = counts.of(form, "capital") > 0 ? known : small;
      const place = alike === known ? form : step(counts.of(form, "lower"));
      alike[place] ??= new Block(1, (to) => describe(to, counts, form, template));
      return alike[place];
    };
  };
  const adding = (template: number) => {
    const blockOf = ofCounts(template);
    // The first word of a form speaks for it.
    const known: (Block | undefined)[] = new Array(layout.forms);
    return (to: Gathering, i: number) => {
      const form = formOf[i]!;
      known[form] ??= new Block(1, (own) => describeWord(own, counts, form, words[i]!, template));
      to.addBlock(blockOf(form), 0);
      to.addBlock(known[form], 0);
    };
  };
  const heads: (Block | undefined)[] = new Array(layout.forms);
  return {
    addAlone: adding(3000),
    addJoined: adding(3200),
    ofHead: (i) => {
      const form = formOf[i]!;
      heads[form] ??= new Block(1, (to) => describeHead(to, counts, form, 3400));
      return heads[form];
    },
  };
}

function countCapital(counts: Counts, layout: Layout, i: number): void {
  const sentence = layout.sentences[layout.sentenceOf[i]!]!;
  const word = layout.words[i]!;
  const form = layout.formOf[i]!;
  counts.bump(form, "capital");
  if (word.case === CASE.capitals) counts.bump(form, "capitals");
  if (i > sentence.start && !layout.shouted[layout.sentenceOf[i]!]) counts.bump(form, "mid-sentence");
  countBefore(counts, wordAt(layout, sentence, i - 1), wordAt(layout, sentence, i - 2), form);
  countAfter(counts, wordAt(layout, sentence, i + 1), wordAt(layout, sentence, i + 2), form);
  const run = layout.runs[layout.runOf[i]!];
  if (run) countInRun(counts, layout, run, i);
}

function countBefore(counts: Counts, before: Word, before2: Word, form: number): void {
  if (has(before, "title") && before.isCapital) counts.bump(form, "after-title");
  if (has(before, "role") && !before.isCapital) counts.bump(form, "after-role");
  if (has(before, "saying-verb")) counts.bump(form, "beside-saying");
  if (PLACE_WORDS.has(before.folded)) counts.bump(form, "after-place-word");
  if (before.folded === "the") counts.bump(form, "after-the");
  if (before.folded === "of") counts.bump(form, "after-of");
  if (before.folded === "by") counts.bump(form, "after-by");
  if (before.folded === "(") counts.bump(form, "in-parentheses");
  if (has(before, "given-name") && before.isCapital) counts.bump(form, "after-given-name");
  if ((before.folded === "and" || before.folded === ",") && before2.isCapital) counts.bump(form, "beside-and-name");
}

function countAfter(counts: Counts, after: Word, after2: Word, form: number): void {
  if (has(after, "saying-verb")) counts.bump(form, "beside-saying");
  if (after.folded === "'s" || after.folded === "'") counts.bump(form, "possessive");
  if (
    after.case === CASE.lower &&
    (after.parts !== 0 || has(after, "common")) &&
    !has(after, "function-word") &&
    !has(after, "saying-verb")
  )
    counts.bump(form, "before-noun");
  if (after.folded !== ",") return;
  if (after2.classes & NATION && after2.isCapital) counts.bump(form, "before-comma-place");
  if (PERSON_WORD.test(after2.folded)) counts.bump(form, "before-comma-person");
}

function countInRun(counts: Counts, { words, formOf }: Layout, run: Run, i: number): void {
  const form = formOf[i]!;
  if (run.end - run.start === 1) {
    counts.bump(form, "single");
    return;
  }
  counts.bump(form, i === run.start ? "first" : i === run.end - 1 ? "last" : "inner");
  let kinds = 0;
  for (let at = run.start; at < run.end; at++) kinds |= words[at]!.classes;
  if (kinds & BODY) counts.bump(form, "with-organization-head");
  if (kinds & classBit("place-head")) counts.bump(form, "with-place-head");
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

const step = (count: number) => (count < 2 ? count : count < 4 ? 2 : count < 8 ? 3 : 4);

// Counts that mean something else for each kind of word: "Party" where the text has "party" too.
const CROSSED: readonly Counter[] = ["lower", "mid-sentence", "after-the", "single"];

// Counters that say more together.
const PAIRS = [
  ["lower", "mid-sentence"],
  ["possessive", "after-the"],
  ["after-title", "after-place-word"],
  ["after-title", "after-the"],
  ["beside-saying", "after-place-word"],
  ["beside-saying", "after-the"],
  ["last", "after-given-name"],
  ["first", "after-given-name"],
  ["after-place-word", "beside-saying"],
  ["before-noun", "after-the"],
  ["before-noun", "after-place-word"],
  ["last", "after-title"],
  ["capitals", "capital"],
].map(([a, b]) => [COLUMN[a as Counter], COLUMN[b as Counter]] as const);

function describe(to: Gathering, { table, heads, acronymOf }: Counts, form: number, base: number): void {
  const at = (column: number) => step(table[form * WIDTH + column]!);
  for (let i = 0; i < WIDTH; i++) to.add(base + i, at(i));
  const head = commonest(heads[form]);
  let pair = base + 50;
  for (const [a, b] of PAIRS) to.add(pair++, at(a), at(b));
  to.add(pair++, head, at(COLUMN.last));
  to.add(pair++, head, at(COLUMN["after-title"]));
  to.add(pair++, acronymOf[form]!, at(COLUMN["in-parentheses"]));
  const places = at(COLUMN.single) * 25 + at(COLUMN.first) * 5 + at(COLUMN.last);
  to.add(base + 80, places, at(COLUMN["after-given-name"]));
  to.add(base + 81, head);
  to.add(base + 82, acronymOf[form]!);
}

function describeWord(to: Gathering, counts: Counts, form: number, word: Word, base: number): void {
  for (const [i, name] of CROSSED.entries()) {
    const count = step(counts.of(form, name));
    to.add(base + 90 + i, word.coarse, count);
    if (word.identity !== word.coarse) to.add(base + 100 + i, word.identity, count);
  }
}

function describeHead(to: Gathering, { table }: Counts, form: number, base: number): void {
  for (let i = 0; i < WIDTH; i++) to.add(base + i, step(table[form * WIDTH + i]!));
}

function commonest(heads: ReadonlyMap<number, number> | undefined): number {
  if (!heads) return 0;
  let [best, top] = [0, 0];
  for (const [head, count] of heads) if (count > top) [best, top] = [head + 1, count];
  return best;
}
