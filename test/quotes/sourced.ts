import type { Attribution, Document, Entity, EntityType, Has, Span } from "../../src/document.ts";
import { findSources } from "../../src/quotes/sources.ts";
import { splitSentences } from "../../src/tokens.ts";

const MARK = /\[(?<label>[a-zA-Z]+) (?<text>[^[\]]*)\]/gu;

/** A text whose marks are taken out, and the spans that they were around, by label. */
export function unmark(marked: string): { raw: string; spans: Map<string, Span[]> } {
  const spans = new Map<string, Span[]>();
  let raw = "";
  let last = 0;
  for (const { index, 0: whole, groups } of marked.matchAll(MARK)) {
    raw += marked.slice(last, index);
    const { label, text } = groups as { label: string; text: string };
    spans.set(label, [...(spans.get(label) ?? []), { start: raw.length, end: raw.length + text.length }]);
    raw += text;
    last = index + whole.length;
  }
  return { raw: raw + marked.slice(last), spans };
}

export type Input = Has<"blocks" | "sentences" | "entities" | "attributions">;

/**
 * A document from marked text: `[person Ann Lee]`, `[organization …]`, `[place …]` are entities (one a last word, which is
 * a mention of a person wherever it stands),
 * `[speaker she]` and `[quote “…”]` make attributions in order, the nth speaker with the nth quote.
 */
export function marked(text: string): Input {
  const { raw, spans } = unmark(text.replaceAll("][", "] ["));
  const blocks = raw ? [{ start: 0, end: raw.length, role: "paragraph" as const, rule: "test" }] : [];
  const entities = (["person", "organization", "place", "group"] as const).flatMap((type) =>
    entitiesOf(raw, type, spans.get(type) ?? []),
  );
  const speakers = spans.get("speaker") ?? [];
  const attributions = (spans.get("quote") ?? []).map((part, i) => attribution(raw, part, speakers[i] ?? null));
  const doc = { id: "d1", raw, blocks };
  return { ...doc, sentences: splitSentences(doc), entities, attributions };
}

function entitiesOf(raw: string, type: EntityType, mentions: readonly Span[]): Entity[] {
  const byName = new Map<string, Span[]>();
  for (const mention of mentions) {
    const key = raw.slice(mention.start, mention.end).split(" ").at(-1)!;
    byName.set(key, [...(byName.get(key) ?? []), mention]);
  }
  return [...byName].map(([key, marks]) => {
    const alone = type === "person" ? [...raw.matchAll(new RegExp(`\\b${key}\\b`, "gu"))] : [];
    const rest = alone
      .map(({ index }) => ({ start: index, end: index + key.length }))
      .filter(({ start }) => !marks.some((mark) => start >= mark.start && start < mark.end));
    const found = [...marks, ...rest].sort((a, b) => a.start - b.start);
    const variants = found.map(({ start, end }) => raw.slice(start, end)).sort((a, b) => b.length - a.length);
    return {
      id: `${type}-${key}`,
      type,
      name: variants[0]!,
      variants,
      mentions: found.map((span) => ({ ...span, type, rule: "test" })),
    };
  });
}

const attribution = (raw: string, part: Span, speaker: Span | null): Attribution => ({
  parts: [part],
  kind: /^["“]/u.test(raw.slice(part.start)) ? "direct" : "indirect",
  cue: speaker ? { start: part.end, end: part.end, lemma: "say", class: "speech" } : null,
  speaker,
  rule: "test",
  confidence: 1,
});

/** The sources of a marked text as `name | role | affiliation | type`. */
export function sources(text: string): string[] {
  const doc = marked(text);
  const show = (span: Span | null) => (span ? doc.raw.slice(span.start, span.end) : "-");
  return findSources(doc).sources.map(
    ({ name, role, affiliation, type }) => `${name} | ${show(role)} | ${show(affiliation)} | ${type}`,
  );
}

/** How the speakers of a marked text were resolved, as `source: resolution`. */
export function resolutions(text: string): string[] {
  const { quotes, sources: found }: Pick<Document, "quotes" | "sources"> = findSources(marked(text));
  return quotes.map(({ source, resolution }) => `${found.find(({ id }) => id === source)?.name ?? "-"}: ${resolution}`);
}
