import type { Has, Timex } from "../document.ts";
import type { Expression } from "./find.ts";

/** Resolves time expressions to TIMEX3 values and calendar intervals. */
export function resolveExpressions(
  _doc: Has<"blocks" | "sentences" | "published">,
  _expressions: readonly Expression[],
): Timex[] {
  return [];
}
