import type { Block } from "../../document.ts";
import { civil, weekdayOf } from "../calendar.ts";
import type { Direction } from "../direction.ts";
import type { Expression } from "../find.ts";
import { nearestDate } from "../nearest.ts";
import type { Period } from "../period.ts";
import { read } from "../reading.ts";
import type { Memory } from "../setting.ts";

/** What one expression of the prose says about the day of writing: how much likelier it makes each day, 1 for no difference. */
export interface Clue {
  readonly rule: string;
  readonly expression: Expression;
  likelihood(day: number): number;
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

/** Clues of the prose: weekdays, days without a year, dated past and future, spans of time since dated events. */
export function cluesOf(prose: readonly Expression[]): Clue[] {
  const dated = prose.flatMap((expression) => {
    const period = periodNamed(expression);
    return period ? [{ expression, period }] : [];
  });
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

/** The period that an expression names in full, whenever it was written. */
export function periodNamed({ meaning }: Expression): Period | null {
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
    const weekday = weekdayIn(expression);
    const ahead = expression.direction === "will";
    return {
      rule: "weekday-in-prose",
      expression,
      likelihood: (day) =>
        ahead ? COMING_WEEKDAY[(weekday - weekdayOf(day) + 7) % 7]! : PAST_WEEKDAY[(weekdayOf(day) - weekday + 7) % 7]!,
    };
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
  const { month, day, weekday } = meaning;
  const ahead = looksAhead(expression.direction) ? 1 : expression.direction === "past" ? -1 : 0;
  const closest = weekly(closestTo(month, day));
  return [
    {
      rule: "day-in-prose",
      expression,
      likelihood: (today) => {
        // In the year that is closest, whatever the clause looks to.
        const date = closest(today);
        if (date === null) return 1;
        const gap = date - today;
        const wrong = ahead * gap < -1 ? 0.25 : 1;
        // "Tuesday, June 18" is so in one year of six.
        const fitting = weekday === undefined ? 1 : weekdayOf(date) === weekday ? 4 : 0.4;
        return fitting * wrong * (CLOSE[Math.abs(gap)] ?? CLOSE.at(-1)!);
      },
    },
  ];
}

// News names days nearby: share of each distance, over that of chance.
const CLOSE = Array.from({ length: 200 }, (_, gap) => (0.25 + 10 / (1 + (gap / 6) ** 1.5)) ** 0.6);

/** The date of a year that is closest to a day; asked for days in order, it looks once a year. */
function closestTo(month: number, day: number): (today: number) => number | null {
  let [date, until]: [number | null, number] = [null, Number.NEGATIVE_INFINITY];
  let since = Number.POSITIVE_INFINITY;
  return (today) => {
    if (today < since || today > until) {
      date = nearestDate(today, month, day, "plan");
      // As long as it is at most half a year off, no other is closer.
      [since, until] = date === null ? [today, today] : [date - HALF_YEAR, date + HALF_YEAR];
    }
    return date;
  };
}
const HALF_YEAR = 182;

/** Asks once a week, in its middle: every day of years is weighed, one after the other. */
function weekly<T>(ask: (day: number) => T): (day: number) => T {
  let last: { readonly week: number; readonly answer: T } | undefined;
  return (day) => {
    const week = Math.floor(day / 7);
    if (last?.week !== week) last = { week, answer: ask(week * 7 + 3) };
    return last.answer;
  };
}

// What is told as past came before; what is announced is still to come; a bare date is mostly past.
function datedClue({ expression, period }: { expression: Expression; period: Period }): Clue {
  const ahead = expression.direction === "will";
  const open = expression.direction === "plan" || expression.direction === null;
  return {
    rule: ahead ? "announced-in-prose" : "dated-in-prose",
    expression,
    likelihood: (day) => {
      if (ahead) return day > period.last + 1 ? 0.4 : 1;
      const early = day < period.first;
      return early ? (period.grain === "day" ? (open ? 0.15 : 0.05) : open ? 0.35 : 0.1) : 1;
    },
  };
}

const MONTH_DAYS = 30.44;

// "its second meeting in nine months", beside a date nine months before the day of writing.
function elapsedClues(prose: readonly Expression[], dated: readonly { period: Period }[]): Clue[] {
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
      likelihood: (day) => periods.reduce((most, period) => Math.max(most, elapsed(expression, period, day)), 1),
    }));
}

function elapsed({ meaning }: Expression, period: Period, day: number): number {
  if (meaning.kind !== "duration" || meaning.amount === null) return 1;
  if (meaning.unit === "year") {
    if (meaning.amount <= 2 || Math.abs((day - period.first) / 365.25 - meaning.amount) > 1.01) return 1;
    return civil(day).year - civil(period.first).year === meaning.amount ? 2.5 : 1;
  }
  // Whole months are counted down: "nine months" is said until the tenth is full.
  const low = (day - period.last) / MONTH_DAYS - meaning.amount;
  const high = (day - period.first) / MONTH_DAYS - meaning.amount;
  if (high < -0.35 || low > 1.2) return 1;
  // Nearer to the full month it is said most.
  return low >= 0 ? 1 + 16 / (1 + (low / 0.4) ** 2) : high >= 0 ? 16 : 5;
}

/** "last September" is never further back than this, in days. */
const FARTHEST = 800;

const overlap = (a: Period, b: Period) => a.first <= b.last && b.first <= a.last;

// "last September" beside "September 13, 2023": the same one, read from the day of writing.
function sameDateClues(prose: readonly Expression[], dated: readonly { period: Period }[]): Clue[] {
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
      return [
        {
          rule: "same-month",
          expression,
          likelihood: weekly((today) => {
            if (!same.some((other) => Math.abs(today - other.period.first) < FARTHEST)) return 1;
            const { period } = read(meaning, { today, direction, memory: NOTHING });
            const met = same.some((other) => period && overlap(other.period, period));
            return met ? 2.5 : 1;
          }),
        },
      ];
    });
}
