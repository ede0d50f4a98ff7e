import type { Sentence } from "../document.ts";
import { classBit } from "../lexicon/classes.ts";
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
  /** Sentences whose words nearly all have capitals: headlines, shouting. */
  readonly shouted: Uint8Array;
  readonly runs: readonly Run[];
  /** Number of the run of each word, or -1. */
  readonly runOf: Int32Array;
  /** 1 for words that may be part of a name; the others are none. */
  readonly candidates: Uint8Array;
}

export function layOut(sentences: readonly Sentence[]): Layout {
  const words = recase(sentences).flatMap((texts) => texts.map(wordOf));
  const sentenceOf = new Int32Array(words.length);
  const spans: Run[] = [];
  let start = 0;
  for (const [i, { tokens }] of sentences.entries()) {
    sentenceOf.fill(i, start, start + tokens.length);
    spans.push({ start, end: start + tokens.length });
    start += tokens.length;
  }
  const runs = spans.flatMap((span) => runsOf(words, span));
  const runOf = new Int32Array(words.length).fill(-1);
  for (const [i, run] of runs.entries()) runOf.fill(i, run.start, run.end);
  const candidates = new Uint8Array(words.length);
  for (const span of spans) markCandidates(words, span, candidates);
  return {
    words,
    sentences: spans,
    sentenceOf,
    shouted: Uint8Array.from(spans, (span) => shouting(words, span)),
    runs,
    runOf,
    candidates,
  };
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

const JOINER =
  /^(?:of|for|de|la|du|des|del|della|di|da|dos|das|do|el|al|bin|ibn|bint|ben|ould|van|von|der|den|ter|e|y|et|und|&|-|'|’|–)$/u;

function runsOf(words: readonly Word[], { start, end }: Run): Run[] {
  const runs: Run[] = [];
  for (let i = start; i < end; i++) {
    if (!words[i]!.isCapital) continue;
    let last = i;
    for (let next = i + 1; next < end && next <= last + 3; next++) {
      if (words[next]!.isCapital) last = next;
      else if (!JOINER.test(words[next]!.text) && !(words[next]!.text === "the" && words[next - 1]!.text === "of"))
        break;
    }
    runs.push({ start: i, end: last + 1 });
    i = last;
  }
  return runs;
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
      !/^n't|^'/u.test(word.folded);
    const capital = word.isCapital || word.case === CASE.mixed;
    if (capital || unlisted || (word.classes & PEOPLE && word.case === CASE.lower && !has(word, "connector")))
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
    if ((words[i]!.classes & CONNECTOR) === 0 && !JOINER.test(words[i]!.text) && words[i]!.text !== ",") return false;
  return true;
}
