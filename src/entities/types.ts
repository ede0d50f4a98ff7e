import type { EntityType } from "../document.ts";
import { remembering } from "../remembering.ts";
import { countryNamed } from "./countries.ts";
import { keyOf, type Naming } from "./naming.ts";
import { placeKey } from "./place-name.ts";

// What one string may be mistaken for. A town and its people's club, or a place and its namesake, really do share a name.
const MISTAKEN: ReadonlySet<string> = new Set([
  "person>organization",
  "organization>person",
  "event>organization",
  "organization>event",
]);
const MAJORITY = 3;
// A country may have a team of its name in the same article; one among so many mentions is a slip of the tagger.
const VAST_MAJORITY = 10;

/** Gives the few mentions of a name that were typed against the rest of the text the type of the rest, where that is safe. */
export function settleTypes(namings: readonly Naming[]): Naming[] {
  const first = new Map<string, EntityType>();
  const several = new Map<string, Map<EntityType, number>>();
  const keys = namings.map(spellingKey);
  for (const [i, { type }] of namings.entries())
    if (!first.has(keys[i]!)) first.set(keys[i]!, type);
    else if (first.get(keys[i]!) !== type) several.set(keys[i]!, new Map());
  if (several.size === 0) return [...namings];
  for (const [i, { type }] of namings.entries()) {
    const types = several.get(keys[i]!);
    types?.set(type, (types.get(type) ?? 0) + 1);
  }
  return namings.map((naming, i) => {
    const types = several.get(keys[i]!);
    const type = types ? settled(naming, types) : naming.type;
    return type === naming.type ? naming : { ...naming, type };
  });
}

/** All spellings of a country count as one name, else only equal ones do. */
const spellingKey = (naming: Naming): string => countryKey(naming.text) ?? keyOf(naming);

const countryKey = remembering((text: string): string | null => {
  const place = placeKey(text);
  return countryNamed(place) === place ? place : null;
});

function settled(naming: Naming, types: ReadonlyMap<EntityType, number>): EntityType {
  const [type, most] = [...types].reduce((best, one) => (one[1] > best[1] ? one : best));
  const ratio = most / types.get(naming.type)!;
  const key = spellingKey(naming);
  if (type === "place" && countryNamed(key) === key) return ratio >= VAST_MAJORITY ? type : naming.type;
  const isLong = key.includes(" ");
  const mistaken = MISTAKEN.has(`${naming.type}>${type}`) || (isLong && type === "person");
  return mistaken && (ratio >= MAJORITY || (isLong && ratio > 1)) ? type : naming.type;
}
