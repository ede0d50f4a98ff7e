import type { Attribution, Has, Role, Span } from "../document.ts";
import { speakerNoun } from "./codes.ts";
import type { Paragraph } from "./items.ts";

/** A line where a colon is the cue: speaker and content by its layout. */
export interface LabelRule {
  readonly id: string;
  readonly reason: string;
  readonly pattern: RegExp;
  /** Blocks that it is tried on; all where absent. */
  readonly role?: Role;
  /** Lines of the document that must have the layout before it is believed. */
  readonly least: number;
  /** A speaker in ordinary letters must be a name that was found, or a noun for people and papers. */
  readonly isNamed: boolean;
  readonly matches: readonly string[];
  readonly rejects: readonly string[];
}

/** The layouts, the first that fits a line wins. In examples, `[speaker …]` is the speaker. */
export const labelRules: readonly LabelRule[] = [
  {
    id: "headline-content-speaker",
    reason: "“Rain to last till May: experts”",
    pattern: /^(?<content>[^\n]{12,300}): (?<speaker>[^:\n]{2,60})$/du,
    role: "headline",
    least: 1,
    isNamed: true,
    matches: ["Rain to last till May: [speaker experts]", "Dam is safe for now: [speaker water ministry]"],
    rejects: ["What we know so far: the dam in pictures", "Harvest festival opens at 19:30"],
  },
  {
    id: "headline-speaker-content",
    reason: "“Experts: rain to last till May”",
    pattern: /^(?<speaker>[^:\n]{2,60}): (?<content>[^\n]{12,300})$/du,
    role: "headline",
    least: 1,
    isNamed: true,
    matches: [
      "[speaker Officials]: Bridge to stay closed all winter",
      "[speaker Study]: Bees prefer the city to the fields",
    ],
    rejects: ["Exclusive: Inside the flooded library", "Live: Bridge reopens after two years"],
  },
  {
    id: "transcript-turn",
    reason: "“MR. HOLM: Thank you all for coming.”: a speaker in capitals before each turn",
    pattern: /^(?<speaker>(?:[\p{Lu}][\p{Lu}.'’-]{1,20} ){0,4}[\p{Lu}][\p{Lu}.'’-]{1,20}): ?(?<content>\S[^\n]*)$/du,
    least: 2,
    isNamed: false,
    matches: ["[speaker MR. HOLM]: Thank you all for coming.\n[speaker REPORTER]: Will the bridge open?"],
    rejects: ["UPDATE: The bridge has opened.", "Holm: a life in pictures"],
  },
];

// What stands before a colon in capitals and speaks no word.
const NOT_SPEAKERS =
  /^(?:UPDATE|WATCH|READ|LISTEN|VIDEO|PHOTOS?|BREAKING|LIVE|NOTE|MORE|RELATED|FILE|CORRECTION|EXCLUSIVE|OPINION|ANALYSIS|EDITOR.S NOTE|URL|TEL|FAX|RT)$/u;

/** Finds the lines that a colon attributes; the key is the place of the paragraph. */
export function findLabelled(
  doc: Has<"blocks" | "mentions">,
  paragraphs: readonly Paragraph[],
): Map<number, Attribution> {
  const named = new Map(doc.mentions.map((mention) => [mention.end, mention]));
  const found = new Map<number, Attribution>();
  for (const rule of labelRules) {
    const fits = paragraphs.flatMap((paragraph, p) => {
      const attribution = found.has(p) ? null : applyRule(doc, rule, paragraph, named);
      return attribution ? [[p, attribution] as const] : [];
    });
    if (fits.length >= rule.least) for (const [p, attribution] of fits) found.set(p, attribution);
  }
  return found;
}

const LONGEST_LINE = 4000;

function applyRule(
  doc: Has<"blocks">,
  rule: LabelRule,
  paragraph: Paragraph,
  named: ReadonlyMap<number, Span & { readonly type: string }>,
): Attribution | null {
  const { start, end, block } = paragraph;
  if (rule.role && doc.blocks[block]?.role !== rule.role) return null;
  const match = end - start > LONGEST_LINE ? null : rule.pattern.exec(doc.raw.slice(start, end));
  const groups = match?.indices?.groups;
  if (!groups?.speaker || !groups.content) return null;
  const speaker = { start: start + groups.speaker[0], end: start + groups.speaker[1] };
  const content = { start: start + groups.content[0], end: start + groups.content[1] };
  const name = doc.raw.slice(speaker.start, speaker.end);
  if (NOT_SPEAKERS.test(name) || (rule.isNamed && !isSpeaker(name, speaker, named))) return null;
  const colon = doc.raw.indexOf(":", Math.min(speaker.end, content.end));
  return {
    parts: [content],
    kind: "indirect",
    cue: { start: colon, end: colon + 1, lemma: ":", class: "speech" },
    speaker,
    rule: rule.id,
    confidence: 0.7,
  };
}

function isSpeaker(
  name: string,
  { start, end }: Span,
  named: ReadonlyMap<number, Span & { readonly type: string }>,
): boolean {
  const mention = named.get(end);
  if (mention && mention.start >= start && (mention.type === "person" || mention.type === "organization")) return true;
  return speakerNoun(name.toLowerCase().split(/\s+/u).at(-1)!) && name.split(/\s+/u).length <= 5;
}
