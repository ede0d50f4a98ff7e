import type { Span } from "../document.ts";
import type { Reading } from "./choose.ts";
import type { ItemSentence } from "./item-sentences.ts";
import type { Item, Paragraph } from "./items.ts";
import { type Context, type JoinOption, joinFeatures, joinOptions } from "./leftovers.ts";
import { spanOf } from "./phrases.ts";
import type { Features } from "./ranker.ts";
import { runIn } from "./sums.ts";

/** An attribution as its sentence has it, before neighbouring quotations are joined to it. */
export interface Draft {
  readonly sentence: ItemSentence;
  readonly reading: Reading;
}

/** An attribution whose content may reach over several sentences and paragraphs. */
export interface Joined {
  readonly draft: Draft | null;
  readonly parts: Span[];
  readonly speaker: Span | null;
  readonly via?: Span;
  readonly rule: string;
  readonly confidence: number;
}

/** Chooses among the options for a left-over quotation: the index of one, or -1 for none; with its probability. */
export type Chooser = (
  options: readonly JoinOption[],
  features: readonly Features[],
  run: Span,
) => [index: number, probability: number];

/** The rule of a quotation that stands alone and has the words of another: what is beside it tells nothing of it. */
export const PULL_QUOTE = "quotation-repeated";

/** Gives quotations that have no cue of their own to the attribution that they continue, or to a speaker nearby. */
export function joinRuns(
  paragraphs: readonly Paragraph[],
  drafts: readonly (readonly (readonly Draft[])[])[],
  choose: Chooser,
  isRepeat: (run: Span) => boolean = () => false,
): Joined[] {
  const joined: Joined[] = [];
  let before: Context["before"] = null;
  let sentenceBefore: ItemSentence | null = null;
  paragraphs.forEach((paragraph, p) => {
    let last: Joined | null = null;
    let distance = 0;
    paragraph.sentences.forEach((sentence, s) => {
      const own = drafts[p]![s]!.map(attributionOf);
      joined.push(...own);
      for (const group of leftOver(sentence, own)) {
        const run = { start: group[0]!.start, end: group.at(-1)!.end };
        if (fills(run, paragraph) && isRepeat(run)) {
          joined.push({ draft: null, parts: [run], speaker: null, rule: PULL_QUOTE, confidence: 1 });
          continue;
        }
        const context: Context = { paragraph, sentence, index: s, own, last, distance, before, sentenceBefore };
        const found = joinGroup(group, context, choose);
        if (found && !joined.includes(found)) joined.push(found);
        if (found) [last, distance] = [found, 0];
      }
      const speaking = own.findLast(hasRun) ?? own.at(-1);
      if (speaking) [last, distance] = [speaking, 0];
      else distance++;
      sentenceBefore = sentence;
    });
    before = contextAfter(paragraph, last);
  });
  return joined;
}

/** Takes a left-over quotation as one of its options has it; the attribution that it went to, or null. */
function joinGroup(items: readonly Item[], context: Context, choose: Chooser): Joined | null {
  const run = { start: items[0]!.start, end: items.at(-1)!.end };
  const { before, index: place, sentence } = context;
  // The mark was not closed at the end of the paragraph before: by convention the same quotation goes on.
  if (before?.ending === "open" && before.last && place === 0 && items[0] === sentence.items[0]) {
    before.last.parts.push(run);
    return before.last;
  }
  const options = joinOptions(context, items);
  const [index, confidence] = choose(
    options,
    options.map((option) => joinFeatures(option, context, items)),
    run,
  );
  const option = options[index];
  if (!option) return null;
  if (option.joins) {
    option.joins.parts.push(run);
    return option.joins;
  }
  return { draft: null, parts: [run], speaker: option.speaker, rule: `quotation-${option.id}`, confidence };
}

const fills = (run: Span, paragraph: Span): boolean =>
  run.start - paragraph.start + paragraph.end - run.end <= STRAY_MARKS;
// A full stop or a dash beside a pull quote.
const STRAY_MARKS = 3;

function contextAfter(paragraph: Paragraph, last: Joined | null): Context["before"] {
  const ending = paragraph.sentences.at(-1)?.items.findLast((item) => item.isWord || item.run);
  if (!last) return { last: null, ending: ending?.run ? "run" : "words" };
  const isOpen = paragraph.runs.at(-1)?.open === true;
  return { last, ending: isOpen ? "open" : ending?.run ? (covers(last, ending) ? "quotation" : "run") : "words" };
}

function attributionOf(draft: Draft): Joined {
  const { items } = draft.sentence;
  const { subject, place, cue } = draft.reading.frame;
  const mention = subject.mention ? spanOf(items, subject.mention) : null;
  const parts = draft.reading.parts.map((part) => spanOf(items, part));
  const confidence = draft.reading.probability;
  // "TASS quoted Orlov as saying": Orlov speaks, TASS passes it on.
  if (mention && cue.mediated?.speaker) {
    const speaker = spanOf(items, cue.mediated.speaker);
    return { draft, parts, speaker, via: mention, rule: `${place.side}-quoted`, confidence };
  }
  const mediator = draft.reading.via ?? cue.mediated?.via;
  const via = mediator && spanOf(items, mediator);
  return { draft, parts, speaker: mention, ...(via && { via }), rule: `${place.side}-${subject.position}`, confidence };
}

const covers = ({ parts }: Joined, span: Span) =>
  parts.some((part) => part.start <= span.start && part.end >= span.end);

const hasRun = ({ draft }: Joined): boolean =>
  draft?.reading.parts.some(({ from, to }) => runIn(draft.sentence.sums, from, to) > 0) === true;

/** The quotations of a sentence that no attribution has: all together where the sentence is nothing else, else one by one. */
function leftOver(sentence: ItemSentence, taken: readonly Joined[]): Item[][] {
  if (runIn(sentence.sums, 0, sentence.items.length) === 0) return [];
  const runs = sentence.items.filter((item) => item.run && !taken.some((joined) => covers(joined, item)));
  if (runs.length > 1 && !sentence.items.some((item) => item.isWord)) return [runs];
  return runs.map((run) => [run]);
}
