import type { CorpusEntity } from "../../corpus/entities.ts";
import { fitted, widthOf } from "./chart.ts";
import type { Evidence } from "./evidence.ts";
import { type Edge, layOut, type Node } from "./layout.ts";
import { counted, html, type Markup } from "./markup.ts";
import { pairsOf, type Together } from "./pairs.ts";
import { more, number, omitted, references, section } from "./parts.ts";

const LABEL = 12;
const MOST_ROWS = 24;

/** Who is named in one sentence with whom, as a network and as a table. */
export function networkSection(evidence: Evidence): Markup {
  const pairs = pairsOf(evidence);
  if (!pairs.length)
    return section("network", "Named together", html`<p class="none">No two names share a sentence.</p>`);
  const rows = pairs.slice(0, MOST_ROWS).map((pair, i) => pairRow(evidence, pair, `p${i + 1}`));
  const table = html`<table class="pairs"><thead><tr><th scope="col">names</th><th scope="col">sentences</th></tr></thead><tbody>${rows}</tbody></table>`;
  const left = pairs.length - rows.length;
  return section(
    "network",
    "Named together",
    html`<p class="lead">A line joins two names that sentences have in common; the thicker, the more sentences.</p>
<figure>${LEGEND}${drawn(evidence, pairs, 860, 30, "desk")}${drawn(evidence, pairs, 344, 14, "phone")}</figure>`,
    more(
      "The pairs, with their sentences",
      table,
      omitted(left > 0 && `${counted(left, "pair")} with fewer sentences left out.`),
    ),
  );
}

const LEGEND = html`<ul class="legend">${["person", "organization", "place"].map(
  (type) =>
    html`<li><svg class="dot" aria-hidden="true"><circle class="${type}" cx="5" cy="5" r="4.5"/></svg>${type}</li>`,
)}</ul>`;

function pairRow(evidence: Evidence, { a, b, count, places }: Together, id: string): Markup {
  return html`<tr id="${id}"><th scope="row"><b>${name(evidence, a)}</b> and <b>${name(evidence, b)}</b>${references(evidence, places, count)}</th><td>${number(count, id)}</td></tr>\n`;
}

function name({ entry }: Evidence, { id, name }: CorpusEntity): Markup {
  const target = entry(id);
  return target ? html`<a href="#${target}">${name}</a>` : html`${name}`;
}

function drawn(evidence: Evidence, pairs: readonly Together[], width: number, most: number, size: string): Markup {
  const entities = central(pairs, most);
  const loudest = Math.max(...[...entities.values()].map(({ mentions }) => mentions));
  const inside = pairs.filter(({ a, b }) => entities.has(a.id) && entities.has(b.id));
  const edges = strongest(inside);
  const nodes = [...entities.values()].map((entity) => nodeOf(entity, loudest, width));
  const { at, height } = layOut(nodes, edges, width);
  const boxes = new Map(nodes.map((node) => [node.id, node]));
  const point = (id: string) => `${at.get(id)!.x} ${diskY(at.get(id)!.y, boxes.get(id)!)}`;
  const disks = nodes.map((node) => {
    const { name, type, id } = entities.get(node.id)!;
    const { x, y } = at.get(node.id)!;
    const y1 = diskY(y, node);
    const drawing = html`<circle class="${type}" cx="${x}" cy="${y1}" r="${node.radius}"/><text x="${x}" y="${Math.round((y1 + node.radius + LABEL) * 10) / 10}">${fitted(name, longest(width))}</text>`;
    const target = evidence.entry(id);
    return target ? html`<a href="#${target}">${drawing}</a>\n` : html`<g>${drawing}</g>\n`;
  });
  return html`<svg class="network ${size}" viewBox="0 0 ${width} ${height}" role="group" aria-label="Network of names"><g class="edges">${lines(edges, point)}</g>\n${disks}</svg>\n`;
}

/** A path for all lines of one thickness. */
function lines(edges: readonly Edge[], point: (id: string) => string): Markup[] {
  const paths = new Map<number, string>();
  for (const { a, b, strength } of edges) {
    const thickness = Math.ceil(strength * 6);
    paths.set(thickness, `${paths.get(thickness) ?? ""}M${point(a)}L${point(b)}`);
  }
  return [...paths].map(([thickness, path]) => html`<path stroke-width="${thickness}" d="${path}"/>`);
}

const longest = (width: number) => (width < 500 ? 10 : 16);
const diskY = (y: number, { height, radius }: Node) => Math.round((y - height / 2 + radius) * 10) / 10;

function nodeOf({ id, name, mentions }: CorpusEntity, loudest: number, width: number): Node {
  const radius = Math.round((3.5 + (width < 500 ? 7 : 11) * Math.sqrt(mentions / loudest)) * 10) / 10;
  const label = widthOf(fitted(name, longest(width))) * LABEL;
  return { id, radius, width: Math.max(2 * radius, label), height: 2 * radius + LABEL + 4 };
}

/** The entities of the strongest pairs. */
function central(pairs: readonly Together[], most: number): ReadonlyMap<string, CorpusEntity> {
  const chosen = new Map<string, CorpusEntity>();
  for (const { a, b } of pairs) {
    const added = Number(!chosen.has(a.id)) + Number(!chosen.has(b.id));
    if (chosen.size + added <= most) chosen.set(a.id, a).set(b.id, b);
  }
  return chosen;
}

const EACH = 3;

/** The strongest lines of each node: all of them would be a knot. */
function strongest(pairs: readonly Together[]): Edge[] {
  const drawn = new Map<string, number>();
  const most = pairs[0]!.count;
  return pairs.flatMap(({ a, b, count }) => {
    const [ofA, ofB] = [drawn.get(a.id) ?? 0, drawn.get(b.id) ?? 0];
    if (ofA >= EACH && ofB >= EACH) return [];
    drawn.set(a.id, ofA + 1).set(b.id, ofB + 1);
    return [{ a: a.id, b: b.id, strength: count / most }];
  });
}
