import type { Span, Token } from "../document.ts";
import { institutionNoun } from "../lexicon/institutions.ts";
import { FIXED_ROLES, FORMER, ROLE_NOUNS, type RoleClass, roleNoun } from "../lexicon/roles.ts";
import { trailingAffiliation } from "./affiliation-after.ts";
import { splitPremodifiers } from "./affiliation-before.ts";
import type { Affiliation, NameTypes } from "./affiliation-names.ts";
import { ageAt, DETERMINERS, isBreak, isCapital, isHyphen, looksVerbal, lower } from "./roles-words.ts";

/** How a noun phrase points: "a spokesman", "the spokesman", "his spokesman", "spokesman", "another expert". */
export type Definiteness = "indefinite" | "definite" | "possessive" | "bare";

/** What a noun phrase says about the one that it describes: "a senior researcher at the Korea Institute". */
export interface Description {
  readonly role: Span | null;
  /** Singular head noun of the role, lower case. */
  readonly noun: string | null;
  readonly classes: readonly RoleClass[];
  readonly plural: boolean;
  /** Words of the role up to its head. */
  readonly size: number;
  readonly former: boolean;
  readonly definiteness: Definiteness;
  readonly affiliation: Affiliation | null;
  /** Index of the first token after the phrase. */
  readonly end: number;
}

/** A description that tells nothing but the affiliation. */
export const affiliationOnly = (affiliation: Affiliation, end: number): Description => ({
  role: null,
  noun: null,
  classes: [],
  plural: false,
  size: 0,
  former: false,
  definiteness: "bare",
  affiliation,
  end,
});

/** A description that tells nothing but what the speaker is, without a noun for it. */
export const capacityOnly = (noun: string, end: number): Description => ({
  role: null,
  noun,
  classes: ROLE_NOUNS.get(noun) ?? [],
  plural: false,
  size: 0,
  former: false,
  definiteness: "bare",
  affiliation: null,
  end,
});

/** Reads the noun phrase with a role noun that begins at token `from` and ends before `limit`; null where there is none. */
export function parseDescription(
  tokens: readonly Token[],
  from: number,
  limit: number,
  types: NameTypes,
): Description | null {
  const first = skipDeterminers(tokens, from, limit);
  const end = coreEnd(tokens, first, limit);
  const fixed = fixedRole(tokens, first, limit);
  const head = fixed?.head ?? roleHead(tokens, first, end);
  if (head === null) return null;
  const found = roleNoun(tokens[head]!.text)!;
  const classes = ROLE_NOUNS.get(found.noun)!;
  const split = splitPremodifiers(tokens, first, head, classes, types);
  const roleEnd = fixed ? fixed.end : head + 1;
  const tail = trailingAffiliation(tokens, roleEnd, limit, found.noun, types);
  const affiliation = preferred(split.affiliation, tail.affiliation, classes);
  return {
    role: { start: tokens[split.role]!.start, end: tokens[tail.roleEnd - 1]!.end },
    noun: found.noun,
    classes,
    plural: found.plural && !isOneOf(tokens, from, first),
    size: head + 1 - split.role,
    former:
      tail.past ||
      /^(?:until|during)$/u.test(tokens[tail.end]?.text ?? "") ||
      tokens.slice(first, head + 1).some((t) => FORMER.has(lower(t)) || /^ex-/iu.test(t.text)),
    definiteness: definiteness(tokens, from, first, split.possessor),
    affiliation: AUTHOR.test(found.noun) && isPaper(affiliation) ? null : affiliation,
    end: tail.end,
  };
}

// "Russia expert at the think tank": the place is the topic of experts, the affiliation of officials.
const AUTHOR = /^(?:co-)?author$/u;

// "The paper's first author" works for no paper.
const isPaper = (affiliation: Affiliation | null) =>
  affiliation?.anaphor !== undefined && affiliation.classes.includes("document");

function preferred(before: Affiliation | null, after: Affiliation | null, classes: readonly RoleClass[]) {
  if (!before || !after) return before ?? after;
  // "Europe coordinator at the Lotus Institute"
  if (before.kind !== "body" && after.kind === "body" && /^(?:at|with)$/u.test(after.preposition ?? "")) return after;
  const isOffice = classes[0] === "official" || classes[0] === "spokesperson" || classes[0] === "aide";
  return isOffice || after.preposition === "in" ? before : after;
}

function skipDeterminers(tokens: readonly Token[], from: number, limit: number): number {
  let i = from;
  while (i < limit) {
    const partitive =
      i > from && lower(tokens[i]!) === "of" && /^(?:one|some|many|several|most)$/u.test(lower(tokens[i - 1]!));
    const step = partitive || DETERMINERS.has(lower(tokens[i]!)) || isParticiple(tokens[i]!) ? 1 : ageAt(tokens, i);
    if (step === 0) break;
    i += step;
  }
  return Math.min(i, limit);
}

// "One of his advisers" is one.
const isOneOf = (tokens: readonly Token[], from: number, first: number) =>
  tokens.slice(from, first).some((token, i) => lower(token) === "of" && lower(tokens[from + i - 1]!) === "one");

// "A bearded veteran", "a proposed director", but "a retired general".
const isParticiple = (token: Token) => /^\p{Ll}+ed$/u.test(token.text) && !FORMER.has(token.text);

const MAX_CORE = 16;

/** First token after the words before any preposition, comma or verb. */
function coreEnd(tokens: readonly Token[], first: number, limit: number): number {
  let i = first;
  while (
    i < limit &&
    i - first < MAX_CORE &&
    !endsNoun(tokens, i, first) &&
    (!isBreak(tokens[i]!) || joinsModifiers(tokens, i, first) || joinsBody(tokens, i, first) || isHyphen(tokens, i))
  )
    i++;
  return i;
}

// "the Office of Management and Budget director": of and and belong to the name of the body.
function joinsBody(tokens: readonly Token[], at: number, first: number): boolean {
  const [before, next] = [tokens[at - 1], tokens[at + 1]];
  if (at === first || !before || !next || !isCapital(before) || !isCapital(next)) return false;
  if (/^(?:of|for)$/u.test(tokens[at]!.text)) return institutionNoun(before.text) !== null && !roleNoun(before.text);
  return (
    /^(?:and|&)$/u.test(tokens[at]!.text) &&
    !roleNoun(before.text) &&
    (at - first > 1 || tokens.slice(first, at).some((token) => /^(?:of|for)$/u.test(token.text)))
  );
}

// "the governor challenged by Lee": a participle after a role noun is no part of it.
const endsNoun = (tokens: readonly Token[], at: number, first: number) =>
  at > first &&
  (looksVerbal(tokens[at]!) || /^\p{Ll}{3,}ly$/u.test(tokens[at]!.text)) &&
  roleNoun(tokens[at - 1]!.text) !== null;

// "state and local leaders": the conjunction joins words before the noun.
function joinsModifiers(tokens: readonly Token[], at: number, first: number): boolean {
  if (lower(tokens[at]!) !== "and" || at === first) return false;
  const [before, next] = [tokens[at - 1]!, tokens[at + 1]];
  return (
    next !== undefined &&
    !roleNoun(before.text) &&
    [before, next].every((token) => /^\p{Ll}/u.test(token.text) && !isBreak(token))
  );
}

/** The last role noun of a phrase, if nothing but a name follows it. */
function roleHead(tokens: readonly Token[], first: number, end: number): number | null {
  for (let i = end - 1; i >= first; i--) {
    if (roleNoun(tokens[i]!.text) && !/^['’]s?$/u.test(tokens[i + 1]?.text ?? "")) return i;
    if (!isCapital(tokens[i]!) && !/^\d/u.test(tokens[i]!.text)) return null;
  }
  return null;
}

const FIXED = FIXED_ROLES.map((phrase) => phrase.split(" "));

function fixedRole(tokens: readonly Token[], first: number, limit: number): { head: number; end: number } | null {
  for (let i = first; i < Math.min(limit, first + 8); i++) {
    if (i > first && isBreak(tokens[i - 1]!)) return null;
    if (!roleNoun(tokens[i]!.text)) continue;
    const opening = lower(tokens[i]!);
    const phrase = FIXED.find(
      (words) => words[0] === opening && words.every((word, k) => i + k < limit && lower(tokens[i + k]!) === word),
    );
    if (phrase) return { head: i, end: i + phrase.length };
  }
  return null;
}

function definiteness(tokens: readonly Token[], from: number, first: number, possessor: boolean): Definiteness {
  if (possessor) return "possessive";
  const words = tokens.slice(from, first).map(lower);
  if (words.some((word) => /^(?:his|her|their|its|my|our|your)$/u.test(word))) return "possessive";
  if (words.some((word) => /^(?:the|this|that|these|those|both)$/u.test(word))) return "definite";
  return words.length ? "indefinite" : "bare";
}
