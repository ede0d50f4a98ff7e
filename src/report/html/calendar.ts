import { dayText } from "./parts.ts";

/** A stretch of the calendar, its end not included. */
export interface Bin {
  readonly start: string;
  readonly end: string;
  readonly name: string;
}

const DAY = 86_400_000;
const MOST_BINS = 62;

const iso = (time: number) => new Date(time).toISOString().slice(0, 10);
const timeOf = (day: string) => Date.parse(`${day}T00:00:00Z`);

/** Cuts the days from the first to the last into days, weeks, months, quarters or years: the shortest that give few enough. */
export function binsOf({ first, last }: { readonly first: string; readonly last: string }): readonly Bin[] {
  const days = (timeOf(last) - timeOf(first)) / DAY;
  if (days <= MOST_BINS) return steps(first, last, (time) => time + DAY, dayText);
  if (days <= 7 * MOST_BINS) {
    const monday = iso(timeOf(first) - ((new Date(timeOf(first)).getUTCDay() + 6) % 7) * DAY);
    return steps(
      monday,
      last,
      (time) => time + 7 * DAY,
      (day) => `week of ${dayText(day)}`,
    );
  }
  const months = days <= 31 * MOST_BINS ? 1 : days <= 92 * MOST_BINS ? 3 : 12;
  const start = new Date(timeOf(first));
  const from = iso(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() - (start.getUTCMonth() % months), 1));
  const later = (time: number) => new Date(time).setUTCMonth(new Date(time).getUTCMonth() + months);
  const name = (day: string) =>
    months === 1 ? dayText(day).slice(2) : months === 3 ? `quarter from ${dayText(day).slice(2)}` : day.slice(0, 4);
  return steps(from, last, later, name);
}

function steps(first: string, last: string, next: (time: number) => number, name: (day: string) => string): Bin[] {
  const bins: Bin[] = [];
  for (let time = timeOf(first); time <= timeOf(last); time = next(time)) {
    bins.push({ start: iso(time), end: iso(next(time)), name: name(iso(time)) });
  }
  return bins;
}
