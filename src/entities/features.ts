import { classBit } from "../lexicon/classes.ts";
import { feature } from "../tagger/feature.ts";
import { Block, type Gathering } from "../tagger/gathering.ts";
import { templatesOf } from "../tagger/templates.ts";
import { spellOut } from "./acronyms.ts";
import { Cohesion } from "./cohesion.ts";
import { matchPhrases } from "./gazetteer.ts";
import { type Layout, RUN_KIND, type Run, wordAt } from "./layout.ts";
import { countForms, type Statistics } from "./statistics.ts";
import { CASE, EDGE, has, type Word } from "./word.ts";

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
    statistics: countForms(layout),
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

/** Places of the values of a run. */
const RUN = {
  left: 1,
  right: 2,
  place: 3,
  length: 4,
  isFirst: 5,
  isLast: 6,
  first: 7,
  head: 8,
  before: 9,
  before2: 10,
  after: 11,
  after2: 12,
  around: 13,
  firstAndHead: 14,
  headAndBefore: 15,
  headAndAfter: 16,
  wordAndPlace: 17,
  kinds: 18,
  // What stands in for the words themselves.
  firstWord: 19,
  headWord: 20,
  wordBefore: 21,
  wordBefore2: 22,
  wordAfter: 23,
  // Last letters.
  firstEnding: 24,
  headEnding: 25,
  headEnding2: 26,
} as const;
const runValues = new Int32Array(27);

const IN_RUN = templatesOf(
  [110, RUN.place],
  [111, RUN.length, RUN.left],
  [112, RUN.head, RUN.right],
  [113, RUN.first, RUN.left],
  [114, RUN.before, RUN.left],
  [115, RUN.after, RUN.right],
  [116, RUN.before, RUN.after],
  [117, RUN.around, RUN.length],
  [118, RUN.before2, RUN.before],
  [119, RUN.after, RUN.after2],
  [120, RUN.firstAndHead, RUN.length],
  [121, RUN.headWord, RUN.right],
  [122, RUN.firstWord, RUN.left],
  [123, RUN.wordBefore, RUN.isFirst],
  [124, RUN.wordAfter, RUN.isLast],
  [125, RUN.wordBefore2],
  [126, RUN.headEnding, RUN.right],
  [127, RUN.firstEnding, RUN.left],
  [128, RUN.headEnding2, RUN.length],
  [129, RUN.wordBefore, RUN.wordAfter],
  [130, RUN.headAndBefore, RUN.length],
  [131, RUN.headAndAfter, RUN.length],
  [132, RUN.kinds, RUN.place],
  [133, RUN.wordAndPlace, RUN.head],
);

function addRun(to: Gathering, layout: Layout, sentence: Run, run: Run, i: number): void {
  const { words } = layout;
  const [first, head] = [words[run.start]!, words[run.end - 1]!];
  const before = wordAt(layout, sentence, run.start - 1);
  const after = wordAt(layout, sentence, run.end);
  const [left, right] = [Math.min(5, i - run.start), Math.min(5, run.end - 1 - i)];
  const values = runValues;
  values[RUN.left] = left;
  values[RUN.right] = right;
  values[RUN.place] = left * 6 + right;
  values[RUN.length] = Math.min(6, run.end - run.start);
  values[RUN.isFirst] = left === 0 ? 1 : 0;
  values[RUN.isLast] = right === 0 ? 1 : 0;
  values[RUN.first] = first.coarse;
  values[RUN.head] = head.coarse;
  values[RUN.before] = before.coarse;
  values[RUN.before2] = wordAt(layout, sentence, run.start - 2).coarse;
  values[RUN.after] = after.coarse;
  values[RUN.after2] = wordAt(layout, sentence, run.end + 1).coarse;
  values[RUN.around] = before.coarse * 1024 + after.coarse;
  values[RUN.firstAndHead] = head.coarse * 1024 + first.coarse;
  values[RUN.headAndBefore] = head.coarse * 1024 + before.coarse;
  values[RUN.headAndAfter] = head.coarse * 1024 + after.coarse;
  values[RUN.wordAndPlace] = words[i]!.coarse * 64 + left * 6 + right;
  values[RUN.kinds] = layout.runKinds[layout.runOf[i]!]! & ~RUN_KIND.placeHead;
  values[RUN.firstWord] = first.identity;
  values[RUN.headWord] = head.identity;
  values[RUN.wordBefore] = before.identity;
  values[RUN.wordBefore2] = wordAt(layout, sentence, run.start - 2).identity;
  values[RUN.wordAfter] = after.identity;
  values[RUN.firstEnding] = first.suffixes[2] ?? 0;
  values[RUN.headEnding] = head.suffixes[2] ?? 0;
  values[RUN.headEnding2] = head.suffixes[1] ?? 0;
  to.addAll(IN_RUN, values);
  addNeighbour(to, layout, sentence, run);
  addApposition(to, layout, sentence, run, left);
}

/** The run before in a list: "Kenya, Uganda and X". */
function addNeighbour(to: Gathering, layout: Layout, sentence: Run, run: Run): void {
  const link = wordAt(layout, sentence, run.start - 1);
  const other = link === EDGE ? undefined : layout.runs[layout.runOf[run.start - 2] ?? -1];
  if (!other || other.start < sentence.start || other.end !== run.start - 1) return;
  const head = layout.words[other.end - 1]!;
  to.add(140, head.coarse, link.identity);
  to.add(141, head.coarse * 8 + Math.min(7, other.end - other.start), layout.words[run.end - 1]!.coarse);
}

const NOUN_OF_NAME =
  classBit("role") |
  classBit("title") |
  classBit("organization-head") |
  classBit("place-head") |
  classBit("facility-head") |
  classBit("event-head") |
  classBit("work-head");

/** The noun that says what the name is: "X, a town in …", "the company, X, said". */
function addApposition(to: Gathering, layout: Layout, sentence: Run, run: Run, left: number): void {
  if (wordAt(layout, sentence, run.end).text === ",") {
    const opener = wordAt(layout, sentence, run.end + 1);
    to.add(160, opener.identity, left);
    if (opener.case === CASE.lower)
      for (let at = run.end + 1; at < run.end + 7; at++) {
        const word = wordAt(layout, sentence, at);
        if (word.case === CASE.lower && word.classes & NOUN_OF_NAME) {
          to.add(161, word.identity);
          to.add(162, word.coarse, opener.identity);
          break;
        }
        if (word.case === CASE.mark || word === EDGE) break;
      }
  }
  // The nearest words of content on both sides, over small words: "capital of the X", "X has been appointed".
  to.add(163, content(layout, sentence, run.start - 1, -1).identity);
  to.add(164, content(layout, sentence, run.end, 1).identity);
}

const SMALL = classBit("function-word") | classBit("connector");

function content(layout: Layout, sentence: Run, from: number, step: 1 | -1): Word {
  for (let i = 0, at = from; i < 4; i++, at += step) {
    const word = wordAt(layout, sentence, at);
    if (word === EDGE || (word.case === CASE.lower && !has(word, SMALL))) return word;
  }
  return EDGE;
}
