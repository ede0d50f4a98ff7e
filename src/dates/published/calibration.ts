import type { Candidate } from "./rank.ts";
import { calibration } from "./weights.ts";

/** What the best day rests on, which says how far its probability can be believed. */
export type Basis = "stated" | "shown" | "updated" | "doubtful" | "unseen";

/** How the probability and the interval of one basis are read, so that they hold as often as they say; see MODEL.md. */
export interface Calibration {
  /** Log odds that are reported: `offset + slope × log odds of the posterior` (Platt 1999). */
  readonly offset: number;
  readonly slope: number;
  /** Share of the posterior that the interval takes to hold the day four times in five (split conformal, Vovk et al. 2005). */
  readonly share: number;
}

/** Probability of a candidate below which something else made it the best day. */
const LEAST = 0.05;

const NEAR_TOP = ["before-prose", "near:same", "near:1-2", "near:3-5"];

/** What a day rests on. */
export function basisOf(candidate: Candidate | undefined, probability: number): Basis {
  if (!candidate || probability < LEAST) return "unseen";
  const { features, sightings } = candidate;
  const rules = new Set(sightings.flatMap(({ relation, rule }) => (relation === "equals" ? [rule] : [])));
  if (features.some((feature) => feature === "url" || /^published:[a-z]/.test(feature))) return "stated";
  if (rules.has("dateline") || rules.has("posted-on")) return "shown";
  if (rules.has("updated-on") || sightings.some(({ span }) => !span)) return "updated";
  return rules.has("date-shown") && NEAR_TOP.some((feature) => features.includes(feature)) ? "shown" : "doubtful";
}

const SURE = 0.99;

/** Log odds of a probability that is neither 0 nor 1. */
export const logOdds = (probability: number): number => {
  const p = Math.min(SURE, Math.max(1 - SURE, probability));
  return Math.log(p / (1 - p));
};

/** Probability that is to be reported for a posterior one. */
export function calibrated(basis: Basis, probability: number): number {
  const { offset, slope } = calibration[basis];
  return 1 / (1 + Math.exp(-(offset + slope * logOdds(probability))));
}

/** Share of the posterior that the interval has to take. */
export const shareOf = (basis: Basis): number => calibration[basis].share;
