import { opensPhrase, type Senses } from "./vocabulary.ts";

interface Phrase {
  readonly words: readonly string[];
  readonly senses: Senses;
  /** Only where it is written with a capital. */
  readonly capital: boolean;
}

const phrases = new Map<string, Phrase[]>();
const NONE: readonly Phrase[] = [];

function define(name: string, entries: Record<string, string | number>, capital = false): void {
  for (const [list, value] of Object.entries(entries))
    for (const phrase of list.split("; ")) {
      const words = phrase.split(" ");
      opensPhrase(words[0]!);
      const same = phrases.get(words[0]!) ?? [];
      same.push({ words, senses: { [name]: value }, capital });
      phrases.set(
        words[0]!,
        same.sort((a, b) => b.words.length - a.words.length),
      );
    }
}

define("APPROX", {
  "more than; well over; just over; longer than; upwards of; in excess of; greater than; a little over; a little more than; slightly more than":
    "MORE_THAN",
  "less than; fewer than; just under; well under; shorter than; a little less than; slightly less than": "LESS_THAN",
  "at least; no less than; no fewer than; not less than; a minimum of": "EQUAL_OR_MORE",
  "at most; no more than; not more than; up to; as many as; as much as; as long as; a maximum of; no longer than":
    "EQUAL_OR_LESS",
  "close to; just about; more or less; somewhere around; something like": "APPROX",
});
define("NUMBER", {
  "a couple; a couple of; couple of; a pair of": 2,
  "a dozen; dozen": 12,
  "half a dozen; half dozen; a half dozen": 6,
  "a hundred": 100,
  "a thousand": 1000,
  "a score": 20,
  "a hundred and one": 101,
});
define("SOME", {
  "a few; several; a number of; quite a few; a handful of; many; dozens of; scores of; hundreds of; thousands of; countless; numerous; various; a good few; some few; the few":
    "X",
});
define("PART", { "early hours; small hours; wee hours; early morning hours; predawn hours; pre - dawn hours": "MO" });
define("CLOSING", { "close of business; close of play; end of business; end of play; end of the business day": 1 });
define("EDGEOF", {
  "first half": "H1",
  "second half": "H2",
  "latter half; last half": "H2",
  "early part; opening; first part": "START",
  "latter part; later part; tail end; last part; final part; closing": "END",
  "rest; remainder; balance": "REST",
});

define("HOLIDAY", { "9 / 11": "2001-09-11" });

// Fixed by the calendar: MM-DD. Movable ones by name, for the resolver.
define(
  "HOLIDAY",
  {
    "new year's day; new year ' s day": "01-01",
    "new year ' s eve; new years eve": "12-31",
    "new year; new year ' s": "01-01",
    "valentine ' s day": "02-14",
    "st . patrick ' s day; saint patrick ' s day": "03-17",
    "april fools ' day; april fool ' s day": "04-01",
    "earth day": "04-22",
    "may day": "05-01",
    "cinco de mayo": "05-05",
    "victory day; ve day; v - e day": "05-09",
    juneteenth: "06-19",
    "bastille day": "07-14",
    halloween: "10-31",
    "all saints ' day": "11-01",
    "veterans day; armistice day; remembrance day": "11-11",
    "christmas eve": "12-24",
    "christmas; christmas day; xmas": "12-25",
    "boxing day": "12-26",
    "independence day": "07-04",
    "thanksgiving; thanksgiving day": "thanksgiving",
    "labor day": "labor-day",
    "memorial day": "memorial-day",
    "martin luther king day; martin luther king jr . day; mlk day": "king-day",
    "presidents ' day; presidents day": "presidents-day",
    "columbus day": "columbus-day",
    "mother ' s day": "mothers-day",
    "father ' s day": "fathers-day",
    "black friday": "black-friday",
    "cyber monday": "cyber-monday",
    "black monday": "1987-10-19",
    "black tuesday": "1929-10-29",
    "black thursday": "1929-10-24",
    "easter; easter sunday": "easter",
    "good friday": "good-friday",
    "easter monday": "easter-monday",
    "ash wednesday": "ash-wednesday",
    "palm sunday": "palm-sunday",
    pentecost: "pentecost",
    "lunar new year; chinese new year; lunar new year ' s day": "lunar-new-year",
    "election day": "election-day",
  },
  true,
);

/** Phrases that begin with a word, longest first. */
export const phrasesFrom = (word: string): readonly Phrase[] => phrases.get(word) ?? NONE;
