import type { Annotation, DateOrder, Document, Has, TimexType } from "../document.ts";
import { Lookahead } from "./ahead.ts";
import { coordinate } from "./coordination.ts";
import { type Direction, directionAt } from "./direction.ts";
import { type Lexeme, readLexemes } from "./lexemes.ts";
import type { Meaning } from "./meaning.ts";
import { withoutNames } from "./names.ts";
import { readInOrder, settleByPage } from "./order.ts";
import type { Page } from "./order-habits.ts";
import { type Captures, compile, type Pattern, Pieces } from "./pattern.ts";
import { type DateRule, PIECES } from "./rule.ts";
import { rules } from "./rules.ts";

/** A time expression as the text has it, before it is resolved against the document creation time. */
export interface Expression extends Annotation {
  readonly type: TimexType;
  readonly meaning: Meaning;
  /** Whether the clause looks back or ahead, where it shows it. */
  readonly direction: Direction;
}

interface Compiled {
  readonly rule: DateRule;
  readonly pattern: Pattern;
  readonly order: number;
}

const pieces = new Pieces(PIECES);
const patterns = rules.map((rule) => compile(rule.pattern, pieces));
const index = new Map<string, Compiled[]>();
for (const [order, rule] of rules.entries()) {
  const compiled = { rule, pattern: patterns[order]!, order };
  for (const key of patterns[order]!.begins) index.set(key, [...(index.get(key) ?? []), compiled]);
}

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
  const ahead = new Lookahead(lexemes, patterns);
  const found: Expression[] = [];
  for (let at = 0; at < lexemes.length; ) {
    const best = longestAt(lexemes, at, ahead);
    if (best) found.push(best.expression);
    at = best ? best.end : at + 1;
  }
  const joined = coordinate(doc.raw, withoutNames(found, doc.mentions ?? []));
  return dateOrder ? joined.map((expression) => readInOrder(expression, dateOrder)) : settleByPage(doc, joined);
}

interface Match {
  readonly expression: Expression;
  readonly end: number;
}

interface Best {
  readonly compiled: Compiled;
  readonly meaning: Meaning;
  readonly end: number;
}

function longestAt(lexemes: readonly Lexeme[], at: number, ahead: Lookahead): Match | null {
  const lexeme = lexemes[at]!;
  let best = longestOf(index.get(lexeme.word), lexemes, at, ahead, null);
  for (const sense in lexeme.senses) best = longestOf(index.get(sense), lexemes, at, ahead, best);
  if (!best) return null;
  const { compiled, end } = best;
  const about = aboutBefore(lexemes, at, compiled.rule);
  const meaning = about ? { ...best.meaning, mod: best.meaning.mod ?? ("APPROX" as const) } : best.meaning;
  const span = { start: (about ?? lexeme).start, end: lexemes[end - 1]!.end };
  const type = typeOf(compiled.rule, meaning);
  return {
    expression: { ...span, rule: compiled.rule.id, type, meaning, direction: directionAt(lexemes, at, end) },
    end,
  };
}

function longestOf(
  options: readonly Compiled[] | undefined,
  lexemes: readonly Lexeme[],
  at: number,
  ahead: Lookahead,
  best: Best | null,
): Best | null {
  if (!options) return best;
  let longest = best;
  const next = lexemes[at + 1];
  for (const compiled of options) {
    const { pattern, order, rule } = compiled;
    if (!ahead.allows(order, at)) continue;
    if (pattern.continues && !(next && next.gap !== "break" && fits(next, pattern.continues))) continue;
    const caught: Captures = {};
    const end = pattern.match(lexemes, at, caught);
    if (end < 0 || (longest && (end < longest.end || (end === longest.end && order >= longest.compiled.order))))
      continue;
    const meaning = rule.read(caught, { lexemes, first: at, end });
    if (meaning) longest = { compiled, meaning, end };
  }
  return longest;
}

function fits(lexeme: Lexeme, keys: ReadonlySet<string>): boolean {
  if (keys.has(lexeme.word)) return true;
  for (const sense in lexeme.senses) if (keys.has(sense)) return true;
  return false;
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
