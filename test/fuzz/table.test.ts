import { expect, test } from "vitest";
import { tableIn } from "../told.ts";
import { INPUTS } from "./inputs.ts";

test.each(Object.entries(INPUTS))("the README tells how often %s are tried, and what is lost", (kind, { share }) => {
  expect(tableIn().get(kind)).toEqual([Math.round(5000 * share), Math.round(100_000 * share), 0]);
});

// A tenth as many as of documents.
test("and settings", () => expect(tableIn().get("settings and files of its own")).toEqual([500, 10_000, 0]));
