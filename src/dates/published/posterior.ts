import type { Published } from "../../document.ts";
import { formatDay } from "../calendar.ts";
import { type Basis, basisOf, calibrated, shareOf } from "./calibration.ts";
import type { Clue } from "./clues.ts";
import { indexIn, verdictOn } from "./likelihood.ts";
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
  const { candidates, clues, probabilities } = evidence;
  const prior = withDays(
    priorOf(evidence),
    candidates.map(({ day }) => day),
  );
  const { days } = prior;
  // The clues of one text repeat one another: together they find the day, but say less of how far it may be than they seem to.
  const power = Math.max(1, clues.length) ** -0.25;
  const likelihoods = clues.map(({ likelihood }) => likelihood);
  const { sharp, dull } = verdictOn(days, likelihoods, power);
  const own = candidates.map(({ day, sightings }, i): Own => {
    const at = indexIn(days, day);
    const trust = sightings.every(({ relation }) => relation === "near") ? 1 : TRUST_IN_STAMPS;
    return { at, probability: probabilities[i]!, say: sharp[at]!, trust };
  });
  weigh(sharp, prior, own);
  if (!normalize(sharp)) return null;
  let at = 0;
  for (let i = 1; i < sharp.length; i++) if (sharp[i]! > sharp[at]!) at = i;
  weigh(dull, prior, own);
  normalize(dull);
  const best = days[at]!;
  const shown = candidates.findIndex(({ day }) => day === best);
  const basis = basisOf(candidates[shown], probabilities[shown] ?? 0);
  return { best, probability: sharp[at]!, basis, masses: { days, shares: dull } };
}

/** A day that the page shows: its index, its probability, what the clues say of it, and how much they may. */
interface Own {
  readonly at: number;
  readonly probability: number;
  readonly say: number;
  readonly trust: number;
}

/** Makes what the clues say of each day the share of that day. */
function weigh(say: Float64Array, { shares }: Masses, own: readonly Own[]): void {
  let average = 0;
  for (let i = 0; i < say.length; i++) average += say[i]! * shares[i]!;
  const rest = 1 - own.reduce((sum, { probability }) => sum + probability, 0);
  for (let i = 0; i < say.length; i++) say[i] = (rest * shares[i]! * say[i]!) / (average || 1);
  for (const { at, probability, say: ownSay, trust } of own)
    say[at]! += probability * Math.min(average > 0 ? (ownSay / average) ** trust : 1, 5);
}

/** The same masses, and nothing on days that are not among them. */
function withDays(masses: Masses, more: readonly number[]): Masses {
  const days = new Int32Array(masses.days.length + more.length);
  const shares = new Float64Array(days.length);
  let [n, i] = [0, 0];
  for (const day of [...more, Number.POSITIVE_INFINITY]) {
    for (; i < masses.days.length && masses.days[i]! <= day; i++, n++) {
      days[n] = masses.days[i]!;
      shares[n] = masses.shares[i]!;
    }
    if (day < Number.POSITIVE_INFINITY && (n === 0 || days[n - 1] !== day)) days[n++] = day;
  }
  return { days: days.subarray(0, n), shares: shares.subarray(0, n) };
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
