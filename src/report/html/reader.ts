import type { Article, Passage, Piece } from "./article.ts";
import type { Evidence } from "./evidence.ts";
import type { Mark, MarkKind } from "./marks.ts";
import { counted, grouped, html, Markup } from "./markup.ts";
import { dayText, intervalText } from "./parts.ts";
import type { Rules } from "./rules.ts";
import { capacityOf } from "./sources.ts";

/** Class of each kind of mark; short, for there are many. */
export const CLASSES: Readonly<Record<MarkKind, string>> = {
  person: "p",
  organization: "o",
  place: "l",
  group: "g",
  event: "x",
  date: "t",
  quote: "q",
  cue: "c",
  capacity: "r",
  trigger: "v",
};

const NAMES: ReadonlySet<MarkKind> = new Set(["person", "organization", "place", "group", "event"]);
/** Characters of a run of boilerplate that is folded, and that is shown at all. */
const FOLDED = 300;
const LONGEST_CHROME = 1500;

/** One article with everything that was found in it. */
export function articleSection(evidence: Evidence, article: Article, rules: Rules, isOpen: boolean): Markup {
  const { number, record } = article;
  const digest = evidence.digest(record.id);
  // Later mentions lead to the first one, which must know of it before it is written.
  for (const { entity, first } of digest.mentions) {
    if (!evidence.entry(evidence.corpus.idOf(record.id, entity))) evidence.links.to(record.id, `${first}`);
  }
  return html`<article id="d${number}" aria-labelledby="d${number}-h"><details${isOpen && new Markup(" open")}><summary><span class="no">${number}</span><h3 id="d${number}-h">${digest.title}</h3><p class="about">${about(evidence, article)}</p></summary>
<div class="text">${[...body(evidence, article, rules)]}</div></details></article>\n`;
}

function about({ digest }: Evidence, { record }: Article): Markup {
  const { outlet, published, words, quotes } = digest(record.id);
  const { value, earliest, latest, confidence } = published;
  const day = value ? `${confidence < 0.9 ? "about " : ""}${dayText(value)}` : intervalText(earliest, latest);
  const figures = [words !== null && counted(words, "word"), quotes > 0 && counted(quotes, "quotation")].filter(
    Boolean,
  );
  const by = record.bylines
    .map(({ name }) => name)
    .slice(0, 3)
    .join(", ");
  const told = [outlet, by && `by ${by}`, value || earliest || latest ? day : "no date", ...figures]
    .filter(Boolean)
    .join(" · ");
  return html`${told} <span class="file">${record.source.path}${record.source.line !== undefined && `:${record.source.line}`}</span>${original(record.meta.url)}`;
}

/** A link to the page that an article came from, where its record names one of the web. */
function original(url: unknown): Markup | false {
  const parsed = typeof url === "string" && URL.canParse(url) ? new URL(url) : null;
  if (!parsed || !/^https?:$/u.test(parsed.protocol)) return false;
  return html` <a class="original" href="${parsed.href}" rel="noopener noreferrer nofollow">original</a>`;
}

function* body(evidence: Evidence, article: Article, rules: Rules): Generator<Markup> {
  if (article.basis === "none") yield* quotesOnly(evidence, article);
  const { passages, pieces } = article;
  for (let i = 0; i < passages.length; i++) {
    const passage = passages[i]!;
    if (passage.isChrome) {
      const next = passages.findIndex((one, j) => j > i && !one.isChrome);
      yield chrome(article, passages.slice(i, next < 0 ? undefined : next));
      i = (next < 0 ? passages.length : next) - 1;
      continue;
    }
    const opens = passage.role === "dateline" && passages[i + 1]?.role === "paragraph";
    const text = marked(evidence, article, passage, pieces[i]!, rules);
    if (!opens) yield paragraph(passage, text);
    else {
      const rest = marked(evidence, article, passages[++i]!, pieces[i]!, rules);
      yield paragraph(passages[i]!, html`<span class="dateline">${text}</span> ${rest}`);
    }
  }
  if (article.cut)
    yield html`<p class="omitted">${counted(article.cut, "more character")} of this article left out.</p>\n`;
}

const paragraph = ({ role, rule }: Passage, text: Markup): Markup =>
  html`<p class="${role}"${rule !== "" && html` data-w="${rule}"`}>${text}</p>\n`;

/** What isn't the article: greyed, and folded where it is long. */
function chrome({ text }: Article, passages: readonly Passage[]): Markup {
  const whole = text
    .slice(passages[0]!.start, passages.at(-1)!.end)
    .replace(/\s*\n\s*/gu, "\n")
    .trim();
  if (!whole) return html``;
  const left = whole.length - LONGEST_CHROME;
  const shown = html`<p class="chrome">${whole.slice(0, LONGEST_CHROME)}${left > 0 && ` … and ${counted(left, "more character")}`}</p>`;
  if (whole.length <= FOLDED) return html`${shown}\n`;
  const lines = whole.split("\n").length;
  return html`<details class="fold"><summary>not the article: ${counted(lines, "line")}</summary>${shown}</details>\n`;
}

/** The text of a passage with its marks, which may stand in one another but never cross. */
function marked(
  evidence: Evidence,
  article: Article,
  passage: Passage,
  pieces: readonly Piece[],
  rules: Rules,
): Markup {
  const out: Markup[] = [];
  const open: { end: number; close: Markup; isLink: boolean }[] = [];
  let at = passage.start;
  const write = (to: number) => {
    if (to > at) out.push(html`${article.text.slice(at, to)}`);
    at = Math.max(at, to);
  };
  const close = (to: number) => {
    while (open.length && open.at(-1)!.end <= to) {
      write(open.at(-1)!.end);
      out.push(open.pop()!.close);
    }
  };
  for (const piece of pieces) {
    close(piece.start);
    write(piece.start);
    const end = Math.min(piece.end, open.at(-1)?.end ?? passage.end);
    const tags = tagsOf(evidence, article, piece, rules);
    // Links don't stand in links: of a mark inside one only the place is kept, for what leads there.
    const isHidden = open.at(-1)?.isLink ?? false;
    out.push(isHidden ? tags.place : tags.open);
    if (!isHidden) open.push({ end, close: tags.close, isLink: NAMES.has(piece.kind) });
  }
  close(passage.end);
  return new Markup(out.join(""));
}

function tagsOf(evidence: Evidence, article: Article, mark: Piece, rules: Rules) {
  const { kind, anchor, begins, value, rule } = mark;
  const id = `d${article.number}-${anchor}`;
  const at = begins && evidence.links.take(id) ? html` id="${id}"` : "";
  const place = at ? html`<span${at}></span>` : html``;
  const why = html` data-r=${rules.number(rule, kind)}`;
  const says = value !== null && html` data-v="${value}"`;
  if (NAMES.has(kind)) {
    const { href, name } = entryOf(evidence, article, mark);
    const full = name && html` data-v="${name}"`;
    return { place, open: html`<a class=${CLASSES[kind]}${at} href="${href}"${full}${why}>`, close: html`</a>` };
  }
  if (kind === "quote") {
    const by = mark.isLast && mark.ends && speaker(evidence, article, mark.id!);
    return { place, open: html`<span class=q${at}${says}${why}>`, close: html`</span>${by}` };
  }
  const focus = (kind === "date" || kind === "trigger") && new Markup(" tabindex=0");
  return { place, open: html`<span class=${CLASSES[kind]}${at}${focus}${says}${why}>`, close: html`</span>` };
}

/** Where a name leads: its entry in the index, else the first mention in its article, with the full name where it differs. */
function entryOf(evidence: Evidence, { record, number }: Article, { id, anchor, value, text }: Mark) {
  const entry = evidence.entry(evidence.corpus.idOf(record.id, id!));
  if (entry) return { href: `#${entry}`, name: "" };
  const first = evidence.digest(record.id).mentions.find((one) => one.entity === id)?.first ?? anchor;
  return { href: evidence.links.to(record.id, `${first}`) ?? `#d${number}`, name: value === text ? "" : (value ?? "") };
}

/** Who says it, beside the quotation. */
function speaker(evidence: Evidence, { record }: Article, id: string): Markup | false {
  const quote = record.quotes?.find((one) => one.id === id);
  const source = record.sources?.find((one) => one.id === quote?.source);
  if (!quote) return false;
  if (!source) return html`<span class="by">${quote.speaker?.text ?? "nobody named"}</span>`;
  const row = evidence.sourceRow(evidence.corpus.sourceOf(record.id, source.id));
  const told = html`<b>${source.name}</b>, ${capacityOf(source)}`;
  return row ? html`<a class="by" href="#${row}">${told}</a>` : html`<span class="by">${told}</span>`;
}

/** All that can be shown of a record without text. */
function* quotesOnly(evidence: Evidence, article: Article): Generator<Markup> {
  const { quotes = [] } = article.record;
  yield html`<p class="note">This record carries no text${quotes.length > 0 && "; these are its quotations"}.</p>\n`;
  for (const quote of quotes.slice(0, 200)) {
    yield html`<p class="paragraph"><span class="q">${quote.text}</span>${speaker(evidence, article, quote.id)}</p>\n`;
  }
  if (quotes.length > 200) yield html`<p class="omitted">${grouped(quotes.length - 200)} more left out.</p>\n`;
}
