import type { Document, Has, MetaStatement, Stated } from "../document.ts";
import { OWN_OUTLET, type OwnLists } from "../lexicon/own.ts";
import { findAuthors } from "./authors.ts";
import { findTitle } from "./title.ts";

/** Headline, authors, outlet, section and address, from the markup and the labelled text. */
export function findMetadata(
  doc: Has<"blocks" | "markup">,
  own: OwnLists | null = null,
): Pick<Document, "headline" | "bylines" | "candidates" | "outlet" | "section" | "url"> {
  const outlet = findOutlet(doc, own?.outlets ?? []);
  const { headline, candidates: headlines } = findTitle(doc, outlet?.text ?? null);
  const { bylines, candidates: places } = findAuthors(doc);
  return {
    headline,
    bylines,
    candidates: { headline: headlines, bylines: places },
    outlet,
    section: findSection(doc),
    url: findUrl(doc),
  };
}

const SITE_ORIGINS = [
  "record-outlet",
  "front-matter-site",
  "meta-og-site-name",
  "json-ld-publisher",
  "meta-application-name",
  "meta-dc-publisher",
  "meta-citation-journal-title",
];

const first = (statements: readonly MetaStatement[], field: MetaStatement["field"], origins: readonly string[]) =>
  origins.flatMap((origin) => statements.filter((each) => each.field === field && each.origin === origin))[0];

const OWNER =
  /^(?:(?:copyright|©|\(c\))\s*){1,3}(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?[,.]?\s*)(?<owner>\p{Lu}[\p{L}\p{N}&'’. -]{2,50}?)(?=[.,|\n]|\s+(?:all|inc|ltd|llc)\b|$)/iu;

// "© 2024 All rights reserved": what follows the year may be the notice itself.
const NO_OWNER =
  /^(?:all|some|no)? ?rights?\b|^(?:copyright|reserved|terms|privacy|cookies?|powered|designed|developed|hosted|made|built|theme|website|web ?site|contact|about|site ?map|subscribe|sign|log|unauthori[sz]ed|reproduction|no part|the content|content|material|version|protected)\b/iu;

/** The paper or site: as the record or the markup names it, else the owner in the notice at the foot of the page. */
function findOutlet(doc: Has<"blocks" | "markup">, outlets: readonly string[]): Stated | null {
  const said = first(doc.markup?.statements ?? [], "site", SITE_ORIGINS);
  if (said) return { text: said.value, rule: said.origin };
  const listed = listedOutlet(doc, outlets);
  if (listed) return listed;
  for (const block of doc.blocks) {
    if (block.rule !== "legal-notice") continue;
    const text = doc.raw.slice(block.start, block.end);
    const from = text.search(/\S/u);
    const owner = OWNER.exec(text.slice(from, from + 200))?.groups?.owner?.trim();
    if (!owner || NO_OWNER.test(owner)) continue;
    const start = block.start + text.indexOf(owner);
    return { text: owner, span: { start, end: start + owner.length }, rule: "copyright-owner" };
  }
  return null;
}

/** The first outlet of the user's list that stands around the article, not in its prose. */
function listedOutlet(doc: Has<"blocks">, outlets: readonly string[]): Stated | null {
  for (const { role, start, end } of outlets.length ? doc.blocks : []) {
    if (role === "paragraph" || role === "blockquote" || role === "list-item") continue;
    const text = doc.raw.slice(start, end);
    for (const name of outlets) {
      const at = text.indexOf(name);
      if (at < 0 || /[\p{L}\p{N}]/u.test((text[at - 1] ?? "") + (text[at + name.length] ?? ""))) continue;
      return { text: name, span: { start: start + at, end: start + at + name.length }, rule: OWN_OUTLET };
    }
  }
  return null;
}

/** The section: as the markup names it, else the last step of the breadcrumb before the headline. */
function findSection(doc: Has<"blocks" | "markup">): Stated | null {
  const said = first(doc.markup?.statements ?? [], "section", [
    "front-matter-section",
    "meta-article-section",
    "json-ld-article",
    "meta-parsely-section",
    "meta-section",
  ]);
  if (said) return { text: said.value, rule: said.origin };
  const trail = doc.blocks.find(({ rule }) => rule === "breadcrumb");
  if (!trail) return null;
  const steps = [
    ...doc.raw.slice(trail.start, trail.end).matchAll(/(?<=[>»›→|]\s?)[\p{L}\p{N}&'’ -]{2,30}(?=\s?[>»›→|])/gu),
  ];
  const step = steps.at(-1);
  const text = step?.[0].trim();
  if (!step || !text) return null;
  const start = trail.start + step.index + step[0].indexOf(text);
  return { text, span: { start, end: start + text.length }, rule: "breadcrumb" };
}

/** The canonical address: as the record or the markup states it. */
function findUrl({ markup }: Has<"markup">): Stated | null {
  const all = (markup?.statements ?? []).filter(
    ({ field, value }) => field === "url" && /^https?:\/\/\S+$/iu.test(value),
  );
  const said = all.find(({ origin }) => /^(?:record|front-matter|link)-/u.test(origin)) ?? all[0];
  return said ? { text: said.value, rule: said.origin } : null;
}
