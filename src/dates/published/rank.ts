import { isOneADay } from "./prior.ts";
import type { Sighting } from "./sightings.ts";
import { weights } from "./weights.ts";

/** A day with every place that shows it. */
export interface Candidate {
  readonly day: number;
  readonly sightings: readonly Sighting[];
  readonly features: readonly string[];
}

/** Candidate days, each with the features of all its sightings and of how they agree. */
export function candidates(sightings: readonly Sighting[]): Candidate[] {
  const byDay = new Map<number, Sighting[]>();
  for (const sighting of sightings) {
    const same = byDay.get(sighting.day);
    if (same) same.push(sighting);
    else byDay.set(sighting.day, [sighting]);
  }
  const days = [...byDay.keys()].sort((a, b) => a - b);
  const hidden = sightings.some(isHidden);
  const oneADay = isOneADay(sightings.filter(isNear));
  return days.map((day, i) => {
    const own = byDay.get(day)!;
    const features = new Set(own.flatMap((sighting) => sighting.features));
    const visible = own.some((sighting) => !isHidden(sighting) && !sighting.features.includes("in-prose"));
    const sources = new Set(own.flatMap((sighting) => (isHidden(sighting) ? [sighting.features[0]!] : [])));
    const published = [...sources].filter((source) => source.startsWith("published:") || source === "url").length;
    if (visible && published) features.add("seen-and-published");
    else if (visible && sources.size) features.add("seen-and-modified");
    if (visible && features.has("label:updated") && !features.has("label:published"))
      features.add(published ? "updated-and-published" : sources.size ? "updated-and-modified" : "updated-alone");
    if (!own.some(isHidden)) features.add(hidden ? "only-seen" : "nothing-stated");
    if (!visible && sources.size) features.add(published ? "only-published" : "only-modified");
    features.add(`published:${Math.min(published, 4)}`);
    if (own.length > 1 && visible) features.add("repeated");
    if (oneADay && own.every(isNear)) features.add("taken");
    if (day === days.at(-1)) features.add("latest");
    if (day === days[0]) features.add("earliest");
    if (days[i + 1] === day + 1) features.add("day-before-another");
    return { day, sightings: own, features: [...features] };
  });
}

const isNear = ({ relation }: Sighting) => relation === "near";
const isHidden = (sighting: Sighting) => sighting.span === undefined;

/** Score of "none of these": the page shows no day of writing. */
export const NONE: readonly string[] = ["none"];

/** What each feature adds to the score of its day. */
export type Weights = Readonly<Record<string, number>>;

/** Probability of each candidate to be the day of writing; what is missing from 1 is for a day that the page doesn't show. */
export function rank(found: readonly Candidate[], by: Weights = weights): number[] {
  const score = (features: readonly string[]) => features.reduce((sum, feature) => sum + (by[feature] ?? 0), 0);
  const scores = [...found.map((candidate) => score(candidate.features)), score(NONE)];
  const highest = Math.max(...scores);
  const masses = scores.map((each) => Math.exp(each - highest));
  const total = masses.reduce((sum, mass) => sum + mass, 0);
  return masses.slice(0, -1).map((mass) => mass / total);
}
