import type { Expression } from "./find.ts";
import type { Meaning, WeekdayMeaning } from "./meaning.ts";

/** Longest text between two that are coordinated: ", and on the ". */
const LONGEST_LINK = 14;
const LINK = /^(?:,? ?(?:and|or|&|to|through|until|till|[-–—])|,)(?: (?:on|in|the|at))* ?$/;

/**
 * Gives two that are joined what only one of them says: the year of "between May and July 2023", the day of "3 p.m. to 5 p.m. on
 * Monday", the recurrence of "every Monday and Thursday".
 */
export function coordinate(raw: string, found: readonly Expression[]): Expression[] {
  const joined = [...found];
  const isLinked = (i: number) => {
    const [start, end] = [joined[i]!.end, joined[i + 1]!.start];
    return end - start <= LONGEST_LINK && LINK.test(raw.slice(start, end));
  };
  for (let i = joined.length - 2; i >= 0; i--) {
    const meaning = isLinked(i) ? fromNext(joined[i]!, joined[i + 1]!) : null;
    if (meaning) joined[i] = { ...joined[i]!, meaning };
  }
  for (let i = 0; i + 1 < joined.length; i++) {
    const [set, next] = [joined[i]!, joined[i + 1]!];
    if (set.type === "SET" && isBareWeekday(next.meaning) && isLinked(i) && isOnWeekday(set.meaning))
      joined[i + 1] = { ...next, type: "SET", meaning: { kind: "fixed", value: `XXXX-WXX-${next.meaning.weekday}` } };
  }
  return joined;
}

const isBareWeekday = (meaning: Meaning): meaning is Meaning & WeekdayMeaning =>
  meaning.kind === "weekday" && meaning.which === "bare" && !meaning.time;

const isOnWeekday = (meaning: Meaning) => meaning.kind === "fixed" && /^XXXX-WXX-\d$/.test(meaning.value ?? "");

function fromNext({ meaning, rule }: Expression, { meaning: next, rule: nextRule }: Expression): Meaning | null {
  if (rule === "clock" && nextRule !== "clock" && next.time?.clock)
    return { ...next, time: { ...next.time, ...meaning.time } };
  if (meaning.kind !== "calendar" || next.kind !== "calendar") return null;
  const [own, other] = meaning.month ? [meaning.month, next.month] : [meaning.quarter, next.quarter];
  if (!own || !other) return null;
  if (meaning.year !== undefined || meaning.yearShift !== undefined || (meaning.which ?? "bare") !== "bare")
    return null;
  // "Dec. 30 to Jan. 3, 2024" begins in the year before.
  const before = own > other ? 1 : 0;
  if (next.year !== undefined && !next.shortYear) return { ...meaning, year: next.year - before };
  return typeof next.yearShift === "number" ? { ...meaning, yearShift: next.yearShift - before } : null;
}
