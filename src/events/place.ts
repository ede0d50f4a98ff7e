import type { Entity, Span } from "../document.ts";
import { withoutUnicodeMode } from "../regexp.ts";
import type { Scene } from "./scene.ts";
import type { TriggerRule } from "./triggers.ts";

const AFTER = withoutUnicodeMode(
  /^(?:\s(?:with|between|by)\s[^,;]{0,60})?[\s,]*(?:\p{Ll}+\s){0,3}?(?:to|in|at|for|near)?\s?(?:the\s|then-)?(?:\p{Ll}+\s){0,2}$/u,
);

/** Finds where an event is: "visit to Chile", "a summit in Rome", "the Rome summit"; "talks with Chile" are not in Chile. */
export function findPlace(
  scene: Scene,
  trigger: Span,
  rule: TriggerRule,
  participants: readonly Entity[],
): Entity | null {
  const { raw, mentions } = scene;
  const places = mentions.filter(
    ({ entity }) =>
      !participants.includes(entity) &&
      (entity.type === "place" || (entity.type === "organization" && rule.kind === "vote")),
  );
  const before = places.findLast(({ mention }) => mention.end <= trigger.start);
  const between = before ? raw.slice(before.mention.end, trigger.start) : "";
  // "the Hanoi summit", "his recent Russia trip"; of an election also "Chile’s"
  if (before && (rule.kind === "election" ? /^(?:['’]s)?\s(?:\p{L}+\s)?$/u : /^\s(?:\p{L}+\s)?$/u).test(between))
    return before.entity;
  const next = places.find(({ mention }) => mention.start >= trigger.end);
  const gap = next ? raw.slice(trigger.end, next.mention.start) : "";
  if (next && gap.length < 80 && (AFTER.test(gap) || /^[^,;]*\b(?:in|at)\s(?:the\s)?$/u.test(gap))) return next.entity;
  const later = places.find(({ mention }) => isLaterPlace(raw, trigger, mention, rule));
  if (later) return later.entity;
  const stands = before ? raw.slice(Math.max(0, before.mention.start - 8), before.mention.start) : "";
  return before && rule.kind !== "visit" && /\b(?:in|at)\s(?:the\s)?$/u.test(stands) ? before.entity : null;
}

/** "Vetoed a resolution on Peru at the Security Council", "invited President Lee to Rome": a place of the same clause. */
function isLaterPlace(raw: string, trigger: Span, mention: Span, { kind, id }: TriggerRule): boolean {
  const gap = mention.start > trigger.end ? raw.slice(trigger.end, mention.start) : "";
  const isHost = kind === "invitation" || id === "greet-verb";
  return (
    gap.length < 90 && (isHost ? /^[^,;]*\b(?:in|at|to)\s(?:the\s)?$/u : /^[^,;]*\b(?:in|at)\s(?:the\s)?$/u).test(gap)
  );
}
