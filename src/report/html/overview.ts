import type { Evidence } from "./evidence.ts";
import { counted, grouped, html, type Markup } from "./markup.ts";
import { dayText } from "./parts.ts";

/** The figures that a reader wants first, each leading to where it comes from. */
export function overview({ digests, articles, corpus, errors }: Evidence): Markup {
  const of = (type: string) => corpus.entities.filter((entity) => entity.type === type).length;
  const quotes = digests.reduce((sum, digest) => sum + digest.quotes, 0);
  const figures: readonly (readonly [number, string, string])[] = [
    [digests.length, "articles", "articles"],
    [digests.reduce((sum, { words }) => sum + (words ?? 0), 0), "words", "articles"],
    [quotes, "quotations", "sources"],
    [corpus.sources.length, "sources", "sources"],
    [corpus.sources.filter(({ isExpert }) => isExpert).length, "experts", "experts"],
    [corpus.events.length, "events", "events"],
    [of("person"), "people", "names"],
    [of("organization"), "organizations", "names"],
    [of("place"), "places", "places"],
  ];
  return html`<header id="overview">
<p class="kicker">Summits report</p>
<h1>What ${counted(digests.length, "article")} ${digests.length === 1 ? "tells" : "tell"}</h1>
<p class="dek">${dek(digests)}</p>
<ul class="figures">${figures.map(
    ([n, label, target]) => html`<li><a href="#${target}"><b>${grouped(n)}</b> ${label}</a></li>`,
  )}</ul>
${articles.length < digests.length && html`<p class="note">The reader below shows the first ${grouped(articles.length)} articles. All ${grouped(digests.length)} are counted; sentences of the others have no link. <code>--articles N</code> shows more or fewer.</p>`}
${errors.length > 0 && html`<p class="note"><a href="#diagnostics">${counted(errors.length, "input")} could not be read.</a></p>`}
</header>\n`;
}

/** When and where the articles were published, as far as they say. */
function dek(digests: Evidence["digests"]): string {
  const days = digests.flatMap(({ published }) => published.value ?? []).sort();
  const outlets = [...new Set(digests.flatMap(({ outlet }) => outlet ?? []))];
  const [first, last] = [days[0], days.at(-1)];
  const when = first && last && (first === last ? `Of ${dayText(first)}` : `Of ${dayText(first)} to ${dayText(last)}`);
  const undated = digests.length - days.length;
  const who =
    outlets.length > 4
      ? `${outlets.slice(0, 3).join(", ")} and ${outlets.length - 3} other outlets`
      : outlets.join(", ");
  const told = [when, undated > 0 && days.length > 0 && `${grouped(undated)} without a date`, who && `from ${who}`];
  return `${told.filter(Boolean).join(", ") || "No dates and no outlets are told"}.`;
}
