import { describe, expect, it } from "vitest";
import { spellOut } from "../../src/entities/acronyms.ts";
import { layOut } from "../../src/entities/layout.ts";
import { splitSentences } from "../../src/tokens.ts";

/** The words of the long name that is spelled out, and its acronym. */
function spelled(raw: string): string[] {
  const blocks = [{ start: 0, end: raw.length, role: "paragraph", rule: "test" }] as const;
  const layout = layOut(splitSentences({ id: "test", raw, blocks }));
  const places = spellOut(layout);
  return layout.words.filter((_, i) => places[i] !== 0).map(({ text }) => text);
}

describe("spellOut", () => {
  it.each([
    ["The Network for Tea Growers in Asia (NTGA) met.", ["Network", "for", "Tea", "Growers", "in", "Asia", "NTGA"]],
    ["She joined the World Chess League (WCL).", ["World", "Chess", "League", "WCL"]],
    ["She paid in dollars (USD) at once.", []],
    ["Mary Hill (PDF) wrote it.", []],
    ["(ABC)", []],
  ])("%s", (text, words) => {
    expect(spelled(text)).toEqual(words);
  });
});
