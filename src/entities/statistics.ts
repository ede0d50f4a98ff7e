import { Block, type Gathering } from "../tagger/gathering.ts";
import { type Template, type Templates, templatesOf } from "../tagger/templates.ts";
import { COUNT, type Counts, countForms, STEPS, step, WIDTH } from "./counts.ts";
import type { Layout } from "./layout.ts";
import type { Word } from "./word.ts";

/** What a document says of the forms (folded words) in it. */
export interface Statistics {
  /** Adds the features of the form of word number `i`, as of one that stands alone in its run, or as of one in a longer run. */
  readonly addAlone: (to: Gathering, i: number) => void;
  readonly addJoined: (to: Gathering, i: number) => void;
  /** Adds the features of the form of the head of a run, for every word of the run. */
  readonly addHead: (to: Gathering, i: number) => void;
}

/** What this document says of its forms. */
export function statisticsOf(layout: Layout): Statistics {
  const counts = countForms(layout);
  const heads = new Block(layout.forms, (to, form) => describe(to, counts, form, OF_HEAD));
  return {
    addAlone: adding(layout, counts, ALONE),
    addJoined: adding(layout, counts, JOINED),
    addHead: (to, i) => to.addBlock(heads, layout.formOf[i]!),
  };
}

function adding({ words, formOf, forms }: Layout, counts: Counts, { base, templates }: typeof ALONE) {
  const ofCounts = new Block(forms + STEPS.length, (to, form) => describe(to, counts, form, templates));
  // The first word of a form speaks for it.
  const firsts = new Int32Array(forms).fill(-1);
  const ofWord = new Block(forms, (to, form) => describeWord(to, counts, form, words[firsts[form]!]!, base));
  return (to: Gathering, i: number) => {
    const form = formOf[i]!;
    if (firsts[form]! < 0) firsts[form] = i;
    to.addBlock(ofCounts, counts.of(form, COUNT.capital) > 0 ? form : forms + step(counts.of(form, COUNT.lower)));
    to.addBlock(ofWord, form);
  };
}

// Counters that say more together.
const PAIRS = [
  [COUNT.lower, COUNT.midSentence],
  [COUNT.possessive, COUNT.afterThe],
  [COUNT.afterTitle, COUNT.afterPlaceWord],
  [COUNT.afterTitle, COUNT.afterThe],
  [COUNT.besideSaying, COUNT.afterPlaceWord],
  [COUNT.besideSaying, COUNT.afterThe],
  [COUNT.last, COUNT.afterGivenName],
  [COUNT.first, COUNT.afterGivenName],
  [COUNT.afterPlaceWord, COUNT.besideSaying],
  [COUNT.beforeNoun, COUNT.afterThe],
  [COUNT.beforeNoun, COUNT.afterPlaceWord],
  [COUNT.last, COUNT.afterTitle],
  [COUNT.capitals, COUNT.capital],
] as const;

/** Places of the values of a form: its counts in steps from 1 on, and these. */
const AT = { count: 1, head: WIDTH + 1, acronym: WIDTH + 2, places: WIDTH + 3 };
const values = new Int32Array(WIDTH + 4);

const singles = (base: number) => Array.from({ length: WIDTH }, (_, i): Template => [base + i, AT.count + i]);

const countTemplates = (base: number) => ({
  base,
  templates: templatesOf(
    ...singles(base),
    ...PAIRS.map(([a, b], i): Template => [base + 50 + i, AT.count + a, AT.count + b]),
    [base + 63, AT.head, AT.count + COUNT.last],
    [base + 64, AT.head, AT.count + COUNT.afterTitle],
    [base + 65, AT.acronym, AT.count + COUNT.inParentheses],
    [base + 80, AT.places, AT.count + COUNT.afterGivenName],
    [base + 81, AT.head],
    [base + 82, AT.acronym],
  ),
});
const ALONE = countTemplates(3000);
const JOINED = countTemplates(3200);
const OF_HEAD = templatesOf(...singles(3400));

function describe(to: Gathering, { table, heads, acronymOf }: Counts, form: number, templates: Templates): void {
  for (let i = 0; i < WIDTH; i++) values[AT.count + i] = step(table[form * WIDTH + i]!);
  const at = (counter: number) => values[AT.count + counter]!;
  values[AT.head] = commonest(heads[form]);
  values[AT.acronym] = acronymOf[form] ?? 0;
  values[AT.places] = at(COUNT.single) * 25 + at(COUNT.first) * 5 + at(COUNT.last);
  to.addAll(templates, values);
}

// Counts that mean something else for each kind of word: "Party" where the text has "party" too.
const CROSSED = [COUNT.lower, COUNT.midSentence, COUNT.afterThe, COUNT.single];

function describeWord(to: Gathering, counts: Counts, form: number, word: Word, base: number): void {
  for (let i = 0; i < CROSSED.length; i++) {
    const count = step(counts.of(form, CROSSED[i]!));
    to.add(base + 90 + i, word.coarse, count);
    if (word.identity !== word.coarse) to.add(base + 100 + i, word.identity, count);
  }
}

function commonest(heads: ReadonlyMap<number, number> | undefined): number {
  if (!heads) return 0;
  let [best, top] = [0, 0];
  for (const [head, count] of heads) if (count > top) [best, top] = [head + 1, count];
  return best;
}
