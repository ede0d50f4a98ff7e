import { civil, dayOf } from "../calendar.ts";
import type { Sighting } from "./sightings.ts";

/** Days in order, each with its share of the probability. */
export interface Masses {
  readonly days: Int32Array;
  readonly shares: Float64Array;
}

/** Scales shares to a sum of 1; false where there is none. */
export function normalize(shares: Float64Array): boolean {
  let total = 0;
  for (let i = 0; i < shares.length; i++) total += shares[i]!;
  if (!(total > 0)) return false;
  for (let i = 0; i < shares.length; i++) shares[i]! /= total;
  return true;
}

const NONE: Masses = { days: new Int32Array(), shares: new Float64Array() };

/** What holds the day of writing where no stamp is trusted. */
export interface Anchors {
  /** Clocks, the copier's stamps and the copyright line: nothing on the page is later. */
  readonly bounds: readonly Sighting[];
  /** Days on which the page says that it was changed. */
  readonly updates: readonly number[];
  /** Dates of other stories. */
  readonly near: readonly Sighting[];
  /** Days named in the prose as past: the day of writing is hardly before the last of them. */
  readonly past: readonly number[];
  /** Years named in the prose. */
  readonly years: readonly number[];
}

/** Longest stretch that is weighed day by day, in years; a month further off is weighed as one day. */
const LONGEST = 12;
const YEAR = 365.25;
const MONTH = 30.44;
/** Pages are hardly of other years than these, where what they name doesn't say so. */
const WEB = { first: 2005, last: 2030 };

interface Held {
  readonly upper: number | null;
  readonly update: number | null;
  readonly lower: number | null;
  /** Days of other stories, and what one of them is worth to this story. */
  readonly near: readonly number[];
  readonly taken: number;
  /** Last year named in the text, and year of the copyright line. */
  readonly named: number | null;
  readonly copyright: number | null;
}

/** Prior of the days that no stamp shows: after what is told as past, before clocks and updates, near dates of other stories. */
export function priorOf(anchors: Anchors): Masses {
  const held = hold(anchors);
  const { upper, update, lower, near, named, copyright } = held;
  const days = [upper, update, lower, ...near].filter((day) => day !== null);
  if (named !== null) days.push(dayOf(named, 7, 1));
  if (copyright !== null) days.push(dayOf(copyright, 12, 31));
  if (!days.length) return NONE;
  const highest = largest(days);
  const end = earlier(upper, update);
  const first = Math.floor(Math.max(smallest(days) - 2 * YEAR, highest - LONGEST * YEAR));
  const last = Math.floor(end ?? highest + (copyright === null ? 4 : 1) * YEAR);
  const isOpen = !isAnchored(anchors);
  const before = isOpen ? monthsBetween(WEB.first, civil(first).year - 1) : [];
  const after = isOpen && end === null ? monthsBetween(civil(last).year + 1, WEB.last) : [];
  const within = Math.max(0, last - first + 1);
  const all = new Int32Array(before.length + within + after.length);
  all.set(before);
  for (let i = 0; i < within; i++) all[before.length + i] = first + i;
  all.set(after, before.length + within);
  const shares = new Float64Array(all.length);
  let next = Number.NEGATIVE_INFINITY;
  let inYear = 1;
  for (let i = 0; i < all.length; i++) {
    const day = all[i]!;
    if (day >= next) {
      const { year } = civil(day);
      next = dayOf(year + 1, 1, 1);
      inYear = ofYear(year, named, copyright);
    }
    shares[i] = density(day, held) * inYear * (day >= first && day <= last ? 1 : MONTH);
  }
  return normalize(shares) ? { days: all, shares } : NONE;
}

function monthsBetween(first: number, last: number): number[] {
  const days: number[] = [];
  for (let year = first; year <= last; year++)
    for (let month = 1; month <= 12; month++) days.push(dayOf(year, month, 15));
  return days;
}

function hold({ bounds, updates, near, past, years }: Anchors): Held {
  const clocks = bounds.filter(({ rule }) => rule !== "copyright-year").map(({ day }) => day);
  const upper = clocks.length ? smallest(clocks) : null;
  const update = updates.length ? largest(updates) : null;
  const line = bounds.find(({ rule }) => rule === "copyright-year")?.day;
  const copyright = line === undefined ? null : civil(line).year;
  const end = earlier(upper, update) ?? Number.POSITIVE_INFINITY;
  const before = past.filter((day) => day <= end);
  const lower = before.length ? largest(before) : null;
  const year = lastYear(copyright === null ? years : years.filter((each) => each <= copyright + 2));
  // A day told as past says more than a year that the text names.
  const named = year !== null && lower !== null && civil(lower).year >= year ? null : year;
  const taken = isOneADay(near) ? TAKEN : 1;
  return { upper, update, lower, near: near.map(({ day }) => day), taken, named, copyright };
}

const earlier = (a: number | null, b: number | null) => (a === null ? b : b === null ? a : Math.min(a, b));

// A page may show more dates than a call takes arguments.
const largest = (days: readonly number[]) => days.reduce((a, b) => Math.max(a, b));
const smallest = (days: readonly number[]) => days.reduce((a, b) => Math.min(a, b));

// "set in 2077": a year far beyond all others that are named is none of news.
function lastYear(years: readonly number[]): number | null {
  const sorted = [...new Set(years)].sort((a, b) => a - b);
  while (sorted.length > 1 && sorted.at(-1)! - sorted.at(-2)! > 15) sorted.pop();
  return sorted.at(-1) ?? null;
}

// Years of writing from the last year named in the text (some look ahead, some are history), and from that of the copyright
// line, which may be the year of the visit or be forgotten: shares on web pages.
const FROM_NAMED: Readonly<Record<number, number>> = { [-2]: 0.2, [-1]: 0.65, 0: 1, 1: 0.35, 2: 0.2, 3: 0.12, 4: 0.1 };
const FROM_COPYRIGHT: Readonly<Record<number, number>> = { 1: 0.1, 0: 1, [-1]: 0.4, [-2]: 0.2, [-3]: 0.15, [-4]: 0.15 };
const OTHERWISE = { named: { before: 0.03, after: 0.06 }, copyright: { before: 0.06, after: 0.03 } };

const ofYear = (year: number, named: number | null, copyright: number | null): number =>
  (named === null ? 1 : (FROM_NAMED[year - named] ?? OTHERWISE.named[year > named ? "after" : "before"])) *
  (copyright === null
    ? 1
    : (FROM_COPYRIGHT[year - copyright] ?? OTHERWISE.copyright[year > copyright ? "after" : "before"]));

/** The stories of a list were written close to this one; one or two teasers may be of any day. */
const FEW = 3;

function density(day: number, { upper, update, lower, near, taken }: Held): number {
  const sinceLast = lower === null ? 1 : day < lower ? 0.1 : 1 / (1 + (day - lower) / 200);
  const clock = upper === null ? 0 : (upper - day) / 45;
  const beforeClock = clock < 0 ? 0 : 1 / ((1 + clock) * Math.sqrt(1 + clock));
  const beforeUpdate = update === null ? 1 : day > update ? 0 : 1 / (1 + (update - day) / 400);
  const base = sinceLast * beforeClock * beforeUpdate;
  if (!near.length) return base;
  let beside = 0;
  for (const other of near) beside += day === other ? taken : 1 / (1 + ((day - other) / 3) ** 2);
  return base * ((near.length < FEW ? 0.02 : 0.0004) + beside / near.length);
}

/** Where each of the other stories has a day of its own, that day is hardly this story's. */
const TAKEN = 0.3;

/** Whether a list of other stories has one a day. */
export const isOneADay = (near: readonly Sighting[]): boolean =>
  near.length >= FEW && new Set(near.map(({ day }) => day)).size === near.length;

/** Whether a clock, a copier's stamp or the dates of neighbouring stories hold the day to a few weeks. */
export const isAnchored = ({ bounds, near }: Anchors): boolean =>
  near.length >= FEW || bounds.some(({ rule }) => rule !== "copyright-year");
