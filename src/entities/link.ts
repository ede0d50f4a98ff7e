import type { Entity, EntityType, Has } from "../document.ts";
import { remembering } from "../remembering.ts";
import { joinAliases } from "./aliases.ts";
import { linkOrganizations } from "./link-organizations.ts";
import { linkEvents, linkGroups, linkPlaces } from "./link-others.ts";
import { linkPersons } from "./link-persons.ts";
import { fold } from "./names.ts";
import { type Naming, namingsOf, spellingOf } from "./naming.ts";
import { settleTypes } from "./types.ts";

/** Joins the mentions of one document to the entities that they name. Names of different types never meet. */
export function linkMentions(doc: Has<"blocks" | "sentences" | "mentions">): Entity[] {
  const namings = settleTypes(namingsOf(doc));
  const of = (type: EntityType) => namings.filter((naming) => naming.type === type);
  const clusters = [
    ...linkPersons(of("person")),
    ...linkOrganizations(doc.raw, of("organization")),
    ...linkPlaces(of("place")),
    ...linkGroups(of("group")),
    ...linkEvents(of("event")),
  ];
  return joinAliases(doc.raw, namings, clusters)
    .map((list) => list.sort((a, b) => a.mention.start - b.mention.start || b.mention.end - a.mention.end))
    .sort((a, b) => a[0]!.mention.start - b[0]!.mention.start || b[0]!.mention.end - a[0]!.mention.end)
    .map((list, i) => entity(`e${i + 1}`, list));
}

function entity(id: string, namings: readonly Naming[]): Entity {
  if (namings.length === 1) {
    const [{ surface, type, mention }] = namings as [Naming];
    return { id, type, name: surface, variants: [surface], mentions: [mention] };
  }
  const counts = new Map<string, number>();
  for (const { surface } of namings) counts.set(surface, (counts.get(surface) ?? 0) + 1);
  const variants = [...counts].sort((a, b) => b[1] - a[1]).map(([text]) => text);
  return {
    id,
    type: namings[0]!.type,
    name: fullest(counts),
    variants,
    mentions: namings.map((naming) => naming.mention),
  };
}

/** The spelling with the most words written out; of several, the more frequent, then the earlier. */
export function fullest(counts: ReadonlyMap<string, number>): string {
  let best = "";
  let bestRank: readonly number[] = [];
  for (const [text, count] of counts) {
    const rank = [...rankOf(text), count];
    const at = rank.findIndex((value, i) => value !== bestRank[i]);
    if (best === "" || (at >= 0 && rank[at]! > bestRank[at]!)) [best, bestRank] = [text, rank];
  }
  return best;
}

const rankOf = remembering((text: string): readonly number[] => {
  const parts = fold(spellingOf(text))
    .split(/[\s-]+/u)
    .filter((part) => part.replace(/[^\p{L}]/gu, "").length > 1);
  const shouts = text === text.toUpperCase() && /\p{Lu}/u.test(text) && parts.join("").length > 3;
  const isPossessive = /['’]s$/u.test(text);
  const initials = fold(text)
    .split(/[\s.-]+/u)
    .filter((part) => /^\p{L}$/u.test(part)).length;
  return [isPossessive ? 0 : 1, parts.length, Math.min(initials, 2), shouts ? 0 : 1];
});
