import type { Block, Byline, Has, MetaStatement, Span } from "../document.ts";
import { type Author, isPersonName, readByline } from "./bylines.ts";

// Where the record or the markup names the author, most trusted first; the last ones name whoever the page names.
const ORIGINS = [
  ["record-author"],
  ["front-matter-author"],
  ["json-ld-article"],
  ["meta-twitter-data1"],
  [
    "meta-author",
    "meta-byl",
    "meta-byline",
    "meta-parsely-author",
    "meta-sailthru-author",
    "meta-article-author-name",
    "meta-citation-author",
    "meta-authors",
  ],
  ["meta-article-author", "meta-og-article-author"],
  ["byline-class"],
  ["text"],
  ["microdata-author"],
  ["rel-author"],
  ["meta-dc-creator", "meta-dcterms-creator"],
  ["json-ld-creator", "json-ld-webpage"],
  ["json-ld-person"],
  ["json-ld-organization"],
];

interface Candidate {
  readonly origin: string;
  readonly authors: readonly Byline[];
}

/** The authors of the article: the first trusted place that names a person, else one that names a body. */
export function findAuthors(doc: Has<"blocks" | "markup">): Byline[] {
  const candidates = [...stated(doc.markup?.statements ?? []), ...classed(doc), ...written(doc)];
  const ranked = ORIGINS.map((origins) => candidates.filter(({ origin }) => origins.includes(origin))).filter(
    (each) => each.length,
  );
  for (const isPerson of [true, false]) {
    for (const group of ranked) {
      const found = distinct(group.flatMap(({ authors }) => authors)).filter((author) => author.isPerson === isPerson);
      if (found.length) return withSpans(found, candidates);
    }
  }
  return [];
}

function stated(statements: readonly MetaStatement[]): Candidate[] {
  return statements
    .filter(({ field, value }) => field === "author" && !/^https?:/u.test(value))
    .map(({ value, origin }) => ({
      origin,
      authors: readNames(value).map(({ name, isPerson }) => ({ name, isPerson, rule: origin })),
    }));
}

// Lines whose element is a byline by its class: "byline", "author-name".
function classed(doc: Has<"blocks" | "markup">): Candidate[] {
  const headline = doc.blocks.find(({ role }) => role === "headline");
  return (doc.markup?.lines ?? [])
    .filter(
      ({ classes, start, end }) =>
        end - start < 160 && classes.some((word) => word === "byline" || word === "author" || word === "authors"),
    )
    .filter(({ start }) => !headline || Math.abs(start - headline.start) < 1500)
    .slice(0, 4)
    .map(({ start, end }) => ({
      origin: "byline-class",
      authors: readNames(doc.raw.slice(start, end)).map((author) => placed(author, start, "byline-class")),
    }));
}

function written(doc: Has<"blocks">): Candidate[] {
  return bylineBlocks(doc.raw, doc.blocks).map((block) => {
    const start = block.start + doc.raw.slice(block.start, block.end).search(/\S/u);
    const authors = readNames(doc.raw.slice(start, block.end).trimEnd());
    return { origin: "text", authors: authors.map((author) => placed(author, start, block.rule)) };
  });
}

// How far from the headline or the last paragraph a byline still is the article's own, in blocks.
const BEFORE = 8;
const AFTER = 14;

// Names by their place alone give way to those that a word announces.
const WEAK = new Set([
  "byline-beside-date",
  "byline-above-role",
  "byline-dated",
  "byline-credentials",
  "byline-above-bio",
]);

/** The byline beside the headline, else the one that closes the article, else the first that says "Written by". */
function bylineBlocks(raw: string, blocks: readonly Block[]): Block[] {
  const isByline = ({ role, start, end }: Block) =>
    role === "byline" || (role === "dateinfo" && /\bby\s+\p{Lu}/u.test(raw.slice(start, Math.min(end, start + 160))));
  const headline = blocks.findIndex(({ role }) => role === "headline");
  const prose = blocks.flatMap(({ role }, i) => (role === "paragraph" ? [i] : []));
  const anchor = headline >= 0 ? headline : (prose[0] ?? 0);
  const all = blocks.slice(Math.max(0, anchor - BEFORE), anchor + AFTER).filter(isByline);
  const strong = all.filter(({ rule }) => !WEAK.has(rule));
  const near = strong.length ? strong : all;
  if (near.length) {
    const first = near.find((block) => block.start > blocks[anchor]!.start) ?? near.at(-1)!;
    const at = blocks.indexOf(first);
    return blocks
      .slice(at, at + 3)
      .filter((block) => near.includes(block) && (block === first || block.rule !== "byline-beside-date"));
  }
  const last = prose.at(-1) ?? anchor;
  const closing = blocks.slice(Math.max(0, last - 2), last + 4).filter(isByline);
  if (closing.length) return closing;
  const led = blocks.findIndex(
    ({ role, start }) => role === "byline" && /^\s*(?:written |reporting )?by\b/iu.test(raw.slice(start, start + 20)),
  );
  // "By" on a line of its own has its name in the next.
  return led < 0 ? [] : blocks.slice(led, led + 2).filter((block, i) => i === 0 || block.rule === "byline-next-line");
}

const placed = (author: Named, start: number, rule: string): Byline => ({
  name: author.name,
  isPerson: author.isPerson,
  rule,
  span: { start: start + author.start, end: start + author.end },
});

type Named = Pick<Author, "name" | "isPerson"> & Span;

/** Names in a value that is known to name authors: what is no name is passed over. */
function readNames(stated: string): Named[] {
  // "The Daily Gazette The Daily Gazette": a picture's name and the text beside it.
  const value = /^(?<name>.{5,60}) \k<name>$/u.exec(stated)?.groups?.name ?? stated;
  const whole = readByline(value, false) ?? readByline(value, true);
  if (whole) return whole.map((author) => ({ ...author, name: lowerCapitals(author.name) }));
  const found: Named[] = [];
  for (const part of value.matchAll(/[^,;|•·/&\t]+/gu)) {
    const authors = readByline(part[0], false) ?? [];
    for (const author of authors) {
      found.push({
        ...author,
        start: part.index + author.start,
        end: part.index + author.end,
        name: lowerCapitals(author.name),
      });
    }
  }
  return found.length || value.length > 60 ? found : asBody(value);
}

const NOBODY =
  /^(?:(?:full|view|read|see) (?:bio|profile)|admin|administrator|editor|user|guest|author|by|unknown|null|undefined|none|webmaster|website|\d+)$|@|https?:|\.com$|\d{2}/iu;
function asBody(value: string): Named[] {
  const name = value.replace(/^\s*(?:(?:written )?by|author)\s*:?\s+/iu, "").trim();
  const start = value.indexOf(name);
  return name && !NOBODY.test(name) && /^\p{Lu}/u.test(name) && name.split(" ").length <= 5
    ? [{ start, end: start + name.length, name, isPerson: isPersonName(name) }]
    : [];
}

const lowerCapitals = (name: string) =>
  /\p{Ll}/u.test(name)
    ? name
    : name.replace(/(?<=\p{L})[\p{L}\p{M}]+/gu, (rest) => (rest.length > 1 ? rest.toLowerCase() : rest));

const fold = (name: string) =>
  name
    .normalize("NFKD")
    .replace(/[^\p{L}]/gu, "")
    .toLowerCase();

function distinct(authors: readonly Byline[]): Byline[] {
  const seen = new Set<string>();
  return authors.filter(({ name }) => !seen.has(fold(name)) && seen.add(fold(name)));
}

// An author whom the markup names may stand in the text too.
function withSpans(authors: readonly Byline[], candidates: readonly Candidate[]): Byline[] {
  const spans = new Map(
    candidates
      .flatMap(({ authors }) => authors)
      .flatMap(({ name, span }) => (span ? [[fold(name), span] as const] : [])),
  );
  return authors.map((author) => {
    const span = author.span ?? spans.get(fold(author.name));
    return span ? { ...author, span } : author;
  });
}
