import { describe, expect, test } from "vitest";
import { findExpressions } from "../../src/dates/find.ts";
import { resolveExpressions } from "../../src/dates/resolve.ts";

/** `text = value` of every expression, written on a day (a Wednesday). */
function read(raw: string, day = "2024-06-12"): string[] {
  const doc = { id: "", raw, published: { value: day, earliest: day, latest: day, confidence: 1, evidence: [] } };
  return resolveExpressions(doc, findExpressions(doc)).map(
    ({ start, end, value, mod }) => `${raw.slice(start, end)} = ${value}${mod ? ` ${mod}` : ""}`,
  );
}

describe("what the grammar reads", () => {
  test.each([
    ["The fair ran Sept. 12-17.", ["Sept. 12-17 = 2024-09-12/2024-09-17"]],
    ["It was held March 15-17.", ["March 15-17 = 2024-03-15/2024-03-17"]],
    ["On 19 July 2000 he flew.", ["19 July 2000 = 2000-07-19"]],
    ["Filed 2024-06-11.", ["2024-06-11 = 2024-06-11"]],
    ["Filed at 16:51 KST.", ["16:51 KST = 2024-06-12T16:51+09:00"]],
    ["It closed in 1984.", ["1984 = 1984"]],
    ["It began in the 1990s.", ["the 1990s = 199"]],
    ["A war of the 20th century.", ["the 20th century = 19"]],
    ["It fell last winter.", ["last winter = 2024-WI"]],
    ["It fell in the third quarter of 2019.", ["the third quarter of 2019 = 2019-Q3"]],
    ["Sales of fiscal 2023 rose.", ["fiscal 2023 = 2023"]],
    ["He left on Monday.", ["Monday = 2024-06-10"]],
    ["He will leave on Monday.", ["Monday = 2024-06-17"]],
    ["On Monday she will leave.", ["Monday = 2024-06-17"]],
    ["She is meeting him on Monday.", ["Monday = 2024-06-17"]],
    ["A cut in July is off the table.", ["July = 2024-07"]],
    ["Traders had priced in a cut in July.", ["July = 2024-07"]],
    ["Voters go to the polls on Monday.", ["Monday = 2024-06-17"]],
    ["The fair opens on Monday.", ["Monday = 2024-06-17"]],
    ["Chile vetoed a text at the U.N. Security Council in August.", ["August = 2023-08"]],
    ["In August, Acme bought it.", ["August = 2023-08"]],
    ["A thaw was possible by winter.", ["winter = 2025-WI"]],
    ["They are to meet on Jan. 20.", ["Jan. 20 = 2025-01-20"]],
    ["They met last September.", ["last September = 2023-09"]],
    ["Prices rose over the past year.", ["the past year = P1Y"]],
    ["He came earlier this month.", ["earlier this month = 2024-06 START"]],
    ["They vote next week.", ["next week = 2024-W25"]],
    ["They will meet in the coming weeks.", ["the coming weeks = FUTURE_REF"]],
    ["He left two months after the vote.", ["two months = P2M"]],
    ["He died in 2019. That May it rained.", ["2019 = 2019", "That May = 2019-05"]],
    ["A year ago he left.", ["A year ago = 2023"]],
    ["He ruled for over two years.", ["over two years = P2Y MORE_THAN"]],
    ["It is the first such visit in 24 years.", ["24 years = P24Y"]],
    ["They met for the first time in more than four years.", ["more than four years = P4Y MORE_THAN"]],
    ["On Christmas Day it snowed.", ["Christmas Day = 2023-12-25"]],
    ["He will go there on Tuesday and Wednesday.", ["Tuesday = 2024-06-18", "Wednesday = 2024-06-19"]],
    [
      "He visits Peru on May 23-24, and Chile, on May 26-28.",
      ["May 23-24 = 2024-05-23/2024-05-24", "May 26-28 = 2024-05-26/2024-05-28"],
    ],
    ["It rang at 5 p.m. EST on Tuesday.", ["5 p.m. EST on Tuesday = 2024-06-11T17:00"]],
    ["It opens on the last Friday in May 2025.", ["the last Friday in May 2025 = 2025-05-30"]],
    ["He left on the sixth of May 2019.", ["the sixth of May 2019 = 2019-05-06"]],
    ["It fell the week before last.", ["the week before last = 2024-W22"]],
    ["It will be hard in the months ahead.", ["the months ahead = FUTURE_REF"]],
    ["Sales of 2023/24 and H1 2024.", ["2023/24 = 2023/2024", "H1 2024 = 2024-H1"]],
    ["He died in 2019; in May that year it rained.", ["2019 = 2019", "May that year = 2019-05"]],
    ["They march every Friday.", ["every Friday = XXXX-WXX-5"]],
    ["They met between May and July 2023.", ["May = 2023-05", "July 2023 = 2023-07"]],
    ["They met on Dec. 30 and Jan. 3, 2024.", ["Dec. 30 = 2023-12-30", "Jan. 3, 2024 = 2024-01-03"]],
    ["It is open every Monday and Thursday.", ["every Monday = XXXX-WXX-1", "Thursday = XXXX-WXX-4"]],
    ["It ran from 3 p.m. to 5 p.m. on Monday.", ["3 p.m. = 2024-06-10T15:00", "5 p.m. on Monday = 2024-06-10T17:00"]],
    ["It rang at 5:30 PM on Tuesday.", ["5:30 PM on Tuesday = 2024-06-11T17:30"]],
    ["It rang at 9 A.M. Tuesday.", ["9 A.M. Tuesday = 2024-06-11T09:00"]],
    ["It rose on May 7 and fell the next day.", ["May 7 = 2024-05-07", "the next day = 2024-05-08"]],
    ["It rose in the six months to September.", ["the six months = P6M", "September = 2023-09"]],
    ["They came at the turn of the 20th century.", ["the turn of the 20th century = 19 START"]],
    ["It opens next week or in a fortnight.", ["next week = 2024-W25", "a fortnight = P2W"]],
    ["It met on the last Friday of every month.", ["the last Friday of every month = XXXX-WXX-5"]],
  ])("%s", (raw, expected) => {
    expect(read(raw)).toEqual(expected);
  });
});

const MOD = / (?:START|MID|END|APPROX|MORE_THAN|LESS_THAN|EQUAL_OR_MORE|EQUAL_OR_LESS)$/;

/** Every unit with every modifier, anchor and direction: the whole phrase is one expression with the value of its kind. */
describe("every unit in combination", () => {
  const units = { day: "D", week: "W", month: "M", quarter: "Q", year: "Y" } as const;
  const period = { week: "2024-W24", month: "2024-06", year: "2024" } as const;
  const lengths = Object.entries(units).flatMap(([unit, code]) => [
    ...["two", "at least two", "more than two", "about two", "nearly two", "up to two", "another two"].map(
      (amount) => [`${amount} ${unit}s`, `P2${code}`] as const,
    ),
    ...["the last three", "the past three", "the next three", "the first three"].map(
      (amount) => [`${amount} ${unit}s`, `P3${code}`] as const,
    ),
    ...["a few", "several", "many", "the last few", "the next few"].map(
      (amount) => [`${amount} ${unit}s`, `PX${code}`] as const,
    ),
    [`every ${unit}`, `P1${code}`] as const,
  ]);
  const periods = Object.entries(period).flatMap(([unit, value]) =>
    [`this ${unit}`, `earlier this ${unit}`, `later this ${unit}`, `the end of the ${unit}`, `the current ${unit}`].map(
      (phrase) => [phrase, value] as const,
    ),
  );
  const shifts = Object.entries({ last: -1, next: 1, "early next": 1, "late last": -1 }).flatMap(([which, by]) => [
    [`${which} week`, `2024-W${24 + by}`] as const,
    [`${which} month`, `2024-0${6 + by}`] as const,
    [`${which} year`, `${2024 + by}`] as const,
  ]);
  test.each([...lengths, ...periods, ...shifts])("%s = %s", (phrase, value) => {
    expect(read(`It happened in ${phrase} there.`).map((each) => each.replace(MOD, ""))).toEqual([
      `${phrase} = ${value}`,
    ]);
  });
});

/** Every anchor with every distance, back and ahead. */
describe("distances from a date named beside them", () => {
  const anchors = {
    today: "2024-06-12",
    yesterday: "2024-06-11",
    "this week": "2024-W24",
    "this month": "2024-06",
  } as const;
  const distances = { "a year": "2023", "two years": "2022", "10 years": "2014", "a decade": "2014" } as const;
  const back = Object.entries(distances).flatMap(([distance, year]) =>
    Object.entries(anchors).map(
      ([anchor, value]) => [`${distance} ago ${anchor}`, value.replace("2024", year)] as const,
    ),
  );
  const days = { Monday: 17, Thursday: 13, today: 12, tomorrow: 13 } as const;
  const ahead = Object.entries(days).flatMap(([anchor, day]) => [
    [`a week from ${anchor}`, `2024-06-${day + 7}`] as const,
    ...(day < 17 ? [[`two weeks from ${anchor}`, `2024-06-${day + 14}`] as const] : []),
    [`${anchor} week`, `2024-06-${day + 7}`] as const,
  ]);
  test.each([...back, ...ahead])("%s = %s", (phrase, value) => {
    expect(read(`It is ${phrase}.`)).toEqual([`${phrase} = ${value}`]);
  });
});

describe("time zones", () => {
  test.each([
    ["16:51 KST", "+09:00"],
    ["9 a.m. GMT", "Z"],
    ["9 a.m. UTC+2", "+02:00"],
    ["9 a.m. GMT-3", "-03:00"],
    ["08:30 UTC+5:30", "+05:30"],
    ["10 p.m. EDT", "-04:00"],
    ["10 p.m. EEST", "+03:00"],
    // Names of more than one zone, or of none, keep the clock as it is.
    ["10 p.m. IST", ""],
    ["10 p.m. local time", ""],
    ["10 p.m. Eastern time", ""],
  ])("%s", (time, offset) => {
    const clock = /^16/.test(time) ? "16:51" : /^08/.test(time) ? "08:30" : /^9/.test(time) ? "09:00" : "22:00";
    expect(read(`It began at ${time} there.`)).toEqual([`${time} = 2024-06-12T${clock}${offset}`]);
  });
  test("a stamp of figures keeps its own", () => {
    expect(read("Posted 2024-06-11T08:30:00-05:00 here")).toEqual([
      "2024-06-11T08:30:00-05:00 = 2024-06-11T08:30:00-05:00",
    ]);
  });
});

describe("what is no date", () => {
  test.each([
    "It may rain.",
    "Theresa May lost her seat.",
    "They march on the palace.",
    "The Women's March drew crowds.",
    "He came in second.",
    "A second man was held.",
    "He told 38 North so.",
    "They won 21-14 at home.",
    "She is in room 2014.",
    "It cost $2015 in all.",
    "It sold 1984 tickets.",
  ])("%s", (raw) => {
    expect(read(raw)).toEqual([]);
  });
});
