import { classBit } from "../lexicon/classes.ts";
import { feature } from "../tagger/feature.ts";
import { Block, type Gathering } from "../tagger/gathering.ts";
import { spellOut } from "./acronyms.ts";
import { Cohesion } from "./cohesion.ts";
import { matchPhrases } from "./gazetteer.ts";
import { type Layout, type Run, wordAt } from "./layout.ts";
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
}

export function contextOf(layout: Layout): Context {
  return {
    layout,
    statistics: countForms(layout),
    phrases: matchPhrases(layout),
    spelled: spellOut(layout),
    cohesion: new Cohesion(layout),
  };
}

/** Adds the features of word number `i` as one pass sees it. */
export function gather(to: Gathering, context: Context, i: number): void {
  const { layout, statistics } = context;
  const sentence = layout.sentences[layout.sentenceOf[i]!]!;
  const word = layout.words[i]!;
  const near: Word[] = [];
  for (let place = -OWN; place <= OWN; place++) near.push(wordAt(layout, sentence, i + place));
  for (let place = 0; place <= 2 * OWN; place++) to.addBlock(ownBlock(near[place]!), place);
  addShape(to, layout, sentence, i, near);
  addClasses(to, near);
  addWords(to, near);
  to.add(92, near[2]!.ending, word.ending);
  to.add(93, word.ending, near[4]!.ending);
  addPhrases(to, context.phrases, i, word);
  addTies(to, context, i);
  const run = layout.runs[layout.runOf[i]!];
  if (run) addRun(to, layout, sentence, run, i);
  else to.add(700, near[2]!.coarse, near[4]!.coarse);
  const alone = !run || run.end - run.start === 1;
  if (alone) statistics.addAlone(to, i);
  else statistics.addJoined(to, i);
  if (run && !alone) to.addBlock(statistics.ofHead(run.end - 1), 0);
}

const CONTENT = ~(classBit("public") | classBit("function-word"));
const OWN = 3;

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

function addShape(to: Gathering, layout: Layout, sentence: Run, i: number, near: readonly Word[]): void {
  const [, , before, word, after] = near as [Word, Word, Word, Word, Word];
  const initial = i === sentence.start ? 1 : i === sentence.start + 1 ? 2 : 0;
  const shouted = layout.shouted[layout.sentenceOf[i]!]!;
  to.add(2, word.collapsed, initial);
  to.add(5, feature(0, before.collapsed, word.collapsed), after.collapsed);
  to.add(6, shouted * 8 + word.case, initial);
  to.add(7, word.coarse, initial);
  to.add(8, word.coarse, shouted);
  const number = layout.sentenceOf[i]!;
  const isFirst = number < 2 ? number : number >= layout.sentences.length - 2 ? 3 : 2;
  const length = Math.min(7, (sentence.end - sentence.start) >> 1);
  const ended = ENDS.has(layout.words[sentence.end - 1]!.text.at(-1)!) ? 1 : 0;
  to.add(10, isFirst * 16 + length * 2 + ended, word.case);
  to.add(11, isFirst * 2 + ended, word.coarse);
}

function addClasses(to: Gathering, near: readonly Word[]): void {
  const [c0, c1, c2, c3] = [near[0]!.coarse, near[1]!.coarse, near[2]!.coarse, near[3]!.coarse];
  const [c4, c5, c6] = [near[4]!.coarse, near[5]!.coarse, near[6]!.coarse];
  to.add(30, c2, c3);
  to.add(31, c3, c4);
  to.add(32, c1, c2);
  to.add(33, c4, c5);
  to.add(34, c2, c4);
  to.add(35, c2 * 1024 + c3, c4);
  to.add(36, c1 * 1024 + c2, c3);
  to.add(37, c3 * 1024 + c4, c5);
  to.add(38, c0 * 1024 + c1, c2);
  to.add(39, c4 * 1024 + c5, c6);
}

function addWords(to: Gathering, near: readonly Word[]): void {
  to.add(70, near[2]!.identity, near[3]!.identity);
  to.add(71, near[3]!.identity, near[4]!.identity);
  to.add(72, near[1]!.identity, near[2]!.identity);
  to.add(73, near[4]!.identity, near[5]!.identity);
  to.add(74, near[2]!.identity, near[4]!.identity);
}

function addPhrases(to: Gathering, phrases: Uint8Array, i: number, word: Word): void {
  to.add(100, phrases[i]!);
  to.add(101, phrases[i - 1] ?? 0, phrases[i]!);
  to.add(102, phrases[i]!, phrases[i + 1] ?? 0);
  to.add(103, phrases[i]!, word.coarse);
}

function addTies(to: Gathering, { spelled, cohesion }: Context, i: number): void {
  to.add(150, spelled[i]!, spelled[i + 1] ?? 0);
  to.add(151, cohesion.between(i - 1));
  to.add(152, cohesion.between(i));
}

const BODY = classBit("organization-head") | classBit("company-suffix");
const WHERE = classBit("place-head") | classBit("facility-head");

function addRun(to: Gathering, layout: Layout, sentence: Run, run: Run, i: number): void {
  const { words } = layout;
  const [first, head] = [words[run.start]!, words[run.end - 1]!];
  const length = Math.min(6, run.end - run.start);
  const [left, right] = [Math.min(5, i - run.start), Math.min(5, run.end - 1 - i)];
  const place = left * 6 + right;
  const before = wordAt(layout, sentence, run.start - 1);
  const before2 = wordAt(layout, sentence, run.start - 2);
  const after = wordAt(layout, sentence, run.end);
  const after2 = wordAt(layout, sentence, run.end + 1);
  to.add(110, place);
  to.add(111, length, left);
  to.add(112, head.coarse, right);
  to.add(113, first.coarse, left);
  to.add(114, before.coarse, left);
  to.add(115, after.coarse, right);
  to.add(116, before.coarse, after.coarse);
  to.add(117, before.coarse * 1024 + after.coarse, length);
  to.add(118, before2.coarse, before.coarse);
  to.add(119, after.coarse, after2.coarse);
  to.add(120, head.coarse * 1024 + first.coarse, length);
  to.add(121, head.identity, right);
  to.add(122, first.identity, left);
  to.add(123, before.identity, left === 0 ? 1 : 0);
  to.add(124, after.identity, right === 0 ? 1 : 0);
  to.add(125, before2.identity);
  to.add(126, head.suffixes[2] ?? 0, right);
  to.add(127, first.suffixes[2] ?? 0, left);
  to.add(128, head.suffixes[1] ?? 0, length);
  to.add(129, before.identity, after.identity);
  to.add(130, head.coarse * 1024 + before.coarse, length);
  to.add(131, head.coarse * 1024 + after.coarse, length);
  to.add(132, runKinds(words, run), place);
  to.add(133, words[i]!.coarse * 64 + place, head.coarse);
  addNeighbour(to, layout, sentence, run);
  addApposition(to, layout, sentence, run, left);
}

/** Which kinds of heads a run has, as bits. */
function runKinds(words: readonly Word[], run: Run): number {
  let kinds = 0;
  for (let i = run.start; i < run.end; i++) {
    const { classes } = words[i]!;
    if (classes & BODY) kinds |= 1;
    if (classes & WHERE) kinds |= 2;
    if (has(words[i]!, "title")) kinds |= 4;
    if (has(words[i]!, "given-name")) kinds |= 8;
    if (words[i]!.case === CASE.lower) kinds |= 16;
  }
  return kinds;
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

function content(layout: Layout, sentence: Run, from: number, step: 1 | -1): Word {
  for (let i = 0, at = from; i < 4; i++, at += step) {
    const word = wordAt(layout, sentence, at);
    if (word === EDGE || (word.case === CASE.lower && !has(word, "function-word") && !has(word, "connector")))
      return word;
  }
  return EDGE;
}
