import { describe, expect, it } from "vitest";
import { agree } from "../../src/entities/consistency.ts";
import { layOut } from "../../src/entities/layout.ts";
import { splitSentences } from "../../src/tokens.ts";

const [PERSON, BODY, PLACE] = [0, 1, 2];

function layoutOf(raw: string) {
  const blocks = [{ start: 0, end: raw.length, role: "paragraph", rule: "test" }] as const;
  return layOut(splitSentences({ id: "test", raw, blocks }));
}

describe("agree", () => {
  it("gives a name the type of most of its mentions", () => {
    const names = [PLACE, PLACE, BODY].map((type, i) => ({ start: i, end: i + 1, type }));
    expect(agree(layoutOf("Kerrin Kerrin Kerrin"), names).map(({ type }) => type)).toEqual([PLACE, PLACE, PLACE]);
  });

  it("finds a person of several words wherever the same words stand", () => {
    const layout = layoutOf("Ann Lee came. Then Ann Lee left with Ann Lee Potter.");
    expect(agree(layout, [{ start: 0, end: 2, type: PERSON }]).map(({ start, end }) => [start, end])).toEqual([
      [0, 2],
      [5, 7],
    ]);
  });

  it("leaves a body to the tagger", () => {
    const names = [{ start: 0, end: 2, type: BODY }];
    expect(agree(layoutOf("Border Force came. Then Border Force left."), names)).toEqual(names);
  });
});
