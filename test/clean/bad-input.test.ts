import { describe, expect, it } from "vitest";
import { labelBlocks } from "../../src/clean/blocks.ts";
import { findMetadata } from "../../src/clean/metadata.ts";
import { cleanText } from "../../src/clean/text.ts";
import { BODY_ROLES } from "../../src/document.ts";
import { renderHtml } from "../../src/read/html.ts";

const STORY = [
  "Ministers of the two countries met in Oslo on Monday to speak about fish, and about little else, for the first time in nine years.",
  "The meeting lasted four hours, officials said, and ended with a statement of two pages that nobody in the room wanted to read aloud.",
  "“We talked about fish, and only about fish,” the host told reporters in the harbour, where the wind took away most of his words.",
  "A second meeting will follow in the spring, once the boats are back and the skippers have counted what the winter has left them.",
];
const TITLE = "Ministers meet in Oslo to speak about fish";

/** Labels a text or a page; the blocks tile it. */
function read(raw: string, markup: ReturnType<typeof renderHtml>["markup"] | null = null) {
  const doc = { id: "test", raw, markup };
  const blocks = labelBlocks(doc);
  let at = 0;
  for (const { start, end } of blocks) {
    expect(start).toBe(at);
    at = end;
  }
  expect(at).toBe(raw.length);
  return { raw, blocks, text: cleanText({ ...doc, blocks }), ...findMetadata({ ...doc, blocks }) };
}
const readHtml = (html: string) => {
  const { raw, markup } = renderHtml(html);
  const found = read(raw, markup);
  for (const { html: place } of found.blocks) {
    expect(place && 0 <= place.start && place.start < place.end && place.end <= html.length).toBe(true);
  }
  return found;
};
const page = (body: string) =>
  `<html><head><title>${TITLE}</title></head><body><nav><a href="/">Home</a></nav>${body}</body></html>`;
const paragraphs = (texts: readonly string[]) => texts.map((text) => `<p>${text}</p>`).join("\n");
const ARTICLE = `<article><h1>${TITLE}</h1>${paragraphs(STORY)}</article>`;

describe("bad HTML", () => {
  it("cut in the middle of a word, a tag or a script", () => {
    const whole = page(ARTICLE);
    const cut = (at: string) => readHtml(whole.slice(0, whole.indexOf(at)));
    expect(cut("winter has").text.split("\n")).toHaveLength(4);
    expect(cut("</article>").text).toBe(STORY.join("\n"));
    expect(readHtml(`${page(ARTICLE).slice(0, -14)}<script>var x = "<p>no`).text).toBe(STORY.join("\n"));
    expect(readHtml(`${page(ARTICLE).slice(0, -14)}<a hre`).text).toBe(STORY.join("\n"));
  });

  it("nested ten thousand deep", () => {
    expect(readHtml(`${"<div>".repeat(10_000)}${ARTICLE}${"</div>".repeat(10_000)}`).text).toBe(STORY.join("\n"));
  });

  it("without a body, without any tag of a page", () => {
    expect(readHtml(`<h1>${TITLE}</h1>${paragraphs(STORY)}`).text).toBe(STORY.join("\n"));
    expect(readHtml(`<head><title>${TITLE}</title></head>`).blocks).toEqual([]);
  });

  it("of frames, or of nothing but JavaScript", () => {
    expect(readHtml('<frameset cols="20%,80%"><frame src="menu.html"><frame src="main.html"></frameset>').text).toBe(
      "",
    );
    expect(readHtml(`<body><div id="root"></div><script>render("${STORY[0]}")</script></body>`).text).toBe("");
  });

  it("of two articles: both stay", () => {
    const second = STORY.map((text) =>
      text
        .replace(/fish/gu, "wood")
        .replace("Oslo", "Turku")
        .replace(/nine|four|two/gu, "six"),
    );
    const { text } = readHtml(
      page(ARTICLE + ARTICLE.replace(paragraphs(STORY), paragraphs(second)).replace(TITLE, "Ministers meet in Turku")),
    );
    expect(text).toContain(STORY[0]);
    expect(text).toContain(second[0]);
  });

  it("with more comments than article", () => {
    const comment = (i: number) =>
      `<li class="comment"><b class="comment-author">reader${i}</b> <time>${i} hours ago</time><p>I have fished there for ${i + 2} years and I never saw a minister, not even one with a rod.</p><a href="#">Reply</a></li>`;
    const comments = Array.from({ length: 80 }, (_, i) => comment(i)).join("\n");
    const { text } = readHtml(
      page(`${ARTICLE}<section class="comments"><h3>80 comments</h3><ol>${comments}</ol></section>`),
    );
    expect(text.split("\n").slice(0, 4)).toEqual(STORY);
    expect(text.split("\n").length).toBeLessThan(8);
  });

  it("of five megabytes", () => {
    const item = `<li data-track="${"x".repeat(900)}"><a href="/">Section of the site</a></li>\n`;
    const html = page(`<ul>${item.repeat(5_000_000 / item.length)}</ul>${ARTICLE}`);
    expect(html.length).toBeGreaterThan(4_900_000);
    expect(readHtml(html).text).toContain(STORY[0]);
  });

  it("written right to left in places, with soft hyphens and invisible characters", () => {
    const marked = STORY.map((text) =>
      text.replace("minutes", "min\u00adutes").replace(" met ", " \u200bmet\u200f ").replace("boats", "bo\u00adats"),
    );
    const { text } = readHtml(page(`<article><h1>${TITLE}</h1>${paragraphs(marked)}</article>`));
    expect(text).toBe(STORY.join("\n"));
  });
});

describe("bad text", () => {
  const article = [TITLE, ...STORY];

  it("with tags that never close", () => {
    const tagged = STORY.map((text, i) => (i === 1 ? text.replace("hours", "<b>hours") : `${text}<br>`));
    expect(read([TITLE, ...tagged].join("\n\n")).text).toBe(STORY.join("\n"));
  });

  it("encoded twice, or read in the wrong encoding", () => {
    const encoded = STORY.map((text) => text.replace("“", "&amp;#8220;").replace("”", "&amp;rdquo;"));
    expect(read([TITLE, ...encoded].join("\n\n")).text).toBe(STORY.join("\n"));
    const garbled = STORY.map((text) => text.replace("“", "â€œ").replace("”", "â€\u009d"));
    const { text, blocks, raw } = read([TITLE, ...garbled].join("\n\n"));
    expect(text).toBe(STORY.join("\n"));
    expect(raw.slice(blocks[3]!.start)).toContain("â€œWe talked");
  });

  it("with soft hyphens, zero-width characters and direction marks", () => {
    const marked = article.map(
      (text) => `\u200f${text.replace("ministers", "min\u00adisters").replace(" a ", " \u200ba ")}\u200e`,
    );
    expect(read(`\ufeff${marked.join("\n\n")}`).text).toBe(STORY.join("\n"));
  });

  it("laid out by tabs", () => {
    const { blocks, text, raw } = read(
      ["Home\tWorld\tSport\tLog in", `\t\t${TITLE}`, ...STORY.map((each) => `\t${each}\t`)].join("\n"),
    );
    expect(text).toContain(STORY.join("\n"));
    expect(BODY_ROLES.has(blocks[0]!.role)).toBe(false);
    expect(raw.slice(blocks[0]!.start, blocks[0]!.end)).toContain("Sport");
  });

  it("in one line of 300 kilobytes", () => {
    const line = `${STORY.join(" ")} `.repeat(Math.ceil(300_000 / STORY.join(" ").length));
    const { blocks, text } = read(line);
    expect(text.length).toBeGreaterThan(299_000);
    expect(blocks.every(({ role }) => BODY_ROLES.has(role))).toBe(true);
  });
});
