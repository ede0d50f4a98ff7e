import type { Has } from "../document.ts";
import { cleanText } from "./text.ts";

// More text than this doesn't change the answer.
const ENOUGH = 2000;

// No other language has this many of these; English prose is 25 to 45 % of them.
const ENGLISH = new Set(
  "the of to and a in is was that for on with as by at from it he she they be are were has have had will would this his her their not said an which who".split(
    " ",
  ),
);

/** Identifies the language of the article, as a BCP 47 tag; "und" where it can't be told. */
export async function identifyLanguage(doc: Has<"blocks">): Promise<string> {
  const text = cleanText(doc).slice(0, ENOUGH) || doc.raw.slice(0, ENOUGH);
  if (isPlainlyEnglish(text)) return "en";
  // The detector takes longer to load than most runs take: only where it is needed.
  const { eld } = await import("eld/extrasmall");
  return eld.detect(text).language || "und";
}

function isPlainlyEnglish(text: string): boolean {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return words.length >= 8 && words.filter((word) => ENGLISH.has(word)).length > words.length * 0.2;
}
