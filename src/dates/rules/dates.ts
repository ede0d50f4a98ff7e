import type { CalendarMeaning, Meaning } from "../meaning.ts";
import type { Captures } from "../pattern-nodes.ts";
import { type DateRule, modOf, numberOf, type Place, timeOf, wordAfter, wordBefore, wordSet, yearOf } from "../rule.ts";

const monthOf = (caught: Captures, name = "month") =>
  Number(caught[name]?.senses.MONTH ?? caught[name]?.senses.FOREIGNMONTH);

function monthDay(caught: Captures): Meaning | null {
  const month = monthOf(caught);
  const calendar: CalendarMeaning = { kind: "calendar", month, day: numberOf(caught.day, "DAY"), ...yearOf(caught) };
  const weekday = caught.weekday ? { weekday: numberOf(caught.weekday, "WEEKDAY") } : {};
  return { ...calendar, ...weekday, mod: modOf(caught), time: timeOf(caught) };
}

// "May 15-16": the first day, and the last of the same or of another month.
function dayRange(caught: Captures): Meaning | null {
  const month = monthOf(caught);
  const last = caught.month2 ? monthOf(caught, "month2") : month;
  const [from, to] = [numberOf(caught.day, "DAY"), numberOf(caught.day2, "DAY")];
  if (last === month && from >= to) return null;
  const year = yearOf(caught);
  return {
    kind: "range",
    from: { kind: "calendar", month, day: from, ...year },
    to: { kind: "calendar", month: last, day: to, ...year },
  };
}

const wordOf = (lexeme: Captures[string]) => lexeme?.word ?? "";

const NO_DAY_BEFORE = wordSet("$ € £ # no . page chapter room flight channel version article");

// "May 20 percent of us": a number of something, not a day.
const counts = (place: Place) =>
  /^(?:%|percent|per|million|billion|thousand|points?|people|times|degrees)$/.test(wordAfter(place)) ||
  (/^[.,:]$/.test(wordAfter(place)) &&
    place.lexemes[place.end]?.gap === "none" &&
    place.lexemes[place.end + 1]?.senses.NUMBER !== undefined &&
    place.lexemes[place.end + 1]?.gap === "none");

const unlessCounted = (read: (caught: Captures) => Meaning | null) => (caught: Captures, place: Place) =>
  counts(place) ? null : read(caught);

const WEEKDAY = "( ( LAST | NEXT | this )? weekday:WEEKDAY ,? ( the )? )?";

const SEPTEMBER_11: Meaning = { kind: "calendar", year: 2001, month: 9, day: 11 };

// "the Sept. 11 attacks" are those of 2001.
const isSeptember11 = (caught: Captures, place: Place) =>
  monthOf(caught) === 9 &&
  numberOf(caught.day, "DAY") === 11 &&
  caught.year === undefined &&
  /^(?:attacks?|terrorist|terror|hijackings?|hijackers?|commission)$/.test(wordAfter(place));

/** Dates of the calendar with a day: "Sept. 13, 2023", "19 July", "May 23-24", "2024-06-11 16:51 KST". */
export const dateRules: readonly DateRule[] = [
  {
    id: "month-day-range",
    type: "DATE",
    pattern: "$edge? month:MONTH day:DAY TO ( month2:MONTH )? day2:DAY $ofyear?",
    read: unlessCounted(dayRange),
    matches: [
      "The fair was held on [May 15-16 = 2024-05-15/2024-05-16].",
      "They met on [Sept. 12-17 of last year = 2023-09-12/2023-09-17].",
      "It ran [June 28 to July 3, 2019 = 2019-06-28/2019-07-03].",
    ],
  },
  {
    id: "day-month-range",
    type: "DATE",
    pattern: "day:DAY ( month:MONTH )? TO day2:DAY of? month2:MONTH $ofyear?",
    read: (caught) => dayRange(caught.month ? caught : { ...caught, month: caught.month2 }),
    matches: [
      "The talks of [3-5 April 2022 = 2022-04-03/2022-04-05] failed.",
      "Open [28 June to 3 July 2021 = 2021-06-28/2021-07-03].",
    ],
  },
  {
    id: "month-day",
    type: "DATE",
    pattern: `${WEEKDAY} $edge? month:MONTH $day $ofyear?`,
    read: (caught, place) => (counts(place) ? null : isSeptember11(caught, place) ? SEPTEMBER_11 : monthDay(caught)),
    matches: [
      "Since the [Sept. 11 = 2001-09-11] attacks it has been so.",
      "He landed on [Sept. 13, 2023 = 2023-09-13] in the east.",
      "It was on [Thursday, December 1 = 2022-12-01].",
      "The vote on [Nov. 5 = 2024-11-05] decides.",
      "Page of [Friday, July 12, 2024 = 2024-07-12]",
      "It opens [next Thursday, June 20 = 2024-06-20].",
      "[March 3rd of last year = 2023-03-03] was cold.",
      "It opens [early May 7 = 2024-05-07].",
    ],
    rejects: ["We may 7 times over.", "May 20 percent of them vote?"],
  },
  {
    id: "day-month",
    type: "DATE",
    pattern: `${WEEKDAY} $edge? the? day:DAY ( ( st | nd | rd | th ) | . )? -? of? -? ( month:MONTH | de? month:FOREIGNMONTH .? ) ( -? year:YEAR | ,? de year:YEAR | ' year:TWO | - year:TWO | $ofyear )?`,
    read: (caught, place) => {
      // "$5 May": a sum; "5 mart": a foreign month is sure only with its year.
      const isSum = NO_DAY_BEFORE.has(wordBefore(place)) && place.lexemes[place.first]!.gap === "none";
      return isSum || (caught.month!.senses.MONTH === undefined && !caught.year) ? null : monthDay(caught);
    },
    matches: [
      "On [19 July 2000 = 2000-07-19] he flew north.",
      "By [the 4th of July = 2024-07-04] it was over.",
      "Publicado el [11 de junio de 2024 = 2024-06-11]",
      "am [3. März 2023 = 2023-03-03]",
      "dated [11-Jun-2024 = 2024-06-11]",
    ],
  },
  {
    id: "spelt-day-month",
    type: "DATE",
    pattern: `${WEEKDAY} ( the nth:ORDINAL of month:MONTH | month:MONTH the? nth:ORDINAL ) $ofyear?`,
    read: (caught, place) => {
      const day = numberOf(caught.nth, "ORDINAL");
      const unit = place.lexemes[place.end]?.senses;
      const isPlain =
        caught.nth!.capital ||
        wordBefore({ ...place, first: place.lexemes.indexOf(caught.nth!, place.first) }) !== wordOf(caught.month);
      if (day < 1 || day > 31 || unit?.UNIT || unit?.WEEKDAY || !isPlain) return null;
      return { kind: "calendar", month: monthOf(caught), day, ...yearOf(caught) };
    },
    matches: [
      "He left on [the sixth of May 2019 = 2019-05-06].",
      "He left on [May the fourth = 2024-05-04] and [July Fourth = 2024-07-04].",
    ],
    rejects: ["She may the first time lose."],
  },
  {
    id: "month-day-time",
    type: "TIME",
    pattern: `${WEEKDAY} month:MONTH $day $ofyear? ( ,? at? ,? ) $clock $zone?`,
    read: unlessCounted(monthDay),
    matches: [
      "Posted [June 11, 2024 at 4:51 p.m. = 2024-06-11T16:51]",
      "It rang on [May 7 at 10 a.m. = 2024-05-07T10:00].",
    ],
  },
  {
    id: "day-month-time",
    type: "TIME",
    pattern: `${WEEKDAY} day:DAY ( month:MONTH | month:FOREIGNMONTH ) $ofyear ( ,? at? ,? | - ) $clock $zone?`,
    read: (caught) => (caught.four && !caught.zone ? null : monthDay(caught)),
    matches: ["Updated [11 June 2024, 16:51 KST = 2024-06-11T16:51+09:00]"],
  },
  {
    id: "time-month-day",
    type: "TIME",
    pattern:
      "$edge? $clock $zone? ( ,? on? ) ( weekday:WEEKDAY ,? )? ( month:MONTH $day | day:DAY month:MONTH ) $ofyear?",
    read: (caught, place) => (caught.four && !caught.zone ? null : unlessCounted(monthDay)(caught, place)),
    matches: [
      "The offer ends at [5 p.m. EST, Nov. 6 = 2024-11-06T17:00].",
      "It struck at [16:15 UTC on 3 May 2021 = 2021-05-03T16:15Z].",
    ],
  },
  {
    id: "part-of-month-day",
    type: "TIME",
    pattern:
      "( month:MONTH $day | day:DAY month:MONTH ) ,? part:PART | the edge:EDGE? part:PART of ( month:MONTH $day | $day month:MONTH ) $ofyear?",
    read: monthDay,
    matches: ["He died on [the morning of May 7 = 2024-05-07TMO]."],
  },
  {
    id: "day-and",
    type: "DATE",
    // "the 3rd and 4th of May": the first day has the month of the last.
    pattern: "the? day:DAY",
    read: (caught, place) => {
      const isListed =
        /^(?:on|of|and|between|from|,|until|to|)$/.test(wordBefore(place)) || caught.day!.senses.NTH !== undefined;
      const ahead = isListed ? monthAhead(place) : null;
      return ahead && { kind: "calendar", day: numberOf(caught.day, "DAY"), ...ahead };
    },
    matches: [
      "They sat on [the 3rd = 2023-05-03] and [4th of May 2023 = 2023-05-04].",
      "They sat on [3 = 2024-04-03], [4 = 2024-04-04] and [5 April = 2024-04-05].",
    ],
    rejects: ["It was 3 and 4 of them may go."],
  },
  {
    id: "and-day",
    type: "DATE",
    // "April 24 and 25": the second day has the month of the first.
    pattern: "day:DAY ( $ofyear )?",
    read: (caught, place) => {
      const month = monthBefore(place);
      const unit = place.lexemes[place.end]?.senses;
      if (!month || counts(place) || unit?.UNITS || unit?.UNIT || unit?.MONTH) return null;
      return { kind: "calendar", month, day: numberOf(caught.day, "DAY"), ...yearOf(caught) };
    },
    matches: ["They sat on [April 24 = 2024-04-24], [25 = 2024-04-25] and [26 = 2024-04-26]."],
    rejects: ["Between them and 25 others."],
  },
];

const LINK = /^(?:and|or|,|&|to)$/;
/** Days of one month that are listed are at most so many. */
const MOST_LISTED = 6;

// The month of "April 24, 25 and", looking back from the next day.
function monthBefore(place: Place): number {
  const { lexemes, first } = place;
  if (!/^(?:and|or|,|&)$/.test(wordBefore(place))) return 0;
  // After a comma alone a number may be anything; only another "and" day makes it one.
  const isLast = lexemes[first - 1]!.word !== ",";
  if (!isLast && !/^(?:and|or|,|&)$/.test(lexemes[place.end]?.word ?? "")) return 0;
  let at = first - 1;
  for (let days = 0; days < MOST_LISTED; days++) {
    while (at > 0 && LINK.test(lexemes[at]!.word)) at--;
    if (lexemes[at]?.senses.DAY === undefined) return 0;
    const month = lexemes[at - 1]?.senses.MONTH;
    if (month) return Number(month);
    at--;
    if (!LINK.test(lexemes[at]?.word ?? "")) return 0;
  }
  return 0;
}

// The month and year of "and 4th of May 2023", looking ahead from the day before.
function monthAhead({ lexemes, end }: Place): { month: number; year?: number } | null {
  let at = end;
  for (let days = 0; days < MOST_LISTED && LINK.test(lexemes[at]?.word ?? "") && lexemes[at]!.gap !== "break"; days++) {
    while (/^(?:and|or|,|&|to|the)$/.test(lexemes[at]?.word ?? "")) at++;
    if (lexemes[at]?.senses.DAY === undefined || lexemes[at]!.gap === "break") return null;
    at++;
    const named = lexemes[at]?.word === "of" ? at + 1 : at;
    const month = lexemes[named]?.senses.MONTH;
    if (month && lexemes[named]!.capital) {
      const year = lexemes[named + 1]?.senses.YEAR;
      return { month: Number(month), ...(year ? { year: Number(year) } : {}) };
    }
  }
  return null;
}
