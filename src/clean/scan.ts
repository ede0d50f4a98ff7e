import { CLASS_NAMES, classesByHash, HASH_SEED, hashStep } from "./vocabulary.ts";

/** What one pass over the characters of a line tells. */
export interface Scan {
  readonly words: number;
  readonly capitals: number;
  readonly digits: number;
  readonly commas: number;
  readonly dashes: number;
  readonly quotes: number;
  readonly bars: number;
  readonly stops: number;
  readonly letters: number;
  readonly upper: number;
  readonly hasYear: boolean;
  readonly hasAddress: boolean;
  readonly endsSentence: boolean;
  /** How many of its words are of each class, in the order of CLASS_NAMES. */
  readonly classes: readonly number[];
  /** Hashes of its content words: longer than three letters and no function word. */
  readonly content: readonly number[];
  /** Hash of the line's letters and digits. */
  readonly key: number;
}

const STOP_CLASS = 1 << CLASS_NAMES.indexOf("stop");
// Lines longer than this are read to here: what follows changes nothing that is decided.
const LONGEST = 6000;

/** Reads the words of a line without making strings of them. */
export function scanLine(text: string): Scan {
  const classes: number[] = new Array(CLASS_NAMES.length).fill(0);
  const content: number[] = [];
  const n = Math.min(text.length, LONGEST);
  let words = 0;
  let capitals = 0;
  let digits = 0;
  let commas = 0;
  let dashes = 0;
  let quotes = 0;
  let bars = 0;
  let stops = 0;
  let letters = 0;
  let upper = 0;
  let hasYear = false;
  let hasAddress = false;
  let key = HASH_SEED;
  let hash = HASH_SEED;
  let length = 0;
  for (let i = 0; i <= n; i++) {
    const unit = i < n ? text.charCodeAt(i) : 32;
    const lower = unit >= 65 && unit <= 90 ? unit + 32 : unit;
    const digit = unit >= 48 && unit <= 57;
    if (digit || (lower >= 97 && lower <= 122) || isWordUnit(unit)) {
      if (length === 0 && (lower !== unit || (unit > 191 && isCapital(unit)))) capitals++;
      if (digit) digits++;
      else letters++;
      if (lower !== unit) upper++;
      hash = hashStep(hash, unit === 0x2019 ? 39 : lower);
      length++;
      continue;
    }
    if (length) {
      words++;
      key = hashStep(key, hash);
      const known = classesByHash.get(hash) ?? 0;
      if (known) for (let bit = 0; bit < classes.length; bit++) if (known & (1 << bit)) classes[bit]!++;
      if (length > 3 && !(known & STOP_CLASS)) content.push(hash);
      if (length === 4 && isYear(text, i - 4)) hasYear = true;
      hash = HASH_SEED;
      length = 0;
    }
    if (unit === 44) commas++;
    else if (unit === 46 || unit === 33 || unit === 63) stops++;
    else if (unit === 59 || unit === 0x2014 || unit === 0x2013) dashes++;
    else if (unit === 34 || unit === 0x201c || unit === 0x201d || unit === 171 || unit === 187) quotes++;
    else if (unit === 64 || (unit === 58 && text.startsWith("//", i + 1))) hasAddress = true;
    else if (unit === 124 || unit === 0x2022 || unit === 0xb7) bars++;
  }
  const ends = endsSentence(text);
  // biome-ignore format: one flat literal: spreading a part of it into another costs more than the whole scan
  return { words, capitals, digits, commas, dashes, quotes, bars, stops, letters, upper, hasYear, hasAddress, endsSentence: ends, classes, content, key };
}

// Letters beyond ASCII, apostrophes and underscores; punctuation and symbols stand in blocks of their own.
const isWordUnit = (unit: number) =>
  unit === 39 ||
  unit === 95 ||
  unit === 0x2019 ||
  (unit >= 0xc0 &&
    unit !== 0xd7 &&
    unit !== 0xf7 &&
    !(unit >= 0x2000 && unit <= 0x2bff) &&
    !(unit >= 0x3000 && unit <= 0x303f) &&
    unit < 0xe000);
const isCapital = (unit: number) => {
  const text = String.fromCharCode(unit);
  return text !== text.toLowerCase();
};
const isYear = (text: string, at: number) => {
  const [first, second] = [text.charCodeAt(at), text.charCodeAt(at + 1)];
  const isCentury = (first === 49 && second === 57) || (first === 50 && second === 48);
  return isCentury && isDigit(text.charCodeAt(at + 2)) && isDigit(text.charCodeAt(at + 3));
};
const isDigit = (unit: number) => unit >= 48 && unit <= 57;

const STOPS = ".!?…";
const CLOSINGS = ")]\"'”’»";
/** The same as ENDS_SENTENCE, without a regular expression. */
function endsSentence(text: string): boolean {
  let at = text.length - 1;
  for (let n = 0; n < 4 && at >= 0 && CLOSINGS.includes(text[at]!); n++) at--;
  return at >= 0 && STOPS.includes(text[at]!);
}
