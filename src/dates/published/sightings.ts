import type { Block, DateEvidence, Has, MetaStatement, Span } from "../../document.ts";
import { dayOf, formatDay, isDate, parseDay } from "../calendar.ts";
import type { Expression } from "../find.ts";
import { isProse, type Line, lineAt, readLines } from "./lines.ts";

/** A day that stands somewhere as a possible day of writing, and what speaks for or against it there. */
export interface Sighting {
  readonly day: number;
  readonly rule: string;
  readonly relation: DateEvidence["relation"];
  readonly text: string;
  readonly span?: Span;
  readonly features: readonly string[];
}

const ORIGINS: readonly (readonly [RegExp, string])[] = [
  [/^json-ld-article/, "json-ld"],
  [/^json-ld/, "json-ld-page"],
  [/^meta-(?:og-)?article-(?:published|modified)/, "meta-article"],
  [/^meta/, "meta"],
  [/^time-element$/, "time"],
  [/^time-element-aside/, "time-aside"],
  [/^microdata/, "microdata"],
];

/** Days that the markup states. */
export function stated(statements: readonly MetaStatement[]): Sighting[] {
  let times = 0;
  return statements.flatMap((statement): Sighting[] => {
    const { field, value, origin } = statement;
    if (field === "url") return inAddress(value, "url-date");
    if (field !== "published" && field !== "modified") return [];
    const day = parseLoosely(value);
    if (day === null) return [];
    const source = ORIGINS.find(([pattern]) => pattern.test(origin))?.[1] ?? "other";
    const nth = source === "time" ? [times++ === 0 ? "time-first" : "time-later"] : [];
    const features = [`${field}:${source}`, ...nth];
    return [{ day, rule: `${origin}-${field}`, relation: "equals", text: value, features }];
  });
}

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

// "2024-06-11T08:00Z", "June 11, 2024", "11 Jun 2024", "20240611": the day as it is written, not moved to another zone.
function parseLoosely(value: string): number | null {
  const iso = /(?<!\d)(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?!\d{3})/.exec(value);
  if (iso && isDate(Number(iso[1]), Number(iso[2]), Number(iso[3]))) return parseDay(`${iso[1]}-${iso[2]}-${iso[3]}`);
  const month =
    MONTHS.indexOf(/\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i.exec(value)?.[1]?.toLowerCase() ?? "") + 1;
  const year = Number(/\b(?:19|20)\d\d\b/.exec(value)?.[0]);
  const day = Number(/(?<!\d)([0-3]?\d)(?!\d|:)/.exec(value)?.[1]);
  return month && year && day && isDate(year, month, day) ? dayOf(year, month, day) : null;
}

/** A day in an address or a file name: `/2024/06/11/`, `2024-06-11-title.txt`, `20240611`. */
export function inAddress(address: string, rule: string): Sighting[] {
  const found = /(?<!\d)((?:19|20)\d\d)([-/._]?)(\d{1,2})\2(\d{1,2})(?!\d)/.exec(address);
  const spelt = /(?<!\d)((?:19|20)\d\d)\/(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\/(\d{1,2})(?!\d)/i.exec(
    address,
  );
  const parts = spelt
    ? [Number(spelt[1]), MONTHS.indexOf(spelt[2]!.toLowerCase()) + 1, Number(spelt[3])]
    : found && (found[2] || found[0].length === 8)
      ? [Number(found[1]), Number(found[3]), Number(found[4])]
      : null;
  if (!parts || !isDate(parts[0]!, parts[1]!, parts[2]!)) return [];
  const text = spelt?.[0] ?? found![0];
  return [{ day: dayOf(parts[0]!, parts[1]!, parts[2]!), rule, relation: "equals", text, features: ["url"] }];
}

// What a stamp says of its date, in the languages of the sites that we read.
const PUBLISHED =
  /(?:publish(?:ed)?|posted|first posted|date|pubdate|released|issued|written|filed|uploaded|created|veröffentlicht|erstellt|publié|publie|publicado|publicada|pubblicato|gepubliceerd|geplaatst|opublikowano|yayınlan\p{L}*|опубликовано|дата|등록|입력|기사입력|작성|발행|게재|发布时间|发布于|发布|发表于|发表|時間|时间|日期|刊登|公開|掲載|投稿|配信)(?:[ ]?(?:on|at|date|日|日時|am|le|el|:|：|\|))*[ :：|]*$/iu;
const UPDATED =
  /(?:updat(?:ed|e)|modified|edited|revised|reviewed|changed|last mod|aktualisiert|geändert|stand|mis à jour|mise à jour|modifié|actualizado|actualizada|aggiornato|bijgewerkt|zaktualizowano|güncellen\p{L}*|обновлено|изменено|수정|최종수정|업데이트|更新时间|更新于|更新|修改|最終更新)(?:[ ]?(?:on|at|date|日|日時|am|le|el|:|：|\|))*[ :：|]*$/iu;
const NOT_WRITTEN =
  /(?:born|died|since|©|copyright|\(c\)|expires?|deadline|due|valid until|event|accessed|retrieved|founded|established|season)[ :]*$/iu;

interface Page {
  readonly lines: readonly Line[];
  readonly headline: number;
  readonly firstProse: number;
  readonly lastProse: number;
}

function pageOf(raw: string, blocks: readonly Block[], titles: readonly string[], span: Span | undefined): Page {
  const lines = readLines(raw, blocks);
  const spanned = span ? lineAt(lines, span.start) : undefined;
  const labelled = lines.find((line) => line.role === "headline");
  return {
    lines,
    headline: (spanned ?? titled(lines, titles) ?? labelled)?.index ?? -1,
    firstProse: lines.findIndex((line) => isProse(line)),
    lastProse: lines.findLastIndex((line) => isProse(line)),
  };
}

const letters = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** A title of fewer letters may be that of the site or of a section. */
const SHORT_TITLE = 15;

// The line that is a stated title, with or without the name of the site.
function titled(lines: readonly Line[], titles: readonly string[]): Line | undefined {
  const wanted = titles.map(letters).filter((title) => title.length >= SHORT_TITLE);
  if (!wanted.length) return undefined;
  return lines.find((line) => {
    if (line.words < 3 || line.words > 40) return false;
    const text = letters(line.text);
    return text.length >= SHORT_TITLE && wanted.some((title) => title === text || title.startsWith(`${text} `));
  });
}

/** The days that an expression may name in full: two where the order of figures is open. */
export function daysNamed({ meaning }: Expression): number[] {
  if (meaning.kind !== "calendar" || meaning.year === undefined || !meaning.month || !meaning.day) return [];
  const year = meaning.shortYear ? 2000 + meaning.year : meaning.year;
  const readings = [[meaning.month, meaning.day] as const, ...(meaning.otherwise ? [meaning.otherwise] : [])];
  return readings.filter((reading) => isDate(year, ...reading)).map((reading) => dayOf(year, ...reading));
}

/** Days that the text shows in full, each with the features of its place on the page. */
export function shown(doc: Has<"blocks" | "headline" | "markup">, expressions: readonly Expression[]): Sighting[] {
  const { raw, blocks, headline } = doc;
  const stated = (doc.markup?.statements ?? []).flatMap(({ field, value }) => (field === "title" ? [value] : []));
  const titles = headline ? [headline.text, ...stated] : stated;
  const page = pageOf(raw, blocks, titles, headline?.span);
  const dated = expressions.flatMap((expression) => {
    const days = daysNamed(expression);
    const line = days.length ? lineAt(page.lines, expression.start) : undefined;
    return line ? days.map((day) => ({ expression, day, line })) : [];
  });
  let first = true;
  return dated.map(({ expression, day, line }, i) => {
    const around = dated.slice(Math.max(0, i - 12), i + 13);
    const crowd = around.filter(
      (other) => other.day !== day && isListed(other.line) && Math.abs(other.line.index - line.index) <= 8,
    );
    const features = featuresOf(raw, page, line, expression, crowd.length);
    if (first && !features.includes("in-prose")) {
      features.push("first-shown");
      first = false;
    }
    const span = { start: expression.start, end: expression.end };
    const text = raw.slice(span.start, span.end);
    return { day, rule: ruleOf(features), relation: relationOf(features), text, span, features };
  });
}

// Dates in short lines close together are of other stories; those of a caption or of the article's own stamps are not.
const isListed = (line: Line) =>
  line.words <= 16 && !isProse(line) && line.role !== "caption" && line.role !== "dateinfo";

function featuresOf(raw: string, page: Page, line: Line, expression: Expression, crowd: number): string[] {
  const before = raw.slice(Math.max(line.start, expression.start - 40), expression.start);
  const above = page.lines[line.index - 1]?.text.trim() ?? "";
  const label = before.trim() || (above.length < 40 ? above : "");
  const timed = expression.meaning.kind === "calendar" && expression.meaning.time !== undefined;
  const prose = isProse(line) || (line.words > 30 && !timed);
  const features = [prose ? "in-prose" : line.words <= 6 ? "short-line" : "long-line"];
  if (!prose) features.push(`near:${nearness(page, line.index)}`);
  if (UPDATED.test(label)) features.push("label:updated");
  else if (PUBLISHED.test(label)) features.push("label:published");
  else if (NOT_WRITTEN.test(label)) features.push("label:other");
  if (!prose && before.trim() === "" && expression.end >= line.end - 2) features.push("alone");
  if (/^(?:dateinfo|byline|dateline)$/.test(line.role)) features.push("role:stamp");
  else if (/^(?:related|boilerplate|credit|caption)$/.test(line.role))
    features.push(`role:${line.role === "related" ? "related" : "chrome"}`);
  if (timed) features.push("clock");
  if (crowd >= 2) features.push("crowd");
  if (line.index < page.firstProse || page.firstProse < 0) features.push("before-prose");
  else if (line.index > page.lastProse) features.push("after-prose");
  if (/^\s*(?:by|von|par|por)\b/iu.test(line.text)) features.push("by-line");
  if (isForeign(raw, line, page)) features.push("foreign-stamp");
  if (
    page.headline >= 0 &&
    line.index < page.headline &&
    line.index <= 3 &&
    /day,?\s/iu.test(raw.slice(expression.start, expression.end))
  )
    features.push("site-clock");
  return features;
}

function nearness({ headline }: Page, index: number): string {
  if (headline < 0) return "unknown";
  const gap = index - headline;
  if (gap === 0) return "same";
  if (gap < 0) return gap >= -5 ? "above" : "far-above";
  return gap <= 2 ? "1-2" : gap <= 5 ? "3-5" : gap <= 12 ? "6-12" : "below";
}

// The stamp of a site that copied the article: its words are in another script than the article.
function isForeign(raw: string, line: Line, { headline, lines }: Page): boolean {
  const title = headline >= 0 ? lines[headline]!.text : raw.slice(line.end, line.end + 400);
  const other = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Cyrillic}\p{Script=Arabic}]/u;
  return other.test(line.text) && !other.test(title) && line.words < 30;
}

function ruleOf(features: readonly string[]): string {
  if (features.includes("foreign-stamp")) return "scraper-stamp";
  if (features.includes("site-clock")) return "site-clock";
  if (features.includes("label:updated")) return "updated-on";
  if (features.includes("label:published")) return "posted-on";
  if (features.includes("role:related") || features.includes("crowd")) return "related-date";
  return features.includes("in-prose") ? "date-in-prose" : "date-shown";
}

function relationOf(features: readonly string[]): DateEvidence["relation"] {
  if (features.some((feature) => feature === "label:published" || feature === "label:updated"))
    return features.includes("foreign-stamp") ? "not-after" : "equals";
  if (features.includes("in-prose")) return "not-before";
  if (features.includes("foreign-stamp") || features.includes("site-clock")) return "not-after";
  return features.includes("role:related") || features.includes("crowd") ? "near" : "equals";
}

const COPYRIGHT = /(?:©|\(c\)|copyright)[^\n\d]{0,20}(?:(?:19|20)\d\d ?[-–—] ?)?((?:19|20)\d\d)/giu;

/** The year of the copyright line is that of the visit: nothing on the page is later. */
export function copyrightYear(raw: string): Sighting[] {
  const years = [...raw.matchAll(COPYRIGHT)].map((match) => ({ year: Number(match[1]), match }));
  if (!years.length) return [];
  const { year, match } = years.reduce((a, b) => (b.year > a.year ? b : a));
  const span = { start: match.index, end: match.index + match[0].length };
  return [
    { day: dayOf(year, 12, 31), rule: "copyright-year", relation: "not-after", text: match[0], span, features: [] },
  ];
}

/** `YYYY-MM-DD` of a sighting. */
export const dateOf = (sighting: Sighting): string => formatDay(sighting.day);
