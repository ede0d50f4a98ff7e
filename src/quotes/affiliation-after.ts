import type { Token } from "../document.ts";
import { INSTITUTION_HEADS, institutionNoun } from "../lexicon/institutions.ts";
import { roleNoun } from "../lexicon/roles.ts";
import { type Affiliation, affiliationOf, anaphoric, type NameTypes, nameEnd, VAGUE } from "./affiliation-names.ts";
import { ageAt, DETERMINERS, isBreak, isCapital, isPossessive, lower, PREPOSITIONS } from "./roles-words.ts";

const LOWER_BODY =
  /^(?:think|national|state|local|federal|public|private|policy|research|non-profit|nonprofit|foreign)$/u;

const RANK: Record<string, number> = {
  at: 9,
  with: 7,
  for: 6,
  from: 5,
  of: 6,
  to: 5,
  by: 4,
  under: 4,
  within: 4,
  inside: 4,
  in: 2,
  on: 0,
};
// Whom one is sent to is not whom one serves: "ambassador to Washington".
const SENT: ReadonlySet<string> = new Set(["ambassador", "envoy", "emissary", "delegate", "visitor"]);

const TOPIC: ReadonlySet<string> = new Set(["on", "about"]);

interface Tail {
  readonly roleEnd: number;
  /** "from 2007 to 2013", "under President Reagan". */
  readonly past: boolean;
  readonly affiliation: Affiliation | null;
  readonly end: number;
}

/** Reads the prepositional phrases after a role noun: more of the role ("of law"), then the affiliation ("at Harvard"). */
export function trailingAffiliation(
  tokens: readonly Token[],
  from: number,
  limit: number,
  role: string,
  types: NameTypes,
): Tail {
  let at = from;
  let roleEnd = from;
  let best: Affiliation | null = null;
  let past = false;
  for (let phrases = 0; phrases < 6 && at < limit; phrases++) {
    const preposition = lower(tokens[at]!);
    if (preposition === "and" || preposition === "/") {
      const topic = roleEnd === at ? conjoinedTopic(tokens, at + 1, limit) : null;
      const next = conjoinedRole(tokens, at + 1, limit) ?? topic;
      if (next === null) break;
      if (next === topic) roleEnd = next;
      at = next;
      continue;
    }
    if (!PREPOSITIONS.has(preposition) && preposition !== "representing") break;
    const phrase = readObject(tokens, at + 1, limit, types);
    if (!phrase) break;
    if (preposition === "under" || YEAR.test(tokens[at + 1]!.text)) {
      past ||= preposition === "under" ? isCapital(tokens[phrase.end - 1]!) : preposition === "from";
      at = phrase.end;
      continue;
    }
    const isSent = SENT.has(role) && (preposition === "to" || preposition === "in");
    const isField = phrase.isField === true && /^(?:of|for|in|on)$/u.test(preposition);
    // "An expert on Lotus Island", "an adviser on Chile's economy", but "a member on the Senate committee"
    const isTopic = TOPIC.has(preposition) && !phrase.affiliation?.classes.length;
    const found = phrase.affiliation && !isSent && !isField && !isTopic ? { ...phrase.affiliation, preposition } : null;
    if (found && (!best || rank(found) > rank(best))) best = found;
    // "a professor in his first campaign"
    const isOwn = preposition === "in" && /^(?:his|her|their|an?)$/u.test(lower(tokens[at + 1]!));
    if (!found && roleEnd === at && !best && !isOwn) roleEnd = phrase.end;
    at = phrase.end;
  }
  return { roleEnd, past, affiliation: best, end: at };
}

const YEAR = /^(?:1[89]|20)\d\d$/u;

const rank = (found: Affiliation) =>
  (RANK[found.preposition ?? ""] ?? 1) +
  (found.classes.length || found.anaphor ? 1.5 : 0) -
  (found.kind === "place" ? 2 : 0);

// "investor and founder of ValueAct": what follows the second noun belongs to both.
function conjoinedRole(tokens: readonly Token[], from: number, limit: number): number | null {
  for (let i = from; i < Math.min(limit, from + 6); i++) {
    if (isBreak(tokens[i]!)) return null;
    if (roleNoun(tokens[i]!.text) && (i + 1 >= limit || isBreak(tokens[i + 1]!))) return i + 1;
  }
  return null;
}

// "professor of law and political science at Reed University": the second field of the same chair.
function conjoinedTopic(tokens: readonly Token[], from: number, limit: number): number | null {
  for (let i = from; i < Math.min(limit, from + 5); i++) {
    if (PREPOSITIONS.has(lower(tokens[i]!))) return i > from ? i : null;
    if (isBreak(tokens[i]!) || isCapital(tokens[i]!)) return null;
  }
  return null;
}

/** What stands after a preposition or a verb. */
export interface PhraseObject {
  readonly affiliation: Affiliation | null;
  /** "The Korea program": a name within a field of work, no body. */
  readonly isField?: boolean;
  readonly end: number;
}

/** The object of a preposition: a proper name is an affiliation, "the think tank" points back to one. */
export function readObject(
  tokens: readonly Token[],
  from: number,
  limit: number,
  types: NameTypes,
): PhraseObject | null {
  let start = from;
  while (start < limit && DETERMINERS.has(lower(tokens[start]!))) start++;
  start = afterSeat(tokens, start);
  if (start >= limit || isBreak(tokens[start]!)) return null;
  let end = start;
  while (end < limit && !isBreak(tokens[end]!) && !isCapital(tokens[end]!) && end - start < 8) end++;
  const isNumbered = end > start && /^\d+$/u.test(tokens[end - 1]!.text);
  if (end < limit && isCapital(tokens[end]!))
    return properObject(tokens, start, isNumbered ? end - 1 : end, limit, types);
  const noun = institutionNoun(tokens[end - 1]!.text) ?? thinkTank(tokens, end);
  const points =
    noun && !VAGUE.has(noun) && start > from && /^(?:the|that|this|its|his|her)$/u.test(lower(tokens[start - 1]!));
  const isPlain = end - start === 1 || LOWER_BODY.test(lower(tokens[start]!));
  return {
    affiliation: points && isPlain ? { ...anaphoric(tokens[end - 1]!, noun), start: tokens[start]!.start } : null,
    end,
  };
}

// "the New York-based Reed Institute": where a body sits is no part of its name.
function afterSeat(tokens: readonly Token[], from: number): number {
  for (let i = from; i < from + 3 && i < tokens.length && isCapital(tokens[i]!); i++) {
    const seat = ageAt(tokens, i);
    if (seat > 0) return i + seat;
  }
  return from;
}

const thinkTank = (tokens: readonly Token[], end: number) =>
  end > 1 && lower(tokens[end - 1]!) === "tank" && lower(tokens[end - 2]!) === "think" ? "think-tank" : null;

function properObject(
  tokens: readonly Token[],
  start: number,
  name: number,
  limit: number,
  types: NameTypes,
): PhraseObject {
  // "The director on Monday"
  if (nameEnd(tokens, name, limit) === name) return { affiliation: null, end: name + 1 };
  const [from, last] = withoutOwner(tokens, name, nameEnd(tokens, name, limit), limit, types);
  const end = knownEnd(tokens, from, last, limit, types);
  const person = roleNoun(tokens[from]!.text) && end - from > 1 && !institutionNoun(tokens[end - 1]!.text);
  const body = wholeBody(tokens, end, limit);
  const plain = affiliationOf(tokens, from, body.whole, types);
  const kind = body.noun ?? kindBefore(tokens, start, name);
  const affiliation = kind ? { ...plain, kind: "body" as const, classes: INSTITUTION_HEADS.get(kind) ?? [] } : plain;
  if (isThingOf(tokens, from, end, types)) return { affiliation: null, end: Math.max(body.end, start + 1) };
  return {
    affiliation: person ? { ...affiliation, kind: "person" } : affiliation,
    isField: body.isField,
    end: Math.max(body.end, start + 1),
  };
}

// "Chile's economy" and "Chile's war" are what one knows of, not whom one serves.
function isThingOf(tokens: readonly Token[], from: number, end: number, types: NameTypes): boolean {
  const last = tokens[end - 1]!;
  return (
    /^\p{Ll}/u.test(last.text) &&
    tokens.slice(from, end).some(isPossessive) &&
    types(tokens[from]!)?.type === "place" &&
    !institutionNoun(last.text)
  );
}

// A name that was recognized is not cut short: "A.F.L.-C.I.O.", "Interfaith Paths to Peace".
function knownEnd(tokens: readonly Token[], from: number, end: number, limit: number, types: NameTypes): number {
  const known = types(tokens[from]!);
  let last = end;
  while (known && known.type !== "person" && last < limit && tokens[last]!.end <= known.end) last++;
  return last;
}

// "the center-left think tank Third Way"
const kindBefore = (tokens: readonly Token[], start: number, name: number) =>
  name > start ? (thinkTank(tokens, name) ?? institutionNoun(tokens[name - 1]!.text)) : null;

// "at Seoul's Reed University", "from Germany's Green Party"; "for Trump's campaign" keeps its owner.
function withoutOwner(
  tokens: readonly Token[],
  from: number,
  end: number,
  limit: number,
  types: NameTypes,
): [number, number] {
  if (!isPossessive(tokens[end]) || end + 1 >= limit) return [from, end];
  if (isBrand(tokens, from, end, limit, types)) return [from, nameEnd(tokens, end + 1, limit)];
  let next = end + 1;
  while (next < limit - 1 && next - end < 4 && /^\p{Ll}/u.test(tokens[next]!.text) && !isBreak(tokens[next]!)) next++;
  if (next < limit && nameEnd(tokens, next, limit) > next && isCapital(tokens[next]!))
    return [next, nameEnd(tokens, next, limit)];
  let last = end + 1;
  while (last < limit && !isBreak(tokens[last]!) && last - end < 6) last++;
  return [from, last];
}

// "Moody's Analytics" is one name, "Germany's Green Party" and "Roe's Institute" are two.
function isBrand(tokens: readonly Token[], from: number, end: number, limit: number, types: NameTypes): boolean {
  const next = tokens[end + 1]!;
  if (!isCapital(next) || end - from !== 1) return false;
  const known = types(tokens[from]!);
  if (known && known.end >= next.end) return known.type === "organization";
  return known === undefined && institutionNoun(tokens[nameEnd(tokens, end + 1, limit) - 1]!.text) === null;
}

// "the Trump campaign" and "the Orlov government" are named with their noun; "the Korea program" is a field of work.
const NAMED_WITH_NOUN =
  /^(?:campaign|government|administration|party|family|foundation|ministry|camp|team|university)$/u;
const UNION = /^(?:union|federation|association|council|league|society|committee|board|agency|police|authority)$/u;
const FIELD =
  /^(?:program|programme|project|studies|affairs|policy|desk|initiative|issues|unit|team|office|department)$/u;

function wholeBody(tokens: readonly Token[], end: number, limit: number) {
  let after = end;
  while (after < limit && after - end < 4 && /^\p{Ll}/u.test(tokens[after]!.text) && !isBreak(tokens[after]!)) after++;
  const word = after > end ? lower(tokens[after - 1]!) : "";
  const noun = after > end ? (thinkTank(tokens, after) ?? institutionNoun(word)) : null;
  const isField = FIELD.test(word);
  const isNamed = (NAMED_WITH_NOUN.test(word) && after === end + 1) || UNION.test(word);
  return { whole: isNamed ? after : end, isField, end: after, noun: isField ? null : noun };
}
