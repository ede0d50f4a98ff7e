import type { EntityType, Span, Token } from "../document.ts";
import { INSTITUTION_HEADS, type InstitutionClass, institutionNoun } from "../lexicon/institutions.ts";
import { isCapital, isPossessive, lower } from "./roles-words.ts";

/** Says what kind of name a token belongs to, and where that name ends. */
export type NameTypes = (token: Token) => { readonly type: EntityType; readonly end: number } | undefined;

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

const CALENDAR =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|April|June|July|August|September|October|November|December)$/u;

const NAME_LINKS = /^(?:of|for|and|&|on|the|in|de|du|des|der|del|la|al|\/|to)$/iu;

/** End of the proper name that begins at a token: "Institute for Peace Studies". */
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
    else if (end === i && isInnerPossessive(tokens, i, from, limit)) continue;
    else if (!links(tokens, i, limit, open, end === i)) break;
    else if (/^(?:for|of|on)$/iu.test(token.text)) open = true;
  }
  return end;
}

const OWNED_NAMES =
  /^(?:women|men|children|people|workers|teachers|veterans|farmers|students|lawyers|nurses|doctors|citizens|girls|boys|king|queen|writers|players|drivers|artists|soldiers|seamen|physicians|mary|john|peter|paul|joseph|luke|andrew|george)$/u;
const HEAD_ALONE = /^(?:university|college|hospital|school|academy|institute|union|association|club|church|bank)$/u;

/** Whether an 's belongs to the name: "Lotus Women's University", "St. Mary's College", not "Seoul's Lotus University". */
function isInnerPossessive(tokens: readonly Token[], at: number, from: number, limit: number): boolean {
  const next = tokens[at + 1];
  if (at === from || at + 1 >= limit || !next || !isPossessive(tokens[at]) || !isCapital(next)) return false;
  if (OWNED_NAMES.test(lower(tokens[at - 1]!))) return true;
  const follower = tokens[at + 2];
  return HEAD_ALONE.test(lower(next)) && !(follower && isCapital(follower));
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

// "The country's president" says nothing about which country.
/** Nouns that point back to no body that could be told. */
export const VAGUE: ReadonlySet<string> = new Set([
  "state",
  "nation",
  "country",
  "city",
  "county",
  "daily",
  "world",
  "news",
  "today",
  "book",
]);

/** A body that a noun points back to: "the think tank". */
export const anaphoric = (token: Token, noun: string): Affiliation => ({
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
  const own = nouns.at(
    /^(?:institute|institution|center|centre|university|college|council|academy|school)$/u.test(nouns[0] ?? "")
      ? 0
      : -1,
  );
  const type = words.map(types).find((found) => found !== undefined)?.type;
  const kind = own
    ? "body"
    : type === "person"
      ? "person"
      : type === "organization"
        ? "body"
        : type
          ? "place"
          : "unknown";
  const classes = own ? (INSTITUTION_HEADS.get(own) ?? []) : [];
  return { start: words[0]!.start, end: words.at(-1)!.end, kind, classes };
}
