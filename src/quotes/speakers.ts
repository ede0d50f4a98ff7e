import type { Attribution, Entity, Has, Resolution, Span, Token } from "../document.ts";
import { PULL_QUOTE } from "./joins.ts";
import { parseDescription } from "./roles.ts";
import { describeEntity, type Found } from "./roles-find.ts";
import { DETERMINERS, isPossessive, lower, PREPOSITIONS } from "./roles-words.ts";
import { lastAtOrBefore, type Places } from "./speakers-index.ts";
import { interviewee, isAnswer, isTurn } from "./speakers-interview.ts";
import { nominalReferent } from "./speakers-nominals.ts";
import { pronounReferent } from "./speakers-pronouns.ts";

/** Somebody who speaks in the document: an entity, or a noun phrase that names nobody. */
export interface Referent {
  readonly entity: Entity | null;
  /** The fullest noun phrase, where no entity is known. */
  name: Span | null;
  /** Head noun of that phrase, by which "the ministry" points back to "Seoul's foreign ministry". */
  readonly head: string | null;
  readonly mentions: Span[];
  readonly attributions: number[];
  /** What is said of the speaker, beside the name and in noun phrases that stand for it. */
  readonly found: Found[];
  /** Whose office, spokesman or family it is, where the phrase has "his" or "her". */
  readonly owner?: Entity;
  /** "she" and "he" that were resolved to this one count as soft evidence. */
  gender: "f" | "m" | null;
  readonly isGroup: boolean;
}

/** One attribution with the referent that its speaker was resolved to. */
export interface Resolved {
  readonly referent: Referent | null;
  readonly resolution: Resolution;
}

/** What the resolvers see while they go through a document from its start to its end. */
export interface Discourse {
  readonly doc: Has<"blocks" | "sentences" | "entities" | "attributions">;
  readonly places: Places;
  /** The people named first, as many as headlines can mean. */
  readonly people: readonly Entity[];
  /** Referents, the most recently speaking last. */
  readonly recent: Referent[];
  readonly byEntity: Map<Entity, Referent>;
  readonly byName: Map<string, Referent>;
}

const NOBODY: Resolved = { referent: null, resolution: "unknown" };
const PERSONAL = /^(?:he|she|him|his|her|it|they|them|their|who|which|that|i|we|you|one)$/iu;

const MOST_PEOPLE = 200;

/** Finds out who each speaker is, in the order of the text. */
export function resolveSpeakers(
  doc: Discourse["doc"],
  places: Places,
): { resolved: Resolved[]; referents: Referent[] } {
  const people = doc.entities.filter(({ type }) => type === "person").slice(0, MOST_PEOPLE);
  const discourse: Discourse = { doc, places, people, recent: [], byEntity: new Map(), byName: new Map() };
  const order = doc.attributions
    .map((_, i) => i)
    .sort((a, b) => positionOf(doc.attributions[a]!) - positionOf(doc.attributions[b]!));
  const resolved: Resolved[] = new Array(doc.attributions.length).fill(NOBODY);
  const referents = new Set<Referent>();
  const saidAt = new Map<number, Resolved>();
  const turn = order.find((i) => isTurn(doc.attributions[i]!));
  const answers = turn === undefined ? null : interviewee(discourse, positionOf(doc.attributions[turn]!));
  let before: { resolved: Resolved; end: number } | null = null;
  for (const i of order) {
    const attribution = doc.attributions[i]!;
    if (attribution.rule === PULL_QUOTE) continue;
    const found: Resolved = attribution.speaker
      ? resolveMention(discourse, attribution.speaker, attribution)
      : answers && isAnswer(doc, attribution)
        ? { referent: answers, resolution: "interviewee" }
        : continued(discourse, attribution, before);
    resolved[i] = found;
    if (attribution.speaker) saidAt.set(attribution.speaker.start, found);
    before = { resolved: found, end: attribution.parts.at(-1)?.end ?? positionOf(attribution) };
    if (!found.referent) continue;
    found.referent.attributions.push(i);
    if (attribution.speaker) found.referent.mentions.push(attribution.speaker);
    referents.add(found.referent);
    remember(discourse, found.referent);
  }
  for (const i of order) {
    const { rule, speaker } = doc.attributions[i]!;
    const said = rule === PULL_QUOTE && speaker ? saidAt.get(speaker.start) : undefined;
    if (said?.referent) resolved[i] = { referent: said.referent, resolution: "repeated" };
  }
  return { resolved, referents: [...referents] };
}

const positionOf = (attribution: Attribution) => attribution.speaker?.start ?? attribution.parts[0]?.start ?? 0;

const MEMORY = 40;

function remember({ recent }: Discourse, referent: Referent): void {
  const at = recent.lastIndexOf(referent);
  if (at >= 0) recent.splice(at, 1);
  recent.push(referent);
  if (recent.length > MEMORY) recent.shift();
}

/** A quotation without speaker and cue, right after another, goes on with the same speaker. */
function continued(
  { doc, places }: Discourse,
  attribution: Attribution,
  before: { resolved: Resolved; end: number } | null,
): Resolved {
  if (attribution.cue || attribution.kind !== "direct" || !before?.resolved.referent) return NOBODY;
  const start = attribution.parts[0]?.start ?? 0;
  const between = places.sentenceAt(start) - places.sentenceAt(before.end);
  const gap = doc.raw.slice(before.end, start);
  if (between > 1 || (/\n\s*\n/u.test(gap.slice(0, 400)) && gap.trim().length > 0)) return NOBODY;
  return { referent: before.resolved.referent, resolution: "continued" };
}

function resolveMention(discourse: Discourse, speaker: Span, attribution: Attribution): Resolved {
  const { places, doc } = discourse;
  const text = doc.raw.slice(speaker.start, speaker.end).trim();
  if (PERSONAL.test(text)) return pronounReferent(discourse, speaker, text.toLowerCase(), attribution.parts);
  const sentence = places.sentences[places.sentenceAt(speaker.start)];
  const tokens = sentence ? tokensOf(sentence.tokens, speaker) : [];
  const head = headMention(discourse, speaker);
  if (head) return { referent: referentOf(discourse, head.entity), resolution: isFull(head) ? "named" : "surname" };
  const description = parseDescription(tokens, 0, tokens.length, places.types);
  return nominalReferent(discourse, speaker, tokens, description);
}

function tokensOf(tokens: readonly Token[], { start, end }: Span): Token[] {
  const first = lastAtOrBefore(tokens, start - 1) + 1;
  return tokens.slice(first, lastAtOrBefore(tokens, end - 1) + 1);
}

const isFull = ({ entity, mention }: { entity: Entity; mention: Span }) =>
  entity.type !== "person" || entity.name.length <= mention.end - mention.start || !/\s/u.test(entity.name);

/** The referent of an entity, made when it first speaks. */
export function referentOf({ byEntity, doc, places }: Discourse, entity: Entity): Referent {
  let referent = byEntity.get(entity);
  if (!referent) {
    const found = describeEntity(doc.raw, entity, places);
    referent = {
      entity,
      name: null,
      head: null,
      mentions: [],
      attributions: [],
      found,
      gender: null,
      isGroup: entity.type === "group",
    };
    byEntity.set(entity, referent);
  }
  return referent;
}

/** The entity that a speaker's noun phrase names: its head, not one in "a spokesman for X" or "X's lawyer". */
function headMention({ places, doc }: Discourse, speaker: Span) {
  // A speaker that ends within a name, "columnist An" in "columnist An Lee", is the one named.
  const inside = places
    .within(speaker.start, speaker.end)
    .filter(({ mention, entity }) => mention.end <= speaker.end + 2 || entity.type === "person");
  const covering = inside.length ? inside : [places.covering(speaker)].filter((found) => found !== undefined);
  for (const found of covering) {
    const { mention, entity } = found;
    const rest = doc.raw.slice(mention.end, speaker.end);
    if (isNested(doc.raw.slice(speaker.start, mention.start), rest, entity)) continue;
    return found;
  }
  return null;
}

function isNested(before: string, rest: string, entity: Entity): boolean {
  const main = before.slice(Math.max(before.lastIndexOf(",") + 1, before.lastIndexOf("—") + 1));
  const words = main.split(/\s+/u).filter(Boolean);
  // "a spokesman for the ministry", but "Secretary of State John Kerry"
  if (
    words.some(
      (word, i) =>
        PREPOSITIONS.has(word) &&
        (entity.type !== "person" || !/^(?:state|defense|defence|staff|the)$/iu.test(words[i + 1] ?? "")),
    )
  ) {
    const linked = words.findLastIndex((word) => PREPOSITIONS.has(word));
    if (words.length - linked < 4 && entity.type !== "person") return true;
    if (words.slice(linked + 1).every((word) => DETERMINERS.has(word.toLowerCase()) || /^(?:\p{Lu}|and$)/u.test(word)))
      return true;
  }
  if (/^['’]s?\s/u.test(rest)) return true;
  // "Chile and Peru leaders": neither.
  if (/^ and (?:\p{Lu}\S* ){1,3}\p{Ll}+s$/u.test(rest)) return true;
  if (entity.type === "organization" && KIND_AFTER_NAME.test(rest)) return false;
  // "Kremlin officials", "the Trump campaign": the name stands before another noun.
  return (
    /^[\s-]+\p{L}/u.test(rest) &&
    !/^\s+(?:who|which|of|at|in|from|for|with|and|himself|herself|itself|also|then|jr|sr)\b/iu.test(rest)
  );
}

// "The Kurier newspaper" is the newspaper.
const KIND_AFTER_NAME =
  /^\s(?:newspaper|daily|weekly|tabloid|magazine|(?:news )?(?:agency|network|website|channel|outlet|site)|think[- ]?tank|broadcaster|company|firm|group|organi[sz]ation|party|charity|nonprofit|union|university|consultancy|bank)\b/u;

/** The words that a noun phrase is known by: without determiner and relative clause. */
export function nameOf(tokens: readonly { text: string; start: number; end: number }[]): Span | null {
  let from = 0;
  while (from < tokens.length - 1 && DETERMINERS.has(lower(tokens[from]!))) from++;
  let to = from;
  while (to < tokens.length && !/^(?:,|who|which|that|—|–|\()$/iu.test(tokens[to]!.text)) to++;
  while (to > from + 1 && isPossessive(tokens[to - 1])) to--;
  return to > from ? { start: tokens[from]!.start, end: tokens[to - 1]!.end } : null;
}
