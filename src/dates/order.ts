import type { DateOrder } from "../document.ts";
import { dayOf, isDate } from "./calendar.ts";
import type { Expression } from "./find.ts";
import type { CalendarMeaning, Meaning } from "./meaning.ts";

/** A date further ahead than this many days of the day of writing is more likely to be read in the wrong order. */
const FAR_AHEAD = 31;

type Ambiguous = CalendarMeaning & { readonly otherwise: readonly [number, number] };

const isAmbiguous = (meaning: Meaning): meaning is Ambiguous & Meaning =>
  meaning.kind === "calendar" && meaning.otherwise !== undefined;

/** Reads a date of figures in the order that was asked for, where the calendar has such a date. */
export function readInOrder<T extends { readonly meaning: Meaning }>(expression: T, order: DateOrder): T {
  const { meaning } = expression;
  if (meaning.kind !== "calendar" || !meaning.figures) return expression;
  const [first, second, third] = meaning.figures;
  const yearFirst = order === "ymd" && meaning.shortYear;
  const year = yearFirst ? first : third;
  const [month, day] = yearFirst ? [second, third] : order === "dmy" ? [second, first] : [first, second];
  if (!isDate(meaning.shortYear ? 2000 + year : year, month, day)) return expression;
  const { otherwise: _, ...rest } = meaning;
  return { ...expression, meaning: { ...rest, year, month, day } };
}

/**
 * Chooses between 3 April and March 4 for "03/04/2024": as the other dates of figures in the text have it, else the reading that is
 * not far ahead of the day of writing, else the month first. The other reading is kept.
 */
export function settleOrder(expressions: readonly Expression[], today: number | null): readonly Expression[] {
  if (!expressions.some(({ meaning }) => isAmbiguous(meaning))) return expressions;
  const orders = new Set(
    expressions.flatMap(({ meaning }) => (meaning.kind === "calendar" && meaning.order ? [meaning.order] : [])),
  );
  const dayFirst = orders.size === 1 ? orders.has("dmy") : null;
  return expressions.map((expression) => {
    const { meaning } = expression;
    return isAmbiguous(meaning) && (dayFirst ?? isTooFar(meaning, today))
      ? { ...expression, meaning: swap(meaning) }
      : expression;
  });
}

function isTooFar({ year, month, day, shortYear, otherwise }: Ambiguous, today: number | null): boolean {
  if (today === null || year === undefined || shortYear || !isDate(year, month!, day!)) return false;
  return dayOf(year, month!, day!) > today + FAR_AHEAD && dayOf(year, ...otherwise) <= today + FAR_AHEAD;
}

const swap = (meaning: Ambiguous & Meaning): Meaning => ({
  ...meaning,
  month: meaning.otherwise[0],
  day: meaning.otherwise[1],
  otherwise: [meaning.month!, meaning.day!],
});
