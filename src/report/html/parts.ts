import type { Evidence } from "./evidence.ts";
import { type Content, grouped, html, type Markup } from "./markup.ts";

/** A section of the page with its heading. */
export const section = (id: string, title: string, ...content: readonly Content[]): Markup =>
  html`<section id="${id}" aria-labelledby="${id}-h"><h2 id="${id}-h">${title}</h2>\n${content}</section>\n`;

/** A number that leads to what is behind it. */
export const number = (n: number, target: string | null): Markup =>
  target ? html`<a class="n" href="#${target}">${grouped(n)}</a>` : html`<span class="n">${grouped(n)}</span>`;

/** Links that a number is followed by. */
export const MOST_REFERENCES = 12;

/** A marked span of a document. */
export interface Place {
  readonly document: string;
  readonly anchor: string;
}

/** Where something is said: a link for each of the first places, named by the number of its article. */
export function references({ links, digest }: Evidence, places: readonly Place[], all = places.length): Markup {
  const listed = places
    .filter(({ document }) => links.toArticle(document))
    .slice(0, MOST_REFERENCES)
    .map(({ document, anchor }) => html` <a href="${links.to(document, anchor)}">${digest(document).number}</a>`);
  const more = all - listed.length;
  return html`<span class="refs">${listed}${more > 0 && html` <i>+${grouped(more)}</i>`}</span>`;
}

/** A bar of a share of the widest, 0 to 1. */
export const bar = (share: number, kind: string): Markup =>
  html`<svg class="bar" aria-hidden="true"><rect class="${kind}" width="${percent(share)}%" height="100%"/></svg>`;

const percent = (share: number) => Math.max(0.6, Math.round(1000 * share) / 10);

/** What a list leaves out, told below it. */
export const omitted = (text: string | false): Markup | false => text !== false && html`<p class="omitted">${text}</p>`;

/** Rows behind a line that opens them. */
export const more = (summary: string, ...content: readonly Content[]): Markup =>
  html`<details class="more"><summary>${summary}</summary>\n${content}</details>\n`;

const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** "18 Jun 2024" of an ISO 8601 day; whatever else it is given as it is. */
export function dayText(day: string): string {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/u.exec(day) ?? [];
  return year ? `${Number(date)} ${MONTHS[Number(month) - 1]} ${year}` : day;
}

/** A calendar interval in words: "18–19 Jun 2024", "Jun 2024", "from 1 May 2024". */
export function intervalText(earliest: string | null, latest: string | null): string {
  if (!earliest || !latest) {
    return earliest ? `from ${dayText(earliest)}` : latest ? `until ${dayText(latest)}` : "no day told";
  }
  if (earliest === latest) return dayText(earliest);
  if (earliest.endsWith("-01-01") && latest === `${earliest.slice(0, 4)}-12-31`) return earliest.slice(0, 4);
  if (earliest.slice(0, 7) !== latest.slice(0, 7)) return `${dayText(earliest)} – ${dayText(latest)}`;
  if (earliest.endsWith("-01") && Number(latest.slice(8)) >= 28) return dayText(earliest).slice(2);
  return `${Number(earliest.slice(8))}–${dayText(latest)}`;
}
