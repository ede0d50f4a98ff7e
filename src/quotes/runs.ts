import type { Span, Token } from "../document.ts";

/** Words between quotation marks, the marks included. */
export interface Run extends Span {
  /** Its paragraph ends before it is closed: the quotation goes on in the next. */
  readonly open: boolean;
}

// A mark that is never closed and stands further than this from the end of its paragraph is a stray one.
const LONGEST_UNCLOSED = 2000;
const DOUBLE = new Set(['"', "''", "``", "’’", "‘‘", "＂"]);
const PAIRS = new Map([
  ["“", "”"],
  ["«", "»"],
  ["„", "“"],
  ["‟", "”"],
  ["「", "」"],
]);
const ELISIONS = new Set("em til cause n tis twas bout round cos s t d m re ve ll".split(" "));

const MARK = /["'`’‘＂“«„‟「]/;
const LONGEST_MARK = 2;

/** Finds the quoted runs of one paragraph, outermost marks only, in order. */
export function findRuns(raw: string, tokens: readonly Token[]): Run[] {
  if (!MARK.test(raw.slice(tokens[0]?.start ?? 0, tokens.at(-1)?.end ?? 0))) return [];
  const doubles = findDoubleRuns(raw, tokens);
  return [...doubles, ...findSingleRuns(raw, tokens, doubles)].sort((a, b) => a.start - b.start);
}

type Side = "opens" | "closes" | "either";

function sideOf(raw: string, token: Token): Side {
  if (token.text === "``") return "opens";
  const before = raw[token.start - 1] ?? " ";
  const after = raw[token.end] ?? " ";
  const spaceBefore = /[\s([—–-]/u.test(before);
  const spaceAfter = /[\s)\].,;:!?—–-]/u.test(after);
  if (spaceBefore === spaceAfter) return "either";
  return spaceBefore ? "opens" : "closes";
}

/** The token that closes the run opened by token `from`, or -1. */
function closingOf(raw: string, tokens: readonly Token[], from: number): number {
  const opening = tokens[from]!.text;
  const closing = PAIRS.get(opening);
  let nested = false;
  for (let i = from + 1; i < tokens.length; i++) {
    const text = tokens[i]!.text;
    // "It isn’t about “justice” any more": curly marks inside straight ones
    if (!closing && (nested ? text === "”" : text === "“")) {
      nested = !nested;
      continue;
    }
    // “… the end.“: an opening mark in the closing mark's place
    if (closing && text === opening && sideOf(raw, tokens[i]!) === "closes") return i;
    if (closing ? text === closing : DOUBLE.has(text) && sideOf(raw, tokens[i]!) !== "opens") return i;
    // Straight marks may be mixed into curly ones; a second opening mark means that the first was never closed.
    if (closing && (text === '"' || text === "''") && sideOf(raw, tokens[i]!) === "closes") return i;
    if (!closing && (text === "”" || (DOUBLE.has(text) && sideOf(raw, tokens[i]!) === "opens")))
      return text === "”" ? i : -1;
  }
  return -1;
}

const isInches = (raw: string, token: Token) => token.text === '"' && /\d/u.test(raw[token.start - 1] ?? "");

function findDoubleRuns(raw: string, tokens: readonly Token[]): Run[] {
  const runs: Run[] = [];
  const end = tokens.at(-1)?.end ?? 0;
  // Marks of a kind that has no closing mark left; keeps a paragraph of thousands of marks linear.
  const hopeless = new Set<string>();
  for (let i = 0; i < tokens.length; i++) {
    const { text, start } = tokens[i]!;
    if (text.length > LONGEST_MARK) continue;
    const straight = DOUBLE.has(text);
    if (!straight && !PAIRS.has(text)) continue;
    if (straight && (sideOf(raw, tokens[i]!) === "closes" || isInches(raw, tokens[i]!))) continue;
    const close = hopeless.has(text) ? -1 : closingOf(raw, tokens, i);
    if (close > i) {
      const last = withInner(tokens, close);
      runs.push({ start, end: tokens[last]!.end, open: false });
      i = last;
    } else if (straight && hasMark(tokens, i + 1, i > 0)) {
      const stop = sentenceEnd(tokens, i);
      runs.push({ start, end: tokens[stop]!.end, open: false });
      i = stop;
    } else {
      hopeless.add(text);
      if (end - start > LONGEST_UNCLOSED) continue;
      runs.push({ start, end, open: true });
      break;
    }
  }
  return runs;
}

// ''He said, 'No,''' she recalled: a single mark that closes beside the double one.
function withInner(tokens: readonly Token[], close: number): number {
  const next = tokens[close + 1];
  return next && /^['’]$/u.test(next.text) && next.start === tokens[close]!.end ? close + 1 : close;
}

/** Whether another mark follows, curly ones counted where asked for. */
function hasMark(tokens: readonly Token[], from: number, curly: boolean): boolean {
  for (let i = from; i < tokens.length; i++) {
    const { text } = tokens[i]!;
    if (DOUBLE.has(text) || (curly && text === "“")) return true;
  }
  return false;
}

function sentenceEnd(tokens: readonly Token[], from: number): number {
  for (let i = from + 1; i < tokens.length; i++) {
    if (/^[.!?]$/u.test(tokens[i]!.text)) return i;
    if (DOUBLE.has(tokens[i]!.text) || tokens[i]!.text === "“") return i - 1;
  }
  return tokens.length - 1;
}

function findSingleRuns(raw: string, tokens: readonly Token[], doubles: readonly Run[]): Run[] {
  const runs: Run[] = [];
  let double = 0;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (token.text.length > LONGEST_MARK) continue;
    while (double < doubles.length && doubles[double]!.end <= token.start) double++;
    const inside = doubles[double] !== undefined && doubles[double]!.start <= token.start;
    if (inside || !opensSingle(raw, token, tokens[i + 1])) continue;
    const close = closingSingle(raw, tokens, i, doubles[double]?.start ?? Infinity);
    if (close < 0) continue;
    runs.push({ start: token.start, end: tokens[close]!.end, open: false });
    i = close;
  }
  return runs;
}

function opensSingle(raw: string, token: Token, next: Token | undefined): boolean {
  if (token.text !== "‘" && token.text !== "'") return false;
  if (!next || next.start !== token.end || !/^[\p{L}\p{N}$£€.…]/u.test(next.text)) return false;
  if (!/[\s([—–-]/u.test(raw[token.start - 1] ?? " ")) return false;
  return !ELISIONS.has(next.text.toLowerCase()) && !/^\d0s$/u.test(next.text);
}

const FARTHEST_SINGLE = 400;

// “‘The players’ union is wrong,’ he said”: an apostrophe after punctuation closes; else the first one that can.
function closingSingle(raw: string, tokens: readonly Token[], from: number, limit: number): number {
  let first = -1;
  for (let i = from + 1; i < tokens.length && i < from + FARTHEST_SINGLE && tokens[i]!.start < limit; i++) {
    const { text, start, end } = tokens[i]!;
    if (text === "‘" || (text === "'" && /\s/u.test(raw[start - 1] ?? " "))) break;
    if (text !== "’" && text !== "'") continue;
    if (/[\p{L}\p{N}]/u.test(raw[end] ?? " ")) continue;
    if (/[.,!?…]/u.test(raw[start - 1]!)) return i;
    if (first < 0) first = i;
  }
  return first;
}
