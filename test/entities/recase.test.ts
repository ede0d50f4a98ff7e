import { describe, expect, it } from "vitest";
import { layOut } from "../../src/entities/layout.ts";
import { splitSentences } from "../../src/tokens.ts";

function recased(raw: string): string[] {
  const blocks = [{ start: 0, end: raw.length, role: "paragraph", rule: "test" }] as const;
  const { words, sentences } = layOut(splitSentences({ id: "test", raw, blocks }));
  const texts = words.map(({ text }) => text);
  return sentences.map(({ start, end }) => texts.slice(start, end).join(" "));
}

describe("recase", () => {
  it("gives a headline in capitals the case of prose", () => {
    expect(recased("MINISTER TELLS NATO THAT GERMAN TROOPS LEAVE KENYA")).toEqual([
      "Minister tells NATO that German troops leave Kenya",
    ]);
  });

  it("follows the rest of the document", () => {
    expect(recased("WOOD AND DUBOIS SIGN PACT\nMs Wood and the wood trade welcomed Dubois.")[0]).toBe(
      "Wood and Dubois sign pact",
    );
  });

  it("gives known names their capitals in a text that has none", () => {
    expect(recased("the german minister flew to kenya on friday with two aides.")).toEqual([
      "the German minister flew to Kenya on Friday with two aides .",
    ]);
  });

  it("leaves ordinary text alone, and short lines", () => {
    expect(recased("The NATO chief said so.\nUN AID\nso it goes on here")).toEqual([
      "The NATO chief said so .",
      "UN AID",
      "so it goes on here",
    ]);
  });
});
