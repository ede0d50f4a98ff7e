import { eld } from "eld/small";
import type { Has } from "../document.ts";
import { cleanText } from "./text.ts";

// More text than this doesn't change the answer.
const ENOUGH = 2000;

/** Identifies the language of the article, as a BCP 47 tag; "und" where it can't be told. */
export function identifyLanguage(doc: Has<"blocks">): string {
  return eld.detect(cleanText(doc).slice(0, ENOUGH)).language || "und";
}
