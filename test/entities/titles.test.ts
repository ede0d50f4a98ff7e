import { describe, expect, it } from "vitest";
import { namesIn } from "./names.ts";

describe("titles beside persons", () => {
  it.each([
    ["President Anna Kowalska arrived in Warsaw.", "person: [President] Anna Kowalska"],
    ["He met Deputy Foreign Minister Pavel Sidorov on Monday.", "person: [Deputy Foreign Minister] Pavel Sidorov"],
    ["He met Secretary of State John Harper in Paris.", "person: [Secretary of State] John Harper"],
    ["They wrote to Dr. Jane Miller in London.", "person: [Dr.] Jane Miller"],
    ["Analyst said Maria Lopez was right, said Tom Baker.", "person: Tom Baker"],
  ])("%s", (text, name) => {
    expect(namesIn(text)).toContain(name);
  });
});
