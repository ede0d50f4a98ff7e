import type { Direction } from "./direction.ts";
import { formatPeriod, type Period } from "./period.ts";

/** What the text has spoken of so far. */
export interface Memory {
  /** The last period named. */
  point: Period | null;
  /** The last day named by its weekday. */
  weekday: number | null;
  /** The last quarter that is not itself "a year ago". */
  quarter: Period | null;
}

/** The value of an expression, and the days it spans. */
export interface Reading {
  readonly value: string | null;
  readonly period: Period | null;
  readonly basis: "known" | "implied" | "guessed";
  readonly otherwise?: string;
  /** What decided for this reading and against the other. */
  readonly because?: string;
}

/** When and after what an expression is read. */
export interface Setting {
  /** Day of writing. */
  readonly today: number | null;
  readonly direction: Direction;
  readonly memory: Memory;
}

/** A reading that names no stretch of the calendar. */
export const unknown = (value: string | null): Reading => ({ value, period: null, basis: "known" });

/** The reading that names a period. */
export const known = (period: Period, basis: Reading["basis"]): Reading => ({
  value: formatPeriod(period),
  period,
  basis,
});
/** The period of one day. */
export const day = (first: number): Period => ({ grain: "day", first, last: first });
