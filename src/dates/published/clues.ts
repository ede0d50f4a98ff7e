import type { Block } from "../../document.ts";
import { civil, dayOf } from "../calendar.ts";
import type { Direction } from "../direction.ts";
import type { Expression } from "../find.ts";
import type { Period } from "../period.ts";
import { read } from "../reading.ts";
import type { Memory } from "../setting.ts";
import { after, before, byWeekday, inWeeks, type Likelihood, most, type Stretch } from "./likelihood.ts";
import { yearless } from "./yearless.ts";

/** What one expression of the prose says about the day of writing: how much likelier it makes each day, 1 for no difference. */
export interface Clue {
  readonly rule: string;
  readonly expression: Expression;
  readonly likelihood: Likelihood;
}

const PROSE_ROLES = new Set(["headline", "standfirst", "dateline", "paragraph", "list-item", "blockquote", "caption"]);

/** More clues of one kind than this say nothing new. */
const MOST = 12;

/** Expressions of the article's own text. */
export function inProse(expressions: readonly Expression[], blocks: readonly Block[]): Expression[] {
  let at = 0;
  return expressions.filter(({ start }) => {
    while (at + 1 < blocks.length && blocks[at]!.end <= start) at++;
    return PROSE_ROLES.has(blocks[at]?.role ?? "paragraph");
  });
}

/** An expression that names its period in full. */
export interface Dated {
  readonly expression: Expression;
  readonly period: Period;
}

/** Those of some expressions that name their periods in full. */
export const datedIn = (expressions: readonly Expression[]): Dated[] =>
  expressions.flatMap((expression) => {
    const period = periodNamed(expression);
    return period ? [{ expression, period }] : [];
  });

/** Clues of the prose: weekdays, days without a year, dated past and future, spans of time since dated events. */
export function cluesOf(prose: readonly Expression[], dated: readonly Dated[]): Clue[] {
  return [
    ...weekdayClues(prose),
    ...prose.flatMap(yearlessClue).slice(0, MOST),
    ...unique(dated, ({ period, expression }) => `${period.first} ${expression.direction}`)
      .slice(0, 3 * MOST)
      .map(datedClue),
    ...elapsedClues(prose, dated),
    ...sameDateClues(prose, dated),
  ];
}

const NOTHING: Memory = { point: null, weekday: null, quarter: null };

// The period that an expression names in full, whenever it was written.
function periodNamed({ meaning }: Expression): Period | null {
  if (meaning.kind !== "calendar" && meaning.kind !== "range") return null;
  const reading = read(meaning, { today: null, direction: null, memory: NOTHING });
  return reading.basis === "known" ? reading.period : null;
}

const unique = <T>(list: readonly T[], key: (each: T) => string): T[] => [
  ...new Map(list.map((each) => [key(each), each])).values(),
];

// News names the day itself and the day before it most: share of each age in days, over that of chance.
const PAST_WEEKDAY = [3, 2.1, 0.9, 0.5, 0.3, 0.2, 0.15];
const COMING_WEEKDAY = [0.7, 1.8, 1.4, 1.1, 0.8, 0.7, 0.5];

function weekdayClues(prose: readonly Expression[]): Clue[] {
  const bare = prose.filter(
    ({ meaning }) => meaning.kind === "weekday" && meaning.which === "bare" && meaning.week === undefined,
  );
  const kinds = unique(bare, (e) => `${weekdayIn(e)} ${e.direction === "will"}`).slice(0, 7);
  return kinds.map((expression) => {
    const named = weekdayIn(expression);
    const since = (weekday: number) => PAST_WEEKDAY[(weekday - named + 7) % 7]!;
    const until = (weekday: number) => COMING_WEEKDAY[(named - weekday + 7) % 7]!;
    const likelihood = byWeekday(expression.direction === "will" ? until : since);
    return { rule: "weekday-in-prose", expression, likelihood };
  });
}

const weekdayIn = ({ meaning }: Expression) => (meaning.kind === "weekday" ? meaning.weekday : 0);

/** Whether a clause speaks of what is to come. */
export const looksAhead = (direction: Direction) =>
  direction === "will" || direction === "plan" || direction === "agenda";

// "on June 19-20" without a year: close by, on the side that the clause looks to.
function yearlessClue(expression: Expression): Clue[] {
  const meaning = expression.meaning.kind === "range" ? expression.meaning.from : expression.meaning;
  if (
    meaning.kind !== "calendar" ||
    !meaning.month ||
    !meaning.day ||
    meaning.year !== undefined ||
    meaning.yearShift !== undefined ||
    meaning.holiday
  )
    return [];
  const ahead = looksAhead(expression.direction) ? 1 : expression.direction === "past" ? -1 : 0;
  const likelihood = yearless(meaning.month, meaning.day, meaning.weekday, ahead);
  return [{ rule: "day-in-prose", expression, likelihood }];
}

// What is told as past came before; what is announced is still to come; a bare date is mostly past.
function datedClue({ expression, period }: Dated): Clue {
  if (expression.direction === "will")
    return { rule: "announced-in-prose", expression, likelihood: after(period.last + 1, 0.4) };
  const open = expression.direction === "plan" || expression.direction === null;
  const early = period.grain === "day" ? (open ? 0.15 : 0.05) : open ? 0.35 : 0.1;
  return { rule: "dated-in-prose", expression, likelihood: before(period.first, early) };
}

const MONTH_DAYS = 30.44;

// "its second meeting in nine months", beside a date nine months before the day of writing.
function elapsedClues(prose: readonly Expression[], dated: readonly Dated[]): Clue[] {
  const spans = prose.filter(
    ({ meaning }) =>
      meaning.kind === "duration" &&
      meaning.amount !== null &&
      meaning.amount > 1 &&
      (meaning.unit === "year" || meaning.unit === "month"),
  );
  const periods = unique(
    dated.map(({ period }) => period),
    (p) => `${p.first}`,
  ).slice(0, MOST);
  return unique(spans, ({ meaning }) => JSON.stringify(meaning))
    .slice(0, MOST)
    .map((expression) => ({
      rule: "time-elapsed",
      expression,
      likelihood: most(periods.flatMap((period) => elapsed(expression, period))),
    }));
}

function elapsed({ meaning }: Expression, period: Period): Stretch[] {
  if (meaning.kind !== "duration" || meaning.amount === null) return [];
  const { amount, unit } = meaning;
  if (unit === "year") {
    const year = civil(period.first).year + amount;
    if (amount <= 2 || !Number.isInteger(amount)) return [];
    return [{ first: dayOf(year, 1, 1), last: dayOf(year, 12, 31), share: () => 2.5 }];
  }
  // Whole months are counted down: "nine months" is said until the tenth is full. Nearer to the full month it is said most.
  const share = (day: number) => {
    const low = (day - period.last) / MONTH_DAYS - amount;
    const high = (day - period.first) / MONTH_DAYS - amount;
    return low >= 0 ? 1 + 16 / (1 + (low / 0.4) ** 2) : high >= 0 ? 16 : 5;
  };
  return [
    { first: period.first + (amount - 0.35) * MONTH_DAYS, last: period.last + (amount + 1.2) * MONTH_DAYS, share },
  ];
}

/** "last September" is never further back than this, in days. */
const FARTHEST = 800;

const overlap = (a: Period, b: Period) => a.first <= b.last && b.first <= a.last;

// "last September" beside "September 13, 2023": the same one, read from the day of writing.
function sameDateClues(prose: readonly Expression[], dated: readonly Dated[]): Clue[] {
  const months = prose.filter(({ meaning }) => {
    const first = meaning.kind === "range" ? meaning.from : meaning;
    return first.kind === "calendar" && first.month !== undefined && first.year === undefined;
  });
  return unique(months, ({ meaning }) => JSON.stringify(meaning))
    .slice(0, MOST)
    .flatMap((expression): Clue[] => {
      const { meaning, direction } = expression;
      const first = meaning.kind === "range" ? meaning.from : meaning;
      const month = first.kind === "calendar" ? first.month : 0;
      const same = unique(dated, ({ period }) => `${period.first}`)
        .slice(0, 4 * MOST)
        .filter(({ period }) => period.last - period.first < 40 && civil(period.first).month === month);
      if (!same.length || looksAhead(direction)) return [];
      const holds = (today: number) => {
        if (!same.some((other) => Math.abs(today - other.period.first) < FARTHEST)) return false;
        const { period } = read(meaning, { today, direction, memory: NOTHING });
        return period !== null && same.some((other) => overlap(other.period, period));
      };
      const firsts = same.map(({ period }) => period.first);
      const likelihood = inWeeks(Math.min(...firsts) - FARTHEST, Math.max(...firsts) + FARTHEST, 2.5, holds);
      return [{ rule: "same-month", expression, likelihood }];
    });
}
