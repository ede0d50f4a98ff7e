import { countryOf } from "./countries.ts";
import { bareName, file, fold } from "./names.ts";
import type { Naming } from "./naming.ts";
import { directionOf, isDirection, placeKey, townKey } from "./place-name.ts";

/** Joins the mentions of places: spellings and names of one place, a town with and without its state, "the North". */
export function linkPlaces(namings: readonly Naming[]): Naming[][] {
  const places = gather(namings, placeKey);
  const directions = new Map<string, Set<string>>();
  for (const key of places.keys()) {
    const direction = directionOf(key);
    if (direction) file(directions, direction, key);
  }
  for (const [key, list] of [...places]) {
    const town = townKey(list[0]!.text);
    const whole = isDirection(key) ? only(directions.get(key)) : town;
    if (!whole || whole === key || (whole === town && !places.has(town))) continue;
    places.set(whole, [...places.get(whole)!, ...list]);
    places.delete(key);
  }
  return [...places.values()];
}

/** Joins the mentions of peoples, religions and parties: singular and plural of one word. */
export const linkGroups = (namings: readonly Naming[]): Naming[][] => [...gather(namings, keyOfGroup).values()];

/** Joins the mentions of events that are spelled alike but for case, hyphens and accents. */
export const linkEvents = (namings: readonly Naming[]): Naming[][] => [...gather(namings, keyOfEvent).values()];

/** "2019 Harbor Summit" and "2019 HARBOR SUMMIT" in one spelling. */
export const keyOfEvent = (text: string): string =>
  bareName(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim() || fold(text);

const ABBREVIATED: Readonly<Record<string, string>> = { n: "north", s: "south", e: "east", w: "west" };

/** "S. Koreans" → "south korean", "Jews" → "jew". */
export function keyOfGroup(text: string): string {
  const words = bareName(text)
    .replace(/\./gu, " ")
    .split(/[\s-]+/u)
    .filter(Boolean);
  const key = words.map((word, _, all) => (all.length > 1 ? (ABBREVIATED[word] ?? word) : word)).join(" ");
  const singular = key.replace(/(?<=[^sui])s$/u, "");
  return (countryOf(key) ? key.replace(/(?<=[^s])s$/u, "") : singular) || fold(text);
}

const only = (keys: ReadonlySet<string> | undefined) => (keys?.size === 1 ? [...keys][0] : undefined);

function gather(namings: readonly Naming[], key: (text: string) => string): Map<string, Naming[]> {
  const lists = new Map<string, Naming[]>();
  const keys = new Map<string, string>();
  for (const naming of namings) {
    const known = keys.get(naming.text) ?? key(naming.text);
    keys.set(naming.text, known);
    const list = lists.get(known);
    if (list) list.push(naming);
    else lists.set(known, [naming]);
  }
  return lists;
}
