import type { Entity, Sentence, Span, Token } from "../document.ts";
import { affiliationOf, type NameTypes, nameEnd } from "./affiliation-names.ts";
import { affiliationOnly, type Description, parseDescription } from "./roles.ts";
import { BEFORE, type Named } from "./roles-before.ts";
import { readOccupation } from "./roles-clauses.ts";
import { CONSTRUCTIONS, type Construction } from "./roles-constructions.ts";
import { DETERMINERS, isCapital, lower } from "./roles-words.ts";
import { lastAtOrBefore, type Places } from "./speakers-index.ts";

/** A description and the construction that it was found by. */
export interface Found {
  readonly description: Description;
  readonly construction: Construction;
}

// Descriptions stand at the first mentions; a name that comes a thousand times is not read a thousand times.
const MENTIONS_READ = 40;

/** Collects what the document says about an entity at its mentions outside quotations. */
export function describeEntity(raw: string, entity: Entity, places: Places): Found[] {
  return entity.mentions.slice(0, MENTIONS_READ).flatMap((mention) => {
    const sentence = places.sentences[places.sentenceAt(mention.start)];
    if (!sentence || mention.start >= sentence.end || places.isQuoted(mention.start)) return [];
    return findDescriptions(raw, sentence, mention, places.types);
  });
}

const AFTER_LIMIT = 45;

/** Finds what a sentence says about the one named at `name`, on both sides of the name. */
export function findDescriptions(raw: string, sentence: Sentence, name: Span, types: NameTypes): Found[] {
  const { tokens } = sentence;
  const first = lastAtOrBefore(tokens, name.start);
  if (first < 0) return [];
  let after = first;
  while (after < tokens.length && tokens[after]!.start < name.end) after++;
  const named: Named = { raw, tokens, name: first, after, types };
  const start = name.end + REST_OF_WORD.exec(raw.slice(name.end, name.end + 20))![0].length;
  const rest = { start, text: raw.slice(start, start + GAP) };
  const found: Found[] = [];
  for (const construction of CONSTRUCTIONS) {
    const description =
      construction.side === "after" ? readAfter(named, rest, construction) : BEFORE[construction.id]!(named);
    if (description) found.push({ description, construction });
  }
  return found;
}

// "Once a judge and now the president" is the president.
const WAS = /\b(?:was|had been|served as|worked as|formerly|once|then)\b(?!.* (?:is|now) $)/u;

// The longest way from a name to what is said of it.
const GAP = 160;

// A name of broken letters, "SarukhÃ¡n", is not cut where they begin.
const REST_OF_WORD = /^(?:[¡-¿ÂÃ\u0080-\u009f][^\s,.;:()“”"’]*)?/u;

function readAfter(
  { tokens, after, types }: Named,
  rest: { readonly start: number; readonly text: string },
  construction: Construction,
): Description | null {
  const gap = construction.pattern!.exec(rest.text)?.[0];
  if (gap === undefined) return null;
  const begins = rest.start + gap.length;
  let from = after;
  while (from < tokens.length && tokens[from]!.end <= begins) from++;
  if (from >= tokens.length) return null;
  const limit = Math.min(tokens.length, from + AFTER_LIMIT);
  if (construction.reads === "affiliation") return bodyAlone(tokens, from, limit, begins, gap, types);
  if (construction.reads === "body") {
    const found = bodyAlone(tokens, from, limit, begins, gap, types);
    return found?.affiliation?.kind === "body" ? found : null;
  }
  if (construction.reads === "occupation") return readOccupation(gap, tokens, from, limit, types);
  const description = parseDescription(tokens, from, limit, types);
  if (!description || isListed(tokens, from, description)) return null;
  return WAS.test(gap) ? { ...description, former: true } : description;
}

// "Ann Lee, President Moon and others": a title with a name of its own is the next in a list.
function isListed(tokens: readonly Token[], from: number, description: Description): boolean {
  const next = tokens[description.end];
  const role = description.role!;
  const last = tokens.findIndex((token, i) => i >= from && token.end === role.end);
  const follower = tokens[last + 1];
  return (
    (follower !== undefined && isCapital(follower) && follower !== next) || (next !== undefined && isCapital(next))
  );
}

function bodyAlone(
  tokens: readonly Token[],
  from: number,
  limit: number,
  begins: number,
  gap: string,
  types: NameTypes,
): Description | null {
  let start = from;
  while (start < limit && DETERMINERS.has(lower(tokens[start]!))) start++;
  if (start >= limit) return null;
  const party = /^[RDI]-/u.test(tokens[start]!.text) && tokens[start]!.start < begins;
  // "R-Reed Falls"
  const rest =
    party && tokens[start + 1] && isCapital(tokens[start + 1]!) ? nameEnd(tokens, start + 1, limit) : start + 1;
  const end = party ? rest : nameEnd(tokens, start, limit);
  if (end === start) return null;
  const affiliation = affiliationOf(tokens, start, end, types);
  const isSeat = party || /[RDI]\.?, $/u.test(gap);
  return affiliationOnly(isSeat ? { ...affiliation, start: begins, kind: "place" } : affiliation, end);
}
