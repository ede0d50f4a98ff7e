import type { Token } from "../document.ts";
import { institutionNoun } from "../lexicon/institutions.ts";
import { FORMER, ROLE_MODIFIERS, type RoleClass, roleNoun } from "../lexicon/roles.ts";
import { type Affiliation, affiliationOf, anaphoric, type NameTypes, VAGUE } from "./affiliation-names.ts";
import { isCapital, isPossessive, lower, PREPOSITIONS } from "./roles-words.ts";

interface Premodifiers {
  /** Index of the first token of the role. */
  readonly role: number;
  readonly affiliation: Affiliation | null;
  readonly possessor: boolean;
}

// Words of the party stay in the role: "Republican strategist".
const PARTY_WORDS =
  /^(?:republican|democratic|democrat|gop|libertarian|tory|labour|socialist|communist|independent)$/iu;
const PARTY_HEADS = /^(?:Party|National|Caucus|Committee)$/u;
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
  const start = afterStanding(tokens, begin, head, types);
  const cut = prefixEnd(tokens, start, head, types);
  const noun = roleNoun(tokens[head]!.text)!.noun;
  const isAlone = cut === head && cut === start + 1;
  const named =
    cut > start ? (isAlone && bodyMeant(tokens, first, head)) || affiliationOf(tokens, start, cut, types) : null;
  const isTopic =
    named !== null &&
    TOPICAL.has(noun) &&
    named.kind !== "body" &&
    named.kind !== "person" &&
    classes[0] !== "official";
  const possessor =
    owner === null
      ? (pronounOwner(tokens[first - 1]) ?? bodyMeant(tokens, first, head))
      : ownerOf(tokens, first, owner, types);
  const role = isTopic || !named ? begin : cut;
  const affiliation = named && !isTopic && (!possessor || named.classes.length > 0) ? named : possessor;
  return {
    role: skipQualities(tokens, role, head),
    affiliation,
    possessor: owner !== null || possessor?.kind === "person",
  };
}

// "former New Mexico governor", "longtime Kremlin aide": what is said of the standing comes before the name.
function afterStanding(tokens: readonly Token[], begin: number, head: number, types: NameTypes): number {
  let i = begin;
  while (
    i < head &&
    (/^\p{Ll}/u.test(tokens[i]!.text) || FORMER.has(lower(tokens[i]!))) &&
    (FORMER.has(lower(tokens[i]!)) || ROLE_MODIFIERS.has(lower(tokens[i]!)))
  )
    i++;
  // "a top outside Orlov adviser"
  let name = i;
  while (name < head && /^\p{Ll}/u.test(tokens[name]!.text)) name++;
  if (name > i && name < head && types(tokens[name]!)) return name;
  return i < head && isCapital(tokens[i]!) ? i : begin;
}

function lastPossessive(tokens: readonly Token[], first: number, head: number): number | null {
  for (let i = head - 1; i > first; i--) if (isPossessive(tokens[i])) return i;
  return null;
}

// "Group manager Ann Lee": what she manages, where the capital only opens the sentence.
const UNITS: ReadonlySet<string> = new Set(
  `group watch area shift duty station crew site ward shop store plant branch unit section night day floor line fleet depot sales
  account lead district regional warehouse factory farm market village team project club hotel hospital clinic restaurant
  firm network`.split(/\s+/u),
);

const ADJECTIVE = /\p{Ll}{3}(?:al|ic|ary|ive|ous)$/u;

const MEANT =
  /^(?:ministry|embassy|consulate|agency|company|university|institute|think-tank|foundation|commission|council|airline|union|association)$/u;

// "Ministry spokesman Pavel Orlov": the ministry that was named before.
function bodyMeant(tokens: readonly Token[], first: number, head: number): Affiliation | null {
  const body = tokens[head - 1];
  return body && head > first && MEANT.test(lower(body)) ? anaphoric(body, lower(body)) : null;
}

// "His top aide": whom the pronoun means is looked up later.
const pronounOwner = (token: Token | undefined): Affiliation | null =>
  token && /^(?:his|her)$/iu.test(token.text)
    ? { start: token.start, end: token.end, kind: "person", classes: [], anaphor: lower(token) }
    : null;

/** The name before 's: "Seoul" in "Seoul's", "Roe" in "Mr. Roe's". */
function ownerOf(tokens: readonly Token[], first: number, owner: number, types: NameTypes): Affiliation | null {
  // "The Orlov campaign's director"
  let start =
    institutionNoun(tokens[owner - 1]!.text) && owner - 1 > first && isCapital(tokens[owner - 2]!) ? owner - 1 : owner;
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
  // "a Cuban-American delegate" belongs to no Cuba
  if (tokens[begin + 1]?.text === "-" && tokens[begin + 1]!.start === tokens[begin]!.end) return begin;
  for (let i = begin; i < head; i++) {
    const token = tokens[i]!;
    // "Local officials", "Structural engineer Ann Lee": a capital that only opens the sentence.
    const opens = i === 0 && (UNITS.has(lower(token)) || (ADJECTIVE.test(token.text) && !types(token)));
    const isQuality = (QUALITIES.has(lower(token)) || opens) && !isCapital(tokens[i + 1]!);
    // "Republican strategist", but "Republican Party chairman"
    const isParty = PARTY_WORDS.test(token.text) && !PARTY_HEADS.test(tokens[i + 1]!.text);
    const isName = (isCapital(token) || /^[&/]$/u.test(token.text)) && !isParty && !isQuality;
    if (!isName) {
      // "City of London police chief", "Center for Progress fellow"
      if (
        i > begin &&
        end === i &&
        (PREPOSITIONS.has(lower(token)) || lower(token) === "and") &&
        isCapital(tokens[i + 1]!)
      )
        continue;
      if (end < i && i > begin + 1) return end;
      if (FORMER.has(lower(token)) || ROLE_MODIFIERS.has(lower(token))) return end;
      return end;
    }
    const type = types(token)?.type;
    // "the UN High Commissioner": a name of one piece for the tagger.
    if (lower(token) === "high" && i === head - 1 && /^(?:commissioner|representative)$/iu.test(tokens[head]!.text))
      return end;
    const isRank =
      (ROLE_MODIFIERS.has(lower(token)) || roleNoun(token.text)?.plural === false) && !endsBody(tokens, i, head);
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
  while (
    i < head &&
    (/^(?:\d|-$)/u.test(tokens[i]!.text) ||
      /-old$/u.test(tokens[i]!.text) ||
      QUALITIES.has(lower(tokens[i]!)) ||
      isPossessive(tokens[i]) ||
      // "the E.U.'s ambassador"
      (tokens[i]!.text === "s" && isPossessive(tokens[i - 1])))
  )
    i++;
  return i;
}
const QUALITIES: ReadonlySet<string> = new Set(
  `bearded young old elderly recent controversial outspoken powerful influential popular famous well-known known respected renowned prominent
  noted embattled fiery veteran-like new then powerful wealthy own longest-serving local first-ever other fellow so-called self-described
  a.k.a. native-born largest biggest`.split(/\s+/u),
);
