import { withoutUnicodeMode } from "../../regexp.ts";
import { isPersonName, isRoleLine, isTeamName, readByline, withCredentials } from "../bylines.ts";
import type { LineRule } from "./rule.ts";

const LONE_BY =
  /^(?:by|written by|article by|article written by|guide by|review by|news by|post by|blog by|words by|story by|reported by|posted by|author|authors|words|reporter|commentary by)\s?[:—–-]?$/iu;
// "August 18, 2023 • 3 min read"
const DATED = withoutUnicodeMode(
  /^(?:\p{L}{3,9}\.? \d{1,2},? \d{4}|\d{1,2} \p{L}{3,9}\.? \d{4}|\d{1,2}[./]\d{1,2}[./]\d{4})\s?[•·|/–—-].{0,30}\bread$/iu,
);

/** The byline that a line is by what stands beside it: a name below "By", beside a date, or before one on the same line. */
export function contextByline(
  lines: readonly { text: string }[],
  rules: readonly (LineRule | undefined)[],
  i: number,
): string | null {
  const text = lines[i]!.text;
  if (text.length > 110) return null;
  const [before, after] = [lines[i - 1]?.text ?? "", lines[i + 1]?.text ?? ""];
  if (LONE_BY.test(text)) return readByline(after, false) ? "byline-next-line" : null;
  if (LONE_BY.test(before) && readByline(text, false)) return "byline-next-line";
  if (/\d{4}/u.test(text) && readByline(text, false)) return "byline-dated";
  const name = text.replace(/\s?[/|•·]$/u, "");
  const isStamp = (j: number) => rules[j]?.role === "dateinfo";
  const isBeside = isStamp(i - 1) || isStamp(i + 1) || DATED.test(after);
  if (!isPersonName(name)) {
    if (withCredentials(name)) return "byline-credentials";
    return isBeside && isTeamName(name) ? "byline-beside-date" : null;
  }
  if (isRoleLine(after) || /^and (?:\d+ )?others$/iu.test(after)) return "byline-above-role";
  if (after.startsWith(`${name} is `)) return "byline-above-bio";
  // The section between the name and the date.
  const isNear = isStamp(i + 2) && after.length < 30 && after.split(" ").length < 4;
  return isBeside || isNear ? "byline-beside-date" : null;
}
