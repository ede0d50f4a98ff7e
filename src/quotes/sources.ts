import type { Annotation, Document, Entity, Has, Quote, Source, Span } from "../document.ts";
import { INSTITUTION_HEADS, type InstitutionClass, institutionNoun } from "../lexicon/institutions.ts";
import { remembering } from "../remembering.ts";
import type { Affiliation } from "./affiliation-names.ts";
import type { Found } from "./roles-find.ts";
import { capacityOf, Setting } from "./sources-capacity.ts";
import { typeOf } from "./sources-types.ts";
import { type Referent, type Resolved, resolveSpeakers } from "./speakers.ts";
import { type Located, Places } from "./speakers-index.ts";

type Input = Has<"blocks" | "sentences" | "entities" | "attributions">;

/** Looks up who the speakers are, and lists them as sources with role, affiliation and type. */
export function findSources(doc: Input): Pick<Document, "quotes" | "sources"> {
  const places = new Places(doc);
  const { resolved, referents } = resolveSpeakers(doc, places);
  const ids = new Map(inOrder(doc, referents).map((referent, i) => [referent, `s${i + 1}`]));
  const quotes = doc.attributions.map((attribution, i) => quoteOf(attribution, `q${i + 1}`, resolved[i]!, ids));
  const setting = new Setting(doc, places);
  const sources = [...ids].map(([referent, id]) => sourceOf(doc, setting, referent, id));
  return { quotes, sources };
}

const quoteOf = (
  attribution: Input["attributions"][number],
  id: string,
  { referent, resolution }: Resolved,
  ids: ReadonlyMap<Referent, string>,
): Quote => {
  const { parts, kind, cue, speaker, via, rule, confidence } = attribution;
  return {
    id,
    parts,
    kind,
    cue,
    speaker,
    entity: referent?.entity?.id ?? null,
    resolution,
    source: (referent && ids.get(referent)) ?? null,
    ...(via && { via }),
    rule,
    confidence: resolution === "interviewee" ? confidence * INTERVIEWEE : confidence,
  };
};

/** How sure it is that whoever answers in an interview is the one whom its first lines name. */
const INTERVIEWEE = 0.7;

function inOrder(doc: Input, referents: readonly Referent[]): Referent[] {
  const first = (referent: Referent) =>
    referent.attributions.reduce(
      (least, i) => Math.min(least, doc.attributions[i]!.parts[0]?.start ?? least),
      Infinity,
    );
  const starts = new Map(referents.map((referent) => [referent, first(referent)]));
  return [...referents].sort((a, b) => starts.get(a)! - starts.get(b)!);
}

function sourceOf(doc: Input, setting: Setting, referent: Referent, id: string): Source {
  const isBody = referent.entity !== null && referent.entity.type !== "person" && !referent.isGroup;
  const { role, affiliation } = bestDescriptions(isBody ? [] : referent.found);
  const shown = affiliation && resolveAnaphor(setting.places, affiliation.description.affiliation!, referent.entity);
  const capacity = capacityOf(
    setting,
    referent,
    speaksAs(referent.found, role, affiliation)?.description ?? null,
    shown,
  );
  const type = typeOf(capacity);
  const spoken = wordsSpoken(doc, setting.places, referent);
  return {
    id,
    name: displayName(doc, referent),
    entity: referent.entity?.id ?? null,
    ...(isBody && referent.entity?.type === "place" && { standsFor: "government" }),
    type: type?.type ?? (capacity.candidate ? "politician" : "citizen"),
    isExpert: type !== null && (type.type.startsWith("expert") || (type.isExpert ?? false)),
    reason: type?.id ?? "no-role",
    role: role?.description.role ? annotate(role.description.role, role.construction.id) : null,
    affiliation: shown ? annotate(shown, affiliation.construction.id) : null,
    mentions: mentionsOf(referent),
    quotes: referent.attributions.length,
    words: spoken.words,
    verbatimWords: spoken.verbatimWords,
  };
}

const annotate = ({ start, end }: Span, rule: string): Annotation => ({ start, end, rule });

/** The name of the entity, or the words of the noun phrase: "Ann Lee’s office" for "her office". */
function displayName({ raw }: Input, { entity, name, owner }: Referent): string {
  const words = name ? raw.slice(name.start, name.end).replace(/\s+/gu, " ") : "";
  return entity?.name ?? (owner ? `${owner.name}’s ${words}` : words);
}

/** The fullest naming, then the mention of the speaker of each quotation. */
function mentionsOf({ entity, mentions }: Referent): Span[] {
  const named = entity?.mentions.find(({ start, end }) => end - start >= entity.name.length - 1) ?? entity?.mentions[0];
  const all = named ? [{ start: named.start, end: named.end }, ...mentions] : mentions;
  const starts = new Map(all.map(({ start, end }) => [`${start}-${end}`, { start, end }]));
  return [...starts.values()].sort((a, b) => a.start - b.start);
}

interface Best {
  readonly role: Found | null;
  readonly affiliation: Found | null;
}

/** The description that says most about the source's role, and the affiliation that goes with it. */
function bestDescriptions(found: readonly Found[]): Best {
  let role: Found | null = null;
  let affiliation: Found | null = null;
  for (const one of found) {
    if (one.description.role && (!role || worth(one) > worth(role))) role = one;
    // Scholars too write in papers; only of journalists they are the employers.
    if (one.construction.id === "wrote-in" && !found.some(({ description }) => description.classes[0] === "media"))
      continue;
    if (one.description.affiliation && (!affiliation || worth(one) > worth(affiliation))) affiliation = one;
  }
  // Where somebody worked once says nothing of the office held now.
  const isPast = holdsOffice(role) && affiliation?.description.former === true;
  return { role, affiliation: role?.description.affiliation ? role : isPast ? null : affiliation };
}

const holdsOffice = (role: Found | null) =>
  role !== null && !role.description.former && /^(?:official|business|chief)$/u.test(role.description.classes[0] ?? "");

// "Who teaches law at Reed University" tells the capacity without a noun for it, and before "a former envoy".
function speaksAs(found: readonly Found[], role: Found | null, affiliation: Found | null): Found | null {
  const occupation = affiliation?.description.noun
    ? affiliation
    : (found.find(({ description: { noun, role } }) => noun && !role) ?? null);
  return role?.description.former && occupation && !occupation.description.former ? occupation : (role ?? occupation);
}

// What somebody is to another says little about the capacity in which they speak.
const RELATIONAL =
  /^(?:man|woman|wife|husband|mother|father|son|daughter|brother|sister|friend|rival|opponent|colleague|neighbou?r|widow|uncle|aunt|ally|supporter|endorser|person|member|speaker|fan|backer|critic|victim|suspect|democrat|republican|conservative|liberal|user)$/u;

// What somebody was loses against what they are, wherever that stands.
const FORMERLY = 5;

function worth({ construction, description }: Found): number {
  const { affiliation, role, former, noun } = description;
  const named = affiliation && !affiliation.anaphor ? 2 : affiliation ? 0.5 : 0;
  const long = role && role.end - role.start > 60 ? -1 : 0;
  const words = role ? Math.min(description.size, 3) * 0.3 : 0;
  const candidacy = noun && /^(?:candidate|nominee|front-?runner|contender)$/u.test(noun) ? 2 : 0;
  return (
    candidacy +
    construction.weight +
    named +
    words +
    long -
    (former ? FORMERLY : 0) -
    (noun && RELATIONAL.test(noun) ? 4 : 0)
  );
}

const LOOKED_BACK = 6;

/** "The think tank": the last body of that kind that was named before; itself where there is none. */
function resolveAnaphor(places: Places, affiliation: Affiliation, self: Entity | null): Affiliation | null {
  if (!affiliation.anaphor) return affiliation;
  const here = places.sentenceAt(affiliation.start);
  if (affiliation.kind === "person") return ownerBefore(places, affiliation, here, self);
  const from = places.sentences[Math.max(0, here - LOOKED_BACK)]?.start ?? 0;
  const bodies = places.within(from, affiliation.start).filter(({ entity }) => entity.type === "organization");
  const same =
    bodies.findLast(({ entity }) => sharesNoun(entity.name, affiliation)) ??
    bodies.findLast(({ entity }) => sharesKind(entity.name, affiliation));
  const body = same ?? (GENERIC.test(affiliation.anaphor) ? topic(places, bodies, self) : undefined);
  return body ? { ...affiliation, start: body.mention.start, end: body.mention.end } : affiliation;
}

/** "His": the last person named before in the sentence, or the first of the sentence before. */
function ownerBefore(places: Places, affiliation: Affiliation, here: number, self: Entity | null): Affiliation | null {
  const people = (sentence: Span | undefined) =>
    sentence
      ? places
          .within(sentence.start, Math.min(sentence.end, affiliation.start))
          .filter(({ entity }) => entity.type === "person" && entity !== self)
      : [];
  const owner = people(places.sentences[here])[0] ?? people(places.sentences[here - 1])[0];
  return owner ? { ...affiliation, start: owner.mention.start, end: owner.mention.end } : null;
}

// Nouns for a body whose name tells nothing: "Future 40 … a senior adviser to the group".
const GENERIC =
  /^(?:group|company|firm|organi[sz]ation|nonprofit|charity|watchdog|network|pac|super-pac|maker|club|fund)$/u;

/** The last body that opens a sentence; the last of all where none does. "PAC" and "Group" name none. */
function topic(places: Places, bodies: readonly Located[], self: Entity | null): Located | undefined {
  const named = bodies.filter(({ entity }) => entity.id !== self?.id && institutionNoun(entity.name) === null);
  const opens = ({ mention }: Located) =>
    mention.start - (places.sentences[places.sentenceAt(mention.start)]?.start ?? 0) <= OPENING_GAP;
  return named.findLast(opens) ?? named.at(-1);
}

// "The " before the name.
const OPENING_GAP = 4;

const sharesNoun = (name: string, { anaphor }: Affiliation) => name.toLowerCase().split(/\s+/u).includes(anaphor!);

// "The force" is the Lotus Police, "the paper" the Daily Herald; but "the ministry" is no council.
const KINDRED: ReadonlySet<InstitutionClass | undefined> = new Set(["thinktank", "security", "media"]);

function sharesKind(name: string, { classes: [kind] }: Affiliation): boolean {
  const nouns = name.split(/[\s-]+/u).map(institutionNoun);
  return KINDRED.has(kind) && nouns.some((noun) => noun !== null && INSTITUTION_HEADS.get(noun)![0] === kind);
}

const OPENING = /^(?:["“«„]|''|``)$/u;
const CLOSING = /^(?:["”»]|'')$/u;

const hasLetter = remembering((text) => /[\p{L}\p{N}]/u.test(text));

/** Counts the words of what somebody said, and those that stand inside quotation marks. */
function wordsSpoken(doc: Input, places: Places, { attributions }: Referent): Pick<Source, "words" | "verbatimWords"> {
  let words = 0;
  let verbatimWords = 0;
  for (const part of attributions.flatMap((i) => doc.attributions[i]!.parts)) {
    let inside = false;
    for (const { text } of places.tokensIn(part)) {
      const isWord = hasLetter(text);
      if (isWord) words++;
      if (isWord && inside) verbatimWords++;
      else if (!isWord && (inside ? CLOSING : OPENING).test(text)) inside = !inside;
    }
  }
  return { words, verbatimWords };
}
