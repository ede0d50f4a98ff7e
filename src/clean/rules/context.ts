import { isPersonName, isRoleLine, readByline } from "../bylines.ts";
import type { LineRule } from "./rule.ts";

const LONE_BY =
  /^(?:by|written by|words by|story by|reported by|posted by|author|authors|words|reporter|commentary by)\s?[:—–-]?$/iu;
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
  if (isPersonName(text) && isRoleLine(after)) return "byline-above-role";
  const isBeside = [rules[i - 1], rules[i + 1]].some((rule) => rule?.role === "dateinfo");
  return isBeside && isPersonName(text) ? "byline-beside-date" : null;
}
