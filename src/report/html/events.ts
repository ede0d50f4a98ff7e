import type { CorpusEvent } from "../../corpus/events/merge.ts";
import type { Evidence } from "./evidence.ts";
import { counted, grouped, html, type Markup } from "./markup.ts";
import { intervalText, more, number, omitted, type Place, references, section } from "./parts.ts";

const SEEN = 20;
const MOST_ROWS = 400;

type Event = CorpusEvent;

/** The events in the order of the calendar, each with the sentences that tell of it. */
export function eventsSection(evidence: Evidence): Markup {
  const events = evidence.corpus.events;
  if (!events.length) {
    return section("events", "Events", html`<p class="none">No visit, meeting or other event is told of.</p>`);
  }
  const ranked = [...events.keys()].sort((a, b) => weight(events[b]!) - weight(events[a]!) || a - b);
  const [seen, rest] = [ranked.slice(0, SEEN), ranked.slice(SEEN, MOST_ROWS)];
  const table = (rows: readonly number[], isTold: boolean) =>
    html`<table class="events"><thead>${HEAD}</thead><tbody>${rows
      .toSorted((a, b) => a - b)
      .map((i) => row(evidence, events[i]!, `v${i + 1}`, isTold))}</tbody></table>`;
  const left = events.length - seen.length - rest.length;
  return section(
    "events",
    "Events",
    html`<p class="lead">${rest.length > 0 && "Those that most articles tell of, "}${rest.length > 0 ? "in" : "In"} the order of the calendar; one event is one row, however many tell of it.</p>`,
    table(seen, true),
    rest.length > 0 && more(`${grouped(rest.length)} more events`, table(rest, false)),
    omitted(left > 0 && `${counted(left, "event")} of one report left out here; they are marked in the articles.`),
  );
}

/** Events of many documents first, then those whose day and people are known. */
const weight = ({ documents, reports, date, participants }: Event) =>
  1000 * documents.length + 10 * reports.length + (date ? 3 : 0) + Math.min(2, participants.length);

const HEAD = html`<tr><th scope="col">when</th><th scope="col">what</th><th scope="col">reports</th></tr>`;

function row(evidence: Evidence, event: Event, id: string, isTold: boolean): Markup {
  const { kind, participants, place, date, status, reports } = event;
  const { nameOf } = evidence;
  const names = listed(participants.map(nameOf));
  return html`<tr id="${id}"><td>${intervalText(date?.earliest ?? null, date?.latest ?? null)}</td><th scope="row"><b>${names || kind}</b>${names && html` <span class="kind">${kind}</span>`}${place && html` <span class="where">${nameOf(place)}</span>`} <span class="status ${status}">${course(event)}</span>${isTold && sentence(evidence, event)}${differences(evidence, event)}${references(evidence, reports.map(placeIn(evidence)))}</th><td>${number(reports.length, id)}</td></tr>\n`;
}

/** Where a report of an event stands. */
export const placeIn =
  ({ digest }: Evidence) =>
  ({ document, event }: Event["reports"][number]): Place => ({
    document,
    anchor: `v${digest(document).triggers[event]}`,
  });

/** "expected, planned, held": what was said of it one after the other. */
const course = ({ history }: Event) => history.map(({ status }) => status).join(" → ");

const LONGEST = 280;

/** The first sentence that tells of an event, where the page has its article. */
function sentence({ articles, digest }: Evidence, { reports }: Event): Markup | false {
  for (const { document, event } of reports) {
    const article = articles[digest(document).number - 1];
    const span = article?.record.events?.[event]?.sentence;
    const text = span && article?.textOf(span)?.replace(/\s+/gu, " ").trim();
    if (text)
      return html`<q>${text.length > LONGEST ? `${text.slice(0, LONGEST).replace(/\s\S*$/u, "")} …` : text}</q>`;
  }
  return false;
}

/** What the reports tell differently, side by side. */
function differences({ nameOf, digest }: Evidence, { differs }: Event): Markup | false {
  const told = differs.flatMap(({ field, values }) => {
    if (field === "kind") return [];
    const sides = values.slice(0, 4).map(({ value, said, documents }) => {
      const meant = field === "date" ? daysOf(value) : value.split(" ").map(nameOf).join(", ");
      const words = said.length > 0 && ` “${said.slice(0, 3).join("”, “")}”`;
      const numbers = documents.map((document) => digest(document).number);
      return `${meant}${words || ""} (${numbers.slice(0, 6).join(", ")}${numbers.length > 6 ? " …" : ""})`;
    });
    return [html`<li>${NAMES[field]}: ${sides.join("; ")}</li>`];
  });
  return told.length > 0 && html`<ul class="differs">${told}</ul>`;
}

const NAMES = { participants: "who", place: "where", date: "when" };
const daysOf = (interval: string) => {
  const [earliest = "", latest = earliest] = interval.split("/").map((day) => day.replace("..", ""));
  return intervalText(earliest || null, latest || null);
};

const MOST_NAMED = 8;

/** "Ann Lee, Bob Roe and 990 others". */
export function listed(names: readonly string[]): string {
  const rest = names.length - MOST_NAMED;
  return rest > 0 ? `${names.slice(0, MOST_NAMED).join(", ")} and ${counted(rest, "other")}` : names.join(", ");
}
