import { SIGNATURE } from "../../copies/fingerprint.ts";

/** What is read of a document's record. */
export interface ListedText {
  readonly id: string;
  readonly published?: { readonly value: string | null } | undefined;
  readonly fingerprint?: ListedFingerprint | null | undefined;
}

interface ListedFingerprint {
  readonly words: number;
  readonly minhash: string;
  readonly sentences: readonly { readonly start: number; readonly end: number; readonly hash: number }[];
}

/** What is remembered of a document's text: about a kilobyte. */
export interface Print {
  readonly document: string;
  readonly published: string | null;
  readonly words: number;
  readonly signature: Uint32Array;
  /** Start, end and hash of each sentence, one after the other. */
  readonly sentences: Uint32Array;
}

/** What is remembered of the text of a document; null where its record has no fingerprint that can be compared. */
export function printOf({ id, published, fingerprint }: ListedText): Print | null {
  if (!fingerprint) return null;
  const bytes = Buffer.from(fingerprint.minhash, "base64");
  if (bytes.length !== 4 * SIGNATURE) return null;
  const signature = Uint32Array.from({ length: SIGNATURE }, (_, i) => bytes.readUInt32LE(4 * i));
  const sentences = Uint32Array.from(fingerprint.sentences.flatMap(({ start, end, hash }) => [start, end, hash]));
  return { document: id, published: published?.value ?? null, words: fingerprint.words, signature, sentences };
}
