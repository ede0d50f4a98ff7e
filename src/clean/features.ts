import type { MetaStatement } from "../document.ts";
import { contextFeatures, contextNames } from "./context-features.ts";
import type { Line } from "./lines.ts";
import { markupFeatures, markupNames } from "./markup-features.ts";
import { column, ownFeatures, ownNames } from "./own-features.ts";
import { placeFeatures, placeNames } from "./place-features.ts";
import type { LineRule } from "./rules/rule.ts";

/** Names of the features, in the order of a row. */
export const FEATURES: readonly string[] = [...ownNames, ...contextNames, ...placeNames, ...markupNames];

/** The lines of a page with their features, how likely each is body, and what its markup states. */
export interface WeighedLines {
  readonly lines: readonly Line[];
  readonly rows: Float32Array;
  readonly scores: ArrayLike<number>;
  readonly statements: readonly MetaStatement[];
}

/** One row of features a line, row-major; what is not known is -1. */
export function lineFeatures(
  lines: readonly Line[],
  rules: readonly (LineRule | undefined)[],
  statements: readonly MetaStatement[],
): Float32Array {
  const width = FEATURES.length;
  const rows = new Float32Array(lines.length * width);
  ownFeatures(rows, width, lines, rules);
  contextFeatures(rows, width, lines.length);
  placeFeatures(rows, width, ownNames.length + contextNames.length, rules);
  markupFeatures(rows, lines, statements, width, column("good"));
  return rows;
}
