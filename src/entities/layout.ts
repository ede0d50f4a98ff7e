import type { Sentence } from "../document.ts";
import { classBit } from "../lexicon/classes.ts";
import { Rows } from "../tagger/rows.ts";
import { recase } from "./recase.ts";
import { CASE, EDGE, has, type Word, wordOf } from "./word.ts";

/** A run of capitals joined by small words ("Ministry of Foreign Affairs", "Omar al-Bashir"): word numbers [start, end). */
export interface Run {
  readonly start: number;
  readonly end: number;
}

/** The words of a document in one row, its sentences, runs of capitals and candidates for names. */
export interface Layout {
  readonly words: readonly Word[];
  /** First word of each sentence, and one past the last. */
  readonly sentences: readonly Run[];
  /** Number of the sentence of each word. */
  readonly sentenceOf: Int32Array;
  /** Number of the form (folded word) of each word, and how many forms there are. */
  readonly formOf: Int32Array;
  readonly forms: number;
  /** Sentences whose words nearly all have capitals: headlines, shouting. */
  readonly shouted: Uint8Array;
  readonly runs: readonly Run[];
  /** Which kinds of words each run has, as bits of RUN_KIND. */
  readonly runKinds: Uint8Array;
  /** Number of the run of each word, or -1. */
  readonly runOf: Int32Array;
  /** 1 for words that may be part of a name; the others are none. */
  readonly candidates: Uint8Array;
}

export function layOut(sentences: readonly Sentence[]): Layout {
  const { written, spans } = rowOf(sentences);
  const words = recase(written, spans);
  const sentenceOf = new Int32Array(words.length);
  for (const [i, { start, end }] of spans.entries()) sentenceOf.fill(i, start, end);
  const runs: Run[] = [];
  const candidates = new Uint8Array(words.length);
  for (const span of spans) {
    addRuns(words, span, runs);
    markCandidates(words, span, candidates);
  }
  const runOf = new Int32Array(words.length).fill(-1);
  for (const [i, run] of runs.entries()) runOf.fill(i, run.start, run.end);
  const numbers = new Rows(words.length);
  const formOf = new Int32Array(words.length);
  for (let i = 0; i < words.length; i++) formOf[i] = numbers.add(words[i]!.hash);
  return {
    words,
    sentences: spans,
    sentenceOf,
    formOf,
    forms: numbers.size,
    shouted: Uint8Array.from(spans, (span) => shouting(words, span)),
    runs,
    runKinds: Uint8Array.from(runs, (run) => kindsOf(words, run)),
    runOf,
    candidates,
  };
}

function rowOf(sentences: readonly Sentence[]): { written: Word[]; spans: Run[] } {
  const written: Word[] = [];
  const spans = sentences.map(({ tokens }): Run => {
    const start = written.length;
    for (const { text } of tokens) written.push(wordOf(text));
    return { start, end: written.length };
  });
  return { written, spans };
}

/** The word at a place, seen from a sentence: beyond its ends there is none. */
export const wordAt = ({ words }: Layout, sentence: Run, at: number): Word =>
  at >= sentence.start && at < sentence.end ? words[at]! : EDGE;

/** 0: ordinary; 1: title case; 2: all capitals. */
function shouting(words: readonly Word[], { start, end }: Run): number {
  let [letters, capital, capitals] = [0, 0, 0];
  for (let i = start; i < end; i++) {
    const word = words[i]!;
    if (word.case >= CASE.number || (word.folded.length < 4 && word.case === CASE.lower)) continue;
    letters++;
    if (word.isCapital) capital++;
    if (word.case === CASE.capitals) capitals++;
  }
  if (letters >= 3 && capitals >= letters * 0.8) return 2;
  return letters >= 4 && capital >= letters * 0.8 ? 1 : 0;
}

function addRuns(words: readonly Word[], { start, end }: Run, runs: Run[]): void {
  for (let i = start; i < end; i++) {
    if (!words[i]!.isCapital) continue;
    let last = i;
    for (let next = i + 1; next < end && next <= last + 3; next++) {
      if (words[next]!.isCapital) last = next;
      else if (!words[next]!.isJoiner && !(words[next]!.text === "the" && words[next - 1]!.text === "of")) break;
    }
    runs.push({ start: i, end: last + 1 });
    i = last;
  }
}

/** Kinds of words in a run: heads of bodies and of places, titles, given names, words without a capital. */
export const RUN_KIND = { body: 1, where: 2, title: 4, givenName: 8, lower: 16, placeHead: 32 } as const;
const BODY = classBit("organization-head") | classBit("company-suffix");
const PLACE_HEAD = classBit("place-head");
const WHERE = PLACE_HEAD | classBit("facility-head");
const TITLE = classBit("title");
const GIVEN_NAME = classBit("given-name");

function kindsOf(words: readonly Word[], { start, end }: Run): number {
  let [classes, lower] = [0, 0];
  for (let i = start; i < end; i++) {
    classes |= words[i]!.classes;
    if (words[i]!.case === CASE.lower) lower = RUN_KIND.lower;
  }
  const bit = (bits: number, kind: number) => (classes & bits ? kind : 0);
  return (
    lower |
    bit(BODY, RUN_KIND.body) |
    bit(WHERE, RUN_KIND.where) |
    bit(TITLE, RUN_KIND.title) |
    bit(GIVEN_NAME, RUN_KIND.givenName) |
    bit(PLACE_HEAD, RUN_KIND.placeHead)
  );
}

const CONNECTOR = classBit("connector");
const REGION = classBit("region-word");
const PEOPLE = classBit("demonym") | classBit("group");
const KNOWN = classBit("common") | classBit("public");
/** Capitals with more words than this between them are no one name. */
const WIDEST_GAP = 3;

function markCandidates(words: readonly Word[], { start, end }: Run, marks: Uint8Array): void {
  let last = -WIDEST_GAP - 2;
  for (let i = start; i < end; i++) {
    const word = words[i]!;
    const unlisted =
      word.case === CASE.lower &&
      (word.classes & KNOWN) === 0 &&
      word.folded.length > 2 &&
      word.folded[0] !== "'" &&
      !word.folded.startsWith("n't");
    const capital = word.isCapital || word.case === CASE.mixed;
    if (capital || unlisted || (word.classes & PEOPLE && word.case === CASE.lower && !has(word, CONNECTOR)))
      marks[i] = 1;
    if (!capital) continue;
    if (last >= start && i > last + 1 && i - last - 1 <= WIDEST_GAP && joined(words, last + 1, i))
      marks.fill(1, last + 1, i);
    for (let before = i - 1; before >= start && before >= i - 1; before--)
      if (words[before]!.classes & REGION || (words[before]!.case === CASE.number && before === i - 1))
        marks[before] = 1;
    if (i + 1 < end && words[i + 1]!.case !== CASE.mark) marks[i + 1] = 1;
    last = i;
  }
}

/** Whether the words between two capitals may lie inside a name: all connectors, or one word of any kind. */
function joined(words: readonly Word[], from: number, to: number): boolean {
  if (to - from === 1) return true;
  for (let i = from; i < to; i++)
    if ((words[i]!.classes & CONNECTOR) === 0 && !words[i]!.isJoiner && words[i]!.text !== ",") return false;
  return true;
}
