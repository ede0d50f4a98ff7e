import { BODY_ROLES, type Fingerprint, type FingerprintedSentence, type Has, type Sentence } from "../document.ts";
import { hashText } from "../tagger/feature.ts";
import { randomNumbers } from "../tagger/random.ts";
import { wordsOf } from "./words.ts";

/** Numbers of a signature. */
export const SIGNATURE = 128;
const RUN = 5;
// A text of fewer words is like others by chance.
const LEAST = 30;

/**
 * What it takes to know a copy of an article: a MinHash signature (Broder 1997) of its runs of five words and a hash of each
 * sentence. Runs end with their sentence, so that a sentence that is cut out takes only its own with it. Null for texts of a few words.
 */
export function takeFingerprint(doc: Has<"blocks" | "sentences">): Fingerprint | null {
  const minima = new Int32Array(SIGNATURE).fill(0x7fffffff);
  const sentences: FingerprintedSentence[] = [];
  let count = 0;
  for (const sentence of doc.sentences) {
    if (!isBody(doc, sentence)) continue;
    const words = wordsOf(doc.raw.slice(sentence.start, sentence.end)).map(hashText);
    if (!words.length) continue;
    count += words.length;
    for (let i = 0; i <= Math.max(0, words.length - RUN); i++) take(minima, words, i, Math.min(i + RUN, words.length));
    sentences.push({ start: sentence.start, end: sentence.end, hash: runHash(words, 0, words.length) });
  }
  return count < LEAST ? null : { words: count, signature: new Uint32Array(minima.buffer), sentences };
}

const isBody = ({ blocks }: Has<"blocks">, { block }: Sentence) =>
  BODY_ROLES.has(blocks[block]!.role) && blocks[block]!.repeats === undefined;

/** A hash of words in their order, mixed as in MurmurHash3. */
function runHash(words: readonly number[], start: number, end: number): number {
  let hash = end - start;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ words[i]!, 0xcc9e2d51) + 0xe6546b64;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

// Multipliers (odd) and addends of as many hash functions, from a fixed seed.
const next = randomNumbers(1);
const word = () => Math.floor(next() * 0x1_0000_0000);
const MULTIPLIERS = Int32Array.from({ length: SIGNATURE }, () => word() | 1);
const ADDENDS = Int32Array.from({ length: SIGNATURE }, word);

// Signed, as the engine then has no need of floating-point numbers: the order is another, minima are as good.
function take(minima: Int32Array, words: readonly number[], start: number, end: number): void {
  const hash = runHash(words, start, end);
  for (let i = 0; i < SIGNATURE; i++) {
    const value = (Math.imul(hash, MULTIPLIERS[i]!) + ADDENDS[i]!) | 0;
    if (value < minima[i]!) minima[i] = value;
  }
}
