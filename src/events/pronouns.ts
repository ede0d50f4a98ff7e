import type { Entity, Span } from "../document.ts";
import type { Scene } from "./scene.ts";

/** Who was named in the sentences before: the subject of the last, and the people, the most recent last. */
export interface Memory {
  subject: Entity | null;
  readonly people: Entity[];
}

const isOwner = (raw: string, { end }: Span) => /^['’]/u.test(raw.slice(end, end + 1));
// "During her visit to Chile, Foreign Minister Lee"
const AFTER_COMMA =
  /,\s(?:(?:\p{Lu}[\p{L}.'’-]*|president|leader|minister|premier|foreign|prime|vice|deputy)\s){0,6}$/u;
const OPENING = /^(?:During|After|In|On|Before|Following|While|When|Since|Ahead)\b/u;

/** Whom "he", "her" or "the president" means: the first of the sentence, who follows an opening phrase, or the subject before. */
export function personBefore({ raw, sentence, mentions }: Scene, at: number, memory: Memory): Entity[] {
  const people = mentions.filter(({ entity }) => entity.type === "person");
  const before = people.filter(({ mention }) => mention.end <= at);
  const found = before.find(({ mention }) => !isOwner(raw, mention)) ?? before[0];
  if (found) return [found.entity];
  const next = people.find(({ mention }) => mention.start > at);
  const opens = OPENING.test(raw.slice(sentence.start, sentence.start + 10)) && at - sentence.start < 30;
  if (next && opens && AFTER_COMMA.test(raw.slice(at, next.mention.start))) return [next.entity];
  return memory.subject ? [memory.subject] : [];
}

/** Whom "they", "their" or "the two leaders" mean: the last two people. */
export function pairBefore({ mentions }: Scene, at: number, memory: Memory): Entity[] {
  const here = mentions.filter(({ mention, entity }) => entity.type === "person" && mention.end <= at);
  const recent = [...memory.people, ...here.map(({ entity }) => entity)].reverse();
  const people = [...new Set(recent)].slice(0, 2).reverse();
  return people.length === 2 ? people : [];
}

/** What "its" means: the last state or body named before. */
export function bodyBefore({ mentions }: Scene, at: number, takes: (entity: Entity) => boolean): Entity[] {
  const last = mentions.findLast(
    ({ mention, entity }) => mention.end <= at && entity.type !== "person" && takes(entity),
  );
  return last ? [last.entity] : [];
}

/** Takes note of the people of a sentence for the sentences after it. */
export function remember(memory: Memory, { raw, mentions }: Scene): void {
  const people = mentions.filter(({ entity }) => entity.type === "person");
  const subject = people.find(({ mention }) => !isOwner(raw, mention)) ?? people[0];
  if (subject) memory.subject = subject.entity;
  memory.people.push(...people.map(({ entity }) => entity));
  memory.people.splice(0, Math.max(0, memory.people.length - 6));
}
