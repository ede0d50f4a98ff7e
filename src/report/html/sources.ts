import type { CorpusSource } from "../../corpus/sources.ts";
import type { SourceType } from "../../document.ts";
import type { DocumentRecord } from "../../schema.ts";
import { type Evidence, MOST_SOURCES } from "./evidence.ts";
import { counted, grouped, html, type Markup } from "./markup.ts";
import { bar, more, number, omitted, type Place, references, section } from "./parts.ts";

/** Rows of a table that are seen at once. */
const SEEN = 12;

/** What a type of source is called, and which colour it has. */
const TYPES: Readonly<Record<SourceType, readonly [name: string, family: string]>> = {
  "expert-academic": ["academics", "expert"],
  "expert-thinktank": ["think tanks", "expert"],
  "expert-other": ["other experts", "expert"],
  official: ["officials", "power"],
  spokesperson: ["spokespeople", "power"],
  politician: ["politicians", "power"],
  organization: ["organizations", "body"],
  media: ["media", "body"],
  document: ["documents", "body"],
  citizen: ["citizens", "public"],
  group: ["groups", "public"],
  anonymous: ["unnamed", "public"],
};

const SINGULAR: Readonly<Record<SourceType, string>> = {
  "expert-academic": "academic",
  "expert-thinktank": "think tank",
  "expert-other": "expert",
  official: "official",
  spokesperson: "spokesperson",
  politician: "politician",
  organization: "organization",
  media: "media",
  document: "document",
  citizen: "citizen",
  group: "group",
  anonymous: "unnamed",
};

/** Who is quoted: the share of each type of source, the experts, and the others. */
export function sourcesSection(evidence: Evidence): Markup {
  const sources = evidence.corpus.sources;
  const quotes = quotesBySource(evidence);
  const [experts, others] = [sources.filter((s) => s.isExpert), sources.filter((s) => !s.isExpert)];
  const table = (caption: string, list: readonly CorpusSource[]) => {
    const rows = list.slice(0, MOST_SOURCES);
    const widest = Math.max(1, ...rows.map(({ words }) => words));
    const row = (source: CorpusSource) =>
      sourceRow(evidence, source, evidence.sourceRow(source.id)!, quotes.get(source.id) ?? [], source.words / widest);
    return sourceTable(caption, rows.map(row), list.length - rows.length);
  };
  return section(
    "sources",
    "Who is quoted",
    sources.length
      ? [
          html`<div class="columns"><div><h3>Words quoted, by type of source</h3>${shares(evidence)}</div>
<div id="experts"><h3>Most quoted experts</h3>${experts.length ? table("Experts", experts) : html`<p class="none">No expert is quoted.</p>`}</div></div>`,
          others.length > 0 && html`<h3>Most quoted others</h3>${table("Other sources", others)}`,
        ]
      : html`<p class="none" id="experts">Nobody is quoted.</p>`,
  );
}

/** Where each source's words stand. */
function quotesBySource({ articles, corpus }: Evidence): ReadonlyMap<string, readonly Place[]> {
  const places = new Map<string, Place[]>();
  for (const { record } of articles) {
    for (const quote of record.quotes ?? []) {
      const id = quote.source && corpus.sourceOf(record.id, quote.source);
      if (!id) continue;
      const place = { document: record.id, anchor: quote.id };
      const list = places.get(id);
      if (list) list.push(place);
      else places.set(id, [place]);
    }
  }
  return places;
}

function sourceRow(
  evidence: Evidence,
  source: CorpusSource,
  id: string,
  quotes: readonly Place[],
  share: number,
): Markup {
  const { roles, affiliations, type, words } = source;
  const [, family] = TYPES[type];
  const capacity = [roles[0], affiliations[0]].filter((text) => text && text !== source.name).join(", ");
  return html`<tr id="${id}"><th scope="row"><b>${nameLink(evidence, source)}</b> <small>${capacity ? `${capacity} · ` : ""}${SINGULAR[type]}</small>${references(evidence, quotes, source.quotes)}</th><td class="wide">${bar(share, family)}</td><td>${number(words, id)}</td><td>${number(source.quotes, id)}</td></tr>\n`;
}

function nameLink({ entry }: Evidence, { name, entity }: CorpusSource): Markup {
  return linked(name, entity && entry(entity));
}

const linked = (name: string, id: string | null | undefined) =>
  id ? html`<a href="#${id}">${name}</a>` : html`${name}`;

const head = (caption: string) =>
  html`<table class="ranked"><caption class="hidden">${caption}, most quoted first</caption><thead><tr><th scope="col">source</th><td class="wide"></td><th scope="col">words</th><th scope="col">quotations</th></tr></thead>`;

function sourceTable(caption: string, rows: readonly Markup[], left: number): Markup {
  const [seen, rest] = [rows.slice(0, SEEN), rows.slice(SEEN)];
  return html`${head(caption)}<tbody>${seen}</tbody></table>
${rest.length > 0 && more(`${grouped(rest.length)} more`, html`${head(`${caption}, continued`)}<tbody>${rest}</tbody></table>`)}
${omitted(left > 0 && `${counted(left, "source")} with fewer words left out here, counted above.`)}`;
}

/** The share of quoted words that each type of source has; opening one lists who they are. */
function shares({ corpus, digests, sourceRow }: Evidence): Markup {
  const { sources } = corpus;
  const orphans = digests.reduce((sum, { orphanWords }) => sum + orphanWords, 0);
  const total = sources.reduce((sum, { words }) => sum + words, orphans) || 1;
  const types = (Object.keys(TYPES) as SourceType[])
    .map((type) => ({ type, list: sources.filter((source) => source.type === type) }))
    .map(({ type, list }) => ({ type, list, words: list.reduce((sum, { words }) => sum + words, 0) }))
    .filter(({ list }) => list.length)
    .sort((a, b) => b.words - a.words);
  const widest = Math.max(orphans, ...types.map(({ words }) => words)) || 1;
  const rows = types.map(({ type, list, words }) => {
    const [name, family] = TYPES[type];
    const who = list
      .slice(0, MOST_NAMED)
      .map(({ id, name }, i) => html`${i > 0 && ", "}${linked(name, sourceRow(id))}`);
    const others = list.length - MOST_NAMED;
    return html`<details class="share"><summary><span>${name}</span>${bar(words / widest, family)}<span class="n">${shareText(words, total)}</span></summary><p>${who}${others > 0 && ` and ${counted(others, "other")}`}: ${counted(words, "word")}.</p></details>\n`;
  });
  const nobody =
    orphans > 0 &&
    html`<details class="share"><summary><span>nobody found</span>${bar(orphans / widest, "nobody")}<span class="n">${shareText(orphans, total)}</span></summary><p>Quotations without a speaker: ${counted(orphans, "word")}.</p></details>\n`;
  return html`<div class="shares">${rows}${nobody}</div>`;
}

const MOST_NAMED = 40;
const shareText = (words: number, all: number) => `${((100 * words) / all).toFixed(1)}%`;

/** The name, role and affiliation of a document's source, as the reader says it beside a quotation. */
export const capacityOf = ({ name, role, affiliation, type }: NonNullable<DocumentRecord["sources"]>[number]): string =>
  [role?.text, affiliation?.text].filter((text) => text && text !== name).join(", ") || SINGULAR[type];
