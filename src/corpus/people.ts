import { fullest } from "../entities/link.ts";
import { fullness } from "../entities/link-persons.ts";
import { type Bearer, PersonIndex } from "../entities/person-index.ts";
import { isBare, type PersonName, parsePerson } from "../entities/person-name.ts";
import { isEastAsianSurname } from "../entities/surnames.ts";
import { classBit } from "../lexicon/classes.ts";
import { lookUp } from "../lexicon/lexicon.ts";
import type { Company } from "./company.ts";
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
export function clusterPeople(profiles: readonly Profile[], company: Company): Profile[][] {
  const named = profiles.map((profile) => ({ profile, name: parsePerson(fullest(profile.names)) }));
  const index = new PersonIndex<Person>();
  const people: Person[] = [];
  for (const one of named.filter(({ name }) => !isBare(name)).sort(byFullness)) {
    const person = findPerson(one, index, company) ?? add(people);
    join(person, one.profile);
    register(one, person, index);
  }
  const usual = usualBearers(people);
  const alone = new Map<string, Person>();
  for (const one of named.filter(({ name }) => isBare(name)).sort(byFullness)) {
    const key = one.name.family;
    const person = usualBearer(one, index, usual, company) ?? alone.get(key) ?? add(people);
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
    const isAnothers = index.equal(one).some((bearer) => bearer !== person);
    if (!isAnothers && index.alike(one).length === 0) index.add(one, person);
  }
}

// So much must speak for names that are equal but for a translation or a missing part; so many words for a slip.
const RELATED = 2;
const SHORT_SLIP = 3;
const LONG_SLIP = 1;

function findPerson({ name, profile }: Named, index: PersonIndex<Person>, company: Company): Person | undefined {
  const alike = index.alike(name);
  if (alike.length > 0) return alike.reduce((a, b) => (b.documents > a.documents ? b : a));
  for (const kind of [index.equal(name), index.agreeing(name), index.longer(name)]) {
    const related = kind.filter((person) => evidence(profile, person, company) >= RELATED);
    if (kind.length > 0) return related.length === 1 ? related[0] : undefined;
  }
  const needed = name.family.length >= 6 ? LONG_SLIP : SHORT_SLIP;
  const slipped = index.slipped(name).filter((person) => shared(profile, person) >= needed);
  return slipped.length === 1 ? slipped[0] : undefined;
}

/** What speaks for one person behind two names: words beside both, or other names in the documents of both. */
const evidence = (profile: Profile, person: Person, company: Company) =>
  shared(profile, person) + company.shared(profile, person.profiles);

/** How many of the words beside the name also stand beside the person's names in other documents. */
const shared = (profile: Profile, person: Person) => profile.words.filter((word) => person.words.has(word)).length;

/** For each bare name, in how many documents it is short for each person. */
type Usual = ReadonlyMap<string, ReadonlyMap<Person, number>>;

function usualBearers(people: readonly Person[]): Usual {
  const usual = new Map<string, Map<Person, number>>();
  for (const person of people) {
    for (const profile of person.profiles) {
      const bare = [...profile.names.keys()].map(parsePerson).filter(isBare);
      for (const key of new Set(bare.map((name) => name.family))) {
        const bearers = usual.get(key) ?? new Map<Person, number>();
        usual.set(key, bearers.set(person, (bearers.get(person) ?? 0) + profile.documents.length));
      }
    }
  }
  return usual;
}

// The usual bearer of a name bears it in this many times as many documents as anyone else.
const DOMINANT = 3;
// So much must speak for a bare name's only bearer; for one of several, or where the name is a given or a very common one.
const SURE = 2;
const SURER = 4;
const CROWD = 60;

function usualBearer({ name, profile }: Named, index: PersonIndex<Person>, usual: Usual, company: Company) {
  const attested = usual.get(name.family) ?? new Map<Person, number>();
  const bearers = [...new Set([...attested.keys(), ...index.bearers(name).family])];
  const fitting = bearers.filter((person) => !name.suffix || person.names.some((n) => n.suffix === name.suffix));
  const weighed = fitting
    .map((person) => ({ person, weight: (attested.get(person) ?? 0) + person.documents / 10 }))
    .sort((a, b) => b.weight - a.weight);
  const [first, second] = weighed;
  if (!first) return undefined;
  if (first.weight >= 2 && first.weight >= DOMINANT * (second?.weight ?? 0)) return first.person;
  if (bearers.length > CROWD) return undefined;
  const spoken = fitting
    .map((person) => ({
      person,
      evidence: Math.max(shared(profile, person), company.shared(profile, person.profiles)),
    }))
    .sort((a, b) => b.evidence - a.evidence);
  const [best, next] = spoken;
  const needed = isOrdinary(name) || next ? SURER : SURE;
  return best!.evidence >= needed && best!.evidence >= 2 * (next?.evidence ?? 0) ? best!.person : undefined;
}

/** True for names that many unrelated people bear, as family or as given name. */
const isOrdinary = (name: PersonName) =>
  isEastAsianSurname(name.family) || (lookUp(name.family).classes & classBit("given-name")) !== 0;
