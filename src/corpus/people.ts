import { fullest } from "../entities/link.ts";
import { fullness } from "../entities/link-persons.ts";
import { type Bearer, PersonIndex } from "../entities/person-index.ts";
import { isBare, type PersonName, parsePerson } from "../entities/person-name.ts";
import { isEastAsianSurname } from "../entities/surnames.ts";
import type { Profile } from "./tally.ts";

interface Person extends Bearer {
  readonly profiles: Profile[];
  documents: number;
  words: Set<string>;
}
interface Named {
  readonly profile: Profile;
  readonly name: PersonName;
}

/** Joins profiles of people: by full names first; a document's bare surname goes to who usually bears it. */
export function clusterPeople(profiles: readonly Profile[]): Profile[][] {
  const named = profiles.map((profile) => ({ profile, name: parsePerson(fullest(profile.names)) }));
  const index = new PersonIndex<Person>();
  const people: Person[] = [];
  for (const one of named.filter(({ name }) => !isBare(name)).sort(byFullness)) {
    const person = findPerson(one, index) ?? add(people);
    join(person, one.profile);
    register(one, person, index);
  }
  const usual = usualBearers(people);
  const alone = new Map<string, Person>();
  for (const one of named.filter(({ name }) => isBare(name)).sort(byFullness)) {
    const key = one.name.words.join(" ");
    const person = usualBearer(one.name, index, usual) ?? alone.get(key) ?? add(people);
    if (person.names.length === 0) alone.set(key, person);
    join(person, one.profile);
  }
  return people.map((person) => person.profiles);
}

const byFullness = (a: Named, b: Named) =>
  fullness(b.name) - fullness(a.name) ||
  b.profile.documents.length - a.profile.documents.length ||
  (a.profile.key < b.profile.key ? -1 : 1);

function add(people: Person[]): Person {
  const person: Person = { names: [], profiles: [], documents: 0, words: new Set() };
  people.push(person);
  return person;
}

function join(person: Person, profile: Profile): void {
  person.profiles.push(profile);
  person.documents += profile.documents.length;
  for (const word of profile.words) person.words.add(word);
}

/** Files the full names of a profile, except those that are already someone else's. */
function register({ profile, name }: Named, person: Person, index: PersonIndex<Person>): void {
  const others = [...profile.names.keys()].map(parsePerson).filter((other) => !isBare(other));
  for (const one of [name, ...others]) {
    const bearers = index.equal(one);
    if (bearers.length === 0) index.add(one, person);
  }
}

function findPerson({ name, profile }: Named, index: PersonIndex<Person>): Person | undefined {
  const equal = index.equal(name);
  if (equal.length > 0) return equal.reduce((a, b) => (b.documents > a.documents ? b : a));
  const agreeing = index.agreeing(name);
  if (agreeing.length > 0) return agreeing.length === 1 ? agreeing[0] : undefined;
  const longer = index.longer(name);
  if (longer.length > 0) return longer.length === 1 ? longer[0] : undefined;
  const slipped = index.slipped(name).filter((person) => inOneContext(name, profile, person));
  return slipped.length === 1 ? slipped[0] : undefined;
}

/** A slip between documents is believed where the words beside the names agree; a long family name needs fewer of them. */
function inOneContext(name: PersonName, profile: Profile, person: Person): boolean {
  const shared = profile.words.filter((word) => person.words.has(word)).length;
  return shared >= (name.family.length >= 6 ? 1 : 3);
}

/** For each bare name, in how many documents it is short for each person. */
type Usual = ReadonlyMap<string, ReadonlyMap<Person, number>>;

function usualBearers(people: readonly Person[]): Usual {
  const usual = new Map<string, Map<Person, number>>();
  for (const person of people) {
    for (const profile of person.profiles) {
      const bare = [...profile.names.keys()].map(parsePerson).filter(isBare);
      for (const key of new Set(bare.map((name) => name.words.join(" ")))) {
        const bearers = usual.get(key) ?? new Map<Person, number>();
        usual.set(key, bearers.set(person, (bearers.get(person) ?? 0) + profile.documents.length));
      }
    }
  }
  return usual;
}

// The usual bearer of a name bears it in this many times as many documents as anyone else.
const DOMINANT = 3;

function usualBearer(name: PersonName, index: PersonIndex<Person>, usual: Usual): Person | undefined {
  const attested = usual.get(name.words.join(" ")) ?? new Map<Person, number>();
  const bearers = new Set([...attested.keys(), ...index.bearers(name).family]);
  const weighed = [...bearers]
    .map((person) => ({ person, weight: (attested.get(person) ?? 0) + person.documents / 10 }))
    .sort((a, b) => b.weight - a.weight);
  const [first, second] = weighed;
  if (!first) return undefined;
  if (!second) return attested.size > 0 || !isEastAsianSurname(name.family) ? first.person : undefined;
  return first.weight >= 2 && first.weight >= DOMINANT * second.weight ? first.person : undefined;
}
