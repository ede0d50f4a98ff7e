import type { Has, Published } from "../document.ts";
import type { Expression } from "./find.ts";

/** Estimates the document creation time from what was given, the markup, stamps and the prose. */
export function estimatePublished(
  doc: Has<"file" | "given" | "markup" | "blocks" | "sentences">,
  _expressions: readonly Expression[],
): Published {
  const value = doc.given;
  const evidence = value ? [{ rule: "given", relation: "equals" as const, date: value, text: value }] : [];
  return { value, earliest: value, latest: value, confidence: value ? 1 : 0, evidence };
}
