import { type Block, type Has, type HeadlineCandidate, type MetaStatement, type Stated, textOf } from "../document.ts";

// How far each place of the record or the markup is trusted to give the headline, most trusted first.
const TRUST: Readonly<Record<string, number>> = {
  "record-title": 1,
  "front-matter-title": 1,
  "json-ld-article": 0.75,
  "meta-og-title": 0.75,
  "meta-twitter-title": 0.7,
  "microdata-title": 0.7,
  "title-element": 0.65,
  "json-ld-webpage": 0.6,
};

/** The headline: the line that reads as one, else what the record or the markup says, without the name of the site. */
export function findTitle(
  doc: Has<"blocks" | "markup">,
  outlet: string | null,
): { headline: Stated | null; candidates: HeadlineCandidate[] } {
  const lines = doc.blocks.flatMap((block) =>
    (block.candidacies ?? [])
      .filter(({ of }) => of === "headline")
      .map(({ confidence, isChosen }) => ({ ...lineOf(doc, block), confidence, isChosen })),
  );
  const said = statedTitles(doc.markup?.statements ?? []).map(({ value, origin }) => ({
    ...{ text: withoutSite(value, outlet), rule: origin, confidence: TRUST[origin]!, isChosen: false },
  }));
  const rivals = [...lines, ...said].sort((a, b) => b.confidence - a.confidence);
  const chosen = lines.find(({ isChosen }) => isChosen) ?? said[0];
  const ranked = chosen ? [{ ...chosen, isChosen: true }, ...rivals.filter((each) => each !== chosen)] : rivals;
  return {
    headline: chosen ? statedOf(chosen) : null,
    candidates: ranked.slice(0, MOST_CANDIDATES),
  };
}

const MOST_CANDIDATES = 5;

const statedOf = ({ text, span, rule }: Stated): Stated => ({ text, ...(span && { span }), rule });

/** A block as a headline reads: without the marks of Markdown, its white space single. */
function lineOf(doc: Has<never>, block: Block): Stated {
  const written = textOf(doc, block);
  const opening = /^\s*#{1,6}[ \t]+/u.exec(written)?.[0].length ?? 0;
  const text = written.slice(opening);
  const start = block.start + opening + text.search(/\S/u);
  return {
    text: text.trim().replace(/\s+/gu, " "),
    span: { start, end: start + text.trim().length },
    rule: block.role === "headline" ? block.rule : "model-headline",
  };
}

/** What the markup gives as the page's title, most trusted first. */
export const statedTitles = (statements: readonly MetaStatement[]): MetaStatement[] =>
  Object.keys(TRUST).flatMap((rule) => statements.filter(({ field, origin }) => field === "title" && origin === rule));

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
