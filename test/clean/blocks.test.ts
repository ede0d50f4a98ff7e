import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { labelBlocks } from "../../src/clean/blocks.ts";
import { findMetadata } from "../../src/clean/metadata.ts";
import { noticeRules } from "../../src/clean/rules/notices.ts";
import { cleanText } from "../../src/clean/text.ts";
import { type Block, BODY_ROLES } from "../../src/document.ts";

const label = (raw: string) => labelBlocks({ id: "test", raw, markup: null });
const shown = (raw: string) => label(raw).map(({ start, end, role }) => `${role}: ${raw.slice(start, end).trim()}`);

const PROSE =
  "The two ministers met for three hours on Monday and agreed that their deputies would meet again before the winter, officials said.";
const MORE =
  "Neither side would say what had been offered, but people close to the talks said that the border was discussed at length.";

function expectTiling(raw: string, blocks: readonly Block[]) {
  let at = 0;
  for (const block of blocks) {
    expect(block.start).toBe(at);
    expect(block.end).toBeGreaterThan(block.start);
    at = block.end;
  }
  expect(at).toBe(raw.length);
}

describe("labelBlocks", () => {
  it("cuts a byline that is glued to the deck", () => {
    expect(
      shown(`Ministers meet in Oslo for first talks\n\nBorder was on their agendaBy Ann Lee\n\n${PROSE}\n\n${MORE}\n`),
    ).toContain("byline: By Ann Lee");
  });

  it("sets a dateline apart from the paragraph that it opens", () => {
    const roles = shown(`Ministers meet in Oslo for first talks\n\nOSLO, Norway – ${PROSE}\n${MORE}`);
    expect(roles).toContain("dateline: OSLO, Norway –");
    expect(roles).toContain(`paragraph: ${PROSE}`);
  });

  it("finds a caption that is printed twice, and its credit", () => {
    const caption = "Foreign Minister Bo Ek, left, shakes hands with Ann Lee in Oslo, Monday. AFP-Yonhap";
    const raw = `Ministers meet in Oslo for first talks\n${caption}\n${caption}\n${PROSE}\n${MORE}`;
    const blocks = label(raw);
    expect(shown(raw).filter((line) => line === "credit: AFP-Yonhap")).toHaveLength(2);
    expect(blocks.filter(({ role }) => role === "caption").map(({ repeats }) => repeats !== undefined)).toEqual([
      false,
      true,
    ]);
  });

  it("leaves site chrome out of the clean text", () => {
    const raw = `Home > News > World\nMenu\nMinisters meet in Oslo for first talks\n${PROSE}\n${MORE}\nLeave a Reply\nYour email address will not be published.\n`;
    expect(cleanText({ id: "test", raw, blocks: label(raw) })).toBe(`${PROSE}\n${MORE}`);
  });

  it("finds no body in a page that speaks only of itself", () => {
    const page = readFileSync(new URL("../../fixtures/articles/boilerplate--cookie-wall.txt", import.meta.url), "utf8");
    const notices = noticeRules.flatMap(({ matches }) => matches).join("\n\n");
    for (const raw of [page, notices, `Menu\n${notices}\n© 2024 All rights reserved.`]) {
      const blocks = label(raw);
      expect(blocks.filter(({ role }) => BODY_ROLES.has(role))).toEqual([]);
      const { headline, outlet } = findMetadata({ id: "test", raw, markup: null, blocks });
      expect({ headline, outlet }).toEqual({ headline: null, outlet: null });
    }
  });

  it.each([
    "Home » News » Ministers meet in Oslo for first talks",
    "Ministers meet in Oslo for first talks | The Gazette",
  ])("takes the bare headline, not %s", (line) => {
    const title = "Ministers meet in Oslo for first talks";
    const [first, second] = line.startsWith(title) ? [title, line] : [line, title];
    expect(shown(`${first}\n\n${second}\n\nBy Ann Lee\n\n${PROSE}\n\n${MORE}`)).toContain(`headline: ${title}`);
  });

  it("keeps a lone sentence", () => {
    expect(shown("The parties signed the treaty in 1957.")).toEqual([
      "paragraph: The parties signed the treaty in 1957.",
    ]);
  });

  it("tiles whatever it is given", () => {
    const hostile = [
      "",
      "\n",
      " \r\n\r\n",
      "\u0000",
      "\ud800",
      "a\r\nb\rc",
      "x".repeat(300_000),
      "\u200b\n\u00a0\n",
      `${PROSE} `.repeat(3000),
    ];
    for (const raw of hostile) expectTiling(raw, label(raw));
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(fc.string(), fc.constantFrom("\n", "\r\n", "By ", "(", "Photo: ", PROSE, "\u2028", "2024-01-01 ")),
        ),
        (parts) => expectTiling(parts.join(""), label(parts.join(""))),
      ),
    );
  });
});
