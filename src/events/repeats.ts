import type { Event, EventKind, EventStatus } from "../document.ts";
import type { Scene } from "./scene.ts";
import type { TriggerRule } from "./triggers.ts";

/** What was told of before: enough to know it again. */
export interface Told {
  readonly kind: EventKind;
  readonly participants: readonly string[];
  readonly place: string | null;
  readonly status: EventStatus;
}

const FAMILY: Partial<Record<EventKind, string>> = { summit: "encounter", meeting: "encounter", talks: "encounter" };
const family = (kind: EventKind) => FAMILY[kind] ?? kind;

/** Whether a noun only points back to an event told before: "the visit", "his trip to Chile", without a day of its own. */
export function isRepeat({ raw, sentence }: Scene, rule: TriggerRule, event: Event, told: readonly Told[]): boolean {
  if (rule.form === "verb" || event.earliest !== null) return false;
  const before = raw.slice(Math.max(sentence.start, event.trigger.start - 24), event.trigger.start);
  // "A summit" that is planned is not the summit that was held.
  const isNew = /\ban?\s(?:[\p{L}-]+\s)?$/u.test(before) && event.status !== "held";
  const same = told.some(
    (one) =>
      (!isNew || one.status === event.status) &&
      family(one.kind) === family(event.kind) &&
      (event.place === null || one.place === null || one.place === event.place) &&
      event.participants.every((id) => one.participants.includes(id)),
  );
  if (same) return true;
  return event.participants.length === 0 && /\b(?:the|this|that|these|those)\s(?:\p{Ll}+\s)?$/iu.test(before);
}
