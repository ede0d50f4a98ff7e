import { countryNamed } from "../entities/countries.ts";
import { fullest } from "../entities/link.ts";
import { keyOfEvent, keyOfGroup } from "../entities/link-others.ts";
import { fold } from "../entities/names.ts";
import { isDirection, placeKey, townKey } from "../entities/place-name.ts";
import type { Company } from "./company.ts";
import type { Profile } from "./tally.ts";

/** Joins profiles of places by key; "Salem, Oregon" is the "Salem" of articles that name the same others. */
export function clusterPlaces(profiles: readonly Profile[], company: Company): Profile[][] {
  const bare = new Map<string, Profile[]>();
  for (const profile of profiles) {
    const name = fullest(profile.names);
    if (townKey(name)) continue;
    const namesakes = bare.get(placeKey(name));
    if (namesakes) namesakes.push(profile);
    else bare.set(placeKey(name), [profile]);
  }
  const directions = usualDirections(profiles);
  return gather(profiles, (name, profile) => {
    const key = placeKey(name);
    const town = townKey(name);
    if (!town) return directions.get(key) ?? key;
    const isCapital = countryNamed(fold(name.slice(name.indexOf(",") + 1))) !== undefined;
    const namesakes = bare.get(town) ?? [];
    return isCapital || company.shared(profile, namesakes) >= RELATED || speltBoth(profile, town) ? town : key;
  });
}

// A town is the one of another article where so many others are named in both.
const RELATED = 2;

const speltBoth = ({ names }: Profile, town: string) => [...names.keys()].some((name) => placeKey(name) === town);

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
export const clusterGroups = (profiles: readonly Profile[]): Profile[][] =>
  gather(profiles, (name) => keyOfGroup(name));

/** Joins profiles of events by key. */
export const clusterEvents = (profiles: readonly Profile[]): Profile[][] =>
  gather(profiles, (name) => keyOfEvent(name));

function gather(profiles: readonly Profile[], keyOf: (name: string, profile: Profile) => string): Profile[][] {
  const lists = new Map<string, Profile[]>();
  for (const profile of profiles) {
    const key = keyOf(fullest(profile.names), profile);
    const list = lists.get(key);
    if (list) list.push(profile);
    else lists.set(key, [profile]);
  }
  return [...lists.values()];
}
