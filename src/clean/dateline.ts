import { AGENCY, MONTH, rx } from "./rules/patterns.ts";

const CAPS = String.raw`\p{Lu}[\p{Lu}\p{M}.'’-]+(?:[ /]\p{Lu}[\p{Lu}\p{M}.'’-]*){0,3}`;
const WORDS = String.raw`\p{Lu}[\p{L}\p{M}.'’-]*(?: (?:\p{Lu}[\p{L}\p{M}.'’-]*|of|de|del|and|the)){0,3}`;
const DATE = String.raw`(?:${MONTH} \d{1,2}|\d{1,2} ${MONTH})(?:,? \d{4})?`;
const SOURCE = String.raw`\s?\((?:${AGENCY}|[\p{Lu}][\p{L} .-]{1,24})\)`;
// Markdown prints it bold: "**OSLO** -- ".
const MARK = "[*_]{0,2}";
const DASH = String.raw`[*_]{0,2}\s?(?:[–—―]|-{1,2}(?=\s)|\s-{1,2}(?=\s?))\s?`;

// "SEOUL, South Korea –", "MOSCOW, June 12 (Reuters) -", "Moscow (AP) —"; a plain place needs agency or date to be one.
const DATELINES = [
  rx()`^${MARK}${CAPS}(?:, ${WORDS}){0,2}(?:, ${DATE})?(?:${SOURCE})?${DASH}(?=["“‘'\p{Lu}\p{N}])`,
  rx()`^${MARK}${WORDS}(?:, ${WORDS}){0,2}(?:, ${DATE}(?:${SOURCE})?|${SOURCE})${DASH}(?=["“‘'\p{Lu}\p{N}])`,
  rx()`^${MARK}${CAPS}(?:, ${WORDS}){0,2}, ${DATE}(?:${SOURCE})?:\s(?=["“‘'\p{Lu}])`,
];

// Most paragraphs have no dash near their beginning, and no colon: they are through at once.
const MAY_END = /[–—―:-]/;

/** Where the paragraph begins after its dateline; 0 where the line opens without one. */
export function findDateline(text: string): number {
  const head = text.slice(0, 140);
  if (!MAY_END.test(head)) return 0;
  for (const pattern of DATELINES) {
    const found = pattern.exec(head)?.[0];
    if (found && /\p{Lu}{2}|\(/u.test(found)) return found.length;
  }
  return 0;
}
