import type { EntityType } from "../document.ts";
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
  const counts = new Map<string, Map<EntityType, number>>();
  for (const naming of namings) {
    const key = spellingKey(naming);
    const types = counts.get(key) ?? new Map<EntityType, number>();
    counts.set(key, types.set(naming.type, (types.get(naming.type) ?? 0) + 1));
  }
  return namings.map((naming) => {
    const types = counts.get(spellingKey(naming))!;
    const type = types.size > 1 ? settled(naming, types) : naming.type;
    return type === naming.type ? naming : { ...naming, type };
  });
}

/** All spellings of a country count as one name, else only equal ones do. */
function spellingKey(naming: Naming): string {
  const place = placeKey(naming.text);
  return countryNamed(place) === place ? place : keyOf(naming);
}

function settled(naming: Naming, types: ReadonlyMap<EntityType, number>): EntityType {
  const [type, most] = [...types].reduce((best, one) => (one[1] > best[1] ? one : best));
  const ratio = most / types.get(naming.type)!;
  const key = spellingKey(naming);
  if (type === "place" && countryNamed(key) === key) return ratio >= VAST_MAJORITY ? type : naming.type;
  const isLong = key.includes(" ");
  const mistaken = MISTAKEN.has(`${naming.type}>${type}`) || (isLong && type === "person");
  return mistaken && (ratio >= MAJORITY || (isLong && ratio > 1)) ? type : naming.type;
}
