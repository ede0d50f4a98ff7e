import { describe, expect, it } from "vitest";
import { countMojibake, repair } from "../../src/clean/repair.ts";
import { cleanText } from "../../src/clean/text.ts";
import type { Block, Role } from "../../src/document.ts";

const clean = (...pieces: [Role, string][]) => {
  let at = 0;
  const blocks = pieces.map(([role, text]): Block => {
    at += text.length;
    return { start: at - text.length, end: at, role, rule: "test" };
  });
  return cleanText({ id: "test", raw: pieces.map(([, text]) => text).join(""), blocks });
};

describe("cleanText", () => {
  it("is the body, a paragraph a line", () => {
    expect(
      clean(["headline", "Talks\n"], ["paragraph", "One.  \n\n"], ["boilerplate", "Share\n"], ["subhead", "Two\n"]),
    ).toBe("One.\nTwo");
  });

  it("joins a dateline with its paragraph", () => {
    expect(clean(["dateline", "OSLO, Norway – "], ["paragraph", "They met.\n"])).toBe("OSLO, Norway – They met.");
  });
});

describe("repair", () => {
  it("undoes double encoding, mojibake, leftover tags and invisible characters", () => {
    expect(repair("It&amp;#8217;s the minister&rsquo;s")).toBe("It’s the minister’s");
    expect(repair("itâ€™s â€œcafÃ©â€\u009d")).toBe("it’s “café”");
    expect(repair("left,<strong></strong> right <br/>x")).toBe("left, right x");
    expect(repair("co\u00adop\u200berate\u00a0now")).toBe("cooperate now");
  });

  it("leaves what is well written", () => {
    for (const text of ["Âge d’or", "a < b > c", "AT&T; R&D;", "São Paulo – “Ô”", "“café…”", "1 &lt"])
      expect(repair(text)).toBe(text);
  });

  it("counts mojibake", () => {
    expect(countMojibake("itâ€™s itâ€™s fine")).toBe(2);
    expect(countMojibake("café ’ “”")).toBe(0);
  });
});
