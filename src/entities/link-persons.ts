import { remembering } from "../remembering.ts";
import { fold } from "./names.ts";
import type { Naming } from "./naming.ts";
import { type Bearer, PersonIndex } from "./person-index.ts";
import { isBare, type PersonName, parsePerson } from "./person-name.ts";

interface Person extends Bearer {
  readonly namings: Naming[];
  readonly titles: Set<string>;
  full: number;
  gender: Gender;
}
type Gender = "male" | "female" | null;

interface Spelling {
  readonly name: PersonName;
  readonly namings: Naming[];
}

/** Joins the mentions of people: full names by their parts, then each bare name to the bearer whom the text has in mind. */
export function linkPersons(namings: readonly Naming[]): Naming[][] {
  const spellings = spellingsOf(namings);
  const index = new PersonIndex<Person>();
  const people: Person[] = [];
  const bearerOf = new Map<Naming, Person>();
  for (const spelling of [...spellings.values()].filter((s) => !isBare(s.name)).sort(byFullness)) {
    const found = mostNamed(index.same(spelling.name));
    const person = found ?? newPerson();
    if (!found) people.push(person);
    index.add(spelling.name, person);
    for (const naming of spelling.namings) {
      bearerOf.set(naming, person);
      person.full++;
      notice(person, naming);
    }
  }
  people.push(...linkBareNames(namings, spellings, index, bearerOf));
  return people.map((person) => person.namings).filter((list) => list.length > 0);
}

const newPerson = (): Person => ({ names: [], namings: [], titles: new Set(), full: 0, gender: null });

function spellingsOf(namings: readonly Naming[]): Map<string, Spelling> {
  const spellings = new Map<string, Spelling>();
  for (const naming of namings) {
    const found = spellings.get(naming.text);
    if (found) found.namings.push(naming);
    else spellings.set(naming.text, { name: parsePerson(naming.text), namings: [naming] });
  }
  return spellings;
}

/** Names with more and longer parts come first, so that short forms find their long ones. */
const byFullness = (a: Spelling, b: Spelling) => fullness(b.name) - fullness(a.name);
/** Larger for names with more and longer parts. */
export const fullness = remembering(
  ({ words }: PersonName) =>
    100 * words.filter((w) => w.length > 1).length + 10 * words.length + Math.min(9, words.join("").length / 10),
);

const mostNamed = (people: readonly Person[]): Person | undefined =>
  people.reduce<Person | undefined>((best, one) => (!best || weight(one) > weight(best) ? one : best), undefined);

/** Full mentions count more than bare ones that were already given to someone. */
const weight = (person: Person) => person.full + person.namings.length / 4;

/** Walks through the text and gives each bare name to a bearer, or to a person of its own where none fits. */
function linkBareNames(
  namings: readonly Naming[],
  spellings: ReadonlyMap<string, Spelling>,
  index: PersonIndex<Person>,
  bearerOf: ReadonlyMap<Naming, Person>,
): Person[] {
  const alone = new Map<string, Person>();
  const recent = new Map<string, Person>();
  const early: Naming[] = [];
  const give = (naming: Naming, name: PersonName, last: Person | undefined) => {
    const person = chooseBearer(naming, name, index, last) ?? lone(alone, name);
    person.namings.push(naming);
    notice(person, naming);
    if (person.names.length > 0) recent.set(name.family, person);
  };
  for (const naming of namings) {
    const { name } = spellings.get(naming.text)!;
    const named = bearerOf.get(naming);
    if (named) {
      named.namings.push(naming);
      for (const { family } of named.names.slice(0, 3)) recent.set(family, named);
    } else if (recent.has(name.family)) give(naming, name, recent.get(name.family));
    else early.push(naming);
  }
  // Headlines name people before the text introduces them: then all that follows is known.
  for (const naming of early) give(naming, spellings.get(naming.text)!.name, undefined);
  return [...alone.values()];
}

function lone(alone: Map<string, Person>, name: PersonName): Person {
  const key = name.family;
  const person = alone.get(key) ?? newPerson();
  alone.set(key, person);
  return person;
}

function chooseBearer(naming: Naming, name: PersonName, index: PersonIndex<Person>, recent: Person | undefined) {
  const { family, given } = index.bearers(name);
  if (family.size > 0) return among(family, naming, recent);
  const compatible = [...given].slice(0, 2);
  const entitled = compatible.every(({ titles }) => !REGNAL.has(naming.title) || titles.has(naming.title));
  if (given.size === 1 && entitled) return among(new Set(compatible), naming, undefined);
  if (given.size > 1) return undefined;
  const nearly = index.nearly(name);
  return nearly.length === 1 ? among(new Set(nearly), naming, undefined) : undefined;
}

// Of several bearers, one named this many times as often as the last one is the one in mind.
const DOMINANT = 3;
const LOOKED_AT = 50;

/** Of the bearers of a name, the one whose title it repeats, else the dominant one, else the most recent one, else the most named. */
function among(bearers: ReadonlySet<Person>, naming: Naming, recent: Person | undefined): Person | undefined {
  const gender = genderOf(naming.title);
  const fitting = [...take(bearers, LOOKED_AT)].filter((one) => !gender || !one.gender || one.gender === gender);
  if (fitting.length < 2) return fitting[0];
  const entitled = fitting.filter((one) => naming.title && !gender && one.titles.has(naming.title));
  if (entitled.length === 1) return entitled[0];
  const most = mostNamed(fitting)!;
  const last = recent && fitting.includes(recent) ? recent : most;
  return most.full >= DOMINANT * last.full ? most : last;
}

function* take<T>(values: Iterable<T>, limit: number): Generator<T> {
  let left = limit;
  for (const value of values) {
    if (left-- <= 0) return;
    yield value;
  }
}

const MALE = new Set(["mr", "sir", "lord", "king", "prince", "herr", "monsieur", "senor", "father", "baron", "count"]);
const FEMALE = new Set(["mrs", "ms", "miss", "lady", "dame", "queen", "princess", "madame", "mme", "senora", "sister"]);
/** With these a given name is the whole name: "King Charles", "Pope Francis". */
const REGNAL = new Set(["king", "queen", "prince", "princess", "pope", "emperor", "saint", "st", "sister", "brother"]);

const genderOf = (title: string): Gender => (MALE.has(title) ? "male" : FEMALE.has(title) ? "female" : null);

function notice(person: Person, naming: Naming): void {
  person.gender ??= genderOf(naming.title);
  if (naming.title) person.titles.add(fold(naming.title));
}
