import type { Entity, Span, Token } from "../document.ts";
import { INSTITUTION_HEADS, institutionNoun } from "../lexicon/institutions.ts";
import { ROLE_NOUNS, type RoleClass } from "../lexicon/roles.ts";
import type { Description } from "./roles.ts";
import { lower } from "./roles-words.ts";
import { type Discourse, type Referent, referentOf } from "./speakers.ts";

/** The most recent referent or named body that a noun can stand for. */
export function antecedent(
  discourse: Discourse,
  head: string | null,
  description: Description | null,
  tokens: readonly Token[],
  plural: boolean,
): Referent | null {
  if (!head) return null;
  const { recent, places } = discourse;
  // "The central bank" is none of the companies named before.
  const isCentral = head === "bank" && tokens.some((token) => lower(token) === "central");
  const isBody = (entity: Entity | null) =>
    bodyFits(discourse, entity, head) && (!isCentral || /\b(?:Bank|Reserve)\b/u.test(entity!.name));
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
    return !plural && !owner && (referent.head === head || isBody(referent.entity));
  };
  const spoken = recent.findLast(fits);
  if (spoken || plural) return spoken ?? null;
  const varied = description ? elegantVariation(discourse, description, tokens) : null;
  if (varied || owner) return varied;
  const start = tokens[0]!.start;
  const here = places.sentenceAt(start);
  const from = places.sentences[Math.max(0, here - 4)]?.start ?? 0;
  const bodies = places.within(from, start).filter(({ entity }) => isBody(entity));
  // "Roe Motors bought Lee Steel, the company said": the one that the sentence is about.
  const opening = places.sentences[here]?.start ?? 0;
  const named =
    bodies.find(({ mention }) => mention.start >= opening && mention.start <= opening + OPENING_GAP) ?? bodies.at(-1);
  return named ? referentOf(discourse, named.entity) : null;
}

// "The " before the name.
const OPENING_GAP = 4;

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
