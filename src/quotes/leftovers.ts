import type { Span } from "../document.ts";
import { utteranceNoun } from "./codes.ts";
import { SIDES } from "./contents.ts";
import { findCues } from "./cues.ts";
import type { ItemSentence } from "./item-sentences.ts";
import type { Item, Paragraph } from "./items.ts";
import type { Joined } from "./joins.ts";
import { isColon, isFiniteVerb, phraseBefore, type Range, spanOf } from "./phrases.ts";
import { Features } from "./ranker.ts";
import { clauseSubject, findSubjects } from "./subjects.ts";

/** What stands around a quotation that has no cue of its own. */
export interface Context {
  readonly paragraph: Paragraph;
  readonly sentence: ItemSentence;
  /** Place of the sentence in its paragraph. */
  readonly index: number;
  /** Attributions of the same sentence. */
  readonly own: readonly Joined[];
  /** The attribution before it in the paragraph, and how many sentences ago. */
  readonly last: Joined | null;
  readonly distance: number;
  /** The attribution before the paragraph, and how the paragraph before ended. */
  readonly before: { readonly last: Joined | null; readonly ending: Ending } | null;
  readonly sentenceBefore: ItemSentence | null;
}

type Ending = "open" | "quotation" | "run" | "words";
const ENDINGS: readonly Ending[] = ["open", "quotation", "run", "words"];

const OPTIONS = [
  "continued",
  "carried",
  "same-sentence",
  "subject",
  "sentence-before",
  "speaker-before",
  "resumed",
  "owner",
] as const;

/** A speaker for a left-over quotation: that of an attribution which it continues, or a mention nearby. */
export interface JoinOption {
  readonly id: (typeof OPTIONS)[number];
  readonly joins: Joined | null;
  readonly speaker: Span | null;
}

/** The speakers that a left-over quotation may have. */
export function joinOptions(
  { sentence, own, last, before, sentenceBefore }: Context,
  [run]: readonly Item[],
): JoinOption[] {
  const options: JoinOption[] = [];
  if (last) options.push({ id: "continued", joins: last, speaker: last.speaker });
  else if (before?.last) options.push({ id: "carried", joins: before.last, speaker: before.last.speaker });
  const nearest =
    own.findLast(
      (found) => found.draft && found.draft.sentence.items[found.draft.reading.frame.cue.at]!.start < run!.start,
    ) ?? own[0];
  if (nearest?.speaker) options.push({ id: "same-sentence", joins: null, speaker: nearest.speaker });
  if (nearest) options.push({ id: "resumed", joins: nearest, speaker: nearest.speaker });
  const owner = ownerBefore(sentence, run!);
  if (owner) options.push({ id: "owner", joins: null, speaker: owner });
  const subject = subjectBefore(sentence, run!);
  if (subject) options.push({ id: "subject", joins: null, speaker: subject });
  const earlier = sentenceBefore && !last ? subjectOf(sentenceBefore) : null;
  if (earlier) options.push({ id: "sentence-before", joins: null, speaker: earlier });
  if (last?.speaker) options.push({ id: "speaker-before", joins: null, speaker: last.speaker });
  return options;
}

/** The subject of the clause that leads to a quotation. */
function subjectBefore({ items }: ItemSentence, run: Item): Span | null {
  const at = items.indexOf(run);
  const subject = clauseSubject(items, 0, at, 1) ?? clauseSubject(items, at, items.length, 1);
  return subject && spanOf(items, subject);
}

const FARTHEST_NOUN = 8;

/** "her remark that “…”", "from Roe's letter: “…”": whose words the noun before a quotation announces. */
function ownerBefore({ items }: ItemSentence, run: Item): Span | null {
  const at = items.indexOf(run);
  for (let i = at - 1; i >= Math.max(1, at - FARTHEST_NOUN); i--) {
    if (items[i]!.run || isFiniteVerb(items, i)) return null;
    if (!utteranceNoun(items[i]!.lower)) continue;
    for (let owner = i - 1; owner >= Math.max(0, i - 4); owner--) {
      if (/^(?:his|her|their|my)$/u.test(items[owner]!.lower)) return spanOf(items, { from: owner, to: owner + 1 });
      if (!/^['’]s$/u.test(items[owner]!.lower)) continue;
      const phrase = phraseBefore(items, owner, 0);
      return phrase && spanOf(items, phrase);
    }
  }
  return null;
}

/** The subject of a sentence's last reporting verb, else of its first verb. */
function subjectOf({ items, isTitle }: ItemSentence): Span | null {
  const cue = findCues(items, isTitle).at(-1);
  const subject: Range | null =
    (cue && findSubjects(items, cue, null)[0]?.mention) || clauseSubject(items, 0, items.length, 1);
  return subject && spanOf(items, subject);
}

const bucket = (n: number): number => (n < 5 ? n : n < 8 ? 5 : n < 14 ? 6 : n < 25 ? 7 : 8);

/** What speaks for and against an option. */
export function joinFeatures(option: JoinOption, context: Context, runs: readonly Item[]): Features {
  const { sentence, index, own, last, distance, before, sentenceBefore, paragraph } = context;
  const { items } = sentence;
  const id = OPTIONS.indexOf(option.id);
  const at = items.indexOf(runs[0]!);
  const text = runs.map((run) => run.text).join(" ");
  const words = bucket(text.split(/\s+/u).length);
  const isWhole = items.some((item) => item.isWord) ? 0 : 1;
  const closing = closingOf(text);
  const opensUpper = /^\P{L}*\p{Lu}/u.test(text) ? 1 : 0;
  const code = (i: number) => items[i]?.code ?? 0;
  const colon = at === 0 && sentenceBefore?.items.some((item, i, all) => isColon(item) && i >= all.length - 1) ? 1 : 0;
  const ending = before ? ENDINGS.indexOf(before.ending) : 4;
  const kind = last ? kindCode(last) : before?.last ? 16 + kindCode(before.last) : 40;
  const out = new Features(20);
  out.add(120, id);
  out.add(121, id, words * 2 + opensUpper);
  out.add(122, id, closing * 2 + opensUpper);
  out.add(123, id, isWhole * 16 + words);
  out.add(124, id, code(at - 1));
  out.add(125, id, code(at + runs.length));
  out.add(126, id, code(at - 2));
  out.add(127, id, isWhole * 8 + ending);
  out.add(128, id, isWhole * 64 + kind);
  out.add(129, id, Math.min(index, 4) * 8 + Math.min(distance, 4));
  out.add(130, id, Math.min(own.length, 3) * 16 + words);
  out.add(131, id, colon * 2 + isWhole);
  out.add(132, id * 64 + code(at - 1), words * 2 + opensUpper);
  out.add(133, id * 8 + closing, code(at + runs.length));
  out.add(134, id, paragraph.sentences.length === 1 ? 1 : 0);
  out.add(135, id * 8 + ending, isWhole * 8 + Math.min(index, 3));
  out.add(136, id, runs[0]!.run!.open ? 1 : 0);
  out.add(137, id, sentence.isTitle ? 1 : 0);
  out.add(138, id * 8 + closing, words * 2 + opensUpper);
  out.add(139, id, isWhole * 8 + Math.min(distance, 4));
  return out;
}

/** How a quotation ends: full stop, comma, question, other mark, a word. */
function closingOf(text: string): number {
  const mark = /(.)["'”’»]*$/u.exec(text)?.[1] ?? "";
  return mark === "." ? 0 : mark === "," ? 1 : mark === "?" || mark === "!" ? 2 : /\p{L}|\p{N}/u.test(mark) ? 3 : 4;
}

/** Side of an attribution's content, and whether it is more than one part. */
const kindCode = ({ draft, parts }: Joined): number =>
  (draft ? SIDES.indexOf(draft.reading.frame.place.side) : 3) * 4 +
  Math.min(parts.length - 1, 1) * 2 +
  (draft?.sentence.items[draft.reading.parts[0]!.from]?.run ? 1 : 0);
