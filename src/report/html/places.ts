import * as Plot from "@observablehq/plot";
import type { CorpusEntity } from "../../corpus/entities.ts";
import { binsOf } from "./calendar.ts";
import { chart, fitted, widthOf } from "./chart.ts";
import type { Evidence } from "./evidence.ts";
import { html, type Markup } from "./markup.ts";
import { firstOf } from "./names.ts";
import { section } from "./parts.ts";
import { shown } from "./shown.ts";

const MOST_PLACES = 12;
/** Articles that get a column each; more are put together by the time of writing. */
const MOST_COLUMNS = 24;

interface Cell {
  readonly place: string;
  readonly column: string;
  readonly n: number;
  readonly href: string;
  readonly title: string;
}

/** Where the news is: the most named places, and how often each article or month names them. */
export function placesSection(evidence: Evidence): Markup {
  const places = evidence.corpus.entities.filter(({ type }) => type === "place").slice(0, MOST_PLACES);
  if (!places.length) return section("places", "Places", html`<p class="none">No places are named.</p>`);
  const isSingle = evidence.digests.length <= MOST_COLUMNS;
  const { columns, cells } = isSingle ? byArticle(evidence, places) : byTime(evidence, places);
  return section(
    "places",
    "Places",
    html`<p class="lead">${isSingle ? "Each column is an article; the larger the disk, the more often it names the place." : "Columns are times of writing; the larger the disk, the more often the place is named then."} Names lead to all mentions.</p>
<figure>${chart("Places", (width) => matrix(places, columns, cells, width, evidence))}</figure>`,
  );
}

/** Two places of one name have two rows. */
const keyOf = ({ id }: CorpusEntity) => id;

function byArticle(evidence: Evidence, places: readonly CorpusEntity[]) {
  const columns = evidence.digests.map(({ number }) => `${number}`);
  const cells = places.flatMap((place) =>
    place.documents.map(({ id, entity }): Cell => {
      const digest = evidence.digest(id);
      const n = digest.mentions.find((one) => one.entity === entity)?.count ?? 0;
      const href = evidence.links.to(id, firstOf(evidence, id, entity)) ?? `#${evidence.entry(place.id)}`;
      const title = shown(`${place.name}, article ${digest.number}: ${n}`);
      return { place: keyOf(place), column: `${digest.number}`, n, href, title };
    }),
  );
  return { columns, cells };
}

function byTime(evidence: Evidence, places: readonly CorpusEntity[]) {
  const days = evidence.digests.flatMap(({ published }) => published.value ?? []).sort();
  const [first, last] = [days[Math.floor(days.length * 0.02)], days[Math.ceil(days.length * 0.98) - 1]];
  const bins = first && last ? binsOf({ first, last }) : [];
  const wide = bins.filter((_, i) => i % Math.ceil(bins.length / MOST_COLUMNS) === 0);
  const names = [...wide.map(({ start }) => start), "no date"];
  const columnOf = (day: string | null) =>
    day === null ? "no date" : (wide.findLast(({ start }) => start <= day)?.start ?? wide[0]?.start ?? "no date");
  const cells = places.flatMap((place) => {
    const counts = new Map<string, number>();
    for (const { id, entity } of place.documents) {
      const { published, mentions } = evidence.digest(id);
      const column = columnOf(published.value);
      counts.set(column, (counts.get(column) ?? 0) + (mentions.find((one) => one.entity === entity)?.count ?? 0));
    }
    return [...counts].map(([column, n]): Cell => {
      const when = column === "no date" ? column : `from ${column}`;
      const title = shown(`${place.name}, ${when}: ${n}`);
      return { place: keyOf(place), column, n, href: `#${evidence.entry(place.id)}`, title };
    });
  });
  const isUsed = (name: string) => name !== "no date" || cells.some(({ column }) => column === name);
  return { columns: names.filter(isUsed), cells };
}

function matrix(
  places: readonly CorpusEntity[],
  columns: readonly string[],
  cells: readonly Cell[],
  width: number,
  { entry }: Evidence,
): Plot.PlotOptions {
  const isPhone = width < 500;
  const ems = isPhone ? 8 : 13;
  const left = 14 + 12 * Math.min(ems, Math.max(...places.map(({ name }) => widthOf(name))));
  const room = Math.min((width - left - 50) / columns.length, 72);
  const every = Math.ceil((columns.length * (columns.some((name) => name.length > 3) ? 54 : 18)) / (width - left - 50));
  const names = new Map(places.map((place) => [keyOf(place), fitted(shown(place.name), ems)]));
  return {
    height: 30 + 26 * places.length,
    marginLeft: left,
    marginRight: Math.max(44, width - left - room * columns.length),
    marginTop: 22,
    marginBottom: 6,
    x: {
      domain: [...columns],
      axis: "top",
      label: null,
      tickSize: 0,
      tickFormat: (name: string, i: number) => (i % every ? "" : monthly(name)),
    },
    y: { domain: places.map(keyOf), axis: null },
    r: { range: [0, Math.min(11, Math.max(4, room / 2))], domain: [0, Math.max(...cells.map(({ n }) => n))] },
    marks: [
      Plot.ruleY(places.map(keyOf), { stroke: "var(--hair)" }),
      Plot.text(places, {
        y: keyOf,
        text: (place) => names.get(keyOf(place)),
        frameAnchor: "left",
        textAnchor: "end",
        dx: -10,
        fontSize: 12,
        href: (place) => `#${entry(place.id)}`,
      }),
      Plot.dot(cells, { x: "column", y: "place", r: "n", fill: "var(--place)", href: "href", title: "title" }),
      Plot.text(places, {
        y: keyOf,
        text: (place) => String(place.mentions),
        frameAnchor: "right",
        textAnchor: "end",
        dx: 40,
        fontSize: 12,
        href: (place) => `#${entry(place.id)}`,
      }),
    ],
  };
}

/** The month of a day, anything else as it is. */
const monthly = (name: string) => (/^\d{4}-\d\d-\d\d$/u.test(name) ? name.slice(0, 7) : name);
