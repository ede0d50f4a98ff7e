import type { Published } from "../../document.ts";
import { civil, dayOf, formatDay } from "../calendar.ts";
import type { Clue } from "./clues.ts";
import type { Candidate } from "./rank.ts";
import type { Sighting } from "./sightings.ts";

type Masses = Map<number, number>;

/** How much the clues of the prose may say against a stamp that is shown; the date of another story is none. */
const TRUST_IN_STAMPS = 0.4;
/** Share of the probability that the interval is to hold. */
const SHARE = 0.8;
/** The same where no stamp is trusted: pages that hide their date are older and odder than the rest. */
const SHARE_UNSEEN = 0.92;
/** Least probability of the best day for the first share. */
const SEEN = 0.4;
/** Below this a best day would be a bare guess. */
const LEAST_CONFIDENCE = 0.08;
/** No page is surer than this: stamps are wrong now and then. */
const MOST_CONFIDENCE = 0.97;

/** Days that a page shows with their probabilities, what bounds the day of writing, and what the prose says of it. */
export interface Evidence {
  readonly candidates: readonly Candidate[];
  readonly probabilities: readonly number[];
  readonly bounds: readonly Sighting[];
  readonly near: readonly Sighting[];
  readonly clues: readonly Clue[];
  /** Days named in the prose as past: the day of writing is hardly before the last of them. */
  readonly past: readonly number[];
  /** Years named in the prose. */
  readonly years: readonly number[];
}

/** Weighs every day that it may be, and gives the best, the interval that holds most of the probability, and how sure it is. */
export function estimate(evidence: Evidence): Omit<Published, "evidence"> {
  const masses = weigh(evidence);
  const total = [...masses.values()].reduce((sum, mass) => sum + mass, 0);
  if (!(total > 0)) return { value: null, earliest: null, latest: null, confidence: 0 };
  const [best, mass] = [...masses].reduce((a, b) => (b[1] > a[1] ? b : a));
  const confidence = Math.min(MOST_CONFIDENCE, mass / total);
  const [earliest, latest] = interval(
    masses,
    (isAnchored(evidence) || confidence >= SEEN ? SHARE : SHARE_UNSEEN) * total,
    best,
  );
  const isGuess = confidence < LEAST_CONFIDENCE;
  return {
    value: isGuess ? null : formatDay(best),
    earliest: formatDay(earliest),
    latest: formatDay(latest),
    confidence: isGuess ? 0 : Math.round(confidence * 1000) / 1000,
  };
}

// A clock, a copier's stamp or the dates of neighbouring stories hold the day to a few weeks.
const isAnchored = ({ bounds, near }: Evidence) =>
  near.length >= FEW || bounds.some(({ rule }) => rule !== "copyright-year");

function weigh(evidence: Evidence): Masses {
  const masses: Masses = new Map();
  const prior = hidden(evidence);
  const shown = evidence.candidates.map((candidate) => candidate.day);
  const say = likelihoods(evidence.clues, [...new Set([...shown, ...prior.keys()])]);
  const average = weightedMean(prior, say);
  evidence.candidates.forEach(({ day, sightings }, i) => {
    const trust = sightings.every(({ relation }) => relation === "near") ? 1 : TRUST_IN_STAMPS;
    const fit = average > 0 ? (say.get(day)! / average) ** trust : 1;
    add(masses, day, evidence.probabilities[i]! * Math.min(fit, 5));
  });
  const rest = 1 - evidence.probabilities.reduce((sum, p) => sum + p, 0);
  for (const [day, mass] of prior) add(masses, day, rest * mass * (say.get(day)! / (average || 1)));
  return masses;
}

const add = (masses: Masses, day: number, mass: number) => masses.set(day, (masses.get(day) ?? 0) + mass);

function likelihoods(clues: readonly Clue[], days: readonly number[]): Masses {
  return new Map(
    days.map((day) => [day, Math.exp(clues.reduce((sum, clue) => sum + Math.log(clue.likelihood(day)), 0))]),
  );
}

function weightedMean(prior: Masses, say: Masses): number {
  let [sum, total] = [0, 0];
  for (const [day, mass] of prior) {
    sum += mass * say.get(day)!;
    total += mass;
  }
  return total ? sum / total : 0;
}

/** Longest stretch of days that is weighed, in years. */
const LONGEST = 12;
const YEAR = 365.25;

/** Prior of the days that no stamp shows: after what is told as past, before clocks and the copier's stamp, near dates of other stories. */
function hidden({ bounds, near, past, years }: Evidence): Masses {
  const masses: Masses = new Map();
  const clocks = bounds.filter(({ rule }) => rule !== "copyright-year").map(({ day }) => day);
  const upper = clocks.length ? smallest(clocks) : null;
  const copyright = bounds.find(({ rule }) => rule === "copyright-year")?.day ?? null;
  const known = past.filter((day) => day <= (upper ?? Number.POSITIVE_INFINITY));
  const lower = known.length ? largest(known) : null;
  const copyrightIn = copyright === null ? null : civil(copyright).year;
  const bare = lastYear(copyrightIn === null ? years : years.filter((each) => each <= copyrightIn + 2));
  // A day told as past says more than a year that the text names.
  const year = bare !== null && lower !== null && civil(lower).year >= bare ? null : bare;
  const named = year === null ? null : dayOf(year, 7, 1);
  const anchors = [upper, lower, named, copyright, ...near.map(({ day }) => day)].filter((day) => day !== null);
  if (!anchors.length) return masses;
  const highest = largest(anchors);
  const first = Math.max(smallest(anchors) - 2 * YEAR, highest - LONGEST * YEAR);
  const last = upper ?? highest + (copyright === null ? 4 : 1) * YEAR;
  for (let day = Math.floor(first); day <= last; day++) {
    const mass = density(day, upper, lower, near) * ofYear(civil(day).year, year, copyrightIn);
    masses.set(day, mass);
  }
  const total = [...masses.values()].reduce((sum, mass) => sum + mass, 0);
  for (const [day, mass] of masses) masses.set(day, mass / total);
  return masses;
}

// A page may show more dates than a call takes arguments.
const largest = (days: readonly number[]) => days.reduce((a, b) => Math.max(a, b));
const smallest = (days: readonly number[]) => days.reduce((a, b) => Math.min(a, b));

// "set in 2077": a year far beyond all others that are named is none of news.
function lastYear(years: readonly number[]): number | null {
  const sorted = [...new Set(years)].sort((a, b) => a - b);
  while (sorted.length > 1 && sorted.at(-1)! - sorted.at(-2)! > 15) sorted.pop();
  return sorted.at(-1) ?? null;
}

// Years of writing from the last year named in the text (some look ahead), and back from that of the copyright line: shares on web pages.
const FROM_NAMED: Readonly<Record<number, number>> = { [-2]: 0.25, [-1]: 0.7, 0: 1, 1: 0.45, 2: 0.25, 3: 0.2 };
const FROM_COPYRIGHT: Readonly<Record<number, number>> = { 0: 1, [-1]: 0.4, [-2]: 0.25, [-3]: 0.2 };

const ofYear = (year: number, named: number | null, copyright: number | null): number =>
  (named === null ? 1 : (FROM_NAMED[year - named] ?? (year < named ? 0.08 : 0.15))) *
  (copyright === null ? 1 : (FROM_COPYRIGHT[year - copyright] ?? (year > copyright ? 0.05 : 0.12)));

/** The stories of a list were written close to this one; one or two teasers may be of any day. */
const FEW = 3;

function density(day: number, upper: number | null, lower: number | null, near: readonly Sighting[]): number {
  const sinceLast = lower === null ? 1 : day < lower ? 0.1 : 1 / (1 + (day - lower) / 200);
  const beforeClock = upper === null ? 1 : (1 + (upper - day) / 45) ** -1.5;
  const beside = near.length
    ? (near.length < FEW ? 0.02 : 0.0004) +
      near.reduce((sum, { day: other }) => sum + 1 / (1 + ((day - other) / 3) ** 2), 0) / near.length
    : 1;
  return sinceLast * beforeClock * beside;
}

/** The shortest run of days around the best one that holds the share. */
function interval(masses: Masses, share: number, best: number): [number, number] {
  const days = [...masses.keys()].sort((a, b) => a - b);
  const sums = [0];
  for (const day of days) sums.push(sums.at(-1)! + masses.get(day)!);
  const at = days.indexOf(best);
  let shortest: [number, number] = [days[0]!, days.at(-1)!];
  let end = at;
  for (let start = 0; start <= at; start++) {
    end = Math.max(end, at);
    while (end < days.length && sums[end + 1]! - sums[start]! < share) end++;
    if (end >= days.length) break;
    if (days[end]! - days[start]! < shortest[1] - shortest[0]) shortest = [days[start]!, days[end]!];
  }
  return shortest;
}
