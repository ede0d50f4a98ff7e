import type { EntityType } from "../document.ts";
import { countryNamed } from "../entities/countries.ts";
import { fullest } from "../entities/link.ts";
import { fold } from "../entities/names.ts";
import { placeKey } from "../entities/place-name.ts";
import { Company } from "./company.ts";
import { clusterOrganizations } from "./organizations.ts";
import { clusterPeople } from "./people.ts";
import { clusterEvents, clusterGroups, clusterPlaces } from "./places.ts";
import { type ListedNames, mergeTallies, type Profile, type Tally, tallyEntities, withoutDocuments } from "./tally.ts";
import { settleAcross } from "./types.ts";

/** Something named in the corpus, with every spelling and document. */
export interface CorpusEntity {
  /** The same whatever the order of the documents: "person:ann-lee". */
  readonly id: string;
  readonly type: EntityType;
  readonly name: string;
  /** Most frequent first. */
  readonly variants: { text: string; count: number }[];
  readonly mentions: number;
  readonly documents: { id: string; entity: string }[];
}

/** The entities of a corpus and whom each entity of a document is. */
export interface CorpusEntities {
  /** Most mentioned first. */
  readonly entities: readonly CorpusEntity[];
  idOf(document: string, entity: string): string | undefined;
}

/** Gathers entities across documents. It remembers distinct names, not mentions; parts of a corpus can be counted apart and merged. */
export class EntityCounts {
  readonly tally: Tally;

  constructor(tally: Tally = new Map()) {
    this.tally = tally;
  }

  add(doc: ListedNames): void {
    tallyEntities(this.tally, doc);
  }

  merge(other: EntityCounts): void {
    mergeTallies(this.tally, other.tally);
  }

  /** Documents that are left out help to tell who is who, and are counted nowhere. */
  resolve(leftOut: ReadonlySet<string> = new Set()): CorpusEntities {
    return resolveEntities(this.tally, leftOut);
  }
}

function cluster(profiles: readonly Profile[]): Profile[][] {
  const of = (type: EntityType) => profiles.filter((profile) => profile.type === type);
  const places = new Set(of("place").flatMap(({ names }) => [...names.keys()].map(placeKey)));
  const company = new Company(profiles);
  return [
    ...clusterPeople(of("person"), company),
    ...clusterOrganizations(of("organization"), places, company),
    ...clusterPlaces(of("place"), company),
    ...clusterGroups(of("group")),
    ...clusterEvents(of("event")),
  ];
}

function resolveEntities(tally: Tally, leftOut: ReadonlySet<string>): CorpusEntities {
  const profiles = [...tally.values()]
    .sort((a, b) => compare(a.key, b.key))
    .map((profile) => ({ ...profile, names: new Map([...profile.names].sort((a, b) => compare(a[0], b[0]))) }));
  const counted = (one: Profile) => (leftOut.size ? (withoutDocuments(one, leftOut) ?? []) : one);
  const clusters = cluster(settleAcross(profiles)).map((one) => one.flatMap(counted));
  const entities = withIds(clusters.filter((one) => one.length > 0).map(entityOf));
  const ids = new Map<string, string>();
  for (const { id, documents } of entities) for (const place of documents) ids.set(`${place.id}\0${place.entity}`, id);
  return { entities, idOf: (document, entity) => ids.get(`${document}\0${entity}`) };
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function entityOf(profiles: readonly Profile[]): CorpusEntity {
  const counts = new Map<string, number>();
  for (const { names } of profiles)
    for (const [text, count] of names) counts.set(text, (counts.get(text) ?? 0) + count);
  const variants = [...counts].sort((a, b) => b[1] - a[1] || compare(a[0], b[0]));
  const documents = profiles.flatMap((profile) => profile.documents.map(({ id, entity }) => ({ id, entity })));
  const { type } = profiles[0]!;
  const name = nameOf(variants, type);
  return {
    id: [type, slug(name), ...qualifiers(profiles, name)].join(":"),
    type,
    name,
    variants: variants.map(([text, count]) => ({ text, count })),
    mentions: variants.reduce((sum, [, count]) => sum + count, 0),
    documents: documents.sort((a, b) => compare(a.id, b.id) || compare(a.entity, b.entity)),
  };
}

// A spelling that is so much rarer than the most frequent one is an exception or a slip.
const RARE = 20;

/** The usual spelling, written out: for people and bodies the fullest one that isn't rare, for others the most frequent. */
function nameOf(variants: readonly (readonly [string, number])[], type: EntityType): string {
  if (type === "place" || type === "group") return usualOf(variants);
  const spaced = variants.filter(([text]) => /\s/u.test(text));
  const usual = spaced.filter(([, count]) => count * RARE >= (spaced[0]?.[1] ?? 0));
  const candidates = usual.length > 0 ? usual : variants;
  const sorted = type === "organization" ? candidates.toSorted((a, b) => b[0].length - a[0].length) : candidates;
  return fullest(new Map(sorted));
}

/** The most frequent spelling that is no abbreviation, doesn't shout, and leaves out state and country. */
function usualOf(variants: readonly (readonly [string, number])[]): string {
  const usual = variants.filter(([, count]) => count * RARE >= variants[0]![1]);
  const plain = usual.filter(([text]) => !text.includes(","));
  const written = plain.filter(([text]) => text !== text.toUpperCase() || text === text.toLowerCase());
  return (written[0] ?? plain[0] ?? variants[0])![0];
}

/** What tells bodies and teams of one name apart: the country, the only document, the sport. */
function qualifiers(profiles: readonly Profile[], name: string): string[] {
  const named = profiles.filter(({ names }) => names.has(name));
  const country = named.every((profile) => profile.country) ? named[0]?.country : "";
  const sports = new Set(named.map(({ sport }) => sport));
  const sport = sports.size === 1 && countryNamed(fold(name)) ? [...sports][0] : "";
  return [country, sport].filter((text) => text !== undefined && text !== "").map((text) => slug(text!));
}

/** Numbers the namesakes that are left, the one with the most mentions first. */
function withIds(entities: readonly CorpusEntity[]): CorpusEntity[] {
  const sorted = [...entities].sort(
    (a, b) => b.mentions - a.mentions || compare(a.name, b.name) || compare(placeOf(a), placeOf(b)),
  );
  const taken = new Map<string, number>();
  return sorted.map((entity) => {
    const n = (taken.get(entity.id) ?? 0) + 1;
    taken.set(entity.id, n);
    return n > 1 ? { ...entity, id: `${entity.id}:${n}` } : entity;
  });
}

const placeOf = ({ type, documents }: CorpusEntity) => `${type}\0${documents[0]!.id}\0${documents[0]!.entity}`;
const slug = (name: string) =>
  fold(name)
    .replace(/['.]/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/gu, "") || "unnamed";
