import { classBit } from "./classes.ts";
import { fold, lookUp } from "./lexicon.ts";

// Hyphens between words of their own: "U.S.-led", "anti-American", "Iran-Iraq war", "AFP-Yonhap" are cut;
// "Suk-yeol", "Guinea-Bissau", "al-Shabaab", "Okonjo-Iweala" are names and stay whole.

const PREFIX =
  /^(?:anti|pro|non|ex|pre|post|mid|then|former|late|early|neo|pan|trans|inter|intra|cross|self|semi|quasi|un|sino|russo|afro|anglo|franco|indo|euro|greco|austro|sub-|north|south|east|west)$/iu;
const SHORT_TAIL = /^(?:led|run|era|made|wide|born|like|held|only|type|bound|owned|based|war|own|ed|win|aid)$/u;
// Syllables of Korean and Chinese given names that are English words too: "Ki-moon", "Kyung-soon".
const SYLLABLE = /^[bcdghjklmnprstwxyz]{0,2}[aeiouy]{1,3}(?:ng|[nmklh])?$/u;

const NATION = ["country", "city", "demonym", "group", "place", "region"].reduce(
  (bits, name) => bits | classBit(name as "country"),
  0,
);
const BODY = classBit("media") | classBit("organization");
const COMMON = classBit("common");

/** Offsets in a hyphenated word at which it is cut: before and after each hyphen that joins two words. */
export function hyphenCuts(word: string): number[] {
  const pieces = word.split(/[-‐‑]/u);
  if (pieces.length < 2 || pieces.length > 6 || lookUp(fold(word)).classes & NATION) return [];
  const cuts: number[] = [];
  let at = 0;
  for (const [i, piece] of pieces.entries()) {
    at += piece.length;
    const next = pieces[i + 1];
    if (next !== undefined && joinsWords(piece, next)) cuts.push(at, at + 1);
    at++;
  }
  return cuts;
}

const isCapital = (text: string) => /^\p{Lu}/u.test(text);

function joinsWords(left: string, right: string): boolean {
  if (!isCapital(right)) {
    if (!isCapital(left)) return false;
    if (SHORT_TAIL.test(right)) return true;
    return right.length >= 4 && !SYLLABLE.test(right) && (lookUp(fold(right)).classes & COMMON) !== 0;
  }
  if (PREFIX.test(left)) return true;
  const [a, b] = [lookUp(fold(left)).classes, lookUp(fold(right)).classes];
  return ((a & NATION) !== 0 && (b & NATION) !== 0) || ((a & BODY) !== 0 && (b & BODY) !== 0);
}
