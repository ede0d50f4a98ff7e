import type { Annotation, DateOrder, Document, Has, TimexType } from "../document.ts";
import { coordinate } from "./coordination.ts";
import { type Direction, directionAt } from "./direction.ts";
import { type Lexeme, readLexemes } from "./lexemes.ts";
import type { Meaning } from "./meaning.ts";
import { withoutNames } from "./names.ts";
import { readInOrder, settleByPage } from "./order.ts";
import type { Page } from "./order-habits.ts";
import { compile, Pieces } from "./pattern.ts";
import type { Captures } from "./pattern-nodes.ts";
import { type DateRule, PIECES } from "./rule.ts";
import { rules } from "./rules.ts";
import { Sieve } from "./sieve.ts";

/** A time expression as the text has it, before it is resolved against the document creation time. */
export interface Expression extends Annotation {
  readonly type: TimexType;
  readonly meaning: Meaning;
  /** Whether the clause looks back or ahead, where it shows it. */
  readonly direction: Direction;
}

const pieces = new Pieces(PIECES);
const patterns = rules.map((rule) => compile(rule.pattern, pieces));
const sieve = new Sieve(patterns);

/**
 * Finds the time expressions of every block, site chrome too: the day of writing may be read from it. What is part of a name that
 * was found is none. Dates of figures are read in
 * `dateOrder` where it is given, else as the page or its country has them.
 */
export function findExpressions(
  doc: Has<never> & Page & Partial<Pick<Document, "mentions">>,
  dateOrder: DateOrder | null = null,
): Expression[] {
  const lexemes = readLexemes(doc.raw);
  const found: Expression[] = [];
  let end = 0;
  for (const { at, patterns: candidates } of sieve.places(lexemes)) {
    const longest = at < end ? null : longestOf(candidates, lexemes, at);
    if (!longest) continue;
    found.push(longest.expression);
    end = longest.end;
  }
  const joined = coordinate(doc.raw, withoutNames(found, doc.mentions ?? []));
  return dateOrder ? joined.map((expression) => readInOrder(expression, dateOrder)) : settleByPage(doc, joined);
}

interface Match {
  readonly expression: Expression;
  readonly end: number;
}

/** The longest match of some rules at an index; of two alike the earlier rule's. */
function longestOf(candidates: readonly number[], lexemes: readonly Lexeme[], at: number): Match | null {
  let longest: { readonly rule: DateRule; readonly meaning: Meaning; readonly end: number } | null = null;
  for (const n of candidates) {
    const caught: Captures = {};
    const end = patterns[n]!.match(lexemes, at, caught);
    if (end <= (longest?.end ?? at)) continue;
    const meaning = rules[n]!.read(caught, { lexemes, first: at, end });
    if (meaning) longest = { rule: rules[n]!, meaning, end };
  }
  return longest && matchOf(longest.rule, longest.meaning, lexemes, at, longest.end);
}

function matchOf(rule: DateRule, read: Meaning, lexemes: readonly Lexeme[], at: number, end: number): Match {
  const about = aboutBefore(lexemes, at, rule);
  const meaning = about ? { ...read, mod: read.mod ?? ("APPROX" as const) } : read;
  const start = (about ?? lexemes[at]!).start;
  const [type, direction] = [typeOf(rule, meaning), directionAt(lexemes, at, end)];
  return { expression: { start, end: lexemes[end - 1]!.end, rule: rule.id, type, meaning, direction }, end };
}

const ABOUT = /^(?:about|around|approximately|roughly|circa)$/;
const TAKES_ABOUT = new Set([
  "month-day",
  "day-month",
  "year",
  "month-year",
  "clock",
  "weekday-time",
  "time-month-day",
  "deictic-time",
]);

// "around Nov. 1", "about 5 p.m.": the word before belongs to the date.
function aboutBefore(lexemes: readonly Lexeme[], at: number, rule: DateRule): Lexeme | null {
  const before = lexemes[at - 1];
  const isAbout = before && lexemes[at]!.gap === "space" && ABOUT.test(before.word) && TAKES_ABOUT.has(rule.id);
  return isAbout ? before : null;
}

// A stamp is a time when it has a clock; "a few years ago" has only a length; "coming weeks" are the future.
function typeOf(rule: DateRule, meaning: Meaning): TimexType {
  if (meaning.time && rule.type === "DATE") return "TIME";
  if (rule.type === "DURATION" && meaning.kind === "fixed") return "DATE";
  return rule.type === "DATE" && meaning.kind === "duration" ? "DURATION" : rule.type;
}
