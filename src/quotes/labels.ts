import type { Attribution, Has, Role, Span } from "../document.ts";
import { ruleWithoutUnicodeMode } from "../regexp.ts";
import { speakerNoun } from "./codes.ts";
import type { Paragraph } from "./items.ts";
import { initialsOf } from "./roles-words.ts";

/** A line where a colon or dash is the cue: speaker, content and cue by its layout. */
export interface LabelRule {
  readonly id: string;
  readonly reason: string;
  readonly pattern: RegExp;
  /** Blocks that it is tried on; all where absent. */
  readonly role?: Role;
  /** Lines of the document that must have the layout before it is believed. */
  readonly least: number;
  /** A speaker in ordinary letters must be a name that was found, or a noun for people and papers; in an interview one of them. */
  readonly isNamed: boolean | "once";
  /** The content is the line before: `any` line, or one of nothing but `quoted` runs; in the line itself where absent. */
  readonly before?: "any" | "quoted";
  readonly matches: readonly string[];
  readonly rejects: readonly string[];
}

const rules: readonly LabelRule[] = [
  {
    id: "headline-content-speaker",
    reason: "“Rain to last till May: experts”",
    pattern: /^(?<content>[^\n]{12,300})(?<cue>:) (?<speaker>[^:\n]{2,60})$/du,
    role: "headline",
    least: 1,
    isNamed: true,
    matches: ["Rain to last till May: [speaker experts]", "Dam is safe for now: [speaker water ministry]"],
    rejects: ["What we know so far: the dam in pictures", "Harvest festival opens at 19:30"],
  },
  {
    id: "headline-speaker-content",
    reason: "“Experts: rain to last till May”",
    pattern: /^(?<speaker>[^:\n]{2,60})(?<cue>:) (?<content>[^\n]{12,300})$/du,
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
    pattern:
      /^(?<speaker>(?:[\p{Lu}][\p{Lu}.'’-]{1,20} ){0,4}[\p{Lu}][\p{Lu}.'’-]{1,20})(?<cue>:) ?(?<content>\S[^\n]*)$/du,
    least: 2,
    isNamed: false,
    matches: [
      "[speaker MR. HOLM]: Thank you all for coming.\n[speaker REPORTER]: Will the bridge open?",
      "[speaker -]QUESTION: Will the bridge open?\n[speaker MS. ROE]: In May.",
    ],
    rejects: ["UPDATE: The bridge has opened.", "Holm: a life in pictures"],
  },
  {
    id: "transcript-question",
    reason: "“Q: Will the bridge open?”: the layout says that somebody speaks, and not who",
    // "A: “No,” says Roe" is a sentence of its own.
    pattern: /^[QA](?<cue>[.:]) ?(?<content>[^\s"“][^\n]*)$/du,
    least: 2,
    isNamed: false,
    matches: ["[speaker -]Q: Will the bridge open?\n[speaker -]A: In May."],
    rejects: ["A: Plan and B: Another"],
  },
  {
    id: "interview-turn",
    reason: "“Ann Holm: The bridge opens in May.”: a name before each of several turns",
    pattern:
      /^(?<speaker>\p{Lu}[\p{L}.'’-]{1,20}(?: \p{Lu}[\p{L}.'’-]{0,20}){0,3})(?<cue>:) (?<content>\S[^\n]*[.!?…”"’])$/du,
    least: 2,
    isNamed: "once",
    matches: [
      "[speaker Officials]: Well, the bridge is open.\n[speaker Roe]: When?\n[speaker Officials]: In May.\n[speaker Roe]: No!",
      "[speaker Officials]: The bridge will open in May.\n[speaker Residents]: And who will pay for all of it?\n[speaker Officials]: Everybody will, as ever.",
    ],
    rejects: [
      "Officials: Ann Holm.\nResidents: Bob Roe.\nExperts: Lena Ortiz.",
      "Method: Boil it.\nStep: Stir it.\nMethod: Let it cool.",
      "Officials: The bridge will open in May.",
    ],
  },
  {
    id: "embedded-post",
    reason: "“… — Ann Holm (@annholm) May 3, 2024”: a post of a social network within an article",
    pattern: /^(?<cue>[—–-]{1,2}) ?(?<speaker>[^\n(—–]{2,60}) \(@\w{1,30}\)[^\n]{0,60}$/du,
    least: 1,
    isNamed: false,
    before: "any",
    matches: ["The bridge opens in May. Come and walk across it!\n— [speaker Ann Holm] (@annholm) May 3, 2024"],
    rejects: ["The bridge opens in May.\n— Follow us (daily) for more"],
  },
  {
    id: "signature",
    reason: "“– Ann Holm” below a quotation",
    pattern:
      /^(?<cue>[—–-]{1,2}) ?(?<speaker>\p{Lu}(?:[\p{L}'’-]|\.(?=[\p{L} ]))*(?: (?:[\p{L}'’-]|\.(?=[\p{L} ]))+){0,5}(?:, [^\n]{2,60})?)[.]?$/du,
    least: 1,
    isNamed: false,
    before: "quoted",
    matches: ["“The bridge opens in May.”\n– [speaker Ann Holm]", '"The bridge opens."\n- [speaker Holm].'],
    rejects: ["The bridge opens in May.\n– Ann Holm"],
  },
];

/** The layouts, the first that fits a line wins. In examples, `[speaker …]` is the speaker. */
export const labelRules = rules.map(ruleWithoutUnicodeMode);

// What stands before a colon in capitals and speaks no word.
const NOT_SPEAKERS =
  /^(?:UPDATE|WATCH|READ|LISTEN|VIDEO|PHOTOS?|BREAKING|LIVE|NOTE|MORE|RELATED|FILE|CORRECTION|EXCLUSIVE|OPINION|ANALYSIS|EDITOR.S NOTE|URL|TEL|FAX|RT)$/u;

// Turns of whom the transcript doesn't name.
const UNNAMED = /^(?:QUESTION|ANSWER|SPEAKER|VOICE|UNIDENTIFIED .*)$/u;

// What every layout has: a colon, a dash at the start, or the letter of a turn.
const MAY_FIT = /^[—–-]|^[QA]\.|:/;

/** Finds the lines that their layout attributes, by the place of the paragraph; null for a line that only names the speaker. */
export function findLabelled(
  doc: Has<"blocks" | "mentions">,
  paragraphs: readonly Paragraph[],
): Map<number, Attribution | null> {
  const found = new Map<number, Attribution | null>();
  const lines = [...paragraphs.keys()].filter((p) =>
    MAY_FIT.test(doc.raw.slice(paragraphs[p]!.start, paragraphs[p]!.end)),
  );
  if (lines.length === 0) return found;
  const named = new Map(doc.mentions.map((mention) => [mention.end, mention]));
  for (const rule of labelRules) {
    const fits = lines.flatMap((p) => {
      const paragraph = paragraphs[p]!;
      const at = rule.before ? p - 1 : p;
      const content = paragraphs[at];
      if (!content || found.has(at) || found.has(p)) return [];
      const attribution = applyRule(doc, rule, paragraph, content, named);
      return attribution ? [[at, p, attribution] as const] : [];
    });
    const believed = rule.isNamed === "once" ? turnsOf(doc.raw, fits, named) : fits;
    if (believed.length < rule.least) continue;
    for (const [at, p, attribution] of believed) found.set(p, null).set(at, attribution);
  }
  return found;
}

type Fit = readonly [at: number, p: number, attribution: Attribution];
type Named = ReadonlyMap<number, Span & { readonly type: string }>;

/** The turns among lines with a name and a colon: somebody speaks twice, and others come back or are short for whom we know. */
function turnsOf(raw: string, fits: readonly Fit[], named: Named): readonly Fit[] {
  const labels = fits.map(([, , { speaker }]) => raw.slice(speaker!.start, speaker!.end));
  const first = new Map(labels.map((label, i) => [label, i] as const).reverse());
  const back = new Set(labels.filter((label, i) => first.get(label) !== i));
  const known = new Set(labels.filter((label, i) => isSpeaker(label, fits[i]![2].speaker!, named)));
  const long = [...known].filter((label) => label.includes(" "));
  const short = new Set(long.flatMap((label) => [initialsOf(label), label.split(" ").at(-1)!]));
  if (known.size === 0 || !labels.some((label) => back.has(label) || short.has(label))) return [];
  return fits.filter((_, i) => [known, back, short].some((believed) => believed.has(labels[i]!)));
}

const LONGEST_LINE = 4000;
const LONGEST_LABEL = 80;

function applyRule(
  doc: Has<"blocks">,
  rule: LabelRule,
  { start, end, block }: Paragraph,
  before: Paragraph,
  named: Named,
): Attribution | null {
  if (rule.role && doc.blocks[block]?.role !== rule.role) return null;
  const match = end - start > LONGEST_LINE ? null : rule.pattern.exec(doc.raw.slice(start, end));
  const groups = match?.indices?.groups;
  if (!groups || (rule.before && !mayBeSigned(rule, before))) return null;
  const at = (pair: [number, number] | undefined) => pair && { start: start + pair[0], end: start + pair[1] };
  const speaker = at(groups.speaker) ?? null;
  const content = rule.before ? { start: before.start, end: before.end } : at(groups.content);
  if (!content || (speaker && !speaks(doc.raw.slice(speaker.start, speaker.end), speaker, rule, named))) return null;
  const cue = at(groups.cue)!;
  return {
    parts: [content],
    kind: "indirect",
    cue: { ...cue, lemma: doc.raw[cue.start]!, class: "speech" },
    speaker: speaker && UNNAMED.test(doc.raw.slice(speaker.start, speaker.end)) ? null : speaker,
    rule: rule.id,
    confidence: 0.7,
  };
}

const mayBeSigned = ({ before }: LabelRule, { start, end, sentences }: Paragraph): boolean =>
  before === "quoted"
    ? sentences.every(({ items }) => items.every(({ isWord }) => !isWord)) &&
      sentences.some(({ items }) => items.some(({ run }) => run))
    : end - start < LONGEST_LABEL * 8;

function speaks(name: string, span: Span, { isNamed }: LabelRule, named: Named): boolean {
  return !NOT_SPEAKERS.test(name) && name.length < LONGEST_LABEL && (isNamed !== true || isSpeaker(name, span, named));
}

function isSpeaker(name: string, { start, end }: Span, named: Named): boolean {
  const mention = named.get(end);
  if (mention && mention.start >= start && (mention.type === "person" || mention.type === "organization")) return true;
  return speakerNoun(name.toLowerCase().split(/\s+/u).at(-1)!) && name.split(/\s+/u).length <= 5;
}
