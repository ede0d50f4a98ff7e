import { classBit } from "../lexicon/classes.ts";
import type { Layout, Run } from "./layout.ts";
import { has } from "./word.ts";

const TITLE = classBit("title");
// Words of a title that are none by themselves: "Foreign Minister", "First Deputy Prime Minister".
const MODIFIER =
  /^(?:foreign|prime|first|second|vice|deputy|defen[cs]e|interior|home|finance|justice|education|health|agriculture|trade|energy|environment|information|labou?r|transport|unification|security|state|cabinet|chief|executive|general|senior|junior|assistant|associate|acting|interim|former|ex|then|late|major|lieutenant|managing|press|permanent|special|presidential|parliamentary|opposition|majority|minority|national|federal|regional|provincial|royal|police|army|navy|naval|air|field|rear|team|party|co|executive|supreme|grand|crown|external|internal|affairs|economic|commerce|culture|sports|tourism|oil|petroleum|planning|local|government|house|senate|court|district|city|state|county|assembly|union|bank|club)$/u;
const LONGEST = 6;

/** The title right before a person, as word numbers: "Foreign Minister", "Secretary of State", "Dr". */
export function titleBefore({ words, sentences, sentenceOf }: Layout, name: number, floor: number): Run | null {
  const first = Math.max(floor, sentences[sentenceOf[name]!]!.start, name - LONGEST);
  if (name - 1 < first) return null;
  let start = name;
  if (name - 3 >= first && words[name - 2]!.text === "of" && words[name - 1]!.isCapital && has(words[name - 3]!, TITLE))
    start = name - 3;
  while (start > first && continues(words[start - 1]!.folded, has(words[start - 1]!, TITLE), start < name)) start--;
  while (
    start < name &&
    /^(?:-|ex|then|former|late|co|general|state|.*ing)$/u.test(words[start]!.folded) &&
    !has(words[start]!, TITLE)
  )
    start++;
  return start < name && isTitle(words, start, name) ? { start, end: name } : null;
}

const continues = (folded: string, isTitle: boolean, inside: boolean) =>
  isTitle || (inside && (MODIFIER.test(folded) || folded === "-"));

const isTitle = (words: Layout["words"], start: number, end: number) =>
  words.slice(start, end).some((word) => has(word, TITLE));
