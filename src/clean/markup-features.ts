import type { MarkupLine, MetaStatement } from "../document.ts";
import { containerFeatures, containerNames } from "./container-features.ts";
import type { Line } from "./lines.ts";

const TAGS = [
  "p",
  "div",
  "li",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "figcaption",
  "td",
  "tr",
  "blockquote",
  "span",
  "section",
  "article",
  "a",
  "pre",
  "dd",
  "dt",
];
const ANCESTORS = [
  "nav",
  "aside",
  "footer",
  "header",
  "figure",
  "form",
  "table",
  "ul",
  "ol",
  "article",
  "main",
  "button",
  "blockquote",
  "section",
];

// What class and id words tell of the part of the page that they name.
const CLASSES: Readonly<Record<string, readonly string[]>> = {
  body: words("article body content entry post story text copy prose main paragraph articlebody richtext wysiwyg"),
  related: words(
    "related recommend recommended recommendations recirc recirculation more promo promos trending popular sidebar widget rail teaser teasers card cards carousel list feed latest read next also outbrain taboola most",
  ),
  share: words("share sharing social sharedaddy follow addthis buttons toolbar tools icons"),
  comment: words("comment comments commentlist reply respond disqus discussion replies"),
  menu: words(
    "nav navigation menu breadcrumb breadcrumbs footer masthead navbar topbar header banner skip site logo search dropdown tabs",
  ),
  offer: words(
    "ad ads advert advertisement sponsor sponsored newsletter subscribe subscription signup cookie consent modal popup overlay promo cta paywall gdpr donate marketing",
  ),
  picture: words("caption credit figure image img photo media gallery video slideshow thumbnail thumb lightbox player"),
  about: words(
    "author byline bio meta date time tag tags category categories kicker published timestamp dateline contributor profile",
  ),
  unseen: words("hidden sr only visually screen reader offscreen print none invisible"),
  title: words("title headline heading subtitle dek deck summary standfirst lede lead excerpt description intro"),
};
const CLASS_NAMES = Object.keys(CLASSES);
const bitsByWord = new Map<string, number>();
CLASS_NAMES.forEach((name, bit) => {
  for (const word of CLASSES[name]!) bitsByWord.set(word, (bitsByWord.get(word) ?? 0) | (1 << bit));
});

function words(list: string): string[] {
  return list.split(" ");
}

/** Names of the features that only an HTML page has. */
export const markupNames: readonly string[] = [
  ...[
    "tag",
    "depth",
    "links",
    "links@-1",
    "links@1",
    "links±3",
    "likeCount",
    "likeGood",
    "likeGoodShare",
    "likeLinks",
    "sameAsPrevious",
  ],
  ...["parentGood", "parentGoodShare", "parentCount", "stated"],
  ...ANCESTORS.map((name) => `in-${name}`),
  ...CLASS_NAMES.map((name) => `in-class-${name}`),
  ...containerNames,
];

interface Kin {
  lines: number;
  good: number;
  goodLines: number;
  links: number;
}

/** Fills the columns of the markup, the last of each row; -1 where there is none. */
export function markupFeatures(
  rows: Float32Array,
  lines: readonly Line[],
  statements: readonly MetaStatement[],
  width: number,
  goodColumn: number,
): void {
  const from = width - markupNames.length;
  if (!lines.some(({ markup }) => markup)) {
    for (let i = 0; i < lines.length; i++) rows.fill(-1, i * width + from, (i + 1) * width);
    return;
  }
  const total = Math.max(1, sum(lines.map((_, i) => rows[i * width + goodColumn]!)));
  const good = (i: number) => rows[i * width + goodColumn]!;
  const own = lines.map(({ markup }) => (markup ? `${markup.path.join()} ${markup.classes.join()}` : ""));
  const parent = lines.map(({ markup }) => (markup ? `${blockPath(markup)}` : ""));
  const like = kinOf(lines, own, good);
  const parents = kinOf(lines, parent, good);
  const body = fold(statements.find(({ field }) => field === "body")?.value ?? "");
  const links = (i: number) => lines[i]?.markup?.linkDensity ?? -1;
  const titles = statements.filter(({ field }) => field === "title").map(({ value }) => fold(value));
  const around = containerFeatures(lines, good, ({ text, markup }) => {
    const own = text.length < 300 ? fold(text) : "";
    return own.length > 12 && (markup!.path.includes("h1") || titles.some((title) => title.includes(own)));
  });
  lines.forEach(({ markup }, i) => {
    if (!markup) {
      rows.fill(-1, i * width + from, (i + 1) * width);
      return;
    }
    const kin = like.get(own[i]!)!;
    const above = parents.get(parent[i]!)!;
    const near = [-3, -2, -1, 0, 1, 2, 3].map((d) => Math.max(0, links(i + d)));
    const row = [
      tagOf(markup),
      markup.path.length,
      links(i),
      links(i - 1),
      links(i + 1),
      sum(near),
      kin.lines,
      kin.good,
    ];
    row.push(
      kin.good / total,
      kin.links / kin.lines,
      +(own[i] === own[i - 1]),
      above.good,
      above.good / total,
      above.lines,
      isStated(lines[i]!.text, body),
    );
    for (const name of ANCESTORS) row.push(+markup.path.includes(name));
    row.push(...classCounts(markup), ...around[i]!);
    rows.set(row, i * width + from);
  });
}

const fold = (text: string) => text.toLowerCase().replace(/[^a-z\d]+/g, "");

// Whether the markup repeats the line in what it gives as the article's body; -1 where it gives none.
function isStated(text: string, body: string): number {
  if (body.length < 200) return -1;
  const folded = fold(text);
  return +(folded !== "" && body.includes(folded.slice(0, 40)) && body.includes(folded.slice(-40)));
}

function kinOf(lines: readonly Line[], keys: readonly string[], good: (i: number) => number): Map<string, Kin> {
  const kin = new Map<string, Kin>();
  lines.forEach(({ markup }, i) => {
    const group = kin.get(keys[i]!) ?? { lines: 0, good: 0, goodLines: 0, links: 0 };
    group.lines++;
    group.good += good(i);
    group.links += markup?.linkDensity ?? 0;
    kin.set(keys[i]!, group);
  });
  return kin;
}

const INLINE = new Set(
  "a span b i em strong u font small mark sup sub q cite abbr time label p li h1 h2 h3 h4 h5 h6 ul ol".split(" "),
);

// The container: the path without the paragraph and what is inside it.
function blockPath({ path, classes }: MarkupLine): string {
  let end = path.length;
  while (end > 1 && INLINE.has(path[end - 1]!)) end--;
  return `${path.slice(0, end).join()} ${classes.slice(0, end).join()}`;
}

function tagOf({ path }: MarkupLine): number {
  for (let i = path.length - 1; i >= 0; i--) {
    const tag = TAGS.indexOf(path[i]!);
    if (tag >= 0 && tag !== 13 && tag !== 16) return tag;
  }
  return TAGS.length;
}

function classCounts({ classes }: MarkupLine): number[] {
  const counts = CLASS_NAMES.map(() => 0);
  for (const word of classes) {
    const bits = bitsByWord.get(word) ?? 0;
    for (let bit = 0; bits >> bit; bit++) if (bits & (1 << bit)) counts[bit]!++;
  }
  return counts;
}

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
