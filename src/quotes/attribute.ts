import type { Attribution, Cue, Has } from "../document.ts";
import { type Content, findContent, trimMarks } from "./contents.ts";
import { type CueUse, findCues } from "./cues.ts";
import { endOf } from "./ends.ts";
import { type Clauses, findParagraphs } from "./items.ts";
import { joinRuns } from "./joins.ts";
import { kindOf } from "./kinds.ts";
import { type Range, spanOf } from "./phrases.ts";
import { findSubject, type Subject } from "./subjects.ts";

/** An attribution as its sentence has it, before neighbouring quotations are joined to it. */
export interface Draft {
  readonly sentence: Clauses;
  readonly cue: CueUse;
  readonly subject: Subject;
  readonly content: Content;
}

/** Finds what the article reports somebody as saying: content, cue and the mention of the speaker beside it. */
export function findAttributions(doc: Has<"blocks" | "sentences" | "mentions">): Attribution[] {
  const paragraphs = findParagraphs(doc);
  const runs = paragraphs.flatMap((paragraph) => paragraph.runs);
  const drafts = paragraphs.map((paragraph) => paragraph.sentences.map(draftSentence));
  return joinRuns(paragraphs, drafts).map(({ draft, parts, speaker, rule }) => ({
    parts,
    kind: kindOf(doc.raw, parts, runs),
    cue: draft ? cueOf(draft) : null,
    speaker,
    rule,
    confidence: 0.5,
  }));
}

function cueOf({ sentence, cue }: Draft): Cue {
  return { ...spanOf(sentence.items, { from: cue.at, to: cue.to }), lemma: cue.verb.lemma, class: cue.verb.class };
}

function draftSentence(sentence: Clauses): Draft[] {
  const { items, isTitle } = sentence;
  const drafts: Draft[] = [];
  let floor = 0;
  let earlier: Range | null = null;
  const uses = findCues(items, isTitle);
  for (const cue of uses) {
    const last = drafts.at(-1);
    const subject = findSubject(items, cue, earlier, last ? Math.min(last.cue.to, cue.from) : 0);
    if (last && last.content.side === "right") {
      const end = endOf(items, last, subject.group.from);
      if (end > cue.at) continue;
      drafts[drafts.length - 1] = {
        ...last,
        content: { ...last.content, parts: [trimMarks(items, { from: last.content.parts[0]!.from, to: end })] },
      };
      floor = end;
    }
    const content = findContent(items, cue, subject, Math.min(floor, subject.group.from), items.length);
    if (!content || (!subject.mention && cue.shape !== "passive")) continue;
    drafts.push({ sentence, cue, subject, content });
    earlier = subject.mention;
    floor = Math.max(cue.to, subject.group.to);
  }
  return drafts.map((draft) => closed(items, draft)).filter((draft) => draft.content.parts.length > 0);
}

function closed(items: Clauses["items"], draft: Draft): Draft {
  const { content } = draft;
  if (content.side !== "right") return draft;
  const from = content.parts[0]!.from;
  const to = Math.min(content.parts[0]!.to, endOf(items, draft, items.length));
  const part = trimMarks(items, { from, to });
  return { ...draft, content: { ...content, parts: part.to > part.from ? [part] : [] } };
}
