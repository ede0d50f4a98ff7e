import type { Span, Token } from "../document.ts";
import { INSTITUTION_HEADS, institutionNoun } from "../lexicon/institutions.ts";
import { roleNoun } from "../lexicon/roles.ts";
import { readObject } from "./affiliation-after.ts";
import { affiliationOnly, type Description } from "./roles.ts";
import { SPEAKER_PHRASE } from "./roles-constructions.ts";
import { initialsOf, isBreak, isCapital, isPossessive, lower } from "./roles-words.ts";
import { type Discourse, nameOf, type Referent, type Resolved, referentOf } from "./speakers.ts";
import { antecedent } from "./speakers-antecedents.ts";
import { ownerOf, parentOf, soleBearer } from "./speakers-bearers.ts";

/** Whom a noun phrase means: somebody before ("the newspaper"), or somebody new ("a Kremlin spokesman"). */
export function nominalReferent(
  discourse: Discourse,
  speaker: Span,
  tokens: readonly Token[],
  description: Description | null,
): Resolved {
  const isPlural = description?.plural ?? isPluralPhrase(tokens);
  const resolution = isPlural ? "group" : "nominal";
  const author = description ? apposed(discourse, tokens, description) : authorOf(discourse, speaker, tokens);
  if (author) return { referent: author, resolution: description ? "named" : resolution };
  const known = description ? null : bySurname(discourse, tokens);
  if (known) return { referent: known, resolution: "surname" };
  const sole = description ? soleBearer(discourse, description) : null;
  if (sole) return { referent: sole, resolution };
  const parent = parentOf(discourse, speaker, tokens, description);
  if (parent) return { referent: parent, resolution };
  const head = description?.noun ?? headNoun(tokens);
  const earlier = pointsBack(tokens, description) ? antecedent(discourse, head, description, tokens, isPlural) : null;
  if (earlier) {
    if (isPlural) earlier.name = fuller(discourse, earlier.name, nameOf(tokens));
    if (description) earlier.found.push({ description, construction: SPEAKER_PHRASE });
    return { referent: earlier, resolution };
  }
  if (!canSpeak(tokens, description)) return { referent: null, resolution: "unknown" };
  const name = nameOf(tokens) ?? speaker;
  const owner = ownerOf(discourse, tokens);
  const key = `${owner?.id ?? ""} ${discourse.doc.raw.slice(name.start, name.end).toLowerCase()}`;
  const same = isIndefinite(tokens) ? undefined : discourse.byName.get(key);
  const referent: Referent = same ?? {
    entity: null,
    name,
    head: description ? null : head,
    ...(owner && { owner }),
    mentions: [],
    attributions: [],
    found: [],
    gender: null,
    isGroup: isPlural,
  };
  const described = description ?? issuerOf(discourse, tokens);
  if (described) referent.found.push({ description: described, construction: SPEAKER_PHRASE });
  discourse.byName.set(key, referent);
  return { referent, resolution };
}

/** "Yuri Orlov, the premier's aide said": the name right before the noun phrase. */
function apposed(discourse: Discourse, tokens: readonly Token[], description: Description): Referent | null {
  const { places, doc } = discourse;
  const { start } = tokens[0]!;
  const before = places.within(Math.max(0, start - 60), start).at(-1);
  if (before?.entity.type !== "person" || description.plural) return null;
  // "… between Orlov and Lee, the expert added" ends in a name and opens with none.
  const opening = places.sentences[places.sentenceAt(start)]?.start ?? 0;
  const opens = !/[,;]|\p{Ll}{3}\s/u.test(doc.raw.slice(opening, before.mention.start));
  return opens && doc.raw.slice(before.mention.end, start) === ", " ? referentOf(discourse, before.entity) : null;
}

/** A lone surname that no mention covers, or a spelling of one that differs by its last letter; a body by its initials or last word. */
function bySurname({ recent }: Discourse, tokens: readonly Token[]): Referent | null {
  const [name] = tokens;
  if (tokens.length !== 1 || !name || !/^\p{Lu}\p{L}+$/u.test(name.text)) return null;
  const alike = (last: string) =>
    last === name.text ||
    (last.length > 3 && name.text.length > 2 && (last.slice(0, -1) === name.text || name.text.slice(0, -1) === last));
  return (
    recent.findLast(({ entity }) =>
      entity?.type === "person"
        ? entity.variants.some((variant) => alike(variant.split(" ").at(-1)!))
        : entity?.type === "organization" &&
          (initialsOf(entity.name) === name.text || entity.name.endsWith(` ${name.text}`)),
    ) ?? null
  );
}

const STATEMENT = /^(?:statement|release|email|e-mail|letter|tweet|post|message|memo|note|communiqu[eé])$/u;

/** Who speaks in "an analysis by Ann Lee", in "a statement issued by the ministry" and then in "the statement". */
function authorOf(discourse: Discourse, speaker: Span, tokens: readonly Token[]): Referent | null {
  const { places, recent } = discourse;
  const until = tokens.findIndex((token) => isBreak(token) || /ed$/u.test(token.text));
  const noun = tokens[(until < 0 ? tokens.length : until) - 1];
  const isStatement = noun !== undefined && STATEMENT.test(lower(noun));
  const by = tokens.findIndex((token) => /^(?:by|from)$/u.test(token.text));
  const author = by > 0 ? places.within(tokens[by]!.end, speaker.end)[0] : undefined;
  const isPaper = by > 0 && author?.entity.type === "person" && isDocument(tokens[by - 1]!);
  // "An ad from Mr. Orlov's campaign" is not his.
  const isOwner = author !== undefined && /^['’]/u.test(discourse.doc.raw.charAt(author.mention.end));
  if (author && !isOwner && (isStatement || isPaper)) return referentOf(discourse, author.entity);
  if (!isStatement) return null;
  const last = recent.at(-1);
  const gap = places.sentenceAt(speaker.start) - places.sentenceAt(last?.mentions.at(-1)?.start ?? 0);
  return last && lower(tokens[0]!) === "the" && tokens.length <= 3 && gap <= 3 ? last : null;
}

/** The body that a document comes from: "a survey by the Reed Institute". */
function issuerOf({ places }: Discourse, tokens: readonly Token[]): Description | null {
  const by = tokens.findIndex((token) => /^(?:by|from)$/u.test(token.text));
  if (by < 1 || !isDocument(tokens[by - 1]!) || by + 1 >= tokens.length) return null;
  const object = readObject(tokens, by + 1, tokens.length, places.types);
  return object?.affiliation ? affiliationOnly(object.affiliation, object.end) : null;
}

const isDocument = (token: Token): boolean => {
  const noun = institutionNoun(token.text);
  return noun !== null && INSTITUTION_HEADS.get(noun)![0] === "document";
};

/** The longer of two noun phrases: "international relations experts" says more than "experts". */
const fuller = ({ doc }: Discourse, one: Span | null, other: Span | null): Span | null => {
  if (!one || !other) return one ?? other;
  const isWordy = other.end - other.start > 60 || doc.raw.slice(other.start, other.end).includes("\n");
  return !isWordy && other.end - other.start > one.end - one.start ? other : one;
};

const isIndefinite = (tokens: readonly Token[]) => /^(?:an?|another|one)$/iu.test(tokens[0]?.text ?? "");

const POINTING = /^(?:the|that|this|its|both)$/iu;

const pointsBack = (tokens: readonly Token[], description: Description | null) =>
  !isIndefinite(tokens) &&
  (description !== null || isPluralPhrase(tokens) || POINTING.test(tokens[0]?.text ?? "")) &&
  (description !== null || !tokens.some((token, i) => isPossessive(token) || (i > 0 && isCapital(token)))) &&
  (/^(?:the|that|this)$/iu.test(tokens[0]?.text ?? "") || description?.affiliation == null || description.plural);

const QUANTIFIERS = /^(?:some|many|several|others?|another|most|few|both|those|all|one|two|three|four|five)$/iu;
const PEOPLE = /(?:people|men|women|folks|crowd|team|pair|couple|officials)$/iu;

/** Whether a noun phrase can be somebody who speaks: a role, a body, a name, or a bare "some". */
function canSpeak(tokens: readonly Token[], description: Description | null): boolean {
  if (description) return true;
  const core = tokens.slice(0, tokens.findIndex((token, i) => i > 0 && isBreak(token)) >>> 0);
  const last = core.at(-1);
  if (!last || /^\p{Ll}+ing$/u.test(core[0]!.text)) return false;
  if (core.length === 1 && QUANTIFIERS.test(last.text)) return true;
  return (
    institutionNoun(last.text) !== null ||
    PEOPLE.test(last.text) ||
    (/^\p{Lu}[\p{L}\p{N}.&'’-]/u.test(last.text) && (core.length > 1 || !QUANTIFIERS.test(last.text)))
  );
}

// "Some", "many in the crowd", "Germans", "at least 21,000".
function isPluralPhrase(tokens: readonly Token[]): boolean {
  const [first] = tokens;
  if (!first) return false;
  if (
    /^(?:some|many|several|others|most|few|both|those|these|all|dozens|hundreds|thousands|millions)$/iu.test(first.text)
  )
    return true;
  // "Chile and Peru leaders"
  if (roleNoun(tokens.at(-1)!.text)?.plural && tokens.some(({ text }) => text === "and")) return true;
  const core = tokens.slice(0, tokens.findIndex((token) => isBreak(token)) >>> 0);
  const last = core.at(-1);
  return (
    last !== undefined &&
    /(?:[^s]s|people|men|women)$/u.test(last.text) &&
    !/^(?:news|times|media)$/iu.test(last.text) &&
    institutionNoun(last.text) !== lower(last) &&
    !/^\p{Lu}{2,}$/u.test(last.text)
  );
}

const headNoun = (tokens: readonly Token[]) => {
  const last = tokens.findLast((token) => /\p{L}/u.test(token.text));
  return last ? (institutionNoun(last.text) ?? lower(last)) : null;
};
