import type { Published } from "../../document.ts";
import { formatDay } from "../calendar.ts";
import { type Basis, basisOf, calibrated, shareOf } from "./calibration.ts";
import type { Clue } from "./clues.ts";
import { type Anchors, isAnchored, type Masses, normalize, priorOf } from "./prior.ts";
import type { Candidate } from "./rank.ts";

/** How much the clues of the prose may say against a stamp that is shown; the date of another story is none. */
const TRUST_IN_STAMPS = 0.4;
/** Share of the posterior in the interval where a clock or the dates of neighbouring stories hold the day. */
const SHARE_ANCHORED = 0.8;
/** Below this a best day would be a bare guess. */
const LEAST_CONFIDENCE = 0.08;
/** No page is surer than this: stamps are wrong now and then. */
const MOST_CONFIDENCE = 0.97;

/** Days that a page shows with their probabilities, what bounds the day of writing, and what the prose says of it. */
export interface Evidence extends Anchors {
  readonly candidates: readonly Candidate[];
  readonly probabilities: readonly number[];
  readonly clues: readonly Clue[];
}

/** The best day, what it rests on, and every day that it may be. */
export interface Posterior {
  readonly best: number;
  readonly probability: number;
  readonly basis: Basis;
  readonly masses: Masses;
}

/** Weighs every day that it may be. */
export function posteriorOf(evidence: Evidence): Posterior | null {
  const prior = priorOf(evidence);
  const say = likelihoods(evidence.clues, prior.days);
  const sharp = weigh(evidence, prior, say);
  if (!normalize(sharp.shares)) return null;
  let at = 0;
  for (let i = 1; i < sharp.shares.length; i++) if (sharp.shares[i]! > sharp.shares[at]!) at = i;
  const best = sharp.days[at]!;
  // The clues of one text repeat one another: together they find the day, but say less of how far it may be than they seem to.
  const dulled = Math.max(1, evidence.clues.length) ** -0.25;
  for (let i = 0; i < say.length; i++) if (say[i] !== 1) say[i]! **= dulled;
  const masses = weigh(evidence, prior, say);
  normalize(masses.shares);
  const shown = evidence.candidates.findIndex(({ day }) => day === best);
  const basis = basisOf(evidence.candidates[shown], evidence.probabilities[shown] ?? 0);
  return { best, probability: sharp.shares[at]!, basis, masses };
}

/** The best day, the interval that holds the day four times in five, and how sure the day is: calibrated by what it rests on. */
export function estimate(evidence: Evidence): Omit<Published, "evidence"> {
  const posterior = posteriorOf(evidence);
  if (!posterior) return { value: null, earliest: null, latest: null, confidence: 0 };
  const { best, basis, masses, probability } = posterior;
  const isGuess = probability < LEAST_CONFIDENCE;
  const share = (basis === "unseen" || basis === "doubtful") && isAnchored(evidence) ? SHARE_ANCHORED : shareOf(basis);
  const [earliest, latest] = interval(masses, share, best);
  const confidence = Math.min(MOST_CONFIDENCE, calibrated(basis, probability));
  return {
    value: isGuess ? null : formatDay(best),
    earliest: formatDay(earliest),
    latest: formatDay(latest),
    confidence: isGuess ? 0 : Math.round(confidence * 1000) / 1000,
  };
}

function weigh({ candidates, probabilities, clues }: Evidence, prior: Masses, say: Float64Array): Masses {
  const { days, shares } = prior;
  let average = 0;
  for (let i = 0; i < say.length; i++) average += say[i]! * shares[i]!;
  const ownDays = Int32Array.from(candidates, ({ day }) => day);
  const ownSay = likelihoods(clues, ownDays);
  const own = candidates.map(({ sightings }, i) => {
    const trust = sightings.every(({ relation }) => relation === "near") ? 1 : TRUST_IN_STAMPS;
    const fit = average > 0 ? (ownSay[i]! / average) ** trust : 1;
    return probabilities[i]! * Math.min(fit, 5);
  });
  const rest = 1 - probabilities.reduce((sum, p) => sum + p, 0);
  const others = new Float64Array(days.length);
  for (let i = 0; i < days.length; i++) others[i] = (rest * shares[i]! * say[i]!) / (average || 1);
  return merge({ days, shares: others }, { days: ownDays, shares: Float64Array.from(own) });
}

function likelihoods(clues: readonly Clue[], days: Int32Array): Float64Array {
  const products = new Float64Array(days.length).fill(1);
  for (const { likelihood } of clues) for (let i = 0; i < days.length; i++) products[i]! *= likelihood(days[i]!);
  return products;
}

function merge(a: Masses, b: Masses): Masses {
  const days = new Int32Array(a.days.length + b.days.length);
  const shares = new Float64Array(days.length);
  let n = 0;
  for (let [i, j] = [0, 0]; i < a.days.length || j < b.days.length; n++) {
    const day = Math.min(a.days[i] ?? Number.POSITIVE_INFINITY, b.days[j] ?? Number.POSITIVE_INFINITY);
    days[n] = day;
    if (a.days[i] === day) shares[n]! += a.shares[i++]!;
    if (b.days[j] === day) shares[n]! += b.shares[j++]!;
  }
  return { days: days.subarray(0, n), shares: shares.subarray(0, n) };
}

/** The shortest run of days around the best one that holds a share of the probability. */
export function interval({ days, shares }: Masses, share: number, best: number): [number, number] {
  const sums = new Float64Array(days.length + 1);
  for (let i = 0; i < days.length; i++) sums[i + 1] = sums[i]! + shares[i]!;
  const at = days.indexOf(best);
  let shortest: [number, number] = [days[0]!, days.at(-1)!];
  let end = at;
  for (let start = 0; start <= at; start++) {
    while (end < days.length && sums[end + 1]! - sums[start]! < share) end++;
    if (end >= days.length) break;
    if (days[end]! - days[start]! < shortest[1] - shortest[0]) shortest = [days[start]!, days[end]!];
  }
  return shortest;
}
