import type { CorpusEntity } from "../../corpus/entities.ts";
import type { EntityType } from "../../document.ts";
import { type Evidence, entriesOf } from "./evidence.ts";
import { counted, grouped, html, type Markup } from "./markup.ts";
import { more, number, omitted, references, section } from "./parts.ts";

const TYPES: readonly (readonly [EntityType, string])[] = [
  ["person", "People"],
  ["organization", "Organizations"],
  ["place", "Places"],
  ["group", "Groups"],
  ["event", "Named events"],
];

const SEEN = 40;
const MOST_VARIANTS = 6;

/** The index of names, as at the end of a book: spellings, mentions, and where each article first names it. */
export function namesSection(evidence: Evidence): Markup {
  const entries = entriesOf(evidence);
  const left = evidence.corpus.entities.length - entries.length;
  const lists = TYPES.map(([type, title]) => {
    const rows = entries.filter(({ entity }) => entity.type === type).map((one) => entry(evidence, one));
    if (!rows.length) return "";
    const [seen, rest] = [rows.slice(0, SEEN), rows.slice(SEEN)];
    return html`<h3>${title}</h3><ul class="index ${type}">${seen}</ul>
${rest.length > 0 && more(`${grouped(rest.length)} more ${title.toLowerCase()}`, html`<ul class="index ${type}">${rest}</ul>`)}`;
  });
  return section(
    "names",
    "Names",
    html`<p class="lead">Every spelling of a name is counted as one. Small numbers are articles; they lead to the first mention there.</p>`,
    entries.length ? lists : html`<p class="none">No names.</p>`,
    omitted(left > 0 && `${counted(left, "name")} with fewer mentions left out here; they are marked in the articles.`),
  );
}

function entry(evidence: Evidence, { id, entity }: { id: string; entity: CorpusEntity }): Markup {
  const { name, variants, mentions, documents } = entity;
  const others = variants.map(({ text }) => text).filter((text) => text !== name);
  const also = others.slice(0, MOST_VARIANTS).join(", ") + (others.length > MOST_VARIANTS ? " …" : "");
  const places = documents.map(({ id, entity }) => ({ document: id, anchor: firstOf(evidence, id, entity) }));
  return html`<li id="${id}"><b>${name}</b> ${number(mentions, id)}${also && html` <small>${also}</small>`}${references(evidence, places)}</li>\n`;
}

/** The anchor of the first mention of an entity in a document. */
export const firstOf = ({ digest }: Evidence, document: string, entity: string): string =>
  `${digest(document).mentions.find((one) => one.entity === entity)?.first ?? ""}`;
