import { fullest } from "../entities/link.ts";
import { keyOfEvent, keyOfGroup } from "../entities/link-others.ts";
import { file } from "../entities/names.ts";
import { isDirection, placeKey, townKey } from "../entities/place-name.ts";
import type { Profile } from "./tally.ts";

/** Joins profiles of places by key; a town without its state goes to the only town of its name. */
export function clusterPlaces(profiles: readonly Profile[]): Profile[][] {
  const towns = new Map<string, Set<string>>();
  for (const profile of profiles) {
    const name = fullest(profile.names);
    const town = townKey(name);
    if (town) file(towns, town, placeKey(name));
  }
  const directions = usualDirections(profiles);
  return gather(profiles, (name) => {
    const town = townKey(name);
    const key = placeKey(name);
    return town && towns.get(town)!.size === 1 ? town : (directions.get(key) ?? key);
  });
}

/** The country that a direction stands for in most documents: "the North" where all speak of North Korea. */
function usualDirections(profiles: readonly Profile[]): Map<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const { names, documents } of profiles) {
    const country = placeKey(fullest(names));
    for (const direction of new Set([...names.keys()].map(placeKey).filter(isDirection))) {
      const known = counts.get(direction) ?? new Map<string, number>();
      counts.set(direction, known.set(country, (known.get(country) ?? 0) + documents.length));
    }
  }
  const usual = new Map<string, string>();
  for (const [direction, countries] of counts) {
    const named = [...countries].filter(([country]) => country !== direction).sort((a, b) => b[1] - a[1]);
    const [first, second] = named;
    if (first && first[1] >= DOMINANT * (second?.[1] ?? 0)) usual.set(direction, first[0]);
  }
  return usual;
}

const DOMINANT = 3;

/** Joins profiles of peoples, religions and parties by key. */
export const clusterGroups = (profiles: readonly Profile[]): Profile[][] => gather(profiles, keyOfGroup);

/** Joins profiles of events by key. */
export const clusterEvents = (profiles: readonly Profile[]): Profile[][] => gather(profiles, keyOfEvent);

function gather(profiles: readonly Profile[], keyOf: (name: string) => string): Profile[][] {
  const lists = new Map<string, Profile[]>();
  for (const profile of profiles) {
    const key = keyOf(fullest(profile.names));
    const list = lists.get(key);
    if (list) list.push(profile);
    else lists.set(key, [profile]);
  }
  return [...lists.values()];
}
