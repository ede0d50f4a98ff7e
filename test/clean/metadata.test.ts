import { expect, it } from "vitest";
import { labelBlocks } from "../../src/clean/blocks.ts";
import { findMetadata } from "../../src/clean/metadata.ts";
import { renderHtml } from "../../src/read/html.ts";

const STORY = [
  "Ministers meet in Oslo for first talks",
  "The two ministers met for three hours on Monday and agreed that their deputies would meet again before the winter, officials said.",
  "Neither side would say what had been offered, but people close to the talks said that the border was discussed at length.",
];

function read(...lines: readonly string[]) {
  const doc = { id: "test", raw: lines.join("\n\n"), markup: null };
  return findMetadata({ ...doc, blocks: labelBlocks(doc) });
}

it.each([
  ["BBC", "Copyright 2024 BBC."],
  ["The Harbour Gazette", "© 2024 The Harbour Gazette. All rights reserved."],
  ["The Harbour Gazette", "© Copyright 2024 The Harbour Gazette"],
  [undefined, "Copyright 2024. All rights reserved."],
])("the owner of the copyright is the outlet: %s", (outlet, notice) => {
  expect(read(...STORY, notice).outlet?.text).toBe(outlet);
});

it.each([
  [undefined, "Home | News | Opinion | Sport"],
  [undefined, "Home\tNews\tOpinion\tLog in"],
  ["World", "Home > News > World > Ministers meet in Oslo"],
])("a step of the breadcrumb is the section, a menu is none: %s", (section, line) => {
  expect(read(line, ...STORY).section?.text).toBe(section);
});

it("the line that the breadcrumb ends with is the headline, whatever stands between it and the prose", () => {
  const head = [
    "Envoys agree on a ferry",
    "It is the first in forty years",
    "Edited By: Bo K. Ek",
    "Updated: 3 May 2024",
  ];
  const lines = [`Home / World / ${head[0]}`, ...head, "The envoys Ann Lee and Ole Berg in Oslo (Photo: Gazette)"];
  expect(read(...lines, ...STORY.slice(1)).headline?.text).toBe(head[0]);
});

it("names every place of a page that tells of headline and authors", () => {
  const head = `<title>Ministers meet in Oslo | The Harbour Gazette</title><meta property="og:site_name" content="The Harbour Gazette"><meta name="author" content="Gazette Staff">`;
  const body = `<h1>${STORY[0]}</h1><p class="byline">By Ann Lee</p>${STORY.slice(1).map((text) => `<p>${text}</p>`)}`;
  const doc = { id: "test", ...renderHtml(`<html><head>${head}</head><body>${body}</body></html>`) };
  const { candidates, bylines } = findMetadata({ ...doc, blocks: labelBlocks(doc) });
  expect(bylines.map(({ name }) => name)).toEqual(["Ann Lee"]);
  const rules = candidates.bylines.map(({ authors, isChosen }) => [authors[0]!.rule, isChosen]);
  expect(rules).toEqual(
    expect.arrayContaining([
      ["byline-led", true],
      ["meta-author", false],
    ]),
  );
  expect(candidates.headline.map(({ rule, text }) => [rule, text])).toEqual(
    expect.arrayContaining([
      ["model-headline", STORY[0]],
      ["title-element", "Ministers meet in Oslo"],
    ]),
  );
});
