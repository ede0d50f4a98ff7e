import * as Plot from "@observablehq/plot";
import type { CorpusEvent } from "../../corpus/events/merge.ts";
import { type Bin, binsOf } from "./calendar.ts";
import { chart } from "./chart.ts";
import type { Digest } from "./digest.ts";
import { listed, placeIn } from "./events.ts";
import type { Evidence } from "./evidence.ts";
import { counted, grouped, html, type Markup } from "./markup.ts";
import { intervalText, more, number, references, section } from "./parts.ts";
import { shown } from "./shown.ts";

/** Dots are drawn of so many events at most, then bars. */
const MOST_DOTS = 160;

export const STATUSES = ["held", "planned", "expected", "denied", "cancelled"] as const;

/** When articles were written, and the days that they tell of, on one calendar. */
export function timeSection(evidence: Evidence): Markup {
  const written = evidence.digests.filter(({ published }) => published.value);
  const told = evidence.corpus.events.filter(({ date }) => date?.earliest && date.latest && spanOf(date) <= LONGEST);
  const window = windowOf([...written.map(dayOf), ...told.map(middleOf)]);
  if (!window) return section("time", "Over time", html`<p class="none">Neither articles nor events have a date.</p>`);
  const bins = binsOf(window);
  const isInside = (day: string) => day >= bins[0]!.start && day < bins.at(-1)!.end;
  const inside = told.filter((event) => isInside(middleOf(event)));
  const coverage = bins.map((bin) => ({ bin, list: written.filter((one) => isWithin(dayOf(one), bin)) }));
  const outside = told.length - inside.length;
  const early = written.length - coverage.reduce((sum, { list }) => sum + list.length, 0);
  return section(
    "time",
    "Over time",
    html`<figure><h3>Days of events</h3>${legend(inside)}
${inside.length > MOST_DOTS ? bars(inside, bins) : dots(inside, bins, evidence)}
<h3>Articles by day of writing</h3>${columns(coverage, bins)}
<figcaption>${[
      counted(inside.length, "event"),
      outside > 0 && `, ${grouped(outside)} earlier or later not drawn`,
      `, ${grouped(evidence.corpus.events.length - told.length)} without an exact date; `,
      counted(written.length - early, "article"),
      early > 0 && `, ${grouped(early)} earlier or later`,
      evidence.digests.length > written.length &&
        `, ${grouped(evidence.digests.length - written.length)} without a date`,
      ". Pale columns: the day of writing is estimated.",
    ]}</figcaption></figure>
${more("Articles by day of writing, as a table", coverageTable(evidence, coverage))}`,
  );
}

// An event "in 2024" is no point in time.
const LONGEST = 45;
const spanOf = ({ earliest, latest }: NonNullable<CorpusEvent["date"]>) => daysOf(latest!) - daysOf(earliest!);
const daysOf = (day: string) => Date.parse(`${day}T00:00:00Z`) / 86_400_000;
const isoOf = (days: number) => new Date(Math.round(days) * 86_400_000).toISOString().slice(0, 10);
const dayOf = ({ published }: Digest) => published.value!;
const middleOf = ({ date }: CorpusEvent) => isoOf((daysOf(date!.earliest!) + daysOf(date!.latest!)) / 2);
const isWithin = (day: string, bin: Bin) => day >= bin.start && day < bin.end;

// What lies apart by more than half of the whole time, and is less than this share of all, is left outside.
const FEW = 0.2;

/** The days between which nearly all of it lies, with some room; null where nothing has a day. */
function windowOf(days: readonly string[]): { first: string; last: string } | null {
  const sorted = days
    .map(daysOf)
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
  if (!sorted.length) return null;
  let kept = sorted.slice(Math.floor(sorted.length * 0.02), Math.ceil(sorted.length * 0.98));
  for (let smaller = withoutFar(kept, sorted.length); smaller; smaller = withoutFar(kept, sorted.length))
    kept = smaller;
  const room = Math.max(5, (kept.at(-1)! - kept[0]!) * 0.03);
  return { first: isoOf(kept[0]! - room), last: isoOf(kept.at(-1)! + room) };
}

/** Sorted days without a few at one end that lie far from the others; null where there are none. */
function withoutFar(days: readonly number[], all: number): number[] | null {
  const gaps = days.slice(1).map((day, i) => day - days[i]!);
  const widest = Math.max(...gaps);
  const at = gaps.indexOf(widest) + 1;
  if (!(widest > (days.at(-1)! - days[0]!) * 0.5) || widest < 60) return null;
  const [before, after] = [days.slice(0, at), days.slice(at)];
  const [smaller, larger] = before.length < after.length ? [before, after] : [after, before];
  return smaller.length <= all * FEW ? larger : null;
}

const legend = (events: readonly CorpusEvent[]) =>
  html`<ul class="legend">${STATUSES.filter((status) => events.some((event) => event.status === status)).map(
    (status) =>
      html`<li><svg class="dot" aria-hidden="true"><circle class="${status}" cx="5" cy="5" r="4.5"/></svg>${status}</li>`,
  )}</ul>`;

const axis = (bins: readonly Bin[], width: number): Plot.PlotOptions => ({
  marginLeft: 28,
  marginRight: 12,
  x: {
    type: "utc",
    domain: [new Date(bins[0]!.start), new Date(bins.at(-1)!.end)],
    ticks: width < 500 ? 4 : 9,
    label: null,
    tickSize: 4,
  },
});

const color = (status: string) => `var(--${status})`;

function dots(events: readonly CorpusEvent[], bins: readonly Bin[], evidence: Evidence): Markup {
  const points = events.map((event) => ({
    day: new Date(middleOf(event)),
    status: event.status,
    href: hrefOf(evidence, event),
    title: shown(titleOf(evidence, event)),
  }));
  return chart("Events by day", (width) => {
    const r = width < 500 ? 3.5 : 4.5;
    return {
      ...axis(bins, width),
      height: 30 + 2 * (r + 0.6) * deepest(points, width, bins, r),
      marginTop: 6,
      marginBottom: 24,
      y: { axis: null },
      marks: [
        Plot.axisX({ ticks: width < 500 ? 4 : 9, tickSize: 4, label: null }),
        Plot.frame({ anchor: "bottom", stroke: "var(--line)" }),
        Plot.dot(
          points,
          Plot.dodgeY({ x: "day", r, padding: 1.2, fill: (d) => color(d.status), href: "href", title: "title" }),
        ),
      ],
    };
  });
}

function hrefOf(evidence: Evidence, { reports }: CorpusEvent): string {
  const { document, anchor } = placeIn(evidence)(reports[0]!);
  return evidence.links.to(document, anchor) ?? "#events";
}

function titleOf({ nameOf }: Evidence, { kind, participants, place, status, date }: CorpusEvent): string {
  const who = listed(participants.map(nameOf));
  const told = [who, kind, place && nameOf(place), status, intervalText(date!.earliest, date!.latest)];
  return told.filter(Boolean).join(", ");
}

/** The most dots that lie above one another: those whose days are less than a dot apart. */
function deepest(points: readonly { day: Date }[], width: number, bins: readonly Bin[], r: number): number {
  const length = Date.parse(bins.at(-1)!.end) - Date.parse(bins[0]!.start);
  const columns = new Map<number, number>();
  for (const { day } of points) {
    const x = ((day.getTime() - Date.parse(bins[0]!.start)) / length) * (width - 40);
    const column = Math.round(x / (2 * r + 1.2));
    columns.set(column, (columns.get(column) ?? 0) + 1);
  }
  const at = (column: number) => columns.get(column) ?? 0;
  return Math.max(
    3,
    ...[...columns.keys()].map((column) => Math.max(at(column), (at(column - 1) + at(column) + at(column + 1)) / 1.6)),
  );
}

function bars(events: readonly CorpusEvent[], bins: readonly Bin[]): Markup {
  const rows = bins.flatMap((bin) =>
    STATUSES.map((status) => {
      const n = events.filter((event) => event.status === status && isWithin(middleOf(event), bin)).length;
      return { ...dates(bin), n, fill: color(status), href: "#events", title: `${n} ${status}, ${bin.name}` };
    }),
  );
  return chart("Events by day", (width) => ({
    ...axis(bins, width),
    height: 150,
    y: { ticks: 3, label: null, tickFormat: "d" },
    marks: stacked(rows),
  }));
}

/** A part of a bar: `n` high, of one colour. */
interface Part extends ReturnType<typeof dates> {
  readonly n: number;
  readonly fill: string;
  readonly href: string;
  readonly title: string;
}

const stacked = (parts: readonly Part[]): Plot.Markish[] => [
  Plot.rectY(
    parts.filter(({ n }) => n > 0),
    Plot.stackY({
      x1: "from",
      x2: "to",
      y: "n",
      fill: "fill",
      href: "href",
      title: "title",
      insetLeft: 0.5,
      insetRight: 0.5,
    }),
  ),
  Plot.ruleY([0], { stroke: "var(--line)" }),
];

const dates = ({ start, end }: Bin) => ({ from: new Date(start), to: new Date(end) });

type Coverage = readonly { readonly bin: Bin; readonly list: readonly Digest[] }[];

function columns(coverage: Coverage, bins: readonly Bin[]): Markup {
  const rows = coverage.flatMap(({ bin, list }) => {
    const certain = list.filter(({ published }) => published.confidence >= 0.9).length;
    const parts = [
      { n: certain, fill: "var(--ink-2)" },
      { n: list.length - certain, fill: "var(--pale)" },
    ];
    const title = `${counted(list.length, "article")}, ${bin.name}`;
    return parts.map((part) => ({ ...dates(bin), ...part, href: `#c${bin.start}`, title }));
  });
  const most = Math.max(1, ...coverage.map(({ list }) => list.length));
  return chart("Articles by day of writing", (width) => ({
    ...axis(bins, width),
    height: most < 4 ? 84 : 120,
    marginTop: 8,
    marginBottom: 24,
    y: { ticks: Math.min(3, most), label: null, tickFormat: "d", domain: [0, most], tickSize: 0 },
    marks: stacked(rows),
  }));
}

function coverageTable(evidence: Evidence, coverage: Coverage): Markup {
  const rows = coverage
    .filter(({ list }) => list.length)
    .map(({ bin, list }) => {
      const places = list.map(({ id }) => ({ document: id, anchor: "" }));
      return html`<tr id="c${bin.start}"><th scope="row">${bin.name}</th><td>${number(list.length, `c${bin.start}`)}</td><td>${references(evidence, places)}</td></tr>\n`;
    });
  return html`<table><thead><tr><th scope="col">written</th><th scope="col">articles</th><th scope="col">which</th></tr></thead><tbody>${rows}</tbody></table>`;
}
