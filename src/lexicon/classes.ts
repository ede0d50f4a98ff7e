// What the lexicon knows of a word. Each class of the first list is a bit of `Entry.classes`, each of the second one of
// `Entry.parts`. The order is that of the table: add at the end, and compile again.

export const CLASSES = [
  "title",
  "role",
  "organization-head",
  "company-suffix",
  "place-head",
  "facility-head",
  "region-word",
  "connector",
  "particle",
  "function-word",
  "month",
  "weekday",
  "saying-verb",
  "event-head",
  "work-head",
  "group",
  "media",
  "organization",
  "given-name",
  "family-name",
  "place",
  "country",
  "demonym",
  "city",
  "town",
  "region",
  "person",
  "team",
  "common",
  "proper",
  "public",
] as const;

export const PARTS = [
  "noun",
  "plural",
  "verb",
  "past",
  "gerund",
  "adjective",
  "adverb",
  "preposition",
  "actor",
  "pronoun",
  "number",
  "language",
  "currency",
] as const;

/** A class of words: by function in a name ("title", "organization-head") or by what it names ("city", "given-name"). */
export type WordClass = (typeof CLASSES)[number];
export type WordPart = (typeof PARTS)[number];

const bitsOf = <Name extends string>(names: readonly Name[]) =>
  Object.fromEntries(names.map((name, i) => [name, 1 << i])) as Record<Name, number>;
const CLASS_BITS = bitsOf(CLASSES);
const PART_BITS = bitsOf(PARTS);

/** The bit of a class in `Entry.classes`. */
export const classBit = (name: WordClass): number => CLASS_BITS[name];

/** The bit of a part of speech in `Entry.parts`. */
export const partBit = (name: WordPart): number => PART_BITS[name];
