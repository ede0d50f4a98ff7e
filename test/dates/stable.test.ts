import { expect, test } from "vitest";
import { dayOf, formatDay } from "../../src/dates/calendar.ts";
import { findExpressions } from "../../src/dates/find.ts";
import { resolveExpressions } from "../../src/dates/resolve.ts";
import { rules } from "../../src/dates/rules.ts";

const examples = rules.flatMap(({ matches }) => matches.map((text) => text.replace(/\[([^\]=]+) = [^\]]+\]/g, "$1")));
const STARTS = [dayOf(2024, 2, 26), dayOf(2021, 10, 1)];
const WIDTHS = [1, 7, 120, 1500];
/** Days of each interval that are tried. */
const TRIED = 7;

const published = (value: number, earliest = value, latest = value) => ({
  value: formatDay(value),
  earliest: formatDay(earliest),
  latest: formatDay(latest),
  confidence: 0.5,
  evidence: [],
});

test("what is stable has one value on every day of the interval, and what isn't has another at one end", () => {
  for (const raw of examples) {
    const expressions = findExpressions({ id: "", raw });
    const valuesOn = (day: number) =>
      resolveExpressions({ id: "", raw, published: published(day) }, expressions).map(({ value }) => value);
    for (const start of STARTS)
      for (const width of WIDTHS) {
        const best = start + Math.floor(width / 3);
        const doc = { id: "", raw, published: published(best, start, start + width) };
        const resolved = resolveExpressions(doc, expressions);
        const days = Array.from({ length: TRIED }, (_, i) => start + Math.round((i * width) / (TRIED - 1)));
        const values = days.map(valuesOn);
        for (const [i, { value, stable }] of resolved.entries()) {
          const isSame = values.every((each) => each[i] === value);
          expect(stable, `${raw} ${value} ${start}+${width}: ${values.map((each) => each[i])}`).toBe(isSame);
        }
      }
  }
});
