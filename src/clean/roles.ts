import type { Role } from "../document.ts";
import { BODY } from "./body.ts";
import type { BylineCandidate } from "./byline.ts";
import { gluedByline } from "./bylines.ts";
import type { Line } from "./lines.ts";
import { creditTail, DEPICTS } from "./rules/credits.ts";
import type { LineRule } from "./rules/rule.ts";
import { isBylineLabel, SIGNATURE_FORMS } from "./signatures.ts";
import { ENDS_SENTENCE } from "./words.ts";

/** A role and the rule that gave it. */
export interface Decision {
  readonly role: Role;
  readonly rule: string;
}

/** What is known of the lines of one document before their roles are. */
export interface Evidence {
  readonly lines: readonly Line[];
  readonly rules: readonly (LineRule | undefined)[];
  readonly repeats: readonly (number | undefined)[];
  readonly scores: ArrayLike<number>;
  /** How many words each line has. */
  readonly words: readonly number[];
  /** Index of the headline; -1 where there is none. */
  readonly headline: number;
  readonly bylines: readonly BylineCandidate[];
}

/** Gives every line its role: by its own shape, by what stands around it, by how likely it is prose. */
export function assignRoles(evidence: Evidence): Decision[] {
  const { lines, rules, scores, headline, words } = evidence;
  const captions = findCaptions(evidence);
  const first = lines.findIndex((_, i) => scores[i]! >= BODY && !captions[i] && !rules[i]);
  const stopped = lines.findIndex(
    ({ text }, i) => i > headline && scores[i]! >= BODY && !captions[i] && !rules[i] && ENDS_SENTENCE.test(text),
  );
  const bylines = wholeBylines(evidence);
  let list: string | null = null;
  const isBare = !rules.some(isSiteSign);
  return lines.map(({ text }, i) => {
    const rule = rules[i];
    if (i === headline) return { role: "headline", rule: "model-headline" };
    if (rule) {
      if (rule.role === "related") list = rule.id;
      return { role: rule.role, rule: rule.id };
    }
    const caption = captions[i];
    if (caption) return { role: "caption", rule: caption };
    const byline = bylines.get(i);
    if (byline) return { role: "byline", rule: byline };
    if (i <= first + 1 && text.length < 300 && gluedByline(text) > 0)
      return { role: "standfirst", rule: "standfirst-glued-byline" };
    if (headline >= 0 && i > headline && i <= stopped && isDeck(text, words[i]!))
      return { role: "standfirst", rule: "standfirst-unstopped" };
    if (scores[i]! >= BODY) {
      list = null;
      return bodyRole(text, words[i]!, lines[i + 1]);
    }
    if (isBare) return { role: "paragraph", rule: "no-site-around" };
    if (headline >= 0 && i > headline && i < first) return standfirst(words[i]!);
    if (headline >= 0 && evidence.repeats[headline] === undefined && evidence.repeats[i] === headline)
      return { role: "headline", rule: "headline-repeated" };
    const isTitle = words[i]! >= 5;
    return list || (isTitle && i > first)
      ? { role: "related", rule: list ?? "teaser" }
      : { role: "boilerplate", rule: "no-prose" };
  });
}

// "Written By Ann Lee , New Delhi"
const OPENS_BY = /^(?:\p{L}+ )?by\b.{0,90}$/iu;

/** The lines of which all is byline: those that name the authors, and the "By" above a name. */
function wholeBylines({ lines, bylines }: Evidence): Map<number, string> {
  const found = new Map<number, string>();
  for (const { line, form, isChosen } of bylines) {
    const { id, isWhole } = SIGNATURE_FORMS[form]!;
    if (!isChosen || !(isWhole || OPENS_BY.test(lines[line]!.text))) continue;
    found.set(line, `byline-${id}`);
    if (isBylineLabel(lines[line - 1]?.text ?? "")) found.set(line - 1, "byline-label");
  }
  return found;
}

// A text without a single menu, form or pointer to other stories is all article: a score table in it is no list of links.
const isSiteSign = (rule: LineRule | undefined) =>
  (rule?.role === "boilerplate" && rule.id !== "table-rule") || rule?.role === "related";

function bodyRole(text: string, words: number, next: Line | undefined): Decision {
  if (/^(?:[•‣▪●○◦*·–—-]|\d{1,2}[.)])\s/u.test(text)) return { role: "list-item", rule: "list-mark" };
  const opensProse = (next?.text.length ?? 0) > text.length;
  if (
    words <= 14 &&
    text.length < 110 &&
    !/[.!…,;:"”’')\]]$/u.test(text) &&
    opensProse &&
    /^["“‘'\p{Lu}\p{N}]/u.test(text)
  )
    return { role: "subhead", rule: "subhead-short" };
  return { role: "paragraph", rule: "model-body" };
}

// A deck has the length of a sentence and no stop.
function isDeck(text: string, words: number): boolean {
  return words >= 9 && words <= 45 && !/[.!?…:;,)\]"'”’»]$/u.test(text);
}

const standfirst = (words: number): Decision =>
  words >= 7 ? { role: "standfirst", rule: "standfirst-below-headline" } : { role: "boilerplate", rule: "no-prose" };

/** Captions: what ends in a credit, stands before one, or is a depiction printed twice in a row. */
function findCaptions({ lines, rules, repeats }: Evidence): (string | undefined)[] {
  const found = lines.map(({ text }, i) => {
    if (rules[i] || text.length < 30 || text.length > 900) return undefined;
    if (creditTail(text) > 0) return "caption-credit";
    if (rules[i + 1]?.role === "credit" && DEPICTS.test(text)) return "caption-above-credit";
    if (repeats[i + 1] === i && DEPICTS.test(text)) return "caption-twice";
    return undefined;
  });
  return found.map(
    (rule, i) => rule ?? (repeats[i] !== undefined && found[repeats[i]!] ? "caption-repeated" : undefined),
  );
}
