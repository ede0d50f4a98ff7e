import type { Has, MetaStatement, Stated } from "../document.ts";

const ORIGINS = [
  "record-title",
  "front-matter-title",
  "json-ld-article",
  "meta-og-title",
  "meta-twitter-title",
  "microdata-title",
  "title-element",
  "json-ld-webpage",
];

/** The headline: the line that reads as one, else what the record or the markup says, without the name of the site. */
export function findTitle(doc: Has<"blocks" | "markup">, outlet: string | null): Stated | null {
  const block = doc.blocks.find(({ role }) => role === "headline");
  if (block) {
    const written = doc.raw.slice(block.start, block.end);
    const opening = /^\s*#{1,6}[ \t]+/u.exec(written)?.[0].length ?? 0;
    const text = written.slice(opening);
    const start = block.start + opening + text.search(/\S/u);
    return {
      text: text.trim().replace(/\s+/gu, " "),
      span: { start, end: start + text.trim().length },
      rule: block.rule,
    };
  }
  const said = statedTitles(doc.markup?.statements ?? [])[0];
  return said ? { text: withoutSite(said.value, outlet), rule: said.origin } : null;
}

/** What the markup gives as the page's title, most trusted first. */
export const statedTitles = (statements: readonly MetaStatement[]): MetaStatement[] =>
  ORIGINS.flatMap((origin) => statements.filter((each) => each.field === "title" && each.origin === origin));

const fold = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

/** A title without the site's name at its end or start: "Ministers meet | The Daily Gazette". */
export function withoutSite(title: string, outlet: string | null): string {
  const parts = title.split(/\s+[|–—·»:-]\s+/u);
  if (parts.length < 2) return title;
  const site = outlet ? fold(outlet) : "";
  const isSite = (part: string) =>
    site !== "" && (fold(part) === site || fold(part).includes(site) || site.includes(fold(part)));
  const last = parts.at(-1)!;
  if (isSite(last) || (!site && last.split(" ").length <= 4 && title.length - last.length > 25))
    return title.slice(0, title.lastIndexOf(last)).replace(/\s+[|–—·»:-]\s+$/u, "");
  return isSite(parts[0]!) ? title.slice(title.indexOf(parts[1]!)) : title;
}
