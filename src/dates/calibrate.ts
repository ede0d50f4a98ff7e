import { type Basis, type Calibration, logOdds } from "./published/calibration.ts";
import { interval, type Posterior } from "./published/posterior.ts";

/** A page with the posterior that weights fitted on other sites gave it. */
export interface Outcome extends Posterior {
  readonly truth: number;
}

const BASES: readonly Basis[] = ["stated", "shown", "updated", "doubtful", "unseen"];
/** How often the interval is to hold the day. */
const COVERAGE = 0.8;
const SHARES = [0.8, 0.85, 0.88, 0.9, 0.92, 0.94, 0.96, 0.98, 0.99, 0.995, 0.999];
const STEPS = 3000;
/** Pull of the offset to 0 and of the slope to 1, in pages. */
const PULL = { offset: 1, slope: 4 };

/** Fits, for each basis, the odds to report and the share of the posterior that holds the day often enough. */
export const fitCalibration = (outcomes: readonly Outcome[]): Record<Basis, Calibration> =>
  Object.fromEntries(
    BASES.map((basis) => {
      const own = outcomes.filter((outcome) => outcome.basis === basis);
      return [basis, { ...fitOdds(own), share: fitShare(own) }];
    }),
  ) as Record<Basis, Calibration>;

function fitOdds(outcomes: readonly Outcome[]): { offset: number; slope: number } {
  let [offset, slope] = [0, 1];
  for (let step = 0; step < STEPS; step++) {
    let [toOffset, toSlope] = [-PULL.offset * offset, -PULL.slope * (slope - 1)];
    for (const { best, truth, probability } of outcomes) {
      const odds = logOdds(probability);
      const error = (best === truth ? 1 : 0) - 1 / (1 + Math.exp(-(offset + slope * odds)));
      toOffset += error;
      toSlope += error * odds;
    }
    offset += (0.5 * toOffset) / (outcomes.length + 5);
    slope += (0.1 * toSlope) / (outcomes.length + 5);
  }
  return { offset, slope };
}

function fitShare(outcomes: readonly Outcome[]): number {
  const holds = (share: number) =>
    outcomes.filter(({ masses, best, truth }) => {
      const [first, last] = interval(masses, share, best);
      return first <= truth && truth <= last;
    }).length;
  return SHARES.find((share) => holds(share) >= COVERAGE * outcomes.length) ?? SHARES.at(-1)!;
}
