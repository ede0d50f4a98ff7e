import { classBit } from "../lexicon/classes.ts";
import type { Gathering } from "../tagger/gathering.ts";
import { templatesOf } from "../tagger/templates.ts";
import { type Layout, RUN_KIND, type Run, wordAt } from "./layout.ts";
import { CASE, EDGE, has, type Word } from "./word.ts";

/** Places of the values of a run. */
const AT = {
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
const values = new Int32Array(27);

const IN_RUN = templatesOf(
  [110, AT.place],
  [111, AT.length, AT.left],
  [112, AT.head, AT.right],
  [113, AT.first, AT.left],
  [114, AT.before, AT.left],
  [115, AT.after, AT.right],
  [116, AT.before, AT.after],
  [117, AT.around, AT.length],
  [118, AT.before2, AT.before],
  [119, AT.after, AT.after2],
  [120, AT.firstAndHead, AT.length],
  [121, AT.headWord, AT.right],
  [122, AT.firstWord, AT.left],
  [123, AT.wordBefore, AT.isFirst],
  [124, AT.wordAfter, AT.isLast],
  [125, AT.wordBefore2],
  [126, AT.headEnding, AT.right],
  [127, AT.firstEnding, AT.left],
  [128, AT.headEnding2, AT.length],
  [129, AT.wordBefore, AT.wordAfter],
  [130, AT.headAndBefore, AT.length],
  [131, AT.headAndAfter, AT.length],
  [132, AT.kinds, AT.place],
  [133, AT.wordAndPlace, AT.head],
);

/** Adds the features that word number `i` has as a part of its run. */
export function addRun(to: Gathering, layout: Layout, sentence: Run, run: Run, i: number): void {
  const { words } = layout;
  const [first, head] = [words[run.start]!, words[run.end - 1]!];
  const before = wordAt(layout, sentence, run.start - 1);
  const after = wordAt(layout, sentence, run.end);
  const [left, right] = [Math.min(5, i - run.start), Math.min(5, run.end - 1 - i)];
  values[AT.left] = left;
  values[AT.right] = right;
  values[AT.place] = left * 6 + right;
  values[AT.length] = Math.min(6, run.end - run.start);
  values[AT.isFirst] = left === 0 ? 1 : 0;
  values[AT.isLast] = right === 0 ? 1 : 0;
  values[AT.first] = first.coarse;
  values[AT.head] = head.coarse;
  values[AT.before] = before.coarse;
  values[AT.before2] = wordAt(layout, sentence, run.start - 2).coarse;
  values[AT.after] = after.coarse;
  values[AT.after2] = wordAt(layout, sentence, run.end + 1).coarse;
  values[AT.around] = before.coarse * 1024 + after.coarse;
  values[AT.firstAndHead] = head.coarse * 1024 + first.coarse;
  values[AT.headAndBefore] = head.coarse * 1024 + before.coarse;
  values[AT.headAndAfter] = head.coarse * 1024 + after.coarse;
  values[AT.wordAndPlace] = words[i]!.coarse * 64 + left * 6 + right;
  values[AT.kinds] = layout.runKinds[layout.runOf[i]!]! & ~RUN_KIND.placeHead;
  values[AT.firstWord] = first.identity;
  values[AT.headWord] = head.identity;
  values[AT.wordBefore] = before.identity;
  values[AT.wordBefore2] = wordAt(layout, sentence, run.start - 2).identity;
  values[AT.wordAfter] = after.identity;
  values[AT.firstEnding] = first.suffixes[2] ?? 0;
  values[AT.headEnding] = head.suffixes[2] ?? 0;
  values[AT.headEnding2] = head.suffixes[1] ?? 0;
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
