import { classBit } from "../lexicon/classes.ts";
import { fold, lookUp } from "../lexicon/lexicon.ts";
import { EVENT_RULES, type EventRule } from "./event-rules.ts";
import type { Found } from "./labels.ts";
import { type Layout, type Run, wordAt } from "./layout.ts";
import { CASE, has } from "./word.ts";

/** An event among words, and the rule that found it. */
export interface FoundEvent extends Run {
  readonly rule: string;
}

const FUNCTION_WORD = classBit("function-word");
const COMMON = classBit("common");
const CITY = classBit("city");
const NATION = classBit("country") | classBit("demonym");

/** Finds named events; `names` are those of the tagger, which an event may hold but not cut across. */
export function findEventNames(layout: Layout, names: readonly Found[]): FoundEvent[] {
  const found: FoundEvent[] = [];
  for (const run of layout.runs) {
    const at = found.at(-1)?.end ?? 0;
    if (run.start < at) continue;
    const heads = headsAround(layout, run);
    const event = heads ? eventIn(layout, run, heads) : null;
    if (event && !names.some((name) => cutsAcross(name, event))) found.push(event);
  }
  return found;
}

/** The rules, as bits, that have a head in a run or right after it: mostly none. */
function headsAround({ words }: Layout, { start, end }: Run): number {
  let heads = 0;
  for (let i = start; i <= end && i < words.length; i++) {
    const word = words[i]!;
    if (word.eventHeads < 0) word.eventHeads = headsOf(word.text);
    heads |= word.eventHeads;
  }
  return heads;
}

const headsOf = (text: string) =>
  EVENT_RULES.reduce((bits, { head }, i) => (head.test(text) ? bits | (1 << i) : bits), 0);

function eventIn(layout: Layout, run: Run, heads: number): FoundEvent | null {
  for (const [i, rule] of EVENT_RULES.entries()) {
    if ((heads & (1 << i)) === 0) continue;
    const span = rule.city
      ? beforeHead(layout, run, rule)
      : rule.opens
        ? fromHead(layout, run, rule)
        : toHead(layout, run, rule);
    if (span && span.end - span.start >= rule.words && !isBody(layout, span)) return { ...span, rule: rule.id };
  }
  return null;
}

/** From the first word of the run that can begin a name to the last head in it. */
function toHead(layout: Layout, run: Run, { head, after }: EventRule): Run | null {
  const { words } = layout;
  const sentence = layout.sentences[layout.sentenceOf[run.start]!]!;
  let end = run.end;
  while (end > run.start && !head.test(words[end - 1]!.text)) end--;
  let start = run.start;
  while (start < end && (has(words[start]!, FUNCTION_WORD) || words[start]!.case === CASE.mark)) start++;
  // "Delegates of the Hanoi Summit left": the first word of a sentence may have its capital from there.
  if (start === sentence.start && has(words[start]!, COMMON) && wordAt(layout, sentence, start + 1).text === "of")
    start += wordAt(layout, sentence, start + 2).text === "the" ? 3 : 2;
  if (end <= start || words.slice(start, end).some((word) => word.text === "-")) return null;
  if (!after) return { start, end };
  const before = [end - 2, start - 1, start - 2, start - 3].map((at) => wordAt(layout, sentence, at).text);
  return before.some((text) => after.test(text)) ? { start, end } : null;
}

function fromHead({ words }: Layout, run: Run, { head }: EventRule): Run | null {
  for (let start = run.start; start < run.end; start++)
    if (head.test(words[start]!.text)) return { start, end: run.end };
  return null;
}

/** A run that is a city, and a head after it. */
function beforeHead(layout: Layout, run: Run, { head }: EventRule): Run | null {
  const { words } = layout;
  const sentence = layout.sentences[layout.sentenceOf[run.start]!]!;
  const isHead = head.test(wordAt(layout, sentence, run.end).text);
  const end = isHead ? run.end : run.end - 1;
  if (!isHead && !head.test(words[end]!.text)) return null;
  const { classes } = lookUp(
    fold(
      words
        .slice(run.start, end)
        .map((word) => word.text)
        .join(" "),
    ),
  );
  return classes & CITY && !(classes & NATION) ? { start: run.start, end: end + 1 } : null;
}

/** "World Economic Forum": a body of that name is known. */
const isBody = ({ words }: Layout, { start, end }: Run) =>
  (lookUp(
    words
      .slice(start, end)
      .map((word) => word.folded)
      .join(" "),
  ).classes &
    classBit("organization")) !==
  0;

const cutsAcross = (name: Found, event: Run) =>
  name.start < event.end && event.start < name.end && (name.start < event.start || name.end > event.end);
