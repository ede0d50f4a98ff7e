/** A calendar interval as numbers of days since 1970, both ends included. */
export interface Days {
  readonly from: number;
  readonly to: number;
}

const DAY = 86_400_000;

/** The number of an ISO 8601 day; NaN where it is none. */
export const dayNumber = (day: string): number => Math.round(Date.parse(`${day.slice(0, 10)}T00:00:00Z`) / DAY);

/** The ISO 8601 day of a number. */
export const dayOf = (number: number): string => new Date(number * DAY).toISOString().slice(0, 10);

/** An interval with both ends, or null. */
export function daysOf(date: { readonly earliest: string | null; readonly latest: string | null } | null): Days | null {
  if (!date?.earliest || !date.latest) return null;
  const days = { from: dayNumber(date.earliest), to: dayNumber(date.latest) };
  return days.from <= days.to ? days : null;
}

export const lengthOf = ({ from, to }: Days): number => to - from + 1;

/** Days that two intervals share. */
export const shared = (a: Days, b: Days): number => Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from) + 1);

/** Days between two intervals; 0 where they touch or overlap. */
export const gap = (a: Days, b: Days): number => Math.max(0, a.from - b.to - 1, b.from - a.to - 1);
