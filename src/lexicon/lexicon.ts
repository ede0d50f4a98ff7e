import { readTable } from "../tables.ts";
import { hashText } from "../tagger/feature.ts";
import { SortedKeys } from "../tagger/sorted-keys.ts";

/** The classes and parts of speech of a word or phrase, as bits (see classes.ts). */
export interface Entry {
  readonly classes: number;
  readonly parts: number;
}

const NOTHING: Entry = { classes: 0, parts: 0 };

// The table (written by compile.ts): the number of kinds of entry and of words as Uint32; for each kind its two sets of bits;
// the words' hashes, ascending; and for each word its kind, as Uint16. All little-endian, so that it is used as it lies.
let loaded: Table | undefined;

interface Table {
  readonly words: SortedKeys;
  readonly kinds: Uint16Array;
  readonly entries: readonly Entry[];
}

function load(): Table {
  // A copy of its own begins where 32-bit values may.
  const { buffer } = Uint8Array.from(readTable("lexicon/lexicon.bin"));
  const [kindCount, size] = new Uint32Array(buffer, 0, 2) as unknown as [number, number];
  const bits = new Int32Array(buffer, 8, kindCount * 2);
  const entries = Array.from({ length: kindCount }, (_, i) => ({ classes: bits[i * 2]!, parts: bits[i * 2 + 1]! }));
  const hashes = new Uint32Array(buffer, 8 + bits.byteLength, size);
  const kinds = new Uint16Array(buffer, hashes.byteOffset + hashes.byteLength, size);
  return { words: new SortedKeys(hashes), kinds, entries };
}

/** The form in which words and phrases stand in the lexicon: lower case, straight apostrophes, composed. */
export const fold = (text: string): string =>
  /^[\x00-\x7f]*$/.test(text) ? text.toLowerCase() : text.normalize("NFC").toLowerCase().replace(/[’‘ʼ]/gu, "'");

/** What the lexicon knows of a folded word, or of several with single spaces between them. */
export function lookUp(folded: string): Entry {
  return lookUpHash(hashText(folded));
}

/** The same for `hashText` of the folded words. */
export function lookUpHash(hash: number): Entry {
  loaded ??= load();
  const place = loaded.words.get(hash);
  return place < 0 ? NOTHING : loaded.entries[loaded.kinds[place]!]!;
}
