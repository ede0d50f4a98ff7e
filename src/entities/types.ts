import type { EntityType } from "../document.ts";
import { keyOf, type Naming } from "./naming.ts";

// What one string may be mistaken for. A town and its people's club, or a place and its namesake, really do share a name.
const MISTAKEN: ReadonlySet<string> = new Set([
  "person>organization",
  "organization>person",
  "event>organization",
  "organization>event",
]);
const MAJORITY = 3;

/** Gives the few mentions of a name that were typed against the rest of the text the type of the rest, where that is safe. */
export function settleTypes(namings: readonly Naming[]): Naming[] {
  const counts = new Map<string, Map<EntityType, number>>();
  for (const naming of namings) {
    const key = keyOf(naming);
    const types = counts.get(key) ?? new Map<EntityType, number>();
    counts.set(key, types.set(naming.type, (types.get(naming.type) ?? 0) + 1));
  }
  return namings.map((naming) => {
    const types = counts.get(keyOf(naming))!;
    const type = types.size > 1 ? settled(naming, types) : naming.type;
    return type === naming.type ? naming : { ...naming, type };
  });
}

function settled(naming: Naming, types: ReadonlyMap<EntityType, number>): EntityType {
  const [type, most] = [...types].reduce((best, one) => (one[1] > best[1] ? one : best));
  const isLong = keyOf(naming).includes(" ");
  const enough = most >= MAJORITY * types.get(naming.type)! || (isLong && most > types.get(naming.type)!);
  const mistaken = MISTAKEN.has(`${naming.type}>${type}`) || (isLong && type === "person");
  return enough && mistaken ? type : naming.type;
}
