import type { Span } from "../document.ts";
import { foldLexemes } from "./fold.ts";
import { readStamp } from "./stamps.ts";
import { isAbbreviation, NOTHING, needsCapital, type Senses, sensesOf } from "./vocabulary.ts";

/** A word, number, mark or fixed phrase, with what it can be in a time expression. */
export interface Lexeme extends Span {
  /** Lower case; curly apostrophes straightened. */
  readonly word: string;
  readonly senses: Senses;
  /** What stands before it: nothing, space, or a break that no expression crosses. */
  readonly gap: "none" | "space" | "break";
  readonly capital: boolean;
}

/** A line this long may be broken inside a sentence; after a shorter one a new thing begins. */
const WRAPPED_LINE = 50;

const isSpace = (c: number) =>
  c === 32 ||
  (c >= 9 && c <= 13) ||
  c === 0xa0 ||
  c === 0x3000 ||
  (c >= 0x2000 && c <= 0x200b) ||
  c === 0x202f ||
  c === 0xfeff;
const isDigit = (c: number) => c >= 48 && c <= 57;
const isLetter = (c: number) =>
  (c >= 97 && c <= 122) ||
  (c >= 65 && c <= 90) ||
  (c >= 0xc0 &&
    !(c >= 0x2000 && c <= 0x206f) &&
    !(c >= 0x3000 && c <= 0x303f) &&
    c < 0xff00 &&
    c !== 0xd7 &&
    c !== 0xf7);

/** Cuts raw text into lexemes, left to right. */
export function readLexemes(raw: string): Lexeme[] {
  const found: Lexeme[] = [];
  let at = 0;
  let lineStart = 0;
  let gap: Lexeme["gap"] = "break";
  while (at < raw.length) {
    const c = raw.charCodeAt(at);
    if (isSpace(c)) {
      if (c === 10 || (c === 13 && raw.charCodeAt(at + 1) !== 10)) {
        gap = at - lineStart < WRAPPED_LINE ? "break" : "space";
        lineStart = at + 1;
      } else if (gap === "none") gap = "space";
      at++;
      continue;
    }
    const lexeme = isDigit(c)
      ? readNumber(raw, at, gap, found.at(-1))
      : isLetter(c)
        ? readWord(raw, at, gap)
        : mark(raw, at, gap);
    found.push(lexeme);
    at = lexeme.end;
    gap = "none";
  }
  return foldLexemes(raw, found);
}

const STRAIGHT: ReadonlyMap<string, string> = new Map([
  ...Array.from("’‘`", (quote) => [quote, "'"] as const),
  ...Array.from("–—‐‑−", (dash) => [dash, "-"] as const),
]);
const HYPHEN: Senses = { DASH: 1, TO: 1 };

function mark(raw: string, at: number, gap: Lexeme["gap"]): Lexeme {
  const char = raw[at]!;
  const word = STRAIGHT.get(char) ?? char;
  return { start: at, end: at + 1, word, senses: word === "-" ? HYPHEN : NOTHING, gap, capital: false };
}

function readWord(raw: string, start: number, gap: Lexeme["gap"]): Lexeme {
  let end = start;
  let isLower = true;
  for (; end < raw.length; end++) {
    const c = raw.charCodeAt(end);
    if (c >= 97 && c <= 122) continue;
    if (!isLetter(c)) break;
    isLower = false;
  }
  const text = raw.slice(start, end);
  const word = isLower ? text : text.toLowerCase();
  const capital = !isLower && text[0] !== word[0];
  let senses = sensesOf(word);
  if (senses !== NOTHING && !capital && needsCapital(word)) senses = NOTHING;
  if (senses !== NOTHING && raw[end] === "." && isAbbreviation(word)) end++;
  return { start, end, word, senses, gap, capital };
}

const ORDINAL_ENDING = /^(?:st|nd|rd|th)$/i;

function readNumber(raw: string, start: number, gap: Lexeme["gap"], before: Lexeme | undefined): Lexeme {
  const glued =
    gap === "none" &&
    before !== undefined &&
    (isLetter(raw.charCodeAt(start - 1)) || /[\d.,:/$€£#]/.test(raw[start - 1]!));
  const stamp = glued ? null : readStamp(raw, start);
  if (stamp) return { start, end: stamp.end, word: "", senses: stamp.senses, gap, capital: false };
  let end = start + 1;
  while (end < raw.length && isDigit(raw.charCodeAt(end))) end++;
  // "27 August 202229 August 2022": two dates run together.
  if (end - start > 4 && end - start < 7 && before?.senses.MONTH && /^20\d\d/.test(raw.slice(start, start + 4)))
    end = start + 4;
  const whole = end;
  while (/[.,]/.test(raw[end] ?? "") && isDigit(raw.charCodeAt(end + 1))) {
    const next = end + 1;
    let stop = next;
    while (isDigit(raw.charCodeAt(stop))) stop++;
    // "Nov. 5,1998" is no decimal and no thousands.
    if (raw[end] === "," && stop - next !== 3) break;
    end = stop;
  }
  const tail = /^(?:st|nd|rd|th|s)(?![a-z])/i.exec(raw.slice(end, end + 3))?.[0] ?? "";
  const senses =
    end > whole
      ? { NUMBER: Number(raw.slice(start, end).replaceAll(",", "")) }
      : numberSenses(raw.slice(start, whole), tail);
  return {
    start,
    end: end + tail.length,
    word: raw.slice(start, end) + tail.toLowerCase(),
    senses,
    gap,
    capital: false,
  };
}

function numberSenses(digits: string, tail: string): Senses {
  const value = Number(digits);
  const isDay = digits.length <= 2 && value >= 1 && value <= 31;
  if (ORDINAL_ENDING.test(tail)) return isDay ? { ORDINAL: value, DAY: value, NTH: value } : { ORDINAL: value };
  if (tail.toLowerCase() === "s") return digits.length === 4 || digits.length === 2 ? { DECADES: value } : NOTHING;
  if (digits.length === 4)
    return value >= 1000 && value < 3000
      ? { YEAR: value, NUMBER: value, FOUR: digits }
      : { NUMBER: value, FOUR: digits };
  if (digits.length === 2)
    return isDay
      ? { NUMBER: value, DAY: value, TWO: value, SHORT: digits }
      : { NUMBER: value, TWO: value, SHORT: digits };
  return isDay ? { NUMBER: value, DAY: value, SHORT: digits } : { NUMBER: value };
}
