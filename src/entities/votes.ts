import type { Gathering } from "../tagger/gathering.ts";
import { SPELLED } from "./acronyms.ts";
import type { Context } from "./features.ts";
import { type Found, LABELS, TYPES } from "./labels.ts";
import { CASE } from "./word.ts";

// The second pass: it sees what the first pass made of the whole document, and above all of the other occurrences of a word.

const WIDTH = LABELS.length;
/** Masses kept for each word: O, the types, and single, first, inner, last word of a name. */
const KINDS = 1 + TYPES.length;
const MASSES = KINDS + 4;
const LONGEST = 8;

interface NameTally {
  readonly types: number[];
  count: number;
}

/** What the first pass found: a label, its probability and masses for each word, and sums over each form and each name. */
export class Votes {
  readonly #context: Context;
  readonly #labels: Uint8Array;
  readonly #sure: Uint8Array;
  readonly #masses: Float64Array;
  /** Sums of the masses over the capitals of each form, and how many they are. */
  readonly #formMasses: Float64Array;
  readonly #formCounts: Uint32Array;
  readonly #names = new Map<number, NameTally>();
  /** Words of its longest name, at most LONGEST. */
  #longest = 0;
  /** For each word: name that it lies in by the document's other names, see `#matchNames`. */
  readonly #matches: Uint16Array;

  constructor(context: Context) {
    const size = context.layout.words.length;
    this.#context = context;
    this.#labels = new Uint8Array(size);
    this.#sure = new Uint8Array(size);
    this.#masses = new Float64Array(size * MASSES);
    this.#formMasses = new Float64Array(context.layout.forms * MASSES);
    this.#formCounts = new Uint32Array(context.layout.forms);
    this.#matches = new Uint16Array(size);
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
    for (const name of names) this.#tallyName(name);
  }

  #tally(i: number): void {
    const word = this.#context.layout.words[i]!;
    if (!word.isCapital && word.case !== CASE.mixed) return;
    const form = this.#context.layout.formOf[i]!;
    this.#formCounts[form]!++;
    for (let kind = 0; kind < MASSES; kind++)
      this.#formMasses[form * MASSES + kind]! += this.#masses[i * MASSES + kind]!;
  }

  #tallyName({ start, end, type }: Found): void {
    const key = this.#hashOf(start, end);
    this.#longest = Math.min(LONGEST, Math.max(this.#longest, end - start));
    const name = this.#names.get(key) ?? { types: TYPES.map(() => 0), count: 0 };
    name.types[type]!++;
    name.count++;
    this.#names.set(key, name);
  }

  #hashOf(start: number, end: number): number {
    let hash = end - start;
    for (let i = start; i < end; i++) hash = Math.imul(hash ^ this.#context.layout.words[i]!.hash, 0x01000193);
    return hash;
  }

  /** To be called when all is added: finds the document's names wherever they stand. */
  close(): void {
    const { words, sentences } = this.#context.layout;
    for (const { start, end } of sentences)
      for (let i = start; i < end; i++) {
        if (!words[i]!.isCapital) continue;
        const length = this.#matchName(i, end);
        if (length > 1) i += length - 1;
      }
  }

  /** Marks the longest name of the document that begins here and stands elsewhere too: type, place, count, agreement. */
  #matchName(i: number, end: number): number {
    for (let length = Math.min(this.#longest, end - i); length > 0; length--) {
      const name = this.#names.get(this.#hashOf(i, i + length));
      if (!name) continue;
      const own = this.#nameAt(i, length);
      const count = name.count - (own >= 0 ? 1 : 0);
      if (count <= 0) continue;
      const votes = name.types.map((votes, type) => votes - (type === own ? 1 : 0));
      const top = votes.indexOf(Math.max(...votes));
      const agreement = votes[top]! === count ? 1 : 0;
      const kind = ((top * 4 + Math.min(3, count)) * 2 + agreement) * 4 + 1;
      for (let at = 0; at < length; at++)
        this.#matches[i + at] = kind + (length === 1 ? 3 : at === 0 ? 0 : at === length - 1 ? 2 : 1);
      return length;
    }
    return 1;
  }

  /** Type of the first pass's name that is exactly these words, or -1. */
  #nameAt(i: number, length: number): number {
    const [first, last] = [this.#labels[i]!, this.#labels[i + length - 1]!];
    const fits =
      length === 1 ? first > 0 && ((first - 1) & 3) === 3 : first > 0 && ((first - 1) & 3) === 0 && last === first + 2;
    return fits ? (first - 1) >> 2 : -1;
  }

  /** Adds the features of word number `i`. */
  gather(to: Gathering, i: number): void {
    const label = this.#labels[i]!;
    const own = label * 8 + this.#sure[i]!;
    const { layout, spelled } = this.#context;
    const word = layout.words[i]!;
    to.add(2000, own);
    to.add(2001, own, this.#labels[i - 1] ?? 0);
    to.add(2002, own, this.#labels[i + 1] ?? 0);
    to.add(2003, (this.#labels[i - 1] ?? 0) * 32 + label, this.#labels[i + 1] ?? 0);
    to.add(2004, label, word.coarse);
    for (let kind = 0; kind < KINDS; kind++) to.add(2010 + kind, step(this.#masses[i * MASSES + kind]!));
    this.#gatherForm(to, i, own, 2100);
    const match = this.#matches[i]!;
    to.add(2030, match);
    to.add(2031, match, label);
    to.add(2032, this.#matches[i - 1] ?? 0, match);
    to.add(2033, match, this.#matches[i + 1] ?? 0);
    const run = layout.runs[layout.runOf[i]!];
    if (run && run.end - 1 !== i) this.#gatherForm(to, run.end - 1, label, 2200);
    if (run && run.start !== i) this.#gatherForm(to, run.start, label, 2300);
    this.#gatherAcronym(to, i, spelled[i]!);
  }

  /** The other occurrences of the form of word `i`: what they are, how surely, and how many there are. */
  #gatherForm(to: Gathering, i: number, own: number, template: number): void {
    const { layout } = this.#context;
    const word = layout.words[i]!;
    const form = layout.formOf[i]!;
    const others = word.isCapital || word.case === CASE.mixed ? this.#formCounts[form]! - 1 : 0;
    if (others <= 0) {
      to.add(template, 0, own);
      return;
    }
    const count = others === 1 ? 1 : others < 4 ? 2 : 3;
    const mean = (kind: number) =>
      (this.#formMasses[form * MASSES + kind]! - this.#masses[i * MASSES + kind]!) / others;
    let winner = 0;
    for (let kind = 0; kind < KINDS; kind++) {
      if (mean(kind) > mean(winner)) winner = kind;
      to.add(template + 1 + kind, step(mean(kind)), count);
    }
    const sure = step(mean(winner));
    to.add(template, 1 + winner * 4 + count, own);
    to.add(template + 20, (winner * 8 + sure) * 4 + count, own >> 3);
    to.add(template + 21, winner, word.coarse);
    let place = 0;
    for (let kind = 1; kind < 4; kind++) if (mean(KINDS + kind) > mean(KINDS + place)) place = kind;
    to.add(template + 22, winner * 4 + place, own >> 3);
    for (let kind = 0; kind < 4; kind++) to.add(template + 30 + kind, step(mean(KINDS + kind)));
  }

  /** An acronym and its long name are of one type. */
  #gatherAcronym(to: Gathering, i: number, place: number): void {
    if (place === SPELLED.none) return;
    const other = place === SPELLED.acronym ? i - 2 : i;
    to.add(2050, place, this.#labels[other] ?? 0);
    to.add(2051, place * 32 + (this.#labels[i] ?? 0), this.#labels[other] ?? 0);
  }
}

/** A share in eight steps, fine at both ends. */
function step(share: number): number {
  if (share < 0.4) return share < 0.05 ? 0 : share < 0.2 ? 1 : 2;
  if (share < 0.8) return share < 0.6 ? 3 : 4;
  return share < 0.95 ? 5 : share < 0.99 ? 6 : 7;
}
