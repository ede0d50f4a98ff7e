import type { Entity, Event, EventStatus, Has, Published, Span } from "../document.ts";
import { beside, type Candidate, findTriggers, focus } from "./candidates.ts";
import { findParticipants } from "./participants.ts";
import { findPlace } from "./place.ts";
import { type Memory, remember } from "./pronouns.ts";
import { isRepeat, type Told } from "./repeats.ts";
import { type Scene, scenes } from "./scene.ts";
import { findStatus } from "./status.ts";
import { findTime, type Interval } from "./time.ts";
import type { Need, TriggerRule } from "./triggers.ts";

type Input = Has<"blocks" | "sentences" | "entities" | "timexes" | "quotes"> & { readonly published?: Published };

/** Finds visits, summits, meetings and the like: who, where, when, and whether it was held or is only expected. */
export function findEvents(doc: Input): Event[] {
  const memory: Memory = { subject: null, people: [] };
  const told: Told[] = [];
  const events: Event[] = [];
  for (const scene of scenes(doc)) {
    const candidates = findTriggers(scene);
    let last: Event | null = null;
    for (const [at, candidate] of candidates.entries()) {
      const near = focus(scene, candidate.trigger);
      const read = readEvent(near, candidate, beside(candidates, at), memory, doc.published?.latest ?? null, {
        start: scene.sentence.start,
        end: scene.sentence.end,
      });
      if (!read) continue;
      const event: Event = last && isCoordinated(near, candidate) ? { ...read, status: last.status } : read;
      last = event;
      if (!isRepeat(near, candidate.rule, event, told)) events.push(event);
      told.push(event);
      if (told.length > 200) told.shift();
    }
    remember(memory, scene);
  }
  return events;
}

// "He would visit Chile first and then head to Peru": the second verb shares the modal of the first.
const isCoordinated = ({ raw, sentence }: Scene, { rule, trigger }: Candidate) =>
  rule.form === "verb" &&
  /\band (?:then |later |also )?$/u.test(raw.slice(Math.max(sentence.start, trigger.start - 24), trigger.start)) &&
  /^(?:visit|travel|fly|head|go|meet|return|journey)\b/u.test(raw.slice(trigger.start, trigger.end));

function readEvent(
  scene: Scene,
  { rule, trigger }: Candidate,
  others: readonly Span[],
  memory: Memory,
  written: string | null,
  sentence: Span,
): Event | null {
  const participants = findParticipants(scene, trigger, rule, memory);
  const place = findPlace(scene, trigger, rule, participants);
  const time = findTime(scene, trigger, others);
  if (!rule.needs.some((set) => set.every((need) => isMet(need, participants, place, time)))) return null;
  const status = statusOf(scene, trigger, others, rule, time, written);
  if (!status) return null;
  return {
    kind: rule.kind,
    trigger: { ...trigger, rule: rule.id },
    participants: participants.map(({ id }) => id),
    place: place?.id ?? null,
    ...time,
    status,
    sentence,
    source: sourceOf(scene, trigger),
  };
}

function isMet(need: Need, participants: readonly Entity[], place: Entity | null, time: Interval): boolean {
  if (need === "place") return place !== null;
  if (need === "time") return time.earliest !== null;
  return participants.length >= (need === "pair" ? 2 : 1);
}

const CLAUSE =
  /[;:“”]|\b(?:that|when|where|after|before|because|although|while|with|whose)\b|,\s(?:and|but|as|who|which)\b/giu;

/** Where the event stands between hope and past; null for "the first country to visit", which tells of none. */
function statusOf(
  scene: Scene,
  trigger: Span,
  others: readonly Span[],
  rule: TriggerRule,
  time: Interval,
  written: string | null,
): EventStatus | null {
  const { raw, sentence } = scene;
  const previous = others.findLast(({ end }) => end <= trigger.start)?.end ?? sentence.start;
  const left = raw.slice(Math.max(previous, trigger.start - 140), trigger.start);
  const cut = [...left.matchAll(CLAUSE)].at(-1);
  const before = cut ? left.slice(cut.index + cut[0].length) : left;
  const after = raw.slice(trigger.end, Math.min(sentence.end, trigger.end + 160));
  const isFuture = time.earliest !== null && written !== null && time.earliest > written;
  const found = findStatus(left, before, after);
  if (rule.form === "verb" && /\bto\s(?:\p{Ll}+ly\s)?$/u.test(left) && !found) return null;
  if (rule.form === "verb" && isTemporal(left, raw.slice(trigger.start, trigger.end)) && !found) return null;
  // "The two are expected to meet on Wednesday": what has a day is planned.
  if (found === "expected" && time.earliest !== null && /\bexpected to\b/u.test(before)) return "planned";
  if (found) return found;
  // "is heading to Chile"
  if (/\b(?:is|are)\s$/u.test(before) && /^\p{L}+ing\b/u.test(raw.slice(trigger.start, trigger.end))) return "planned";
  return isFuture ? "planned" : "held";
}

// "Until he visits", "if Lee visits": the present tense of a condition tells of nothing that was.
const isTemporal = (left: string, verb: string) =>
  /\b(?:until|if|when|whenever|after|before|once|unless)\s(?:[\p{L}.'’-]+\s){1,4}$/u.test(left) &&
  /^(?:visits?|travels?|meets?|goes|go|arrives?)\b/u.test(verb);

/** A sentence belongs to few quotations; of one that many share, the first are looked at. */
const sourceOf = ({ quotes }: Scene, { start }: Span) =>
  quotes.slice(0, 50).find(({ parts }) => parts.some((part) => part.start <= start && start < part.end))?.source ??
  null;
