import type { Gathering } from "../tagger/gathering.ts";
import { type Template, templatesOf } from "../tagger/templates.ts";
import { SPELLED } from "./acronyms.ts";
import type { Context } from "./features.ts";
import { type Found, LABELS, TYPES } from "./labels.ts";
import { NameTally } from "./name-tally.ts";
import { CASE } from "./word.ts";

// The second pass: it sees what the first pass made of the whole document, and above all of the other occurrences of a word.

const WIDTH = LABELS.length;
/** Masses kept for each word: O, the types, and single, first, inner, last word of a name. */
const KINDS = 1 + TYPES.length;
const MASSES = KINDS + 4;

/** What the first pass found: a label, its probability and masses for each word, and sums over each form and each name. */
export class Votes {
  readonly #context: Context;
  readonly #labels: Uint8Array;
  readonly #sure: Uint8Array;
  readonly #masses: Float64Array;
  /** Sums of the masses over the capitals of each form, and how many they are. */
  readonly #formMasses: Float64Array;
  readonly #formCounts: Uint32Array;
  readonly #names = new NameTally();
  /** For each word: the name that it lies in by the document's other names. */
  #matches: Uint16Array = new Uint16Array(0);

  constructor(context: Context) {
    const size = context.layout.words.length;
    this.#context = context;
    this.#labels = new Uint8Array(size);
    this.#sure = new Uint8Array(size);
    this.#masses = new Float64Array(size * MASSES);
    this.#formMasses = new Float64Array(context.layout.forms * MASSES);
    this.#formCounts = new Uint32Array(context.layout.forms);
  }

  /** Takes in what the first pass says of the words from `first` on. */
  add(first: number, labels: Uint8Array, probable: Float64Array, names: readonly Found[]): void {
    for (let at = 0; at < labels.length; at++) {
      const i = first + at;
      const label = labels[at]!;
      this.#labels[i] = label;
      this.#sure[i] = step(probable[at * WIDTH + label]!);
      const base = i * MASSES;
      this.#masses[base] = probable[at * WIDTH]!;
      for (let other = 1; other < WIDTH; other++) {
        const mass = probable[at * WIDTH + other]!;
        this.#masses[base + 1 + ((other - 1) >> 2)]! += mass;
        this.#masses[base + KINDS + ((other - 1) & 3)]! += mass;
      }
      this.#tally(i);
    }
    for (const name of names) this.#names.add(this.#context.layout, name);
  }

  #tally(i: number): void {
    const word = this.#context.layout.words[i]!;
    if (!word.isCapital && word.case !== CASE.mixed) return;
    const form = this.#context.layout.formOf[i]!;
    this.#formCounts[form]!++;
    for (let kind = 0; kind < MASSES; kind++)
      this.#formMasses[form * MASSES + kind]! += this.#masses[i * MASSES + kind]!;
  }

  /** To be called when all is added: finds the document's names wherever they stand. */
  close(): void {
    this.#matches = this.#names.matchesIn(this.#context.layout, this.#labels);
  }

  /** Adds the features of word number `i`. */
  gather(to: Gathering, i: number): void {
    const label = this.#labels[i]!;
    const own = label * 8 + this.#sure[i]!;
    const { layout, spelled } = this.#context;
    const [before, after] = [this.#labels[i - 1] ?? 0, this.#labels[i + 1] ?? 0];
    values[AT.own] = own;
    values[AT.label] = label;
    values[AT.before] = before;
    values[AT.after] = after;
    values[AT.beforeAndOwn] = before * 32 + label;
    values[AT.coarse] = layout.words[i]!.coarse;
    for (let kind = 0; kind < KINDS; kind++) values[AT.mass + kind] = step(this.#masses[i * MASSES + kind]!);
    to.addAll(OF_WORD, values);
    this.#gatherForm(to, i, own, OF_FORM);
    values[AT.match] = this.#matches[i]!;
    values[AT.matchBefore] = this.#matches[i - 1] ?? 0;
    values[AT.matchAfter] = this.#matches[i + 1] ?? 0;
    to.addAll(OF_MATCH, values);
    const run = layout.runs[layout.runOf[i]!];
    if (run && run.end - 1 !== i) this.#gatherForm(to, run.end - 1, label, OF_LAST);
    if (run && run.start !== i) this.#gatherForm(to, run.start, label, OF_FIRST);
    this.#gatherAcronym(to, i, spelled[i]!);
  }

  /** The other occurrences of the form of word `i`: what they are, how surely, and how many there are. */
  #gatherForm(to: Gathering, i: number, own: number, { base, templates }: typeof OF_FORM): void {
    const { words, formOf } = this.#context.layout;
    const word = words[i]!;
    const form = formOf[i]!;
    const others = word.isCapital || word.case === CASE.mixed ? this.#formCounts[form]! - 1 : 0;
    if (others <= 0) {
      to.add(base, 0, own);
      return;
    }
    const count = others === 1 ? 1 : others < 4 ? 2 : 3;
    for (let kind = 0; kind < MASSES; kind++) {
      means[kind] = (this.#formMasses[form * MASSES + kind]! - this.#masses[i * MASSES + kind]!) / others;
      formValues[FORM.mean + kind] = step(means[kind]!);
    }
    const winner = largest(0, KINDS);
    formValues[FORM.winner] = winner;
    formValues[FORM.winnerAndCount] = 1 + winner * 4 + count;
    formValues[FORM.sureWinner] = (winner * 8 + step(means[winner]!)) * 4 + count;
    formValues[FORM.winnerAndPlace] = winner * 4 + largest(KINDS, MASSES) - KINDS;
    formValues[FORM.count] = count;
    formValues[FORM.own] = own;
    formValues[FORM.label] = own >> 3;
    formValues[FORM.coarse] = word.coarse;
    to.addAll(templates, formValues);
  }

  /** An acronym and its long name are of one type. */
  #gatherAcronym(to: Gathering, i: number, place: number): void {
    if (place === SPELLED.none) return;
    const other = place === SPELLED.acronym ? i - 2 : i;
    to.add(2050, place, this.#labels[other] ?? 0);
    to.add(2051, place * 32 + (this.#labels[i] ?? 0), this.#labels[other] ?? 0);
  }
}

/** Places of the values of a word. */
const AT = {
  own: 1,
  label: 2,
  before: 3,
  after: 4,
  beforeAndOwn: 5,
  coarse: 6,
  match: 7,
  matchBefore: 8,
  matchAfter: 9,
  mass: 10,
} as const;
const values = new Int32Array(AT.mass + KINDS);

const OF_WORD = templatesOf(
  [2000, AT.own],
  [2001, AT.own, AT.before],
  [2002, AT.own, AT.after],
  [2003, AT.beforeAndOwn, AT.after],
  [2004, AT.label, AT.coarse],
  ...Array.from({ length: KINDS }, (_, kind): Template => [2010 + kind, AT.mass + kind]),
);
const OF_MATCH = templatesOf(
  [2030, AT.match],
  [2031, AT.match, AT.label],
  [2032, AT.matchBefore, AT.match],
  [2033, AT.match, AT.matchAfter],
);

/** Places of the values of the other occurrences of a form. */
const FORM = {
  winner: 1,
  winnerAndCount: 2,
  sureWinner: 3,
  winnerAndPlace: 4,
  count: 5,
  own: 6,
  label: 7,
  coarse: 8,
  mean: 9,
} as const;
const formValues = new Int32Array(FORM.mean + MASSES);
const means = new Float64Array(MASSES);

/** Where the first of the largest means is, from `start` to `end`. */
function largest(start: number, end: number): number {
  let top = start;
  for (let kind = start; kind < end; kind++) if (means[kind]! > means[top]!) top = kind;
  return top;
}

const formTemplates = (base: number) => ({
  base,
  templates: templatesOf(
    ...Array.from({ length: KINDS }, (_, kind): Template => [base + 1 + kind, FORM.mean + kind, FORM.count]),
    [base, FORM.winnerAndCount, FORM.own],
    [base + 20, FORM.sureWinner, FORM.label],
    [base + 21, FORM.winner, FORM.coarse],
    [base + 22, FORM.winnerAndPlace, FORM.label],
    ...Array.from({ length: 4 }, (_, kind): Template => [base + 30 + kind, FORM.mean + KINDS + kind]),
  ),
});
const OF_FORM = formTemplates(2100);
const OF_LAST = formTemplates(2200);
const OF_FIRST = formTemplates(2300);

/** A share in eight steps, fine at both ends. */
function step(share: number): number {
  if (share < 0.4) return share < 0.05 ? 0 : share < 0.2 ? 1 : 2;
  if (share < 0.8) return share < 0.6 ? 3 : 4;
  return share < 0.95 ? 5 : share < 0.99 ? 6 : 7;
}
