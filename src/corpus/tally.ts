import type { EntityType } from "../document.ts";
import { countryNamed, countryOf } from "../entities/countries.ts";
import { bareName, fold } from "../entities/names.ts";
import { spellingOf } from "../entities/naming.ts";
import { isBodyOfAnyCountry, parseOrganization } from "../entities/organization-name.ts";
import { detached } from "../remembering.ts";
import { sportOf } from "./sports.ts";

/** An entity of a document, as its record has it. */
export interface ListedEntity {
  readonly id: string;
  readonly type: EntityType;
  readonly name: string;
  readonly mentions: readonly { readonly text: string }[];
}

/** What is read of a document's record. */
export interface ListedNames {
  readonly id: string;
  readonly entities?: readonly ListedEntity[] | undefined;
  /** The clean article. */
  readonly text?: string | undefined;
}

/** Where an entity of a document stands. */
export interface Place {
  readonly id: string;
  readonly entity: string;
  /** Mentions of each spelling, in the order of the sorted spellings. */
  readonly counts: readonly number[];
}

/** All entities of documents that are spelled with the same set of names: one however many documents there are. */
export interface Profile {
  readonly key: string;
  readonly type: EntityType;
  /** Spellings with the number of their mentions. */
  readonly names: Map<string, number>;
  readonly documents: Place[];
  /** For people: a sample of the words beside the name, the same whatever the order of the documents. */
  words: string[];
  /** For a body that every country has, the country that its documents are about, or the only document. */
  readonly country: string;
  /** For an organization in a sports report, the sport; else an empty string. */
  readonly sport: string;
}

/** What is remembered of the documents seen. Plain maps and lists: it can be sent from a worker and merged. */
export type Tally = Map<string, Profile>;

/** Counts the entities of a document. */
export function tallyEntities(tally: Tally, doc: ListedNames): void {
  let about: string | undefined;
  let played: string | undefined;
  for (const entity of doc.entities ?? []) {
    const names = countNames(entity);
    const needsCountry = entity.type === "organization" && [...names.keys()].every(isBodyOfNoCountry);
    if (needsCountry) about ??= countryAbout(doc) ?? `@${doc.id}`;
    const country = needsCountry ? about! : "";
    if (entity.type === "organization") played ??= sportOf(doc.text ?? "");
    const sport = entity.type === "organization" ? played! : "";
    const spelled = [...names.keys()].sort();
    const profile: Profile = {
      key: `${entity.type}|${country}|${sport}|${spelled.join("\n")}`,
      type: entity.type,
      names,
      documents: [{ id: doc.id, entity: entity.id, counts: spelled.map((name) => names.get(name)!) }],
      words: entity.type === "person" ? wordsBeside(doc.text ?? "", names) : [],
      country,
      sport,
    };
    mergeProfile(tally, profile);
  }
}

/** Adds what another tally knows to this one, as if its documents had been counted here. */
export function mergeTallies(tally: Tally, other: Tally): void {
  for (const profile of other.values()) mergeProfile(tally, profile);
}

/** A profile as if some of its documents had not been counted; null where all are such. */
export function withoutDocuments(profile: Profile, leftOut: ReadonlySet<string>): Profile | null {
  const documents = profile.documents.filter(({ id }) => !leftOut.has(id));
  if (documents.length === 0) return null;
  const spelled = [...profile.names.keys()].sort();
  const total = (at: number) => documents.reduce((sum, { counts }) => sum + counts[at]!, 0);
  return { ...profile, documents, names: new Map(spelled.map((name, at) => [name, total(at)])) };
}

function mergeProfile(tally: Tally, profile: Profile): void {
  const known = tally.get(profile.key);
  if (!known) {
    tally.set(profile.key, { ...profile, names: new Map(profile.names), documents: [...profile.documents] });
    return;
  }
  for (const [text, count] of profile.names) known.names.set(text, (known.names.get(text) ?? 0) + count);
  for (const place of profile.documents) known.documents.push(place);
  known.words = sample([...known.words, ...profile.words]);
}

function countNames(entity: ListedEntity): Map<string, number> {
  const names = new Map<string, number>();
  for (const mention of entity.mentions) {
    const text = detached(spellingOf(mention.text));
    names.set(text, (names.get(text) ?? 0) + 1);
  }
  return names;
}

const isBodyOfNoCountry = (text: string) => {
  const name = parseOrganization(text);
  return name.country === "" && isBodyOfAnyCountry(name.core);
};

// A document is about the country that it names this many times as often as any other.
const CLEARLY = 2;

function countryAbout(doc: ListedNames): string | undefined {
  const counts = new Map<string, number>();
  for (const { type, name, mentions } of doc.entities ?? []) {
    if (type !== "place" && type !== "group") continue;
    const country = countryNamed(bareName(name)) ?? countryOf(bareName(name));
    if (country) counts.set(country, (counts.get(country) ?? 0) + mentions.length);
  }
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  return first && first[1] >= CLEARLY * (second?.[1] ?? 0) ? first[0] : undefined;
}

const BESIDE = 120;
const SAMPLE = 64;

const LOOKED_AT = 3;

/** The longer words around the first mentions of a person, in full where there are such, within their paragraphs: role, employer, place. */
function wordsBeside(text: string, names: ReadonlyMap<string, number>): string[] {
  const words: string[] = [];
  const spaced = [...names.keys()].filter((name) => /\s/u.test(name));
  for (const name of spaced.length > 0 ? spaced : names.keys()) {
    let start = text.indexOf(name);
    for (let n = 0; start >= 0 && n < LOOKED_AT; n++) {
      const end = start + name.length;
      const before = text
        .slice(Math.max(0, start - BESIDE), start)
        .split(/[\r\n]/u)
        .at(-1)!;
      const after = text.slice(end, end + BESIDE).split(/[\r\n]/u)[0]!;
      words.push(...fold(`${before} ${after}`).split(/[^\p{L}\p{N}]+/u));
      start = text.indexOf(name, end);
    }
  }
  return sample(words.filter((word) => word.length >= 4 && !COMMON.has(word))).map(detached);
}

const COMMON = new Set(
  "said says told added that this with from have been will would could should which their there they were when where than then also after before about into over more most other some such only last year years week month monday tuesday wednesday thursday friday saturday sunday according".split(
    " ",
  ),
);

/** Keeps the words with the smallest hashes, so that any order of merging leaves the same sample. */
function sample(words: readonly string[]): string[] {
  const distinct = [...new Set(words)];
  if (distinct.length <= SAMPLE) return distinct.sort();
  const hashed = distinct
    .map((word) => [hash(word), word] as const)
    .sort((a, b) => a[0] - b[0] || (a[1] < b[1] ? -1 : 1));
  return hashed
    .slice(0, SAMPLE)
    .map(([, word]) => word)
    .sort();
}

/** FNV-1a. */
function hash(word: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) value = Math.imul(value ^ word.charCodeAt(i), 0x01000193);
  return value >>> 0;
}
