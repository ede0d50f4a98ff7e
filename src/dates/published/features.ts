import { withoutUnicodeMode } from "../../regexp.ts";
import type { Expression } from "../find.ts";
import { isProse, type Line } from "./lines.ts";
import type { Page } from "./page.ts";

// What a stamp says of its date, in the languages of the sites that we read.
const PUBLISHED = withoutUnicodeMode(
  /(?:publish(?:ed)?|posted|first posted|date|pubdate|released|issued|written|filed|uploaded|created|veröffentlicht|erstellt|publié|publie|publicado|publicada|pubblicato|gepubliceerd|geplaatst|opublikowano|yayınlan\p{L}*|опубликовано|дата|등록|입력|기사입력|작성|발행|게재|发布时间|发布于|发布|发表于|发表|時間|时间|日期|刊登|公開|掲載|投稿|配信)(?:[ ]?(?:on|at|date|日|日時|am|le|el|:|：|\|))*[ :：|]*$/iu,
);
const UPDATED = withoutUnicodeMode(
  /(?:updat(?:ed|e)|modified|edited|revised|reviewed|changed|last mod|aktualisiert|geändert|stand|mis à jour|mise à jour|modifié|actualizado|actualizada|aggiornato|bijgewerkt|zaktualizowano|güncellen\p{L}*|обновлено|изменено|수정|최종수정|업데이트|更新时间|更新于|更新|修改|最終更新)(?:[ ]?(?:on|at|date|日|日時|am|le|el|:|：|\|))*[ :：|]*$/iu,
);
const NOT_WRITTEN =
  /(?:born|died|since|©|copyright|\(c\)|expires?|deadline|due|valid until|event|accessed|retrieved|founded|established|season)[ :]*$/iu;

/** What speaks for or against a date in a line of the page being the day of writing. */
export function featuresOf(
  raw: string,
  page: Page,
  line: Line,
  expression: Expression,
  crowd: number,
): readonly string[] {
  const before = raw.slice(Math.max(line.start, expression.start - 40), expression.start);
  const above = page.lines[line.index - 1]?.text.trim() ?? "";
  const label = before.trim() || (above.length < 40 ? above : "");
  const timed = expression.meaning.kind === "calendar" && expression.meaning.time !== undefined;
  if (line.index <= page.firstProse && isDateline(raw, line, expression)) return DATELINE;
  const prose = isProse(line) || (line.words > 30 && !timed);
  const features = [prose ? "in-prose" : line.words <= 6 ? "short-line" : "long-line"];
  if (!prose) features.push(`near:${nearness(page, line.index)}`);
  if (UPDATED.test(label)) features.push("label:updated");
  else if (PUBLISHED.test(label)) features.push("label:published");
  else if (NOT_WRITTEN.test(label)) features.push("label:other");
  if (!prose && before.trim() === "" && expression.end >= line.end - 2) features.push("alone");
  const role = roleOf(page, line);
  if (role) features.push(`role:${role}`);
  if (timed) features.push("clock");
  if (crowd >= 2) features.push("crowd");
  if (line.index < page.firstProse || page.firstProse < 0) features.push("before-prose");
  else if (line.index > page.lastProse) features.push("after-prose");
  if (/^\s*(?:by|von|par|por)\b/iu.test(line.text)) features.push("by-line");
  const foreign = foreignStamp(raw, line, page, features);
  if (foreign) features.push(foreign);
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

// Below the article, a lone date under the teaser of another story is that story's.
function roleOf({ lines, lastProse }: Page, { role, index }: Line): string | null {
  const isTeased = role === "dateinfo" && index > lastProse && lines[index - 1]?.role === "related";
  if (role === "related" || isTeased) return "related";
  if (/^(?:dateinfo|byline|dateline)$/.test(role)) return "stamp";
  return /^(?:boilerplate|credit|caption)$/.test(role) ? "chrome" : null;
}

const HAN = /\p{Script=Han}/u;
const OTHER_SCRIPT = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Cyrillic}\p{Script=Arabic}]/u;
/** A stamp in another script with more Latin words than this is the teaser of another story. */
const TEASER_WORDS = 6;

// The stamp of a site that copied the article: its words are in another script than the article. Papers of Seoul label the
// stamps of their English pages in Korean ("입력 2024.05.15 09:30"); Chinese labels on English news are mostly a copier's.
function foreignStamp(
  raw: string,
  line: Line,
  { headline, lines }: Page,
  features: readonly string[],
): "foreign-stamp" | "role:related" | null {
  const title = headline >= 0 ? lines[headline]!.text : raw.slice(line.end, line.end + 400);
  if (!OTHER_SCRIPT.test(line.text) || OTHER_SCRIPT.test(title) || line.words >= 30) return null;
  if ((line.text.match(/\p{Script=Latin}+/gu)?.length ?? 0) > TEASER_WORDS) return "role:related";
  const labelled = features.includes("label:published") || features.includes("label:updated");
  return labelled && !HAN.test(line.text) ? null : "foreign-stamp";
}

/** A dateline says when as plainly as a label does. */
const DATELINE: readonly string[] = ["dateline", "label:published", "before-prose", "near:3-5", "role:stamp"];
const PLACE = withoutUnicodeMode(/^[\p{Lu}([][\p{L}\p{M}.'’/,()[\]= -]{1,60}$/u);
const NO_PLACE = /^(?:On|In|By|At|From|Since|Until|After|Before|Between|And|But|Update|Updated|Born)\b/u;
const PLACE_WORDS = withoutUnicodeMode(
  /^(?:[([]?\p{Lu}\S*|de|la|le|of|and|the|al|am|on|sur|del|di|do|da|[-–—/=,()]+)$/u,
);
const AFTER_DATELINE = /^[)\]]?,?\s?(?:\([^()\n]{1,40}\)|\/[^/\n]{1,40}\/)?\s?(?:[—–]|--?\s|:\s)/u;

// "GENEVA, May 26, 2024 — ", "LIMA (Andes Wire) March 3, 2024 - "
function isDateline(raw: string, line: Line, { start, end }: Expression): boolean {
  if (start - line.start > 62 || !AFTER_DATELINE.test(raw.slice(end, end + 90))) return false;
  const place = raw.slice(line.start, start).trim();
  return PLACE.test(place) && !NO_PLACE.test(place) && place.split(/\s+/u).every((word) => PLACE_WORDS.test(word));
}
