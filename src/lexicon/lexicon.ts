import { readTable } from "../tables.ts";
import { hashText } from "../tagger/feature.ts";
import { Rows } from "../tagger/rows.ts";

/** The classes and parts of speech of a word or phrase, as bits (see classes.ts). */
export interface Entry {
  readonly classes: number;
  readonly parts: number;
}

const NOTHING: Entry = { classes: 0, parts: 0 };

// The table (written by compile.ts): number of entries kinds; for each kind its two sets of bits as varints, the number of
// its words, and their hashes, ascending, each as varint distance to the one before.
let loaded: { rows: Rows; kinds: Uint16Array; entries: Entry[] } | undefined;

function load() {
  const bytes = readTable("lexicon.bin", import.meta.url);
  let at = 0;
  const varint = () => {
    let value = 0;
    for (let factor = 1; ; factor *= 0x80) {
      const byte = bytes[at++]!;
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value;
    }
  };
  const size = varint();
  const rows = new Rows(size);
  const kinds = new Uint16Array(size);
  const entries: Entry[] = [];
  while (rows.size < size) {
    const entry = { classes: varint() | 0, parts: varint() | 0 };
    let hash = 0;
    for (let left = varint(); left > 0; left--) {
      hash += varint();
      kinds[rows.add(hash)] = entries.length;
    }
    entries.push(entry);
  }
  return { rows, kinds, entries };
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
  const row = loaded.rows.get(hash);
  return row < 0 ? NOTHING : loaded.entries[loaded.kinds[row]!]!;
}
