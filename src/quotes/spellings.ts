import { type CueForm, cueForms } from "../lexicon/cues.ts";
import { remembering } from "../remembering.ts";
import { markCode, wordCode } from "./codes.ts";
import * as W from "./words.ts";

const WORD = /^[\p{L}\p{N}]|^['’]s$/u;
const CAPITAL = /^\p{Lu}/u;

const SUFFIXED = W.ADVERB | W.FINITE | W.PARTICIPLE | W.BARE_VERB;

/** What a token is by itself. */
export interface Spelling {
  readonly text: string;
  readonly lower: string;
  readonly isWord: boolean;
  readonly isCapital: boolean;
  /** What the word may be: a mask of words.ts; 0 for runs and punctuation. */
  readonly mask: number;
  readonly cue: CueForm | undefined;
  /** What it is to the ranker (codes.ts). */
  readonly code: number;
  /** What it may be behind another word, and its code there; differs for capitals alone. */
  readonly inner: { readonly mask: number; readonly code: number };
}

/** Reads a token's spelling. */
export const spellingOf = remembering(readSpelling);

function readSpelling(text: string): Spelling {
  const lower = text.toLowerCase();
  const isWord = WORD.test(text);
  const isCapital = isWord && lower !== text && CAPITAL.test(text);
  const cue = isWord ? cueForms.get(lower) : undefined;
  const as = (mask: number) => ({ mask, code: isWord ? wordCode(lower, mask, isCapital, cue) : markCode(text) });
  const first = as(isWord ? W.wordClass(lower) : W.markClass(text));
  // "Kelly" and "Reed" aren't what their endings say.
  const inner = isCapital ? as(first.mask & ~SUFFIXED) : first;
  return { text, lower, isWord, isCapital, cue, ...first, inner };
}
