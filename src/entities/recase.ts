import type { Sentence } from "../document.ts";
import { classBit } from "../lexicon/classes.ts";
import { fold, lookUp } from "../lexicon/lexicon.ts";

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

/** How a sentence is written: "capitals" where next to all its words are in capitals, "none" where no word has one. */
export function caseOfSentence({ tokens }: Sentence): "capitals" | "none" | "usual" {
  let [words, capitals, withCapital] = [0, 0, 0];
  for (const { text } of tokens) {
    if (!/^\p{L}{2}/u.test(text)) continue;
    words++;
    if (/^\p{Lu}/u.test(text)) withCapital++;
    if (!/\p{Ll}/u.test(text)) capitals++;
  }
  if (words < ENOUGH) return "usual";
  return capitals >= words * 0.85 ? "capitals" : withCapital === 0 ? "none" : "usual";
}

/** The texts of the tokens of each sentence, in the case of ordinary prose. */
export function recase(sentences: readonly Sentence[]): string[][] {
  const cases = sentences.map(caseOfSentence);
  // Verse, subtitles and list items often begin with no capital: only a text that has none throughout is recased.
  const lower = cases.filter((kind) => kind === "none").length * 2 > sentences.length;
  const usual = new Map<string, string>();
  if (cases.includes("capitals") || lower)
    for (const [n, { tokens }] of sentences.entries())
      if (cases[n] === "usual")
        for (const { text } of tokens.slice(1))
          if (/^\p{Lu}/u.test(text) || !usual.has(fold(text))) usual.set(fold(text), text);
  return sentences.map(({ tokens }, n) => {
    if (cases[n] === "capitals") return tokens.map(({ text }, i) => fromCapitals(text, i === 0, usual));
    return tokens.map(({ text }) => (cases[n] === "none" && lower ? fromNone(text, usual) : text));
  });
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
