import type { Document } from "../document.ts";

type Named = Pick<Document, "mentions" | "entities">;

/** The first entities of a document, as many as it may have, with all their mentions, and how many are left out. */
export function firstEntities(
  { mentions, entities }: Named,
  most = Number.POSITIVE_INFINITY,
): Named & Pick<Document, "entitiesLeftOut"> {
  if (entities.length <= most) return { mentions, entities, entitiesLeftOut: 0 };
  const kept = entities.slice(0, most);
  const places = new Set(kept.flatMap((entity) => entity.mentions.map(placeOf)));
  return {
    mentions: mentions.filter((mention) => places.has(placeOf(mention))),
    entities: kept,
    entitiesLeftOut: entities.length - most,
  };
}

const placeOf = ({ start, end }: Document["mentions"][number]) => `${start}-${end}`;
