import type { EntityType, Mention } from "../document.ts";
import type { Expression } from "./find.ts";

const NAMED_AFTER_TIME: ReadonlySet<EntityType> = new Set(["person", "organization", "place"]);

/** Leaves out what is part of a name: "June Carter", "The Sunday Times", "Fall River"; not the day in "Ann Lee Tuesday". */
export function withoutNames(expressions: readonly Expression[], mentions: readonly Mention[]): Expression[] {
  let at = 0;
  return expressions.filter((expression) => {
    while (at < mentions.length && mentions[at]!.end <= expression.start) at++;
    const name = mentions[at];
    if (!name || !NAMED_AFTER_TIME.has(name.type) || isDated(expression)) return true;
    const isInside = name.start <= expression.start && expression.end <= name.end;
    return !isInside || (expression.meaning.kind === "weekday" && expression.end === name.end);
  });
}

/** Whether a day is told in full or by its number: no name has one. */
const isDated = ({ meaning }: Expression): boolean => meaning.kind === "calendar" && meaning.day !== undefined;
