import type { Span, Token } from "../document.ts";
import { INSTITUTION_HEADS, type InstitutionClass, institutionNoun } from "../lexicon/institutions.ts";
import { FORMER, ROLE_MODIFIERS, type RoleClass, roleNoun } from "../lexicon/roles.ts";
import type { NameTypes } from "./roles.ts";
import { DETERMINERS, isBreak, isCapital, isPossessive, lower, PREPOSITIONS } from "./roles-words.ts";

/** What a role belongs to: a body, a place (for its government) or a person. */
export interface Affiliation extends Span {
  readonly kind: "body" | "place" | "person" | "unknown";
  /** What kinds of body its words tell of. */
  readonly classes: readonly InstitutionClass[];
  /** The preposition that joined it; absent before the role. */
  readonly preposition?: string;
  /** The noun of "the think tank", where no name is given here. */
  readonly anaphor?: string;
}

interface Premodifiers {
  /** Index of the first token of the role. */
  readonly role: number;
  readonly affiliation: Affiliation | null;
  readonly possessor: boolean;
}

// Words of the party stay in the role: "Republican strategist".
const PARTY_WORDS = /^(?:republican|democratic|democrat|gop|libertarian|tory|labour|socialist|communist|independent)$/iu;
// Whose field, not whose staff: "a Russia expert", "a China scholar".
const TOPICAL: ReadonlySet<string> = new Set(
  "expert watcher specialist scholar analyst hand historian observer commentator strategist".split(" "),
);

/** Tells the affiliation before a role noun from the role itself: "Kremlin | presidential aide". */
export function splitPremodifiers(
  tokens: readonly Token[],
  first: number,
  head: number,
  classes: readonly RoleClass[],
  types: NameTypes,
): Premodifiers {
  const owner = lastPossessive(tokens, first, head);
  const begin = owner === null ? first : owner + 1;
  const start = afterStanding(tokens, begin, head);
  const cut = prefixEnd(tokens, start, head, types);
  const noun = roleNoun(tokens[head]!.text)!.noun;
  const named = cut > start ? affiliationOf(tokens, start, cut, types) : null;
  const isTopic = named !== null && TOPICAL.has(noun) && named.kind !== "body" && classes[0] !== "official";
  const possessor = owner === null ? pronounOwner(tokens[first - 1]) : ownerOf(tokens, first, owner, types);
  const role = isTopic || !named ? begin : cut;
  const affiliation = named && !isTopic && (!possessor || named.classes.length > 0) ? named : possessor;
  return { role: skipQualities(tokens, role, head), affiliation, possessor: possessor !== null };
}

// "former New Mexico governor", "longtime Kremlin aide": what is said of the standing comes before the name.
function afterStanding(tokens: readonly Token[], begin: number, head: number): number {
  let i = begin;
  while (i < head && /^\p{Ll}/u.test(tokens[i]!.text) && (FORMER.has(lower(tokens[i]!)) || ROLE_MODIFIERS.has(lower(tokens[i]!)))) i++;
  return i < head && isCapital(tokens[i]!) ? i : begin;
}

function lastPossessive(tokens: readonly Token[], first: number, head: number): number | null {
  for (let i = head - 1; i > first; i--) if (isPossessive(tokens[i])) return i;
  return null;
}

// "His top aide": whom the pronoun means is looked up later.
const pronounOwner = (token: Token | undefined): Affiliation | null =>
  token && /^(?:his|her)$/iu.test(token.text)
    ? { start: token.start, end: token.end, kind: "person", classes: [], anaphor: lower(token) }
    : null;

/** The name before 's: "Seoul" in "Seoul's", "Putin" in "Mr. Putin's". */
function ownerOf(tokens: readonly Token[], first: number, owner: number, types: NameTypes): Affiliation | null {
  let start = owner;
  while (start > first && (isCapital(tokens[start - 1]!) || joinsName(tokens, start - 1, first))) start--;
  if (start < owner) return affiliationOf(tokens, start, owner, types);
  // "the think tank's director"
  const noun = institutionNoun(tokens[owner - 1]!.text);
  return noun && !VAGUE.has(noun) ? anaphoric(tokens[owner - 1]!, noun) : null;
}

const joinsName = (tokens: readonly Token[], at: number, first: number) =>
  at > first && /^(?:of|for|and|&|on|the)$/iu.test(tokens[at]!.text) && isCapital(tokens[at - 1]!);

/** End of the capitalized run before the role that names a body or place and is no rank or portfolio. */
function prefixEnd(tokens: readonly Token[], begin: number, head: number, types: NameTypes): number {
  let end = begin;
  for (let i = begin; i < head; i++) {
    const token = tokens[i]!;
    const isName = (isCapital(token) || /^[&/]$/u.test(token.text)) && !PARTY_WORDS.test(token.text);
    if (!isName) {
      // "City of London police chief", "Center for Progress fellow"
      if (i > begin && end === i && PREPOSITIONS.has(lower(token)) && isCapital(tokens[i + 1]!)) continue;
      if (end < i && i > begin + 1) return end;
      if (FORMER.has(lower(token)) || ROLE_MODIFIERS.has(lower(token))) return end;
      return end;
    }
    const type = types(token);
    const isRank = (ROLE_MODIFIERS.has(lower(token)) || roleNoun(token.text)) && !endsBody(tokens, i, head);
    if (!isRank || type === "organization" || type === "place") end = i + 1;
    else if (end === i) return end;
  }
  return end;
}

/** Whether a rank word belongs to the name of a body that follows it: "Foreign" in "Foreign Ministry spokesman". */
function endsBody(tokens: readonly Token[], from: number, head: number): boolean {
  for (let i = from; i < head; i++) {
    if (!isCapital(tokens[i]!)) return false;
    const noun = institutionNoun(tokens[i]!.text);
    if (noun && !(ROLE_MODIFIERS.has(noun) && i > from) && !(i === from && ROLE_MODIFIERS.has(noun))) return true;
  }
  return false;
}

// "a bearded veteran", "the controversial host": qualities are no part of the role.
function skipQualities(tokens: readonly Token[], from: number, head: number): number {
  let i = from;
  while (i < head && (/^(?:\d|-$)/u.test(tokens[i]!.text) || /-old$/u.test(tokens[i]!.text) || QUALITIES.has(lower(tokens[i]!)) || isPossessive(tokens[i]))) i++;
  return i;
}
const QUALITIES: ReadonlySet<string> = new Set(
  `bearded young old elderly recent controversial outspoken powerful influential popular famous well-known known respected renowned prominent
  noted embattled fiery veteran-like new then powerful wealthy own longest-serving local first-ever other fellow so-called self-described
  a.k.a. native-born largest biggest`.split(/\s+/u),
);

const CALENDAR = /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|April|June|July|August|September|October|November|December)$/u;

const NAME_LINKS = /^(?:of|for|and|&|on|the|in|de|du|des|der|del|la|al|\/|to)$/iu;

/** End of the proper name that begins at a token: "Korea Institute for National Unification". */
export function nameEnd(tokens: readonly Token[], from: number, limit: number): number {
  let end = from;
  let open = false;
  for (let i = from; i < limit; i++) {
    const token = tokens[i]!;
    if (CALENDAR.test(token.text)) break;
    if (isCapital(token) || (i === from && /^\d/u.test(token.text))) {
      end = i + 1;
      if (institutionNoun(token.text)) open = false;
    } else if (/^\d+$/u.test(token.text) && end === i) end = i + 1;
    else if (!links(tokens, i, limit, open, end === i)) break;
    else if (/^(?:for|of|on)$/iu.test(token.text)) open = true;
  }
  return end;
}

function links(tokens: readonly Token[], at: number, limit: number, open: boolean, follows: boolean): boolean {
  const word = lower(tokens[at]!);
  if (!NAME_LINKS.test(word)) return false;
  let next = at + 1;
  if (follows && next < limit && lower(tokens[next]!) === "the") next++;
  if (next >= limit || !isCapital(tokens[next]!)) return false;
  if (word === "the") return !follows;
  if (word === "in" || word === "to") return false;
  // "the Institute for Peace and Conflict" is one name, "the Senate and President Biden" are two.
  if (word === "and") return open || (!institutionNoun(tokens[at - 1]!.text) && endsInInstitution(tokens, next, limit));
  return follows;
}

function endsInInstitution(tokens: readonly Token[], from: number, limit: number): boolean {
  let i = from;
  while (i < limit && isCapital(tokens[i]!)) i++;
  return institutionNoun(tokens[i - 1]!.text) !== null;
}

const LOWER_BODY = /^(?:think|national|state|local|federal|public|private|policy|research|non-profit|nonprofit|foreign)$/u;

// "The country's president" says nothing about which country.
const VAGUE: ReadonlySet<string> = new Set(["state", "nation", "country", "city", "county", "daily", "world", "news", "today", "book"]);

const anaphoric = (token: Token, noun: string): Affiliation => ({
  start: token.start,
  end: token.end,
  kind: "body",
  classes: INSTITUTION_HEADS.get(noun) ?? [],
  anaphor: noun,
});

/** The kind and classes of a name that something is affiliated with. */
export function affiliationOf(tokens: readonly Token[], from: number, to: number, types: NameTypes): Affiliation {
  const words = tokens.slice(from, to);
  const nouns = words.map((token) => institutionNoun(token.text)).filter((noun) => noun !== null);
  const own = nouns.at(/^(?:institute|institution|center|centre|university|college|council|academy|school)$/u.test(nouns[0] ?? "") ? 0 : -1);
  const type = words.map(types).find((found) => found !== undefined);
  const kind = own ? "body" : type === "person" ? "person" : type === "organization" ? "body" : type ? "place" : "unknown";
  const classes = own ? (INSTITUTION_HEADS.get(own) ?? []) : [];
  return { start: words[0]!.start, end: words.at(-1)!.end, kind, classes };
}

const RANK: Record<string, number> = { at: 9, with: 7, for: 6, from: 5, of: 6, to: 5, by: 4, under: 4, within: 4, inside: 4, in: 2, on: 0 };
// Whom one is sent to is not whom one serves: "ambassador to Washington".
const SENT: ReadonlySet<string> = new Set(["ambassador", "envoy", "emissary", "delegate", "visitor"]);

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
      const next = conjoinedRole(tokens, at + 1, limit);
      if (next === null) break;
      at = next;
      continue;
    }
    if (!PREPOSITIONS.has(preposition)) break;
    const phrase = readObject(tokens, at + 1, limit, types);
    if (!phrase) break;
    if (preposition === "under" || YEAR.test(tokens[at + 1]!.text)) {
      past ||= preposition === "under" ? isCapital(tokens[phrase.end - 1]!) : preposition === "from";
      at = phrase.end;
      continue;
    }
    const isSent = SENT.has(role) && (preposition === "to" || preposition === "in");
    const found = phrase.affiliation && !isSent ? { ...phrase.affiliation, preposition } : null;
    if (found && (!best || rank(found) > rank(best))) best = found;
    if (!found && roleEnd === at && !best) roleEnd = phrase.end;
    at = phrase.end;
  }
  return { roleEnd, past, affiliation: best, end: at };
}

const YEAR = /^(?:1[89]|20)\d\d$/u;

const rank = (found: Affiliation) =>
  (RANK[found.preposition ?? ""] ?? 1) + (found.classes.length || found.anaphor ? 1.5 : 0) - (found.kind === "place" ? 2 : 0);

// "investor and founder of ValueAct": what follows the second noun belongs to both.
function conjoinedRole(tokens: readonly Token[], from: number, limit: number): number | null {
  for (let i = from; i < Math.min(limit, from + 6); i++) {
    if (isBreak(tokens[i]!)) return null;
    if (roleNoun(tokens[i]!.text) && (i + 1 >= limit || isBreak(tokens[i + 1]!))) return i + 1;
  }
  return null;
}

interface PhraseObject {
  readonly affiliation: Affiliation | null;
  readonly end: number;
}

/** The object of a preposition: a proper name is an affiliation, "the think tank" points back to one. */
function readObject(tokens: readonly Token[], from: number, limit: number, types: NameTypes): PhraseObject | null {
  let start = from;
  while (start < limit && DETERMINERS.has(lower(tokens[start]!))) start++;
  if (start >= limit || isBreak(tokens[start]!)) return null;
  let end = start;
  while (end < limit && !isBreak(tokens[end]!) && !isCapital(tokens[end]!) && end - start < 8) end++;
  if (end < limit && isCapital(tokens[end]!)) return properObject(tokens, start, end, limit, types);
  const noun = institutionNoun(tokens[end - 1]!.text) ?? thinkTank(tokens, end);
  const points = noun && !VAGUE.has(noun) && start > from && /^(?:the|that|this|its|his|her)$/u.test(lower(tokens[start - 1]!));
  const isPlain = end - start === 1 || LOWER_BODY.test(lower(tokens[start]!));
  return { affiliation: points && isPlain ? { ...anaphoric(tokens[end - 1]!, noun), start: tokens[start]!.start } : null, end };
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
  let end = nameEnd(tokens, name, limit);
  let from = name;
  if (isPossessive(tokens[end]) && end + 1 < limit) {
    // "at Seoul's Ewha University", "from Germany's Green Party"; "for Trump's campaign" keeps its owner.
    const next = end + 1;
    let proper = next;
    while (proper < limit - 1 && proper - next < 3 && /^\p{Ll}/u.test(tokens[proper]!.text) && !isBreak(tokens[proper]!)) proper++;
    if (isCapital(tokens[proper]!)) [from, end] = [proper, nameEnd(tokens, proper, limit)];
    else {
      while (end + 1 < limit && !isBreak(tokens[end + 1]!) && end - next < 5) end++;
      end++;
    }
  }
  const person = roleNoun(tokens[from]!.text) && end - from > 1 && !institutionNoun(tokens[end - 1]!.text);
  const affiliation = affiliationOf(tokens, from, end, types);
  return { affiliation: person ? { ...affiliation, kind: "person" } : affiliation, end: Math.max(end, start + 1) };
}
