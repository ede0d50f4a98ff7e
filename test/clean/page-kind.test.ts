import { describe, expect, it } from "vitest";
import { labelBlocks } from "../../src/clean/blocks.ts";
import { findPageKind } from "../../src/clean/page-kind.ts";
import { pageNotices } from "../../src/clean/rules/page-notices.ts";
import { renderHtml } from "../../src/read/html.ts";

const kindOf = (raw: string, markup: ReturnType<typeof renderHtml>["markup"] | null = null) => {
  const doc = { id: "test", raw, markup };
  const found = findPageKind({ ...doc, blocks: labelBlocks(doc) });
  return found && `${found.kind}: ${raw.slice(found.span.start, found.span.end)}`;
};
const kindOfHtml = (html: string) => {
  const { raw, markup } = renderHtml(html);
  return kindOf(raw, markup);
};

const story = (minister: string, city: string) => [
  `${minister} arrived in ${city} on Monday for two days of talks with the government there, which had asked for the visit in the spring.`,
  "The two sides will speak about fishing rights, the ferry between the two ports and the price of salt, officials said on Sunday evening.",
  `“We have waited for this for a long time,” ${minister} told reporters at the airport, where a band of the coast guard played both anthems.`,
  "An agreement on the ferry, which has not sailed since a storm broke its ramp in March, could be signed before the visit ends on Tuesday.",
  "Neither side would say what happens to the crews, who have been paid for eight months without a single crossing, if the talks fail again.",
];
const numbered = (text: string, i: number) => text.replace(/\.$/u, `, as they had said ${i + 2} times before.`);
const MENU = ["Home", "World", "Politics", "Sport", "Culture", "Log in"];

describe.each(pageNotices)("the notice of kind $kind", ({ test, matches, rejects }) => {
  it("is known by its words", () => {
    expect(matches.filter((text) => !test(text))).toEqual([]);
    expect(rejects.filter(test)).toEqual([]);
  });
});

describe("findPageKind", () => {
  it("leaves an article alone, whatever notices stand around it", () => {
    const paragraphs = ["Minister Bo Ek", "Mayor Ann Roe", "The skipper"].flatMap((who) => story(who, "Oslo"));
    const article = [...MENU, "Minister Ek in Oslo for talks", "By Ann Lee", ...paragraphs.map(numbered)];
    expect(kindOf(article.join("\n"))).toBeNull();
    expect(kindOf([...article, "Subscribe now to continue reading"].join("\n"))).toBeNull();
    expect(kindOf([...article, "Watch the full video", "Page not found"].join("\n"))).toBeNull();
    expect(kindOf("The parties signed the treaty in 1957.")).toBeNull();
    expect(kindOf("")).toBeNull();
  });

  it("knows the beginning of an article before a paywall", () => {
    const page = [
      ...MENU,
      "Minister Ek in Oslo for talks",
      "By Ann Lee",
      ...story("Minister Bo Ek", "Oslo").slice(0, 2),
      "Subscribe now to continue reading this article.",
      "© 2024 The Daily Gazette",
    ];
    expect(kindOf(page.join("\n"))).toBe("paywalled: Subscribe now to continue reading this article.");
  });

  it("knows the page of an error among menus", () => {
    const page = [...MENU, "Page not found", "Try the search, or go back to the start.", "© 2024 The Daily Gazette"];
    expect(kindOf(page.join("\n"))).toBe("error-page: Page not found");
  });

  it("knows a page that asks for JavaScript", () => {
    expect(kindOf("You need to enable JavaScript to run this app.")).toMatch(/^needs-script/u);
  });

  it("knows a page around a video", () => {
    const page = [
      ...MENU,
      "WATCH: Minister Ek arrives in Oslo",
      "Video Player is loading.",
      "02:31",
      story("The minister", "Oslo")[0]!,
    ];
    expect(kindOf(page.join("\n"))).toMatch(/^video-page/u);
  });

  it("knows a list of stories", () => {
    const cities =
      "Oslo Bergen Turku Malmo Aarhus Tartu Riga Kaunas Gdansk Kiel Lund Umea Narvik Tromso Visby Pori".split(" ");
    const cards = cities.map(
      (city) => `<li><a href="/${city}"><h3>Minister Ek arrives in ${city} for talks about fish</h3></a></li>`,
    );
    const html = `<body><nav>${MENU.map((name) => `<a href="/">${name}</a> `)}</nav><h1>World news</h1><ul>${cards.join("")}</ul></body>`;
    expect(kindOfHtml(html)).toMatch(/^list-page/u);
  });

  it("knows several articles in one page", () => {
    const page = [
      ...["Minister Ek in Oslo for talks about fish", "By Ann Lee", "May 7, 2024", ...story("Minister Bo Ek", "Oslo")],
      ...["Minister Roe in Turku for talks about wood", "By Carl Berg", "May 6, 2024"],
      ...story("Minister Bob Roe", "Turku").map((text) => numbered(text, 7)),
    ];
    const parts = [page.slice(0, 8), page.slice(8)].map(
      ([title, byline, date, ...paragraphs]) =>
        `<article><h1>${title}</h1><p class="byline">${byline}</p><time>${date}</time>${paragraphs.map((p) => `<p>${p}</p>`).join("")}</article>`,
    );
    expect(kindOfHtml(`<body>${parts.join("")}</body>`)).toBe(
      "several-articles: Minister Roe in Turku for talks about wood",
    );
  });
});
