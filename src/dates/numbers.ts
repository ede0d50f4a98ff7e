import type { Folded } from "./fold.ts";
import type { Lexeme } from "./lexemes.ts";

/** Reads a number of one or more words at a lexeme: "twenty-four", "two and a half", "nineteen ninety-four" (a year). */
export function foldNumber(lexemes: readonly Lexeme[], at: number): Folded | null {
  const first = lexemes[at]!.senses;
  if (first.CARDINAL === undefined && first.NUMBER === undefined) return null;
  const year = first.CARDINAL === undefined ? null : yearInWords(lexemes, at);
  if (year) return year;
  const whole = first.CARDINAL === undefined ? figures(lexemes, at) : inWords(lexemes, at);
  const half = afterHalf(lexemes, at + whole.length);
  if (half) return { length: whole.length + half, senses: { NUMBER: whole.value + 0.5 } };
  if (whole.length > 1 || first.NUMBER === undefined)
    return { length: whole.length, senses: { ...rest(first), NUMBER: whole.value } };
  return null;
}

const rest = ({ CARDINAL: _, ...senses }: Lexeme["senses"]) => senses;

const joined = (lexeme: Lexeme | undefined) => lexeme !== undefined && lexeme.gap !== "break";

/** Offset of the next number word after `at`, over a hyphen or "and". */
function nextWord(lexemes: readonly Lexeme[], at: number): number {
  const next = lexemes[at];
  if (!joined(next)) return -1;
  if (next!.senses.CARDINAL !== undefined) return at;
  const over = next!.word === "and" || (next!.word === "-" && next!.gap === "none");
  return over && joined(lexemes[at + 1]) && lexemes[at + 1]!.senses.CARDINAL !== undefined ? at + 1 : -1;
}

function inWords(lexemes: readonly Lexeme[], start: number): { length: number; value: number } {
  let total = 0;
  let current = lexemes[start]!.senses.CARDINAL as number;
  let end = start + 1;
  for (let at = nextWord(lexemes, end); at >= 0; at = nextWord(lexemes, end)) {
    const value = lexemes[at]!.senses.CARDINAL as number;
    if (value >= 1000) {
      total = (total + current) * value;
      current = 0;
    } else if (value === 100 && current > 0 && current < 10) current *= 100;
    else if (canAdd(current, value, lexemes[at - 1]!.word === "and" && total + current < 100)) current += value;
    else break;
    end = at + 1;
  }
  return { length: end - start, value: total + current };
}

// "twenty four" and "hundred and five" add up; "two three" and "twenty and five" are two numbers.
const canAdd = (current: number, value: number, overAnd: boolean) =>
  !overAnd && ((current % 100 === 0 && value < 100) || (current % 10 === 0 && current % 100 >= 20 && value < 10));

function figures(lexemes: readonly Lexeme[], start: number): { length: number; value: number } {
  const value = lexemes[start]!.senses.NUMBER as number;
  const scale = lexemes[start + 1];
  const power = joined(scale) ? scale!.senses.CARDINAL : undefined;
  return typeof power === "number" && power >= 1000 ? { length: 2, value: value * power } : { length: 1, value };
}

/** Length of "and a half", "-and-a-half" or " 1/2" at a lexeme, else 0. */
function afterHalf(lexemes: readonly Lexeme[], at: number): number {
  const bare = lexemes.slice(at, at + 7).filter((lexeme) => lexeme.word !== "-");
  if (!["and", "a", "half"].every((word, n) => bare[n]?.word === word && joined(bare[n])))
    return lexemes[at]?.word === "½" ? 1 : ["1", "/", "2"].every((word, n) => lexemes[at + n]?.word === word) ? 3 : 0;
  return lexemes.indexOf(bare[2]!, at) - at + 1;
}

// "nineteen ninety-four", "twenty twelve": two pairs of figures said as words.
function yearInWords(lexemes: readonly Lexeme[], at: number): Folded | null {
  const century = lexemes[at]!.senses.CARDINAL as number;
  if (century < 16 || century > 20 || !joined(lexemes[at + 1])) return null;
  const tens = lexemes[at + 1]!.senses.CARDINAL;
  if (typeof tens !== "number" || tens < 10 || tens > 90) return null;
  const low = nextWord(lexemes, at + 2);
  const ones = low >= 0 && tens >= 20 ? (lexemes[low]!.senses.CARDINAL as number) : 0;
  const year = century * 100 + tens + (ones < 10 ? ones : 0);
  return { length: (ones > 0 && ones < 10 ? low + 1 : at + 2) - at, senses: { YEAR: year, SPOKEN: 1 } };
}
