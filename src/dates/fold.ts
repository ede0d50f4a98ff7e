import type { Lexeme } from "./lexemes.ts";
import { foldNumber } from "./numbers.ts";
import { phrasesFrom } from "./phrases.ts";
import { NOTHING, type Senses } from "./vocabulary.ts";

/** Joins number words ("twenty-four", "two and a half") and fixed phrases ("at least", "New Year's Eve") into one lexeme each. */
export function foldLexemes(raw: string, lexemes: readonly Lexeme[]): Lexeme[] {
  const folded: Lexeme[] = [];
  for (let i = 0; i < lexemes.length; ) {
    const found = lexemes[i]!.senses === NOTHING ? null : (foldPhrase(lexemes, i) ?? foldNumber(lexemes, i));
    if (found && (found.length > 1 || found.senses !== lexemes[i]!.senses)) {
      folded.push(join(raw, lexemes, i, found));
      i += found.length;
    } else folded.push(lexemes[i++]!);
  }
  return folded;
}

/** How many lexemes make one, and what it can be. */
export interface Folded {
  readonly length: number;
  readonly senses: Senses;
}

function join(raw: string, lexemes: readonly Lexeme[], at: number, { length, senses }: Folded): Lexeme {
  const [first, last] = [lexemes[at]!, lexemes[at + length - 1]!];
  const word = length === 1 ? first.word : raw.slice(first.start, last.end).toLowerCase();
  return { start: first.start, end: last.end, word, senses, gap: first.gap, capital: first.capital };
}

function foldPhrase(lexemes: readonly Lexeme[], at: number): Folded | null {
  for (const { words, senses, capital } of phrasesFrom(lexemes[at]!.word)) {
    if (capital && !lexemes[at]!.capital) continue;
    if (words.every((word, n) => lexemes[at + n]?.word === word && (n === 0 || lexemes[at + n]!.gap !== "break")))
      return { length: words.length, senses };
  }
  return null;
}
