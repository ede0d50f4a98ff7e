import type { Published } from "../../document.ts";
import { formatDay } from "../calendar.ts";
import type { Clue } from "./clues.ts";
import type { Candidate } from "./rank.ts";
import type { Sighting } from "./sightings.ts";

type Masses = Map<number, number>;

/** How much the clues of the prose may say against a stamp that is shown. */
const TRUST_IN_STAMPS = 0.4;
/** Share of the probability that the interval is to hold. */
const SHARE = 0.8;
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
}

/** Weighs every day that it may be, and gives the best, the interval that holds most of the probability, and how sure it is. */
export function estimate(evidence: Evidence): Omit<Published, "evidence"> {
  const masses = weigh(evidence);
  const total = [...masses.values()].reduce((sum, mass) => sum + mass, 0);
  if (!(total > 0)) return { value: null, earliest: null, latest: null, confidence: 0 };
  const [best, mass] = [...masses].reduce((a, b) => (b[1] > a[1] ? b : a));
  const confidence = Math.min(MOST_CONFIDENCE, mass / total);
  const [earliest, latest] = interval(masses, total, best);
  const isGuess = confidence < LEAST_CONFIDENCE;
  return {
    value: isGuess ? null : formatDay(best),
    earliest: formatDay(earliest),
    latest: formatDay(latest),
    confidence: isGuess ? 0 : Math.round(confidence * 1000) / 1000,
  };
}

function weigh(evidence: Evidence): Masses {
  const masses: Masses = new Map();
  const prior = hidden(evidence);
  const shown = evidence.candidates.map((candidate) => candidate.day);
  const say = likelihoods(evidence.clues, [...new Set([...shown, ...prior.keys()])]);
  const average = weightedMean(prior, say);
  evidence.candidates.forEach(({ day }, i) => {
    const fit = average > 0 ? (say.get(day)! / average) ** TRUST_IN_STAMPS : 1;
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
const LONGEST = 8;
const YEAR = 365.25;

/** Prior of the days that no stamp shows: after what is told as past, before clocks and the copier's stamp, near dates of other stories. */
function hidden({ bounds, near, past }: Evidence): Masses {
  const masses: Masses = new Map();
  const upper = bounds.length ? bounds.reduce((a, b) => (b.day < a.day ? b : a)) : null;
  const known = past.filter((day) => upper === null || day <= upper.day);
  const lower = known.length ? Math.max(...known) : null;
  const anchors = [upper?.day ?? null, lower, ...near.map(({ day }) => day)].filter((day) => day !== null);
  if (!anchors.length) return masses;
  const first = Math.max(Math.min(...anchors) - 60, Math.max(...anchors) - LONGEST * YEAR);
  const last = upper?.day ?? Math.min(Math.max(...anchors) + 3 * YEAR, first + LONGEST * YEAR);
  let total = 0;
  for (let day = Math.floor(first); day <= last; day++) {
    const mass = density(day, upper, lower, near);
    masses.set(day, mass);
    total += mass;
  }
  for (const [day, mass] of masses) masses.set(day, mass / total);
  return masses;
}

function density(day: number, upper: Sighting | null, lower: number | null, near: readonly Sighting[]): number {
  const sinceLast = lower === null ? 1 : day < lower ? 0.1 : 1 / (1 + (day - lower) / 120);
  const beforeClock =
    upper === null ? 1 : (1 + (upper.day - day) / (upper.rule === "copyright-year" ? 900 : 45)) ** -1.5;
  const beside = near.length
    ? 0.02 + near.reduce((sum, { day: other }) => sum + 1 / (1 + ((day - other) / 3) ** 2), 0) / near.length
    : 1;
  return sinceLast * beforeClock * beside;
}

/** The shortest run of days around the best one that holds the share. */
function interval(masses: Masses, total: number, best: number): [number, number] {
  const days = [...masses.keys()].sort((a, b) => a - b);
  const sums = [0];
  for (const day of days) sums.push(sums.at(-1)! + masses.get(day)!);
  const at = days.indexOf(best);
  let shortest: [number, number] = [days[0]!, days.at(-1)!];
  let end = at;
  for (let start = 0; start <= at; start++) {
    end = Math.max(end, at);
    while (end < days.length && sums[end + 1]! - sums[start]! < SHARE * total) end++;
    if (end >= days.length) break;
    if (days[end]! - days[start]! < shortest[1] - shortest[0]) shortest = [days[start]!, days[end]!];
  }
  return shortest;
}
