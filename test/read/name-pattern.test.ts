import { expect, test } from "vitest";
import { calendarDay } from "../../src/read/day.ts";
import { matchName, parseNamePattern } from "../../src/read/name-pattern.ts";

const match = (pattern: string, name: string) =>
  matchName(parseNamePattern(pattern), name, (part, value) => part !== "published" || calendarDay(value) !== null);

test("a date is a date, so that what stands before it may have the mark between", () => {
  expect(match("{outlet}_{date}", "new_york_times_2024-06-18")).toEqual({
    outlet: "new_york_times",
    published: "2024-06-18",
  });
  expect(match("{outlet}_{date}", "new_york_times")).toBeNull();
});

test("no name makes it slow", () => {
  const pattern = Array.from({ length: 12 }, (_, i) => `{p${i}}`).join("a");
  expect(match(`${pattern}b`, "a".repeat(255))).toBeNull();
});

test.each([
  ["{date", "brace"],
  ["a}b", "brace"],
  ["plain", "names nothing"],
  ["{a}{b}", "nothing stands between"],
  ["{}", "no name"],
])("%j is no pattern", (pattern, reason) => {
  expect(() => parseNamePattern(pattern)).toThrow(reason);
});

test.each([
  ["2024-06-18", "2024-06-18"],
  ["2024-06-18T10:00:00Z", "2024-06-18"],
  ["20240618", "2024-06-18"],
  ["2024/6/8", "2024-06-08"],
  ["2024.06.18", "2024-06-18"],
  ["18 June 2024", "2024-06-18"],
  ["June 18, 2024", "2024-06-18"],
  ["Tue, 18 Jun 2024 10:00:00 GMT", "2024-06-18"],
  ["Tue Jun 18 2024", "2024-06-18"],
  ["1st Sept. 2024", "2024-09-01"],
  ["03/04/2024", null],
  ["2024-02-30", null],
  ["2024-13-01", null],
  ["2024618", null],
  ["June 2024", null],
  ["tomorrow", null],
])("%j is the day %j", (text, day) => {
  expect(calendarDay(text)).toBe(day);
});
