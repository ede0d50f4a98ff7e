import { classBit } from "../lexicon/classes.ts";
import { fold, lookUp } from "../lexicon/lexicon.ts";
import type { Run } from "./layout.ts";
import { type Word, WRITTEN, wordOf } from "./word.ts";

// Text in capitals, or without any, has lost what tells names from words. It is given back here, for the tagger only:
// as the rest of the document writes the word, else as the lexicon knows it.

const NAME = [
  "given-name",
  "family-name",
  "country",
  "demonym",
  "city",
  "region",
  "place",
  "organization",
  "media",
  "month",
  "weekday",
].reduce((bits, name) => bits | classBit(name as "city"), 0);
const SURE = classBit("country") | classBit("demonym") | classBit("month") | classBit("weekday");
const COMMON = classBit("common") | classBit("function-word");

/** Fewest words of a sentence from which its case can be judged. */
const ENOUGH = 4;

type SentenceCase = "capitals" | "none" | "usual";

/** How a sentence is written: "capitals" where next to all its words are in capitals, "none" where no word has one. */
function caseOfSentence(words: readonly Word[], { start, end }: Run): SentenceCase {
  let [count, capitals, withCapital] = [0, 0, 0];
  for (let i = start; i < end; i++) {
    const { written } = words[i]!;
    if (!(written & WRITTEN.beginsWithLetters)) continue;
    count++;
    if (written & WRITTEN.beginsWithCapital) withCapital++;
    if (!(written & WRITTEN.hasLower)) capitals++;
  }
  if (count < ENOUGH) return "usual";
  return capitals >= count * 0.85 ? "capitals" : withCapital === 0 ? "none" : "usual";
}

/** The words of a document in the case of ordinary prose. */
export function recase(words: readonly Word[], sentences: readonly Run[]): readonly Word[] {
  const cases = sentences.map((sentence) => caseOfSentence(words, sentence));
  // Verse, subtitles and list items often begin with no capital: only a text that has none throughout is recased.
  const lower = cases.filter((kind) => kind === "none").length * 2 > sentences.length;
  if (!lower && !cases.includes("capitals")) return words;
  const usual = usualSpellings(words, sentences, cases);
  const recased = [...words];
  for (const [n, { start, end }] of sentences.entries())
    for (let i = start; i < end; i++) {
      const { text } = words[i]!;
      if (cases[n] === "capitals") recased[i] = wordOf(fromCapitals(text, i === start, usual));
      else if (cases[n] === "none" && lower) recased[i] = wordOf(fromNone(text, usual));
    }
  return recased;
}

/** How the document writes its words where it has capitals and small letters, by folded word. */
function usualSpellings(words: readonly Word[], sentences: readonly Run[], cases: readonly SentenceCase[]) {
  const usual = new Map<string, string>();
  for (const [n, { start, end }] of sentences.entries())
    for (let i = start + 1; cases[n] === "usual" && i < end; i++) {
      const { text, folded, written } = words[i]!;
      if (written & WRITTEN.beginsWithCapital || !usual.has(folded)) usual.set(folded, text);
    }
  return usual;
}

function fromCapitals(text: string, isFirst: boolean, usual: ReadonlyMap<string, string>): string {
  const folded = fold(text);
  const known = usual.get(folded);
  if (known) return known;
  const { classes } = lookUp(folded);
  if (classes & COMMON && !(classes & SURE) && !isFirst) return text.toLowerCase();
  // "NATO", "UN": short and in no list of words.
  if (text.length <= 4 && !(classes & (NAME & ~classBit("organization")))) return text;
  return capitalized(text.toLowerCase());
}

function fromNone(text: string, usual: ReadonlyMap<string, string>): string {
  const { classes } = lookUp(fold(text));
  if (classes & SURE || (classes & NAME && !(classes & COMMON))) return usual.get(fold(text)) ?? capitalized(text);
  return text;
}

/** Also after hyphens and apostrophes: "Jean-Claude", "O'Neill". */
const capitalized = (text: string): string =>
  text.replace(/(^|[-‐'’])(\p{L})(?=\p{L})/gu, (_, before, letter) => before + letter.toUpperCase());
