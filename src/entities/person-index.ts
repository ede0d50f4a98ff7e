import { classBit } from "../lexicon/classes.ts";
import { lookUp } from "../lexicon/lexicon.ts";
import { remembering } from "../remembering.ts";
import { endKeys, file, isSlip } from "./names.ts";
import {
  familyKey,
  firstGivenKey,
  givenAgree,
  givenJoined,
  isInitialed,
  isParticle,
  type PersonName,
} from "./person-name.ts";
import { isGivenName, soundKey } from "./transliteration.ts";

// A key that more bearers share than this says too little to compare them all.
const CROWD = 40;

/** Someone to whom names can be added. */
export interface Bearer {
  readonly names: PersonName[];
}

/** Finds the bearers of a name by keys of its parts, never by comparing all names with all. */
export class PersonIndex<T extends Bearer> {
  readonly #exact = new Map<string, Set<T>>();
  readonly #given = new Map<string, Set<T>>();
  readonly #initial = new Map<string, Set<T>>();
  readonly #partial = new Map<string, Set<T>>();
  readonly #slips = new Map<string, Set<T>>();
  readonly #families = new Map<string, Set<T>>();
  readonly #givens = new Map<string, Set<T>>();

  /** Files a full name under its bearer. */
  add(name: PersonName, bearer: T): void {
    bearer.names.push(name);
    const keys = keysOf(name);
    for (const key of keys.exact) file(this.#exact, key, bearer);
    if (!isInitialed(name)) file(this.#given, keys.given, bearer);
    file(this.#initial, keys.initial, bearer);
    for (const part of keys.partial) file(this.#partial, part, bearer);
    for (const key of keys.slips) file(this.#slips, key, bearer);
    for (const key of keys.families) file(this.#families, key, bearer);
    for (const key of keys.givens) file(this.#givens, key, bearer);
  }

  /** Bearers of the same full name in another spelling, order or length; the surest kind of agreement that has any. */
  same(name: PersonName): T[] {
    for (const kind of [this.equal(name), this.agreeing(name), this.longer(name)]) if (kind.length > 0) return kind;
    return this.slipped(name);
  }

  /** Bearers of a name that sounds the same, word by word: no short form or translation of a given name among them. */
  alike(name: PersonName): T[] {
    return union(this.#exact, soundKeys(name)).filter((bearer) => hasSuffix(bearer, name));
  }

  /** Bearers of the name but for hyphens, accents, romanization and the order of its words. */
  equal(name: PersonName): T[] {
    return union(this.#exact, keysOf(name).exact).filter((bearer) => hasSuffix(bearer, name));
  }

  /** Bearers with the same family name whose given names don't contradict: "J. Q. Hart", "John Hart", "Johnny Hart". */
  agreeing(name: PersonName): T[] {
    const { initial, given } = keysOf(name);
    const agreeing = isInitialed(name) ? this.#few(this.#initial, initial) : this.#few(this.#given, given);
    return agreeing.filter((bearer) => bearer.names.slice(0, CROWD).every((n) => givenAgree(n, name)));
  }

  /** Bearers of a longer name that ends in this one: two surnames without the given name. */
  longer(name: PersonName): T[] {
    const longer = name.words.length > 1 ? this.#few(this.#partial, keysOf(name).whole) : [];
    return longer.filter((bearer) => hasSuffix(bearer, name));
  }

  /** Bearers of a name in which one letter of one part is missing, added or exchanged. */
  slipped(name: PersonName): T[] {
    return union(this.#slips, keysOf(name).slips, CROWD).filter((b) =>
      b.names.slice(0, CROWD).some((n) => isSlipOf(n, name)),
    );
  }

  /** Bearers of a bare name: as family name, else as a given name. */
  bearers(name: PersonName): { family: ReadonlySet<T>; given: ReadonlySet<T> } {
    const key = soundKey(name.words.join("")) || name.words.join("");
    const plain = soundKey(name.family);
    return {
      family: this.#families.get(key) ?? this.#families.get(plain) ?? new Set(),
      given: this.#givens.get(key) ?? this.#partial.get(key) ?? new Set(),
    };
  }

  /** Bearers whose family name this bare name misspells. */
  nearly(name: PersonName): T[] {
    const family = soundKey(name.words.join(""));
    if (family.length < 4) return [];
    const keys = endKeys(family, 2).map((key) => `~${key}`);
    return union(this.#slips, keys, CROWD).filter((bearer) =>
      bearer.names.slice(0, CROWD).some((n) => isMisspelling(soundKey(n.family), family)),
    );
  }

  #few(index: Map<string, Set<T>>, key: string): T[] {
    const found = index.get(key);
    return found && found.size <= CROWD ? [...found] : [];
  }
}

const hasSuffix = (bearer: Bearer, { suffix }: PersonName) => bearer.names.some((n) => n.suffix === suffix);

function union<T>(index: Map<string, Set<T>>, keys: readonly string[], limit = Number.POSITIVE_INFINITY): T[] {
  const found = new Set<T>();
  for (const key of keys) {
    const filed = index.get(key);
    if (filed && filed.size <= limit) for (const value of filed) found.add(value);
  }
  return [...found];
}

/** The keys under which a name is filed. */
interface Keys {
  readonly exact: readonly string[];
  /** Its sound without spaces. */
  readonly whole: string;
  /** The family with the first given name, or with its first letter. */
  readonly given: string;
  readonly initial: string;
  readonly partial: readonly string[];
  readonly slips: readonly string[];
  readonly families: readonly string[];
  readonly givens: readonly string[];
}

// Each has a kilobyte of them.
const KEPT_KEYS = 1_000;

const keysOf = remembering((name: PersonName): Keys => {
  const family = familyKey(name);
  return {
    exact: exactKeys(name),
    whole: soundKey(name.words.join("")),
    given: `${family}|${firstGivenKey(name)}`,
    initial: `${family}|${name.given[0]?.[0]}`,
    partial: partialKeys(name),
    slips: slipsOf(name),
    families: familyKeys(name),
    givens: givenKeys(name),
  };
}, KEPT_KEYS);

/** Equal keys are equal names: whatever the order, hyphens and spaces are. */
const exactKeys = (name: PersonName): string[] => [...soundKeys(name), `f${familyKey(name)}|${givenJoined(name)}`];

function soundKeys(name: PersonName): string[] {
  const sounds = name.words.map((word) => soundKey(word) || word);
  const parts = `${soundKey(name.family)}|${name.given.map(soundKey).join("")}`;
  const keys = [`=${soundKey(name.words.join(""))}`, `s${sounds.sort().join(" ")}`, `p${parts}`];
  return name.isKorean ? [...keys, `f${familyKey(name)}|${givenJoined(name)}`] : keys;
}

/**
 * The parts of a long name that may stand for it: its last two names with their particles, "López Obrador", and of three names
 * the first two, "Ana Ruiz" for "Ana Ruiz Soto". More than that may be the father ("Aung San"), whose name begins or ends the child's.
 */
function partialKeys({ words, familyFirst }: PersonName): string[] {
  if (words.length < 3 || words.length > 8 || words.some((word) => word.length < 2)) return [];
  const ends = words.slice(1, -1).map((_, i) => words.slice(i + 1));
  const pairs = ends.filter((part) => part.filter((word) => !isParticle(word)).length <= 2);
  const isDouble = words.length === 3 && !familyFirst && !isParticle(words[1]!) && !isCommonGiven(words[1]!);
  return [...pairs, ...(isDouble ? [words.slice(0, 2)] : [])].map((part) => soundKey(part.join("")));
}

const isCommonGiven = (word: string) => (lookUp(word).classes & classBit("given-name")) !== 0;

function familyKeys(name: PersonName): string[] {
  const last = name.family.split(" ").at(-1)!;
  return [...new Set([soundKey(name.family), soundKey(last), familyKey(name)])];
}

const givenKeys = (name: PersonName): string[] =>
  [...new Set([...name.given.map(soundKey), soundKey(name.given.join(""))])].filter((key) => key.length > 1);

/** Families that may be misspelt beside equal given names, and long given names beside an equal family. */
function slipsOf(name: PersonName): string[] {
  if (name.given.length === 0 || isInitialed(name)) return [];
  const family = soundKey(name.family);
  const given = givenJoined(name);
  const keys: string[] = [];
  if (family.length >= 3) for (const key of endKeys(family, 2)) keys.push(`${given}|${key}`, `~${key}`);
  if (given.length >= 6 && !name.familyFirst) for (const key of endKeys(given, 3)) keys.push(`${family}|${key}`);
  return keys;
}

/** "Sarah Brown" and "Sarah Browne", "Micheal Roe" and "Michael Roe": one part slips, the other is equal. */
export function isSlipOf(a: PersonName, b: PersonName): boolean {
  if (a.suffix !== b.suffix) return false;
  const [familyA, familyB, givenA, givenB] = [soundKey(a.family), soundKey(b.family), givenJoined(a), givenJoined(b)];
  if (givenA === givenB && familyA[0] === familyB[0] && Math.max(familyA.length, familyB.length) >= 4)
    return isSlip(familyA, familyB, familyA.length >= 7);
  if (familyA !== familyB || a.familyFirst || b.familyFirst) return false;
  return givenA[0] === givenB[0] && Math.min(givenA.length, givenB.length) >= 6 && isSlip(givenA, givenB);
}

/**
 * One letter apart, where that is no name of its own: not "Yeltsin" and "Yeltsina", husband and wife, nor "Roberts" and "Robert".
 * Of a short name only the last letter may be missing.
 */
function isMisspelling(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (a[0] !== b[0] || !isSlip(a, b) || isGivenName(short)) return false;
  const added = long.startsWith(short) ? long.at(-1)! : "";
  return short.length >= 6 ? added !== "a" : added !== "" && !"sa".includes(added);
}
