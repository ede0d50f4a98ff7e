import { expect, test } from "vitest";
import { inspect } from "../src/inspect.ts";
import { documentOf } from "./invariants.ts";

const rulesOf = async (text: string) => inspect(await documentOf(text, "x.txt")).map(({ rule }) => rule);
const PROSE =
  "The two ministers met for three hours on Monday and agreed that their deputies would meet again before the winter.";

test.each([
  "404 Not Found",
  "Home\nMenu\n\nPage not found\n\nSearch",
  "Access Denied\n\nYou don't have permission to access this page on this server.",
  "Sorry, the page you are looking for has moved.",
])("an error page: %s", async (text) => expect(await rulesOf(text)).toContain("error-page"));

test.each([
  PROSE,
  "404 people flee their villages\n404 people fled on Monday, the ministry said.",
  `404 villages were flooded, the ministry said.\n${PROSE}`,
  `A page not found in any archive tells of the talks.\n${PROSE}`,
  `${`${PROSE}\n`.repeat(12)}Page not found`,
])("no error page: %s", async (text) => expect(await rulesOf(text)).not.toContain("error-page"));

test("mojibake is told of once, with its first place", async () => {
  const text = `${PROSE}\nThe ministerâ€™s aide didnâ€™t answer.`;
  const found = inspect(await documentOf(text, "x.txt")).filter(({ rule }) => rule === "mojibake");
  expect(found).toHaveLength(1);
  expect(found[0]!.message).toContain("2 times");
  expect(text.slice(found[0]!.span!.start, found[0]!.span!.end)).toBe("â€™");
  expect(await rulesOf(`The café’s owner said “no…”\n${PROSE}`)).not.toContain("mojibake");
});
