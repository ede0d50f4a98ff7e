import { describe, expect, it } from "vitest";
import { correct } from "../../src/entities/corrections.ts";
import { type TaggedType, TYPES } from "../../src/entities/labels.ts";
import { layOut } from "../../src/entities/layout.ts";
import { splitSentences } from "../../src/tokens.ts";

/** Corrects the names in [brackets], all of one type, and gives them as "type: text (rule)". */
function corrected(marked: string, type: TaggedType): string[] {
  const raw = marked.replace(/[[\]]/gu, "");
  const blocks = [{ start: 0, end: raw.length, role: "paragraph", rule: "test" }] as const;
  const sentences = splitSentences({ id: "test", raw, blocks });
  const tokens = sentences.flatMap((sentence) => sentence.tokens);
  const names = [...marked.matchAll(/\[(.*?)\]/gu)].map(({ 1: name, index }, n) => {
    const start = tokens.findIndex((token) => token.start === index - 2 * n);
    const end = tokens.findIndex((token) => token.end === index - 2 * n + name!.length) + 1;
    return { start, end, type: TYPES.indexOf(type) };
  });
  return correct(layOut(sentences), names).map(
    ({ start, end, type, rule }) =>
      `${TYPES[type]}: ${raw.slice(tokens[start]!.start, tokens[end - 1]!.end)} (${rule ?? ""})`,
  );
}

describe("correct", () => {
  it.each<[string, TaggedType, string[]]>([
    ["[OSLO, Norway] – They met.", "place", ["place: OSLO (dateline-places)", "place: Norway (dateline-places)"]],
    ["They met in [Oslo, Norway].", "place", ["place: Oslo, Norway ()"]],
    [
      "It is in [Chile’s Atacama Desert].",
      "place",
      ["place: Chile (separate-names)", "place: Atacama Desert (separate-names)"],
    ],
    ["Ann Lee, an economist at [Weberbank] in Prague, left.", "place", ["organization: Weberbank (employer)"]],
    ["Ann Lee, an analyst with [Roebrock], left.", "place", ["organization: Roebrock (employer)"]],
    ["Ann Lee, an analyst at [Oxford], left.", "place", ["place: Oxford ()"]],
    ["Ann Lee, a nurse at [Weberton], left.", "place", ["place: Weberton ()"]],
    ["Economists at [Weberton] met.", "place", ["place: Weberton ()"]],
    ["The [White House] said no.", "place", ["organization: White House (listed-body)"]],
    [
      "They shake hands. AFP-Yonhap",
      "person",
      ["organization: AFP (agency-credit)", "organization: Yonhap (agency-credit)"],
    ],
    ["Shares of [Weber Analytics] fell.", "person", ["organization: Weber Analytics (firm-word)"]],
    [
      "[Neighbour Ann Lee] heard bangs, [Cllr Tom Orlov] said.",
      "person",
      ["person: Ann Lee (capacity)", "person: Tom Orlov (capacity)"],
    ],
    ["[Ann Lee Political] correspondent", "person", ["person: Ann Lee (capacity)"]],
    ["[Ann Lee Crime Reporter]", "person", ["person: Ann Lee (capacity)"]],
    ["[General Ann Lee] left.", "person", ["person: General Ann Lee ()"]],
    ["[We'd] ask people to wait.", "person", []],
    ["He met [Weber] of analytics.", "person", ["person: Weber ()"]],
    ["Analysts at 38 [North] said so.", "place", ["organization: 38 North (listed-name)"]],
    [
      "A 7-[Eleven] opened, 3M said.",
      "person",
      ["organization: 7-Eleven (listed-name)", "organization: 3M (listed-name)"],
    ],
    ["He flew from N’Djamena.", "place", ["place: N’Djamena (listed-name)"]],
    ["The [University of L'Aquila] closed.", "organization", ["organization: University of L'Aquila ()"]],
    ["It came 24 hours after [France] won 2 of 3.", "place", ["place: France ()"]],
    ["Ties with the West cooled.", "person", ["place: West (compass-point)"]],
    ["He walked to the West end of town.", "person", []],
    ["They rode West of the river.", "person", []],
  ])("%s", (text, type, names) => {
    expect(corrected(text, type)).toEqual(names);
  });
});
