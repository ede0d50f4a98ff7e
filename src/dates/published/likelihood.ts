import { weekdayOf } from "../calendar.ts";

/**
 * What clues say of days in order, together: the products of how much likelier they make each day, and of the same raised to a power.
 * Thousands of days are weighed for each page: the loops below touch only those that a clue changes.
 */
export interface Verdict {
  readonly days: Int32Array;
  readonly sharp: Float64Array;
  readonly dull: Float64Array;
  /** The same for the days of any week, from that of 1 January 1970 on: multiplied into all days at the end. */
  readonly week: { readonly sharp: Float64Array; readonly dull: Float64Array };
  readonly power: number;
}

/** Multiplies into a verdict what one clue says. */
export type Likelihood = (verdict: Verdict) => void;

/** What some clues say of days in order. */
export function verdictOn(days: Int32Array, likelihoods: readonly Likelihood[], power: number): Verdict {
  const [sharp, dull] = [ones(days.length), ones(days.length)];
  const week = { sharp: ones(7), dull: ones(7) };
  const verdict = { days, sharp, dull, week, power };
  for (const multiply of likelihoods) multiply(verdict);
  for (let i = 0; i < days.length; i++) {
    const at = (days[i]! + WEEKS) % 7;
    sharp[i]! *= week.sharp[at]!;
    dull[i]! *= week.dull[at]!;
  }
  return verdict;
}

const ones = (length: number) => new Float64Array(length).fill(1);
/** More days than there are before 1970 on any page, in whole weeks. */
const WEEKS = 7e8;

/** How much likelier something makes one day. */
export const likelihoodOn = (day: number, likelihood: Likelihood): number =>
  verdictOn(Int32Array.of(day), [likelihood], 1).sharp[0]!;

/** By the day of the week, Monday 1. */
export const byWeekday =
  (share: (weekday: number) => number): Likelihood =>
  ({ week, power }) => {
    for (let at = 0; at < 7; at++) {
      week.sharp[at]! *= share(weekdayOf(at));
      week.dull[at]! *= share(weekdayOf(at)) ** power;
    }
  };

/** Of days before one. */
export const before =
  (limit: number, share: number): Likelihood =>
  ({ days, sharp, dull, power }) => {
    const dulled = share ** power;
    for (let i = 0; i < days.length && days[i]! < limit; i++) {
      sharp[i]! *= share;
      dull[i]! *= dulled;
    }
  };

/** Of days after one. */
export const after =
  (limit: number, share: number): Likelihood =>
  ({ days, sharp, dull, power }) => {
    const dulled = share ** power;
    for (let i = days.length - 1; i >= 0 && days[i]! > limit; i--) {
      sharp[i]! *= share;
      dull[i]! *= dulled;
    }
  };

/** Days from the first to the last, and what each is worth. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
  share(day: number): number;
}

/** The most of what some stretches say. */
export const most =
  (stretches: readonly Stretch[]): Likelihood =>
  ({ days, sharp, dull, power }) => {
    const from = Math.min(...stretches.map(({ first }) => indexIn(days, first)));
    const to = Math.max(...stretches.map(({ last }) => indexIn(days, last + 1)));
    if (from >= to) return;
    const highest = ones(to - from);
    for (const { first, last, share } of stretches)
      for (let i = indexIn(days, first); i < to && days[i]! <= last; i++)
        highest[i - from] = Math.max(highest[i - from]!, share(days[i]!));
    let [said, dulled] = [1, 1];
    for (let i = from; i < to; i++) {
      // Mostly the same as of the day before, and a power is dear.
      if (highest[i - from] !== said) [said, dulled] = [highest[i - from]!, highest[i - from]! ** power];
      sharp[i]! *= said;
      dull[i]! *= dulled;
    }
  };

/** Of weeks in whose middle a condition holds, which can't before the first day or after the last. */
export const inWeeks =
  (first: number, last: number, share: number, holds: (day: number) => boolean): Likelihood =>
  ({ days, sharp, dull, power }) => {
    const dulled = share ** power;
    let next = Number.NEGATIVE_INFINITY;
    let isHeld = false;
    for (let i = indexIn(days, first - 7); i < days.length && days[i]! <= last + 7; i++) {
      if (days[i]! >= next) {
        const start = Math.floor(days[i]! / 7) * 7;
        next = start + 7;
        isHeld = holds(start + 3);
      }
      if (!isHeld) continue;
      sharp[i]! *= share;
      dull[i]! *= dulled;
    }
  };

/** Index of the first of days in order that isn't before one. */
export function indexIn(days: Int32Array, day: number): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days[middle]! < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
