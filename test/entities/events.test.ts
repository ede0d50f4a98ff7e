import { describe, expect, it } from "vitest";
import { EVENT_RULES } from "../../src/entities/event-rules.ts";
import { findEventNames } from "../../src/entities/events.ts";
import { layOut } from "../../src/entities/layout.ts";
import { splitSentences } from "../../src/tokens.ts";

function eventsIn(raw: string): { text: string; rule: string }[] {
  const blocks = [{ start: 0, end: raw.length, role: "paragraph", rule: "test" }] as const;
  const sentences = splitSentences({ id: "test", raw, blocks });
  const tokens = sentences.flatMap((sentence) => sentence.tokens);
  return findEventNames(layOut(sentences), []).map(({ start, end, rule }) => ({
    text: raw.slice(tokens[start]!.start, tokens[end - 1]!.end),
    rule,
  }));
}

describe.each(EVENT_RULES)("rule $id", (rule) => {
  it.each(rule.matches)("matches %s", (example) => {
    const text = example.match(/\[(.*)\]/u)![1]!;
    expect(eventsIn(example.replace(/[[\]]/gu, ""))).toEqual([{ text, rule: rule.id }]);
  });
  it.each(rule.rejects)("rejects %s", (example) => {
    expect(eventsIn(example).filter(({ rule: id }) => id === rule.id)).toEqual([]);
  });
});

describe("findEventNames", () => {
  it("leaves alone a body whose name ends like an event's", () => {
    expect(eventsIn("He spoke at the World Economic Forum.")).toEqual([]);
  });
});
