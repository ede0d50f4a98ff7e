import type { Span, Timex } from "../document.ts";
import type { Scene } from "./scene.ts";

/** A calendar interval, ISO 8601 days, and the words that give it. */
export interface Interval {
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly dated: Span | null;
}

const NONE: Interval = { earliest: null, latest: null, dated: null };

// "Since July 2000" and "before May" say when something else was.
const OTHER = /\b(?:since|until|till|before|than|by|after|from)\s(?:the\s|early\s|late\s)?$/iu;

/** Finds when an event was or will be: the time expression after its trigger, else before it. */
export function findTime(scene: Scene, trigger: Span, others: readonly Span[]): Interval {
  const { raw, sentence } = scene;
  const dated = scene.timexes.filter(
    (timex) =>
      timex.type !== "SET" &&
      timex.earliest !== null &&
      timex.latest !== null &&
      // "Lee (1960-2010)"
      !/^\(\d{4}\s?[-–]/u.test(raw.slice(timex.start - 1, timex.start + 8)) &&
      (timex.start < trigger.start || timex.end > trigger.end) &&
      (!OTHER.test(raw.slice(Math.max(sentence.start, timex.start - 16), timex.start)) ||
        /^, when\b[^,;]*$/u.test(raw.slice(timex.end, Math.max(timex.end, trigger.start)))),
  );
  const found = after(scene, trigger, dated, others) ?? before(scene, trigger, dated, others);
  if (!found) return NONE;
  return withLength(raw.slice(Math.max(sentence.start, trigger.start - 30), trigger.end), joined(raw, dated, found));
}

// "Lee will visit Chile, the ministry said on Monday": the day of the report.
const REPORTED = /,\s[^,]*\b(?:said|says|told|added|announced|reported|confirmed|wrote)\b/u;

function after({ raw }: Scene, trigger: Span, dated: readonly Timex[], others: readonly Span[]): Timex | null {
  const next = dated.find(({ start }) => start >= trigger.end);
  if (!next) return null;
  const gap = raw.slice(trigger.end, next.start);
  const isCrossed = others.some(({ start }) => start >= trigger.end && start < next.start);
  const isOther =
    /[;”]|\b(?:after|when|since|while|before|until|that|who|which|where)\b/u.test(gap) || REPORTED.test(gap);
  return isCrossed || isOther || gap.length > 110 ? null : next;
}

function before(
  { raw, sentence }: Scene,
  trigger: Span,
  dated: readonly Timex[],
  others: readonly Span[],
): Timex | null {
  // What follows another trigger at once is the day of that one: "a visit on Tuesday, his first trip".
  const isClaimed = ({ start }: Timex) =>
    others.some(
      ({ end }) => end <= start && start < trigger.start && start - end < 60 && !raw.slice(end, start).includes(","),
    );
  const earlier = dated.filter((timex) => timex.end <= trigger.start && !isClaimed(timex));
  const opening = earlier.find(({ start }) => start - sentence.start < 14);
  const last = earlier.at(-1);
  const found = opening ?? last;
  if (!found) return null;
  const gap = raw.slice(found.end, trigger.start);
  const isCrossed = found !== opening && others.some(({ start }) => start >= found.end && start < trigger.start);
  return isCrossed ||
    (found !== opening &&
      /[;“”]|\b(?:that|while|who|which|said|says|told|added|announced|reported|confirmed|wrote)\b/u.test(gap))
    ? null
    : found;
}

/** "On Tuesday and Wednesday" is one interval. */
function joined(raw: string, dated: readonly Timex[], found: Timex): Interval {
  const next = dated[dated.indexOf(found) + 1];
  const gap = next ? raw.slice(found.end, next.start) : "";
  const isOne = next && /^\s(?:and|to|through|or)\s(?:on\s)?$/u.test(gap) && next.latest! >= found.earliest!;
  const [{ start, earliest }, { end, latest }] = [found, isOne ? next : found];
  return { earliest, latest, dated: { start, end } };
}

const NUMBERS: Record<string, number> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
};

/** "A three-day visit on Monday" lasts until Wednesday. */
function withLength(text: string, interval: Interval): Interval {
  const days = /\b(\p{L}+|\d{1,2})-day\b/u.exec(text)?.[1]?.toLowerCase();
  const length = days ? (NUMBERS[days] ?? Number.parseInt(days, 10)) : 1;
  if (!(length > 1) || interval.earliest === null || interval.earliest !== interval.latest) return interval;
  const last = new Date(Date.parse(`${interval.earliest}T00:00:00Z`) + (length - 1) * 86_400_000);
  return Number.isNaN(last.getTime()) ? interval : { ...interval, latest: last.toISOString().slice(0, 10) };
}
