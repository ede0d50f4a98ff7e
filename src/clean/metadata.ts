import type { Document, Has } from "../document.ts";

/** Headline, authors, outlet and section, from the markup and the labelled text. */
export function findMetadata(
  _doc: Has<"blocks" | "markup">,
): Pick<Document, "headline" | "bylines" | "outlet" | "section"> {
  return { headline: null, bylines: [], outlet: null, section: null };
}
