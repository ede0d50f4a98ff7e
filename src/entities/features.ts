import { classBit } from "../lexicon/classes.ts";
import { feature } from "../tagger/feature.ts";
import { Block, type Gathering } from "../tagger/gathering.ts";
import { templatesOf } from "../tagger/templates.ts";
import { spellOut } from "./acronyms.ts";
import { Cohesion } from "./cohesion.ts";
import { matchPhrases } from "./gazetteer.ts";
import { type Layout, type Run, wordAt } from "./layout.ts";
import { addRun } from "./run-features.ts";
import { type Statistics, statisticsOf } from "./statistics.ts";
import type { Word } from "./word.ts";

// Templates are numbered in blocks of a family; a number must never be used twice.

/** What the features of a word are made from. */
export interface Context {
  readonly layout: Layout;
  readonly statistics: Statistics;
  readonly phrases: Uint8Array;
  readonly spelled: Uint8Array;
  readonly cohesion: Cohesion;
  /** Which sentence of the document each is, how long and how it ends. */
  readonly frames: Uint8Array;
}

export function contextOf(layout: Layout): Context {
  return {
    layout,
    statistics: statisticsOf(layout),
    phrases: matchPhrases(layout),
    spelled: spellOut(layout),
    cohesion: new Cohesion(layout),
    frames: framesOf(layout),
  };
}

/** Words on either side of a word that have features there. */
const OWN = 3;

/** Places of the values from which the templates make features; of seven words around (the first is three before) in a row. */
const AT = {
  coarse: 1,
  identity: 8,
  ending: 15,
  // The word's own.
  collapsed: 22,
  collapsedAfter: 23,
  collapsedPair: 24,
  case: 25,
  initial: 26,
  shouted: 27,
  shoutedCase: 28,
  sentence: 29,
  sentenceEnds: 30,
  // Two coarse classes in one number.
  classes01: 31,
  classes12: 32,
  classes23: 33,
  classes34: 34,
  classes45: 35,
  phraseBefore: 36,
  phrase: 37,
  phraseAfter: 38,
  spelled: 39,
  spelledAfter: 40,
  tieBefore: 41,
  tieAfter: 42,
} as const;
const values = new Int32Array(43);

const EACH = templatesOf(
  [2, AT.collapsed, AT.initial],
  [5, AT.collapsedPair, AT.collapsedAfter],
  [6, AT.shoutedCase, AT.initial],
  [7, AT.coarse + 3, AT.initial],
  [8, AT.coarse + 3, AT.shouted],
  [10, AT.sentence, AT.case],
  [11, AT.sentenceEnds, AT.coarse + 3],
  [30, AT.coarse + 2, AT.coarse + 3],
  [31, AT.coarse + 3, AT.coarse + 4],
  [32, AT.coarse + 1, AT.coarse + 2],
  [33, AT.coarse + 4, AT.coarse + 5],
  [34, AT.coarse + 2, AT.coarse + 4],
  [35, AT.classes23, AT.coarse + 4],
  [36, AT.classes12, AT.coarse + 3],
  [37, AT.classes34, AT.coarse + 5],
  [38, AT.classes01, AT.coarse + 2],
  [39, AT.classes45, AT.coarse + 6],
  [70, AT.identity + 2, AT.identity + 3],
  [71, AT.identity + 3, AT.identity + 4],
  [72, AT.identity + 1, AT.identity + 2],
  [73, AT.identity + 4, AT.identity + 5],
  [74, AT.identity + 2, AT.identity + 4],
  [92, AT.ending + 2, AT.ending + 3],
  [93, AT.ending + 3, AT.ending + 4],
  [100, AT.phrase],
  [101, AT.phraseBefore, AT.phrase],
  [102, AT.phrase, AT.phraseAfter],
  [103, AT.phrase, AT.coarse + 3],
  [150, AT.spelled, AT.spelledAfter],
  [151, AT.tieBefore],
  [152, AT.tieAfter],
);

/** Adds the features of word number `i` as one pass sees it. */
export function gather(to: Gathering, context: Context, i: number): void {
  const { layout, statistics } = context;
  const sentence = layout.sentences[layout.sentenceOf[i]!]!;
  for (let place = 0; place <= 2 * OWN; place++) {
    const word = wordAt(layout, sentence, i - OWN + place);
    to.addBlock(ownBlock(word), place);
    values[AT.coarse + place] = word.coarse;
    values[AT.identity + place] = word.identity;
    values[AT.ending + place] = word.ending;
  }
  setShape(context, sentence, i);
  setTies(context, i);
  to.addAll(EACH, values);
  const run = layout.runs[layout.runOf[i]!];
  if (run) addRun(to, layout, sentence, run, i);
  else to.add(700, values[AT.coarse + 2]!, values[AT.coarse + 4]!);
  const alone = !run || run.end - run.start === 1;
  if (alone) statistics.addAlone(to, i);
  else statistics.addJoined(to, i);
  if (run && !alone) statistics.addHead(to, run.end - 1);
}

const CONTENT = ~(classBit("public") | classBit("function-word"));

/** What hangs on one word alone; its parts are its places from three before (0) over the word itself (3) to three after. */
function ownBlock(word: Word): Block {
  word.block ??= new Block(2 * OWN + 1, (to, place) => addOwn(to, word, place));
  return word.block;
}

function addOwn(to: Gathering, word: Word, place: number): void {
  to.add(20 + place, word.coarse);
  to.add(60 + place, word.identity, place === OWN ? word.case : 0);
  const distance = Math.abs(place - OWN);
  if (distance < 3) addBits(to, word, 40 + place, place === OWN);
  if (distance === 1) {
    to.add(place < OWN ? 3 : 4, word.collapsed);
    to.add(place < OWN ? 90 : 91, word.ending);
  }
  if (distance > 0) return;
  to.add(1, word.shape);
  to.add(9, 0);
  to.add(94, word.ending, word.shape);
  for (const [size, prefix] of word.prefixes.entries()) to.add(80 + size, prefix, word.case);
  for (const [size, suffix] of word.suffixes.entries()) to.add(84 + size, suffix, word.case);
}

function addBits(to: Gathering, { classes, parts, isCapital }: Word, template: number, withParts: boolean): void {
  const capital = isCapital ? 64 : 0;
  for (let bits = classes & CONTENT; bits !== 0; bits &= bits - 1)
    to.add(template, 31 - Math.clz32(bits & -bits) + capital);
  for (let bits = withParts ? parts : 0; bits !== 0; bits &= bits - 1)
    to.add(template, 128 + 31 - Math.clz32(bits & -bits) + capital);
}

const ENDS: ReadonlySet<string> = new Set([".", "!", "?", '"', "”"]);

function framesOf({ sentences, words }: Layout): Uint8Array {
  return Uint8Array.from(sentences, ({ start, end }, number) => {
    const isFirst = number < 2 ? number : number >= sentences.length - 2 ? 3 : 2;
    const ended = ENDS.has(words[end - 1]!.text.at(-1)!) ? 1 : 0;
    return isFirst * 16 + Math.min(7, (end - start) >> 1) * 2 + ended;
  });
}

function setShape({ layout, frames }: Context, sentence: Run, i: number): void {
  const word = layout.words[i]!;
  const shouted = layout.shouted[layout.sentenceOf[i]!]!;
  const frame = frames[layout.sentenceOf[i]!]!;
  values[AT.collapsed] = word.collapsed;
  values[AT.collapsedAfter] = wordAt(layout, sentence, i + 1).collapsed;
  values[AT.collapsedPair] = feature(0, wordAt(layout, sentence, i - 1).collapsed, word.collapsed);
  values[AT.case] = word.case;
  values[AT.initial] = i === sentence.start ? 1 : i === sentence.start + 1 ? 2 : 0;
  values[AT.shouted] = shouted;
  values[AT.shoutedCase] = shouted * 8 + word.case;
  values[AT.sentence] = frame;
  values[AT.sentenceEnds] = (frame >> 4) * 2 + (frame & 1);
  for (let place = 0; place < 5; place++)
    values[AT.classes01 + place] = values[AT.coarse + place]! * 1024 + values[AT.coarse + place + 1]!;
}

function setTies({ phrases, spelled, cohesion }: Context, i: number): void {
  values[AT.phraseBefore] = phrases[i - 1] ?? 0;
  values[AT.phrase] = phrases[i]!;
  values[AT.phraseAfter] = phrases[i + 1] ?? 0;
  values[AT.spelled] = spelled[i]!;
  values[AT.spelledAfter] = spelled[i + 1] ?? 0;
  values[AT.tieBefore] = cohesion.between(i - 1);
  values[AT.tieAfter] = cohesion.between(i);
}
