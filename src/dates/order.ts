import type { DateOrder, Has } from "../document.ts";
import { dayOf, isDate } from "./calendar.ts";
import type { Expression } from "./find.ts";
import type { CalendarMeaning, Meaning } from "./meaning.ts";
import { habitOf, type Page } from "./order-habits.ts";

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
 * Chooses between 3 April and March 4 for "03/04/2024" by what the page shows: the other dates of figures in the text, else the
 * outlet's country or language. The other reading is kept, and what decided is said.
 */
export function settleByPage(doc: Has<never> & Page, expressions: readonly Expression[]): Expression[] {
  if (!expressions.some(({ meaning }) => isAmbiguous(meaning))) return [...expressions];
  const orders = new Set(
    expressions.flatMap(({ meaning }) => (meaning.kind === "calendar" && meaning.order ? [meaning.order] : [])),
  );
  const [only] = orders;
  const habit = orders.size === 1 ? { order: only!, because: "other dates of the text" } : habitOf(doc);
  if (!habit) return [...expressions];
  return expressions.map((expression) => {
    const { meaning } = expression;
    if (!isAmbiguous(meaning)) return expression;
    const read = habit.order === "dmy" ? swap(meaning) : meaning;
    return { ...expression, meaning: { ...read, because: habit.because } };
  });
}

/** Where the page shows no order: the month first, but the earlier reading where that would be far ahead of the day of writing. */
export function settleByDay(expressions: readonly Expression[], today: number | null): readonly Expression[] {
  return expressions.map((expression) => {
    const { meaning } = expression;
    return isAmbiguous(meaning) && !meaning.because && isTooFar(meaning, today)
      ? { ...expression, meaning: { ...swap(meaning), because: "the other order is far ahead" } }
      : expression;
  });
}

function isTooFar({ year, month, day, shortYear, otherwise }: Ambiguous, today: number | null): boolean {
  if (today === null || year === undefined || shortYear || !isDate(year, month!, day!)) return false;
  const date = dayOf(year, month!, day!);
  return date > today + FAR_AHEAD && dayOf(year, ...otherwise) < date;
}

const swap = (meaning: Ambiguous): Ambiguous & Meaning => ({
  ...meaning,
  kind: "calendar",
  month: meaning.otherwise[0],
  day: meaning.otherwise[1],
  otherwise: [meaning.month!, meaning.day!],
});
