import type { Entity, Span, Token } from "../document.ts";
import type { Description } from "./roles.ts";
import { lower } from "./roles-words.ts";
import { type Discourse, type Referent, referentOf } from "./speakers.ts";
import { pronounReferent } from "./speakers-pronouns.ts";

/** "Governor hints at cut": headlines leave the article out, and mean the one whom the text calls governor. */
export function soleBearer(
  discourse: Discourse,
  { definiteness, plural, role, noun, classes }: Description,
): Referent | null {
  if (definiteness !== "bare" || plural || !role || classes.includes("unnamed") || classes[0] === "spokesperson")
    return null;
  const { raw } = discourse.doc;
  const words = raw.slice(role.start, role.end).toLowerCase();
  const bearers = discourse.people
    .map((entity) => referentOf(discourse, entity))
    .filter(({ found }) =>
      found.some(
        ({ description: d }) =>
          d.noun === noun && !d.former && d.role && raw.slice(d.role.start, d.role.end).toLowerCase().includes(words),
      ),
    );
  return bearers.length === 1 ? bearers[0]! : null;
}

/** "The mother-of-two" and "the 41-year-old" are "she" or "he" in other words. */
export function parentOf(
  discourse: Discourse,
  speaker: Span,
  tokens: readonly Token[],
  description: Description | null,
): Referent | null {
  if (tokens[0]?.text.toLowerCase() !== "the") return null;
  const words = discourse.doc.raw.slice(tokens[0].end, tokens.at(-1)!.end);
  const parent = /^ (?:(?<she>grandmother|mother|mum)|grandfather|father|dad)\b/u.exec(words);
  if (parent) return description && pronounReferent(discourse, speaker, parent.groups!.she ? "she" : "he", []).referent;
  return /^ \d{1,3}-year-old$/u.test(words) ? namedBefore(discourse, speaker) : null;
}

/** The first person of the last sentence that names one outside quotations. */
function namedBefore(discourse: Discourse, { start }: Span): Referent | null {
  const { places } = discourse;
  const here = places.sentenceAt(start);
  for (let at = here; at >= Math.max(0, here - 2); at--) {
    const people = places.within(places.sentences[at]!.start, Math.min(places.sentences[at]!.end, start));
    const named = people.find(({ entity, mention }) => entity.type === "person" && !places.isQuoted(mention.start));
    if (named) return referentOf(discourse, named.entity);
  }
  return null;
}

/** Whom "his" means in "his office said". */
export function ownerOf(discourse: Discourse, [first]: readonly Token[]): Entity | null {
  if (!first || !/^(?:his|her)$/iu.test(first.text)) return null;
  const { places } = discourse;
  const sentence = places.sentences[places.sentenceAt(first.start)];
  const named = places
    .within(sentence?.start ?? first.start, first.start)
    .find(({ entity }) => entity.type === "person");
  if (named) return named.entity;
  return pronounReferent(discourse, first, lower(first), []).referent?.entity ?? null;
}
