import type { DateEvidence, Has, MetaStatement, Span } from "../../document.ts";
import { dayOf, formatDay, isDate, parseDay } from "../calendar.ts";
import type { Expression } from "../find.ts";
import { featuresOf } from "./features.ts";
import { isProse, type Line, lineAt } from "./lines.ts";
import { pageOf } from "./page.ts";

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

/** The days that an expression may name in full: two where the order of figures is open. */
export function daysNamed({ meaning }: Expression): number[] {
  if (meaning.kind !== "calendar" || meaning.year === undefined || !meaning.month || !meaning.day) return [];
  const year = meaning.shortYear ? 2000 + meaning.year : meaning.year;
  const open = meaning.otherwise && !meaning.because ? [meaning.otherwise] : [];
  const readings = [[meaning.month, meaning.day] as const, ...open];
  return readings.filter((reading) => isDate(year, ...reading)).map((reading) => dayOf(year, ...reading));
}

/** Days that the text shows in full, each with the features of its place on the page. */
export function shown(doc: Has<"blocks" | "headline" | "markup">, expressions: readonly Expression[]): Sighting[] {
  const { raw } = doc;
  const named = expressions.flatMap((expression) => daysNamed(expression).map((day) => ({ expression, day })));
  if (!named.length) return [];
  const page = pageOf(doc);
  const dated = named.flatMap(({ expression, day }) => {
    const line = lineAt(page.lines, expression.start);
    return line ? [{ expression, day, line }] : [];
  });
  let first = true;
  return dated.map(({ expression, day, line }, i) => {
    const around = dated.slice(Math.max(0, i - 12), i + 13);
    const crowd = around.filter(
      (other) => other.day !== day && isListed(other.line) && Math.abs(other.line.index - line.index) <= 8,
    );
    const features = [...featuresOf(raw, page, line, expression, crowd.length)];
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

function ruleOf(features: readonly string[]): string {
  if (features.includes("dateline")) return "dateline";
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
