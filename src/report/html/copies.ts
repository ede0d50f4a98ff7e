import type { Evidence } from "./evidence.ts";
import { counted, html, type Markup } from "./markup.ts";
import { dayText, omitted, references, section } from "./parts.ts";

const MOST_STORIES = 100;

/** Documents that carry the same story, and how far they differ. */
export function copiesSection(evidence: Evidence): Markup {
  const { copies, leftOut } = evidence.corpus;
  if (!copies.length)
    return section("copies", "Copies", html`<p class="none">No two articles carry the same story.</p>`);
  const stories = copies.slice(0, MOST_STORIES).map((story) => row(evidence, story));
  const left = copies.length - stories.length;
  return section(
    "copies",
    "Copies",
    html`<p class="lead">Articles that carry the same story, compared with the first of them. ${leftOut.size > 0 ? "Only the first is counted." : "All are counted."}</p>
<ul class="stories">${stories}</ul>`,
    omitted(left > 0 && `${counted(left, "more story", "more stories")} left out here.`),
  );
}

type Story = Evidence["corpus"]["copies"][number];

function row(evidence: Evidence, { first, documents }: Story): Markup {
  const others = documents.filter(({ id }) => id !== first).slice(0, MOST_STORIES);
  const articles = others.map(({ id, published, similarity, only, lacks }) => {
    const differs = [
      published && dayText(published),
      `${Math.round(100 * similarity)}% the same`,
      only.length > 0 && `${counted(only.length, "sentence")} more`,
      lacks.length > 0 && `${counted(lacks.length, "sentence")} less`,
    ];
    return html`<li>${article(evidence, id)} <small>${differs.filter(Boolean).join(", ")}</small></li>\n`;
  });
  return html`<li><b>${article(evidence, first)}</b><ul>${articles}</ul></li>\n`;
}

function article(evidence: Evidence, id: string): Markup {
  return html`${evidence.digest(id).title}${references(evidence, [{ document: id, anchor: "" }])}`;
}
