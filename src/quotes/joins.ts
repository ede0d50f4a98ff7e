import type { Span } from "../document.ts";
import type { Reading } from "./choose.ts";
import type { Item, ItemSentence, Paragraph } from "./items.ts";
import { spanOf } from "./phrases.ts";

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
  readonly rule: string;
  readonly confidence: number;
}

/** Joins quotations that have no cue of their own to the attribution that they continue. */
export function joinRuns(paragraphs: readonly Paragraph[], drafts: readonly Draft[][][]): Joined[] {
  const joined: Joined[] = [];
  // The attribution that a quotation at the start of the next paragraph would continue.
  let carried: Joined | null = null;
  paragraphs.forEach((paragraph, p) => {
    let last: Joined | null = null;
    paragraph.sentences.forEach((sentence, s) => {
      const own = drafts[p]![s]!.map(attributionOf);
      const leading = continuation(sentence, own, last ?? carried, last !== null);
      if (leading) last = leading;
      joined.push(...own);
      for (const run of leftOver(sentence, [...own, ...(leading ? [leading] : [])])) {
        const speaker = (own[0] ?? last)?.speaker ?? null;
        if (!isQuotation(run) || !speaker) continue;
        joined.push({
          draft: null,
          parts: [spanOf([run], { from: 0, to: 1 })],
          speaker,
          rule: "left-over-run",
          confidence: 0.5,
        });
      }
      if (own.length) last = own.at(-1)!;
    });
    const ending = paragraph.sentences.at(-1)?.items.findLast((item) => item.isWord || item.run);
    carried = ending?.run && last && covers(last, ending) ? last : null;
  });
  return joined;
}

function attributionOf(draft: Draft): Joined {
  const { items } = draft.sentence;
  const { subject, place } = draft.reading.frame;
  return {
    draft,
    parts: draft.reading.parts.map((part) => spanOf(items, part)),
    speaker: subject.mention ? spanOf(items, subject.mention) : null,
    rule: `${place.side}-${subject.position}`,
    confidence: draft.reading.probability,
  };
}

const covers = ({ parts }: Joined, span: Span) =>
  parts.some((part) => part.start <= span.start && part.end >= span.end);

/** Gives a sentence of nothing but quotation to the attribution before it; returns that where it did. */
function continuation(
  sentence: ItemSentence,
  own: readonly Joined[],
  before: Joined | null,
  sameParagraph: boolean,
): Joined | null {
  const words = sentence.items.filter((item) => item.isWord);
  const runs = sentence.items.filter((item) => item.run);
  if (own.length || words.length || !runs.length || !before) return null;
  if (sameParagraph && !before.parts.some((part) => part.end > part.start)) return null;
  before.parts.push({ start: runs[0]!.start, end: runs.at(-1)!.end });
  return before;
}

const leftOver = (sentence: ItemSentence, taken: readonly Joined[]): Item[] =>
  sentence.items.filter((item) => item.run && !taken.some((joined) => covers(joined, item)));

const LONG_RUN = 5;
const isQuotation = (run: Item) => run.text.split(/\s+/u).length >= LONG_RUN;
