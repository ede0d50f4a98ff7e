import { documentOf } from "../invariants.ts";

const HEADLINE = "The bridge opens in May";
const TAIL =
  "\n\nThe city has built three bridges in ten years, and the last of them was closed for repairs in spring.";

/** Each quotation of an article as `source | resolution | text`, and each source as `name | role | affiliation | type`. */
export async function told(body: string, headline = HEADLINE) {
  const { raw, quotes, sources } = await documentOf(`${headline}\n\nMay 7, 2024\n\n${body}${TAIL}\n`);
  const text = (span: { start: number; end: number } | null) => (span ? raw.slice(span.start, span.end) : "-");
  const names = new Map(sources.map(({ id, name }) => [id, name]));
  return {
    quotes: quotes.map(
      ({ source, resolution, parts }) =>
        `${(source && names.get(source)) ?? "-"} | ${resolution} | ${parts.map(text).join(" / ")}`,
    ),
    words: sources.map(({ words }) => words),
    sources: sources.map(
      ({ name, role, affiliation, type }) => `${name} | ${text(role)} | ${text(affiliation)} | ${type}`,
    ),
  };
}
