import { describe, expect, it } from "vitest";
import { lineRules } from "../../src/clean/rules/index.ts";

describe("line rules", () => {
  for (const rule of lineRules) {
    it(rule.id, () => {
      expect(rule.matches.length).toBeGreaterThan(0);
      for (const text of rule.matches) expect(rule.test(text), text).toBe(true);
      for (const text of rule.rejects) expect(rule.test(text), text).toBe(false);
    });
  }

  it("are told apart by their ids", () => {
    expect(new Set(lineRules.map(({ id }) => id)).size).toBe(lineRules.length);
  });

  it("stay quick on hostile lines", () => {
    const lines = ["By A ", "A-", "2024-01-01 ", "am ", "Photo by ", "| ", "Getty Images ", "Read more: "];
    for (const line of lines) for (const rule of lineRules) rule.test(line.repeat(100).slice(0, 500));
  });
});
