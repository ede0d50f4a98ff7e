import { createHash } from "node:crypto";
import type { CopiesChoice } from "../../choices.ts";
import { Corpus } from "../../corpus/corpus.ts";
import type { DocumentRecord, ErrorRecord } from "../../schema.ts";
import { readTable } from "../../tables.ts";
import { version } from "../../version.ts";
import { copiesSection } from "./copies.ts";
import { diagnosticsSection } from "./diagnostics.ts";
import { eventsSection } from "./events.ts";
import { type Evidence, Gathering } from "./evidence.ts";
import { counted, html, Markup } from "./markup.ts";
import { namesSection } from "./names.ts";
import { networkSection } from "./network.ts";
import { overview } from "./overview.ts";
import { placesSection } from "./places.ts";
import { articleSection } from "./reader.ts";
import { Rules } from "./rules.ts";
import { sourcesSection } from "./sources.ts";
import { timeSection } from "./time.ts";

/** Articles of a page that are open from the beginning, where it has no more. */
const OPEN = 8;

/** The report as one page: fed with records, then asked for its parts. */
export class Page {
  private readonly corpus: Corpus;
  private readonly gathering: Gathering;

  /** `shown`: how many articles the reader has at most; `copies`: which documents of one story are counted. */
  constructor(shown: number, copies: CopiesChoice = "mark") {
    this.corpus = new Corpus(copies);
    this.gathering = new Gathering(this.corpus, shown);
  }

  add(record: DocumentRecord | ErrorRecord): void {
    if (record.type === "document") this.corpus.add(record);
    this.gathering.add(record);
  }

  /** The page, a part at a time. */
  *parts(): Generator<string> {
    const evidence = this.gathering.resolve();
    const rules = new Rules();
    yield head(evidence).text;
    for (const part of [
      overview,
      timeSection,
      sourcesSection,
      eventsSection,
      networkSection,
      placesSection,
      namesSection,
      copiesSection,
    ]) {
      yield part(evidence).text;
    }
    yield readerHead(evidence).text;
    const isOpen = evidence.articles.length <= OPEN;
    for (const article of evidence.articles) yield articleSection(evidence, article, rules, isOpen).text;
    yield `${html`</section>\n${diagnosticsSection(evidence)}${foot(rules)}`}`;
  }
}

const file = (name: string) => Buffer.from(readTable(`report/html/${name}`)).toString("utf8");
const hash = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** Style without comments and line breaks. */
const tight = (style: string) =>
  style
    .replace(/\/\*[^*]*\*\//gu, "")
    .replace(/\s+/gu, " ")
    .replace(/ ?([{};]) ?/gu, "$1")
    .trim();

/** Script without comments and indents. */
const plain = (script: string) =>
  script
    .replace(/^\s*\/[/*].*$/gmu, "")
    .replace(/\n\s*/gu, "\n")
    .trim();

/** Nothing but the page's own style and script may be used, and nothing loaded. */
const policy = (style: string, script: string) =>
  `default-src 'none'; style-src ${hash(style)}; script-src ${hash(script)}; base-uri 'none'; form-action 'none'`;

const SECTIONS: readonly (readonly [string, string])[] = [
  ["time", "Over time"],
  ["sources", "Who is quoted"],
  ["events", "Events"],
  ["network", "Named together"],
  ["places", "Places"],
  ["names", "Names"],
  ["copies", "Copies"],
  ["articles", "Articles"],
  ["diagnostics", "Diagnostics"],
];

function head({ digests }: Evidence): Markup {
  const [style, script] = [tight(file("browser.css")), plain(file("browser.js"))];
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Markup(policy(style, script))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="summits ${version}">
<title>What ${counted(digests.length, "article")} ${digests.length === 1 ? "tells" : "tell"}</title>
<style>${new Markup(style)}</style>
<script type="module">${new Markup(script)}</script>
</head>
<body>
<a class="skip" href="#articles">Skip to the articles</a>
<nav aria-label="Sections"><a class="top" href="#overview">summits</a><ul>${SECTIONS.map(
    ([id, title]) => html`<li><a href="#${id}">${title}</a></li>`,
  )}</ul>${THEME}</nav>
<main>\n`;
}

const THEME = html`<fieldset class="theme"><legend class="hidden">Colours</legend>${["auto", "light", "dark"].map(
  (name, i) =>
    html`<label><input type="radio" name="theme" id="theme-${name}"${i === 0 && new Markup(" checked")}><span>${name}</span></label>`,
)}</fieldset>`;

const LAYERS: readonly (readonly [string, string])[] = [
  ["p", "people"],
  ["o", "organizations"],
  ["l", "places"],
  ["g", "groups"],
  ["t", "dates"],
  ["q", "quotations"],
  ["v", "events"],
];

function readerHead({ articles, digests }: Evidence): Markup {
  const toggle = (id: string, name: string, isOn: boolean) =>
    html`<label class="toggle ${id}"><input type="checkbox" id="show-${id}"${isOn && new Markup(" checked")}><span>${name}</span></label>`;
  return html`<section id="articles" aria-labelledby="articles-h"><h2 id="articles-h">Articles</h2>
${basisNote(articles)}${articles.length < digests.length && html`<p class="note">The first ${articles.length} of ${digests.length}.</p>`}
<div class="layers" role="group" aria-label="What is marked">${LAYERS.map(([id, name]) => toggle(id, name, true))}${toggle("chrome", "boilerplate", true)}${toggle("why", "rules", false)}</div>
${articles.length > OPEN && html`<p><input type="search" id="find" class="find" placeholder="Find an article" aria-label="Find an article by title, outlet or file" hidden></p>\n`}`;
}

function basisNote(articles: Evidence["articles"]): Markup | false {
  const without = articles.filter(({ basis }) => basis !== "raw").length;
  if (!without) return false;
  return html`<p class="note">${counted(without, "record")} came without raw text: marks in the clean paragraphs were found by their words, and those in headlines and captions are missing. <code>extract --text both</code> keeps everything.</p>\n`;
}

const foot = (rules: Rules): Markup => html`<footer>${rules.list()}
<p>Made by summits ${version}. The same articles give the same page; it loads nothing and sends nothing. Names, dates and speakers were found by rules and small models: they err. Each mark tells its rule, and each number leads to its sentences.</p></footer>
</main>
<div id="tip" role="tooltip" hidden></div>
<dialog id="panel" aria-labelledby="panel-h"><form method="dialog"><h2 id="panel-h"></h2><button aria-label="Close">×</button></form><ol></ol></dialog>
</body>
</html>
`;
