import { withoutUnicodeMode } from "../../regexp.ts";
import { AGENCY, CAPITAL, NAME, NAME_OR_WORD, rx } from "./patterns.ts";
import { type LineRule, like } from "./rule.ts";

// Nothing here may be read in two ways, for in a row of agencies the ways would multiply: a word has no hyphen, which
// separates, and an agency after the first is one word or several, but for these.
const WORD = String.raw`(?:\p{Lu}[\p{L}\p{M}'’]*[.1]?|dpa|iStock(?:photo)?|A[.]P[.])`;
const AGENCIES = String.raw`${AGENCY}(?:(?:\s?[-/,|&]\s?| via | and |\s)${WORD})*`;
const WHO = String.raw`(?:${NAME_OR_WORD}|dpa|iStock(?:photo)?)`;
const LABEL = String.raw`(?:(?:File )?[Pp](?:hoto(?:graph)?|icture)s?|PHOTO|Images?|IMAGE|Illustration|Graphic|Video|Credit|CREDIT|Photography)(?: [Cc]redit| CREDIT| [Cc]ourtesy| [Ss]ource| [Ii]llustration)?`;

/** Credit of a picture on a line of its own. */
export const creditRules: readonly LineRule[] = [
  {
    id: "credit-agency",
    role: "credit",
    test: like(
      130,
      rx()`^[\[(©\s]*${WHO}(?:\s?[/|•,]\s?${WHO}){0,4}\s?[/|•,]\s?${AGENCIES}[\])\s]*$`,
      rx()`^©\s?\p{Lu}[^.!?:\d]{2,60}$`,
      rx()`^[\[(©\s]*${NAME} via ${AGENCIES}[\])\s]*$`,
      rx()`^[\[(©\s]*(?:Reuters|REUTERS|AFP|Getty Images|GETTY IMAGES|Yonhap|Shutterstock|Xinhua|EPA|Alamy|Photo)(?:\s?[/-]\s?${WORD}(?: ${WORD}){0,3})*[\])\s]*$`,
    ),
    matches: ["Ann Lee/AFP via Getty Images", "REUTERS/Ann Lee", "(KCNA/Yonhap)", "Getty Images"],
    rejects: ["Reuters said on Monday that the talks had failed.", "AFP"].slice(0, 1),
  },
  {
    id: "credit-label",
    role: "credit",
    test: like(
      130,
      rx()`^[\[(|\s]*${LABEL}\s?(?::|\||/|—|–| by | BY | courtesy of |By:?\s)\s?\S.{1,90}$`,
      rx()`^(?:Courtesy|COURTESY)(?: of)? ${CAPITAL}.{0,60}$`,
    ),
    matches: [
      "Photo: Ann Lee",
      "Image credit: The Daily Gazette",
      "Photo by Ann Lee on Unsplash",
      "Courtesy of Ann Lee",
    ],
    rejects: [
      "Photo by photo, the village came back to life for those who had fled it in the winter of the long war, and then it was gone again for good.",
    ],
  },
];

/** A credit at the end of a caption, from its first character: "…, Tuesday. (KCNA/Yonhap)". */
export const CREDIT_TAIL = [
  rx()`(?<=[.!?”"'\d] )[\[(](?:(?:File )?[Pp]hotos?(?: by|:| courtesy of)? |Image: |Credit: |via )?[^()[\]]{0,60}?${AGENCY}[^()[\]]{0,40}[\])]\.?$`,
  rx()`(?<=\S )[\[(][^()[\]]{0,60}?${AGENCY}[^()[\]]{0,40}[\])]$`,
  rx()`(?<=[.!?”"')] )(?:${NAME}/)?${AGENCY}(?:[-/]${WORD}(?: ${WORD}){0,2})*\.?$`,
  rx()`(?<=[.!?”"')] )${NAME}(?:/| / | \| |, )${AGENCIES}$`,
  rx()`(?<=[.!?”"')] )(?:\|\s?)?${LABEL}(?::| by | BY |/| \| ?| courtesy of )\s?[^.!?]{3,60}$`,
  rx()`(?<=[.!?”"')] )© ?[^.!?]{3,50}$`,
  rx()`(?<=[.!?”"')] )(?:Courtesy|courtesy) (?:of )?[^.!?]{3,60}$`,
];

// A credit ends in a name or a bracket, or has a mark or label before it; most paragraphs are through here at once.
const MAY_CREDIT = /(?:[)\]]|[A-Z][^\s.!?]*)\.?$|[:/|©]|ourtesy/;

/** Where the credit at the end of a caption begins; -1 where there is none. */
export function creditTail(text: string): number {
  if (text.length > 1500) return -1;
  // Only the end is looked at: a credit is short.
  const from = Math.max(0, text.length - 160);
  const tail = text.slice(from);
  if (!MAY_CREDIT.test(tail)) return -1;
  for (const pattern of CREDIT_TAIL) {
    const found = pattern.exec(tail);
    if (found && from + found.index > 0) return from + found.index;
  }
  return -1;
}

/** What tells who is in a picture: "(R)", ", left,", "shake hands", "file photo". */
export const DEPICTS = withoutUnicodeMode(
  /\((?:[LRC]|left|right|center|centre|file(?: photo)?|from left|pictured|above|below)\)|,\s?(?:left|right|center|centre|second (?:from )?left|from left|pictured)\b,?|\bfile (?:photo|picture|image)\b|\b(?:is|are) (?:seen|shown|pictured) (?:in|at|on|here|during)\b|\bin this (?:photo|picture|image|handout|file)\b|\b(?:shakes? hands|poses? for|stands? for a photo|speaks? (?:during|at|to)|looks? on|walks? with|attends? (?:a|the)|arrives? (?:at|in|for)|waves? (?:to|as|from))\b/iu,
);
