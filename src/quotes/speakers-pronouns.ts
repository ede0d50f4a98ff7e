import type { Span } from "../document.ts";
import { type Gender, genderOfName } from "./given-names.ts";
import { type Discourse, type Referent, type Resolved, referentOf } from "./speakers.ts";

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
  if (/^(?:they|them|their)$/u.test(pronoun)) return groupReferent(discourse, speaker);
  if (pronoun === "it") return bodyReferent(discourse, speaker);
  if (!/^(?:he|she|him|his|her)$/u.test(pronoun)) return { referent: null, resolution: "unknown" };
  const gender: Gender = /^(?:she|her)$/u.test(pronoun) ? "f" : "m";
  let best: { referent: Referent; score: number } | null = null;
  for (const candidate of personCandidates(discourse, speaker, content)) {
    const fit = agreement(discourse, candidate.referent, gender);
    const score = candidate.score + fit + (fit < 0 ? 0 : (candidate.topic ?? 0));
    if (!best || score > best.score) best = { referent: candidate.referent, score };
  }
  if (!best) return { referent: null, resolution: "unknown" };
  best.referent.gender ??= genderOf(discourse, best.referent) ?? gender;
  return { referent: best.referent, resolution: "pronoun" };
}

/** How well a pronoun's gender fits: titles and nouns tell more than a given name does. */
function agreement(discourse: Discourse, referent: Referent, gender: Gender): number {
  const known = genderOf(discourse, referent);
  if (known) return known === gender ? 1 : -2.5;
  const { entity } = referent;
  const usual = entity?.type === "person" ? genderOfName(entity.name.split(" ")[0]!) : null;
  return usual === null ? 0 : usual === gender ? 0.5 : -1.5;
}

interface Candidate {
  readonly referent: Referent;
  readonly score: number;
  /** More, unless its gender is another. */
  readonly topic?: number;
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
      // "Ann Lee, a lawyer, disagrees. … , she argued": a sentence that introduces somebody is about them.
      const introduced = mention.start === sentence.start && isIntroduced(discourse, mention) ? 0.6 : 0;
      const isTopic = found.length === 0 && at === here - 1 && sentence.block === places.sentences[here]!.block;
      const topic = isTopic && OPENING.test(discourse.doc.raw.slice(sentence.start, mention.start)) ? 1.5 : 0;
      found.push({
        referent: referentOf(discourse, entity),
        score: 3 - (here - at) + subject + introduced + owner - reported,
        topic,
      });
    });
  }
  const last = recent.findLast((referent) => !referent.isGroup && isPersonal(referent));
  if (last) {
    const gap = here - places.sentenceAt(last.mentions.at(-1)?.start ?? 0);
    found.push({ referent: last, score: gap <= 4 ? 4.6 - gap * 0.5 : 0.5 });
  }
  return found;
}

// "Mayor Ann Lee left early. She said": nothing but titles before whom a sentence opens with.
const OPENING = /^(?:(?!(?:after|as|at|before|by|for|from|in|on|to|with)\b)\p{L}+\.? ){0,4}$/iu;

const isIntroduced = ({ doc }: Discourse, { end }: Span) => /^, (?:\p{Ll}|who )/u.test(doc.raw.slice(end, end + 5));

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
