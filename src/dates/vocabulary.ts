/** What a word can be in a time expression: class to value. One word may have several senses: "second", "may", "fall". */
export type Senses = Readonly<Record<string, string | number>>;

/** Senses of a word that is none of time and begins no fixed phrase. */
export const NOTHING: Senses = Object.freeze({});

const words = new Map<string, Record<string, string | number>>();

function define(name: string, entries: Record<string, string | number>): void {
  for (const [list, value] of Object.entries(entries))
    for (const word of list.split(" ")) {
      const senses = words.get(word) ?? {};
      senses[name] = value;
      words.set(word, senses);
    }
}

const listed = (list: string, value: string | number = 1) => ({ [list]: value });

define("MONTH", {
  "january jan": 1,
  "february feb": 2,
  "march mar": 3,
  "april apr": 4,
  may: 5,
  "june jun": 6,
  "july jul": 7,
  "august aug": 8,
  "september sep sept": 9,
  "october oct": 10,
  "november nov": 11,
  "december dec": 12,
});
// Names of months in the languages that mixed-language sites stamp their pages in.
define("FOREIGNMONTH", {
  "januar januari janvier enero janeiro gennaio января styczeń stycznia ocak": 1,
  "februar februari février fevrier febrero fevereiro febbraio февраля lutego şubat": 2,
  "märz maerz maart mars marzo março марта marca mart": 3,
  "avril abril aprile апреля kwietnia nisan": 4,
  "mai mei mayo maio maggio мая maja mayıs": 5,
  "juni juin junio junho giugno июня czerwca haziran": 6,
  "juli juillet julio julho luglio июля lipca temmuz": 7,
  "août aout agosto augustus augusti августа sierpnia ağustos": 8,
  "septembre septiembre setembro settembre сентября września eylül": 9,
  "oktober octobre octubre outubro ottobre октября października ekim": 10,
  "novembre noviembre novembro ноября listopada kasım": 11,
  "dezember décembre decembre diciembre dezembro dicembre декабря grudnia aralık": 12,
});
define("WEEKDAY", {
  "monday mon": 1,
  "tuesday tue tues": 2,
  "wednesday wed": 3,
  "thursday thu thur thurs": 4,
  "friday fri": 5,
  "saturday sat": 6,
  "sunday sun": 7,
});
define("WEEKDAYS", {
  mondays: 1,
  tuesdays: 2,
  wednesdays: 3,
  thursdays: 4,
  fridays: 5,
  saturdays: 6,
  sundays: 7,
  weekends: 8,
});
define("SEASON", {
  "spring springtime": "SP",
  "summer summertime": "SU",
  "fall autumn": "FA",
  "winter wintertime": "WI",
});
define("UNIT", {
  second: "second",
  "minute min": "minute",
  "hour hr": "hour",
  day: "day",
  week: "week",
  fortnight: "fortnight",
  weekend: "weekend",
  month: "month",
  quarter: "quarter",
  year: "year",
  decade: "decade",
  century: "century",
  millennium: "millennium",
});
define("UNITS", {
  "seconds secs": "second",
  "minutes mins": "minute",
  "hours hrs": "hour",
  days: "day",
  "weeks wks": "week",
  fortnights: "fortnight",
  weekends: "weekend",
  "months mos": "month",
  quarters: "quarter",
  "years yrs": "year",
  decades: "decade",
  centuries: "century",
  "millennia millenniums": "millennium",
});
define("ORDINAL", {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  eleventh: 11,
  twelfth: 12,
  thirteenth: 13,
  fourteenth: 14,
  fifteenth: 15,
  sixteenth: 16,
  seventeenth: 17,
  eighteenth: 18,
  nineteenth: 19,
  twentieth: 20,
  final: 0,
});
define("CARDINAL", {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  hundred: 100,
  thousand: 1000,
  million: 1e6,
  billion: 1e9,
});
// The decades by name: "the eighties".
define("DECADE", {
  twenties: 20,
  thirties: 30,
  forties: 40,
  fifties: 50,
  sixties: 60,
  seventies: 70,
  eighties: 80,
  nineties: 90,
});
define("PART", {
  "morning mornings dawn daybreak sunrise": "MO",
  "afternoon afternoons": "AF",
  "evening evenings dusk sunset": "EV",
  "night nights nighttime": "NI",
  "midday lunchtime": "MI",
  daytime: "DT",
});
define("PARTS", { mornings: "MO", afternoons: "AF", evenings: "EV", nights: "NI" });
define("NOON", { noon: "12:00", midnight: "24:00" });
define("LAST", listed("last past previous preceding prior"));
define("THIS", listed("this current present"));
define("NEXT", listed("next coming following upcoming forthcoming ensuing"));
define("THAT", listed("that same"));
define("EDGE", { early: "START", late: "END", mid: "MID" });
define("EDGER", { earlier: "START", later: "END" });
define("EDGEOF", {
  "beginning start onset outset dawn turn": "START",
  "middle midpoint midst": "MID",
  "end close conclusion": "END",
});
define("AGO", listed("ago"));
define("EARLIER", listed("earlier before previously prior beforehand"));
define("LATER", listed("later afterward afterwards hence thereafter"));
define("DEICTIC", { today: 0, yesterday: -1, tomorrow: 1 });
define("RATE", {
  daily: "P1D",
  nightly: "P1D",
  weekly: "P1W",
  biweekly: "P2W",
  fortnightly: "P2W",
  monthly: "P1M",
  bimonthly: "P2M",
  quarterly: "P3M",
  "yearly annual annually": "P1Y",
  "biannual semiannual semiannually": "P6M",
  biennial: "P2Y",
  hourly: "PT1H",
});
define("EVERY", listed("every each"));
define("TIMES", listed("once twice thrice times"));
// Words between a number and its unit that leave the length as it is: "six straight days", "20 more years".
define(
  "RUN",
  listed(
    "straight consecutive successive more additional extra further full whole entire solid long short trading business working calendar fiscal school academic or odd",
  ),
);
define(
  "KIND",
  listed("fiscal financial calendar academic school trading business working tax marketing crop model full"),
);
define("APPROX", {
  "about around approximately roughly some nearly almost circa virtually": "APPROX",
  "over exceeding": "MORE_THAN",
  under: "LESS_THAN",
});
define("DASH", listed("- – — ‐ ‑ −"));
define("TO", listed("- – — ‐ ‑ − to through thru till until"));
define("BCE", listed("bc bce"));
define("CE", listed("ad ce"));
define("RECENT", listed("recent past previous preceding last"));
define("COMING", listed("coming next future upcoming following ensuing"));

// Abbreviations of time zones that mean one zone; EST, CST, IST, BST and the like name several and get no offset.
define("ZONE", {
  "utc gmt zulu": "Z",
  "kst jst": "+09:00",
  "hkt sgt pht awst": "+08:00",
  wib: "+07:00",
  pkt: "+05:00",
  msk: "+03:00",
  "eest trt": "+03:00",
  "cest eet cat sast": "+02:00",
  "cet wat": "+01:00",
  ict: "+07:00",
  npt: "+05:45",
  brt: "-03:00",
  edt: "-04:00",
  mdt: "-06:00",
  pdt: "-07:00",
  akdt: "-08:00",
  hst: "-10:00",
  aest: "+10:00",
  aedt: "+11:00",
  nzst: "+12:00",
  nzdt: "+13:00",
  "et est cst cdt ct mst mt pst pt akst ist bst": "",
});

// "Beijing time" is one zone the whole year; "Eastern time" and "local time" aren't.
define("REGION", {
  "local eastern pacific central mountain moscow london paris": "",
  "beijing shanghai taipei singapore": "+08:00",
  "tokyo seoul pyongyang": "+09:00",
  "bangkok jakarta hanoi": "+07:00",
});

/** Tells words that have no sense by themselves, but begin a fixed phrase, from those that need no second look. */
export function opensPhrase(word: string): void {
  if (!words.has(word)) words.set(word, {});
}

/** Senses of a lower-case word. */
export const sensesOf = (word: string): Senses => words.get(word) ?? NOTHING;

// Only with a capital are these words names of the calendar: "may", "march", "sat".
const NEEDS_CAPITAL = new Set(
  "may march mar august sun sat mon wed tue thu fri jun jul dec sep oct nov jan apr ct pt mt et cat ist wat wib ict trt".split(
    " ",
  ),
);

/** Whether the calendar sense of a word asks for a capital letter. */
export const needsCapital = (word: string): boolean => NEEDS_CAPITAL.has(word);

/** Abbreviations that may end in a full stop of their own. */
export const isAbbreviation = (word: string): boolean =>
  /^(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|wed|thurs?|thu|fri|sat|sun|yrs?|mos|hrs?|mins?|secs?)$/.test(
    word,
  );
