import type { Entity, Span, Token } from "../document.ts";
import { INSTITUTION_HEADS, institutionNoun } from "../lexicon/institutions.ts";
import { ROLE_NOUNS, type RoleClass } from "../lexicon/roles.ts";
import type { Description } from "./roles.ts";
import { SPEAKER_PHRASE } from "./roles-constructions.ts";
import { isBreak, isCapital, isPossessive, lower } from "./roles-words.ts";
import { type Discourse, nameOf, type Referent, type Resolved, referentOf } from "./speakers.ts";

type Gender = "f" | "m";
const FEMALE =
  /(?:woman|girl|actress|mother|wife|daughter|sister|widow|queen|princess|mrs|ms|miss|lady|madam|aunt|niece|waitress|nun)$/iu;
const MALE =
  /(?:[a-z]sman|gentleman|father|husband|\bson|brother|\bking|prince|mr|sir|lord|uncle|nephew|businessman|congressman|chairman|monk|boy)$/iu;

/** The gender that titles and nouns beside a name tell; null where nothing does. */
function genderOf({ doc }: Discourse, referent: Referent): Gender | null {
  if (referent.gender) return referent.gender;
  for (const mention of referent.entity?.mentions.slice(0, 20) ?? []) {
    const before = doc.raw.slice(Math.max(0, mention.start - 14), mention.start);
    const title = /\b(Mr|Mrs|Ms|Miss|Sir|Lady|Madam|Queen|King|Lord|Princess|Prince)\.?\s+(?:\p{Lu}\p{L}+\s)?$/u.exec(
      before,
    )?.[1];
    if (title) return FEMALE.test(title) ? "f" : "m";
  }
  for (const { noun } of referent.found.map((one) => one.description)) {
    if (noun && FEMALE.test(noun)) return "f";
    if (noun && MALE.test(noun)) return "m";
  }
  return null;
}

const WINDOW = 3;

/** Whom a pronoun means: the last speaker or the last subject, its gender weighing less than where it stands. */
export function pronounReferent(
  discourse: Discourse,
  speaker: Span,
  pronoun: string,
  content: readonly Span[],
): Resolved {
  if (/^(?:who|which|that)$/u.test(pronoun)) return relativeReferent(discourse, speaker);
  if (/^(?:they|them)$/u.test(pronoun)) return groupReferent(discourse, speaker);
  if (pronoun === "it") return bodyReferent(discourse, speaker);
  if (!/^(?:he|she|him|her)$/u.test(pronoun)) return { referent: null, resolution: "unknown" };
  const gender: Gender = /^(?:she|her)$/u.test(pronoun) ? "f" : "m";
  let best: { referent: Referent; score: number } | null = null;
  for (const candidate of personCandidates(discourse, speaker, content)) {
    const known = genderOf(discourse, candidate.referent);
    const score = candidate.score + (known === null ? 0 : known === gender ? 1 : -2.5);
    if (!best || score > best.score) best = { referent: candidate.referent, score };
  }
  if (!best) return { referent: null, resolution: "unknown" };
  best.referent.gender ??= genderOf(discourse, best.referent) ?? gender;
  return { referent: best.referent, resolution: "pronoun" };
}

interface Candidate {
  readonly referent: Referent;
  readonly score: number;
}

function personCandidates(discourse: Discourse, speaker: Span, content: readonly Span[]): Candidate[] {
  const { places, recent } = discourse;
  const here = places.sentenceAt(speaker.start);
  const found: Candidate[] = [];
  for (let at = here; at >= Math.max(0, here - WINDOW); at--) {
    const sentence = places.sentences[at]!;
    const people = places
      .within(sentence.start, Math.min(sentence.end, speaker.start))
      .filter(
        ({ entity, mention }) =>
          entity.type === "person" && !places.isQuoted(mention.start) && !holds(content, mention),
      );
    people.forEach(({ entity, mention }, i) => {
      const subject = i === 0 ? 1.2 : 0;
      const reported = places.isReported(mention.start) ? 1.5 : 0;
      const owner = /^['’]/u.test(discourse.doc.raw.slice(mention.end, mention.end + 1)) ? -0.8 : 0;
      found.push({ referent: referentOf(discourse, entity), score: 3 - (here - at) + subject + owner - reported });
    });
  }
  const last = recent.findLast((referent) => !referent.isGroup && isPersonal(referent));
  if (last) {
    const gap = here - places.sentenceAt(last.mentions.at(-1)?.start ?? 0);
    found.push({ referent: last, score: gap <= 4 ? 4.6 - gap * 0.5 : 0.5 });
  }
  return found;
}

const holds = (parts: readonly Span[], { start }: Span) =>
  parts.some((part) => start >= part.start && start < part.end);

const isPersonal = (referent: Referent) =>
  referent.entity
    ? referent.entity.type === "person"
    : referent.found.some(({ description: d }) => d.noun !== null && !d.plural);

// "the lawmaker, who said": the noun phrase right before the relative pronoun.
function relativeReferent(discourse: Discourse, speaker: Span): Resolved {
  const { places } = discourse;
  const sentence = places.sentences[places.sentenceAt(speaker.start)];
  if (!sentence) return { referent: null, resolution: "unknown" };
  const before = places
    .within(sentence.start, speaker.start)
    .filter(({ entity }) => entity.type !== "place" && entity.type !== "event");
  const person = before.findLast(({ entity }) => entity.type === "person") ?? before.at(-1);
  return person
    ? { referent: referentOf(discourse, person.entity), resolution: "pronoun" }
    : { referent: null, resolution: "unknown" };
}

function groupReferent({ recent, places }: Discourse, speaker: Span): Resolved {
  const here = places.sentenceAt(speaker.start);
  const referent = recent.findLast(
    (one) =>
      (one.isGroup || one.entity?.type === "organization") &&
      here - places.sentenceAt(one.mentions.at(-1)?.start ?? 0) <= 6,
  );
  return referent ? { referent, resolution: "group" } : { referent: null, resolution: "unknown" };
}

function bodyReferent(discourse: Discourse, speaker: Span): Resolved {
  const { places, recent } = discourse;
  const here = places.sentenceAt(speaker.start);
  for (let at = here; at >= Math.max(0, here - 2); at--) {
    const sentence = places.sentences[at]!;
    const body = places
      .within(sentence.start, Math.min(sentence.end, speaker.start))
      .find(({ entity }) => entity.type === "organization" || entity.type === "place");
    if (body) return { referent: referentOf(discourse, body.entity), resolution: "pronoun" };
  }
  const last = recent.findLast((one) => !isPersonal(one) && !one.isGroup);
  return last ? { referent: last, resolution: "pronoun" } : { referent: null, resolution: "unknown" };
}

/** Whom a noun phrase means: somebody before ("the newspaper"), or somebody new ("a Kremlin spokesman"). */
export function nominalReferent(
  discourse: Discourse,
  speaker: Span,
  tokens: readonly Token[],
  description: Description | null,
): Resolved {
  const isPlural = description?.plural ?? isPluralPhrase(tokens);
  const resolution = isPlural ? "group" : "nominal";
  const author = description ? null : authorOf(discourse, speaker, tokens);
  if (author) return { referent: author, resolution };
  const head = description?.noun ?? headNoun(tokens);
  const earlier = pointsBack(tokens, description) ? antecedent(discourse, head, description, tokens) : null;
  if (earlier) {
    if (isPlural) earlier.name = fuller(discourse, earlier.name, nameOf(tokens));
    if (description) earlier.found.push({ description, construction: SPEAKER_PHRASE });
    return { referent: earlier, resolution };
  }
  const name = nameOf(tokens) ?? speaker;
  const key = discourse.doc.raw.slice(name.start, name.end).toLowerCase();
  const known = isIndefinite(tokens) ? undefined : discourse.byName.get(key);
  const referent: Referent = known ?? {
    entity: null,
    name,
    head: description ? null : head,
    mentions: [],
    attributions: [],
    found: [],
    gender: null,
    isGroup: isPlural,
  };
  if (description) referent.found.push({ description, construction: SPEAKER_PHRASE });
  discourse.byName.set(key, referent);
  return { referent, resolution };
}

const STATEMENT = /^(?:statement|release|email|e-mail|letter|tweet|post|message|memo|note|communiqu[eé])$/u;

/** Who speaks in "a statement issued by the ministry" and then in "the statement". */
function authorOf(
  { places, recent, ...discourse }: Discourse,
  speaker: Span,
  tokens: readonly Token[],
): Referent | null {
  const until = tokens.findIndex((token) => isBreak(token) || /ed$/u.test(token.text));
  const noun = tokens[(until < 0 ? tokens.length : until) - 1];
  if (!noun || !STATEMENT.test(lower(noun))) return null;
  const by = tokens.find((token) => /^(?:by|from)$/u.test(token.text));
  const author = by && places.within(by.end, speaker.end)[0];
  if (author) return referentOf({ places, recent, ...discourse }, author.entity);
  const last = recent.at(-1);
  const gap = places.sentenceAt(speaker.start) - places.sentenceAt(last?.mentions.at(-1)?.start ?? 0);
  return last && lower(tokens[0]!) === "the" && tokens.length <= 3 && gap <= 3 ? last : null;
}

/** The longer of two noun phrases: "international relations experts" says more than "experts". */
const fuller = ({ doc }: Discourse, one: Span | null, other: Span | null): Span | null => {
  if (!one || !other) return one ?? other;
  const isWordy = other.end - other.start > 60 || doc.raw.slice(other.start, other.end).includes("\n");
  return !isWordy && other.end - other.start > one.end - one.start ? other : one;
};

const isIndefinite = (tokens: readonly Token[]) => /^(?:an?|another|one)$/iu.test(tokens[0]?.text ?? "");

const pointsBack = (tokens: readonly Token[], description: Description | null) =>
  !isIndefinite(tokens) &&
  (description !== null || !tokens.some((token, i) => isPossessive(token) || (i > 0 && isCapital(token)))) &&
  (/^(?:the|that|this)$/iu.test(tokens[0]?.text ?? "") || description?.affiliation == null || description.plural);

// "Some", "many in the crowd", "Germans", "at least 21,000".
function isPluralPhrase(tokens: readonly Token[]): boolean {
  const [first] = tokens;
  if (!first) return false;
  if (
    /^(?:some|many|several|others|most|few|both|those|these|all|dozens|hundreds|thousands|millions)$/iu.test(first.text)
  )
    return true;
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

/** The most recent referent or named body that a noun can stand for. */
function antecedent(
  discourse: Discourse,
  head: string | null,
  description: Description | null,
  tokens: readonly Token[],
): Referent | null {
  if (!head) return null;
  const { recent, doc, places } = discourse;
  const plural = description?.plural ?? false;
  const owner = description?.affiliation && !description.affiliation.anaphor ? description.affiliation : null;
  const fits = (referent: Referent) => {
    if (referent.isGroup !== plural) return false;
    if (owner && !sharesOwner(discourse, referent, owner)) return false;
    if (
      referent.found.some(
        ({ description: d }) => d.noun === head || (!plural && !owner && sharesClass(d.classes, head)),
      )
    )
      return true;
    if (!plural && !owner && isKnower(referent, head)) return true;
    return !plural && !owner && (referent.head === head || bodyFits(discourse, referent.entity, head));
  };
  const spoken = recent.findLast(fits);
  if (spoken || plural) return spoken ?? null;
  const varied = description ? elegantVariation(discourse, description, tokens) : null;
  if (varied || owner) return varied;
  const start = tokens[0]!.start;
  const here = places.sentenceAt(start);
  const from = places.sentences[Math.max(0, here - 4)]?.start ?? 0;
  const named = places.within(from, start).findLast(({ entity }) => bodyFits({ ...discourse, doc }, entity, head));
  return named ? referentOf(discourse, named.entity) : null;
}

// "The expert" is whoever was said to teach, to analyse, or to work at a think tank.
const isKnower = ({ entity, found }: Referent, noun: string) =>
  /^(?:expert|analyst|scholar|researcher|academic|professor|specialist|scientist)$/u.test(noun) &&
  entity?.type === "person" &&
  found.some(
    ({ description: { classes, affiliation } }) =>
      classes.some((kind) => kind === "academic" || kind === "analyst") ||
      (affiliation?.classes ?? []).some((kind) => kind === "thinktank" || kind === "university"),
  );

const VARIED: ReadonlySet<RoleClass> = new Set(["official", "politician", "business", "media", "academic"]);

/** "The New York businessman said": a new noun for the one who spoke last, not for an unnamed official. */
function elegantVariation({ recent, places }: Discourse, description: Description, tokens: readonly Token[]) {
  const [kind] = description.classes;
  if (
    description.definiteness !== "definite" ||
    !kind ||
    !VARIED.has(kind) ||
    /^(?:official|judge|prosecutor|diplomat|officer|representative)$/u.test(description.noun ?? "")
  )
    return null;
  const last = recent.at(-1);
  if (last?.entity?.type !== "person") return null;
  // "The nominee" is not the aide who spoke before.
  const known = last.found.filter(({ description: { noun } }) => noun !== null);
  if (known.length && !known.some(({ description: { classes } }) => VARIED.has(classes[0]!))) return null;
  const gap = places.sentenceAt(tokens[0]!.start) - places.sentenceAt(last.mentions.at(-1)?.start ?? 0);
  return gap <= 2 ? last : null;
}

/** Whether a referent was said to belong to the same body or place before. */
const sharesOwner = ({ doc }: Discourse, referent: Referent, owner: Span) => {
  const text = doc.raw.slice(owner.start, owner.end).toLowerCase();
  return referent.found.some(({ description: { affiliation } }) => {
    const other = affiliation ? doc.raw.slice(affiliation.start, affiliation.end).toLowerCase() : "";
    return other !== "" && (other.includes(text) || text.includes(other));
  });
};

const CLASSES_OF_PEOPLE: ReadonlySet<RoleClass> = new Set([
  "academic",
  "analyst",
  "spokesperson",
  "military",
  "media",
  "politician",
]);

const sharesClass = (classes: readonly RoleClass[], noun: string) =>
  (ROLE_NOUNS.get(noun) ?? []).slice(0, 1).some((kind) => CLASSES_OF_PEOPLE.has(kind) && classes.includes(kind));

/** Whether "the newspaper" can stand for this entity: its name holds the noun, or one of the same kind. */
function bodyFits({ doc }: Discourse, entity: Entity | null, head: string): boolean {
  if (entity?.type !== "organization") return false;
  const wanted = INSTITUTION_HEADS.get(head);
  if (!wanted) return false;
  const mention = entity.mentions[0];
  const around = mention ? doc.raw.slice(mention.end, mention.end + 30) : "";
  const words = `${entity.name} ${/^\s(\p{Ll}+)/u.exec(around)?.[1] ?? ""}`.split(/[\s-]+/u);
  const kinds = words.flatMap((word) => {
    const noun = institutionNoun(word);
    return noun === head ? ["same"] : noun ? (INSTITUTION_HEADS.get(noun) ?? []).slice(0, 1) : [];
  });
  if (kinds.includes("same")) return true;
  return kinds.length ? kinds.some((kind) => kind === wanted[0]) : wanted[0] === "company";
}
