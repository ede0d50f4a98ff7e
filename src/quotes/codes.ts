import type { CueForm } from "../lexicon/cues.ts";
import * as W from "./words.ts";

// Closed-class words that are a code of their own; every other word is coded by what its list or shape says it may be.
const FUNCTION_WORDS =
  `that to of in on at for with by from about into against during over under after before between among through without within
  as than like since until and or but nor because although though while whereas if unless when where whether how why what who whom whose which
  i you he she it we they me him her us them himself herself itself themselves this these those a an the my your his its our their some many most
  several no all any both each every is are was were be been being am has have had having do does did will would can could may might must shall should
  not never also then later now again still just only even too so there here out up off down back more less much such other another same own
  's ’s one two first last next saying adding noting say said says told according people reporters`
    .split(/\s+/)
    .filter(Boolean);
const FIRST_FUNCTION_WORD = 40;
const CODES = new Map(FUNCTION_WORDS.map((word, i) => [word, i + FIRST_FUNCTION_WORD]));
const MARKS = new Map([...",;:.!?…—–-()[]$%#@&/'’‘"].map((mark, i) => [mark, 1 + i]));

export const RUN_CODE = 26;

/** What a punctuation mark is to the ranker: a small number, from 1. */
export const markCode = (mark: string): number => MARKS.get(mark[0]!) ?? 25;

/** What a word is to the ranker: a closed-class word, else its class or shape. */
export function wordCode(lower: string, mask: number, isCapital: boolean, cue: CueForm | undefined): number {
  const known = CODES.get(lower);
  if (known !== undefined) return known;
  if (cue) return cue.forms.has("ing") ? 27 : cue.forms.has("past") ? 28 : 29;
  if (mask & W.TIME) return 30;
  if (isCapital) return 31;
  if (mask & W.ADVERB) return 32;
  if (mask & W.ING) return 33;
  if (mask & W.FINITE) return 34;
  if (mask & W.BARE_VERB) return 35;
  if (mask & W.PREPOSITION) return 36;
  if (/^\p{N}/u.test(lower)) return 37;
  return lower.endsWith("s") ? 38 : 39;
}
