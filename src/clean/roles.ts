import type { Role } from "../document.ts";
import type { Line } from "./lines.ts";
import { creditTail } from "./rules/credits.ts";
import type { LineRule } from "./rules/rule.ts";
import { ENDS_SENTENCE, WORD } from "./words.ts";

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
  readonly scores: readonly number[];
}

/** Gives every line its role: by its own shape, by what stands around it, by how likely it is prose. */
export function assignRoles(evidence: Evidence): Decision[] {
  const { lines, rules, scores } = evidence;
  const captions = findCaptions(evidence);
  const first = scores.findIndex((score, i) => score >= 0.5 && !captions[i]);
  const headline = findHeadline(evidence, captions, first);
  let list: string | null = null;
  const isBare = !rules.some(isSiteSign);
  return lines.map(({ text }, i) => {
    const rule = rules[i];
    if (i === headline) return { role: "headline", rule: "headline-before-prose" };
    if (rule) {
      if (rule.role === "related") list = rule.id;
      return { role: rule.role, rule: rule.id };
    }
    const caption = captions[i];
    if (caption) return { role: "caption", rule: caption };
    if (scores[i]! >= 0.5) {
      list = null;
      return bodyRole(text, lines[i + 1]);
    }
    if (isBare) return { role: "paragraph", rule: "no-site-around" };
    if (headline >= 0 && i > headline && i < first) return standfirst(text);
    if (headline >= 0 && evidence.repeats[headline] === undefined && evidence.repeats[i] === headline)
      return { role: "headline", rule: "headline-repeated" };
    const isTitle = (text.match(WORD)?.length ?? 0) >= 5;
    return list || (isTitle && i > first)
      ? { role: "related", rule: list ?? "teaser" }
      : { role: "boilerplate", rule: "no-prose" };
  });
}

// A text without a single menu, form or pointer to other stories is all article: a score table in it is no list of links.
const isSiteSign = (rule: LineRule | undefined) =>
  (rule?.role === "boilerplate" && rule.id !== "table-rule") || rule?.role === "related";

function bodyRole(text: string, next: Line | undefined): Decision {
  if (/^(?:[•‣▪●○◦*·–—-]|\d{1,2}[.)])\s/u.test(text)) return { role: "list-item", rule: "list-mark" };
  const words = text.match(WORD)?.length ?? 0;
  const opensProse = (next?.text.length ?? 0) > text.length;
  if (
    words <= 14 &&
    text.length < 110 &&
    !/[.!…,;:"”’')\]]$/u.test(text) &&
    opensProse &&
    /^["“‘'\p{Lu}\p{N}]/u.test(text)
  )
    return { role: "subhead", rule: "subhead-short" };
  return { role: "paragraph", rule: "prose" };
}

const standfirst = (text: string): Decision =>
  (text.match(WORD)?.length ?? 0) >= 7
    ? { role: "standfirst", rule: "standfirst-below-headline" }
    : { role: "boilerplate", rule: "no-prose" };

// Depictions: "(R)", ", left,", "shake hands", "file photo".
const DEPICTS =
  /\((?:[LRC]|left|right|center|centre|file(?: photo)?|from left|pictured|above|below)\)|,\s?(?:left|right|center|centre|second (?:from )?left|from left|pictured)\b,?|\bfile (?:photo|picture|image)\b|\b(?:is|are) (?:seen|shown|pictured) (?:in|at|on|here|during)\b|\bin this (?:photo|picture|image|handout|file)\b|\b(?:shakes? hands|poses? for|stands? for a photo|speaks? (?:during|at|to)|looks? on|walks? with|attends? (?:a|the)|arrives? (?:at|in|for)|waves? (?:to|as|from))\b/iu;

/** Captions: what ends in a credit, stands before one, or is a depiction printed twice in a row. */
function findCaptions({ lines, rules, repeats }: Evidence): (string | undefined)[] {
  const found = lines.map(({ text }, i) => {
    if (rules[i] || text.length > 900) return undefined;
    if (creditTail(text) > 0) return "caption-credit";
    if (rules[i + 1]?.role === "credit" && DEPICTS.test(text)) return "caption-above-credit";
    if (repeats[i + 1] === i && DEPICTS.test(text)) return "caption-twice";
    return undefined;
  });
  return found.map(
    (rule, i) => rule ?? (repeats[i] !== undefined && found[repeats[i]!] ? "caption-repeated" : undefined),
  );
}

/** The headline: of the lines before the first prose, the nearest that reads like a title. */
function findHeadline({ lines, rules, scores }: Evidence, captions: readonly unknown[], first: number): number {
  let best = -1;
  let most = 0;
  for (let i = Math.max(0, first - 40); i < first; i++) {
    if (rules[i] || captions[i] || scores[i]! >= 0.5) continue;
    const text = lines[i]!.text;
    const words = text.match(WORD)?.length ?? 0;
    if (words < 4 || words > 32) continue;
    const repeated = lines.filter(
      (line, j) => j !== i && j < first + 3 && line.text.length >= text.length && line.text.includes(text),
    ).length;
    const stamped = [1, 2].some((n) => rules[i + n]?.role === "dateinfo" || rules[i + n]?.role === "byline");
    const value =
      (stamped ? 1 : 0) +
      2 +
      Math.min(1, repeated) +
      (words >= 6 ? 1 : 0) -
      (ENDS_SENTENCE.test(text) ? 0.5 : 0) -
      (first - i) / 12;
    if (value > most) {
      most = value;
      best = i;
    }
  }
  return best;
}
