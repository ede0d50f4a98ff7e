import type { Has, Timex } from "../document.ts";
import { formatDay, parseDay } from "./calendar.ts";
import type { Expression } from "./find.ts";
import type { Meaning } from "./meaning.ts";
import { settleByDay } from "./order.ts";
import { read } from "./reading.ts";
import type { Memory, Reading } from "./setting.ts";

/** Resolves time expressions to TIMEX3 values and calendar intervals, in the order of the text. */
export function resolveExpressions(doc: Has<"published">, expressions: readonly Expression[]): Timex[] {
  const { value, earliest, latest } = doc.published;
  const [low, high] = [parseDay(earliest), parseDay(latest)];
  const best = readAll(expressions, parseDay(value));
  const others = [low, high]
    .filter((day) => day !== null && formatDay(day) !== value)
    .map((day) => readAll(expressions, day));
  return expressions.map((expression, i) => {
    const alternatives = others.map((readings) => readings[i]!);
    const stable = alternatives.every((reading) => reading.value === best[i]!.value);
    // Without a day of writing, what holds at both ends of its interval is as good as known.
    const agreed =
      value === null && others.length === 2 && alternatives[0]!.value === alternatives[1]!.value
        ? alternatives[0]!
        : best[i]!;
    return timex(
      expression,
      agreed,
      value === null
        ? agreed !== best[i] || agreed.period !== null || (agreed.value === best[i]!.value && !isOpen(agreed.value))
        : stable,
    );
  });
}

const isOpen = (value: string | null) => value?.includes("XX") ?? false;

/** Readings of all expressions as if written on one day, or on a day that can't be told. */
export function readAll(expressions: readonly Expression[], today: number | null): Reading[] {
  const memory: Memory = { point: null, weekday: null, quarter: null };
  return settleByDay(expressions, today).map(({ meaning, direction }) => {
    const reading = read(meaning, { today, direction, memory });
    remember(memory, meaning, reading);
    return reading;
  });
}

function remember(memory: Memory, meaning: Meaning, { period }: Reading): void {
  if (!period || (meaning.kind === "shift" && meaning.comparison)) return;
  memory.point = period;
  if (meaning.kind === "weekday") memory.weekday = period.first;
  if (period.grain === "quarter") memory.quarter = period;
}

function timex(expression: Expression, { value, period, basis, otherwise, because }: Reading, stable: boolean): Timex {
  const { start, end, rule, type, meaning } = expression;
  const said = { start, end, rule, type, value };
  const earliest = period && formatDay(period.first);
  const latest = period && (period.last === period.first ? earliest : formatDay(period.last));
  // Spread at their head, objects are copied in one go.
  const read = { ...(meaning.mod ? { ...said, mod: meaning.mod } : said), earliest, latest, basis };
  if (!otherwise && !because) return { ...read, stable };
  return { ...read, ...(otherwise ? { otherwise } : {}), ...(because ? { because } : {}), stable };
}
