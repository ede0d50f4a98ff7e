import { expect, test } from "vitest";
import { findExpressions } from "../../src/dates/find.ts";
import type { EntityType } from "../../src/document.ts";

/** Texts of the expressions found where a name was found before. */
function found(raw: string, name: string, type: EntityType): string[] {
  const start = raw.indexOf(name);
  const mentions = [{ start, end: start + name.length, type, rule: "test" }];
  return findExpressions({ id: "", raw, mentions }).map((expression) => raw.slice(expression.start, expression.end));
}

test.each([
  ["June Carter sang in May.", "June Carter", "person", ["May"]],
  ["He reads The Sunday Times on Monday.", "The Sunday Times", "organization", ["Monday"]],
  ["She left Fall River in spring.", "Fall River", "place", ["spring"]],
  // A name that took the day behind it and an event keep theirs.
  ["It was Ann Lee Tuesday who spoke.", "Ann Lee Tuesday", "person", ["Tuesday"]],
  ["They saw the 9/11 Commission leave.", "9/11 Commission", "organization", []],
  ["He went to the 2024 Olympics.", "2024 Olympics", "event", ["2024"]],
] as const)("%s", (raw, name, type, expected) => {
  expect(found(raw, name, type)).toEqual(expected);
});
