import { takeFingerprint } from "../../../src/copies/fingerprint.ts";
import { wordsOf } from "../../../src/copies/words.ts";
import type { Print } from "../../../src/corpus/copies/count.ts";
import type { Block } from "../../../src/document.ts";
import { randomNumbers, shuffle } from "../../../src/tagger/random.ts";
import { splitSentences } from "../../../src/tokens.ts";

const WORDS =
  "the of and to in a minister said talks visit leaders week country trade border power state report after new would agreement region plan military between officials year first government which people support meeting economic security policy north capital city press news told statement".split(
    " ",
  );

/** Sentences of words at random, some so common that articles share them by chance. */
export function article(seed: number, sentences: number): string[] {
  const random = randomNumbers(seed);
  const pick = () => WORDS[Math.floor(random() ** 2 * WORDS.length)]!;
  return Array.from({ length: sentences }, () => {
    const words = Array.from({ length: 6 + Math.floor(random() * 24) }, pick);
    return `${words[0]![0]!.toUpperCase()}${words[0]!.slice(1)} ${words.slice(1).join(" ")}.`;
  });
}

/** A copy with so large a share of its sentences cut, wherever they stand. */
export function cut(sentences: readonly string[], share: number, seed: number): string[] {
  const order = sentences.map((_, i) => i);
  shuffle(order, randomNumbers(seed));
  const gone = new Set(order.slice(0, Math.round(share * sentences.length)));
  return sentences.filter((_, i) => !gone.has(i));
}

/** What is remembered of an article of these sentences with such a caption. */
export function printed(document: string, sentences: readonly string[], caption: string): Print {
  const body = sentences.join(" ");
  const raw = `${caption}\n${body}`;
  const split = caption.length + 1;
  const blocks: Block[] = [
    { start: 0, end: split, role: "caption", rule: "test" },
    { start: split, end: raw.length, role: "paragraph", rule: "test" },
  ];
  const doc = { id: document, raw, blocks };
  const { words, signature, sentences: spans } = takeFingerprint({ ...doc, sentences: splitSentences(doc) })!;
  const flat = Uint32Array.from(spans.flatMap(({ start, end, hash }) => [start, end, hash]));
  return { document, published: null, words, signature, sentences: flat };
}

/** Share of the runs of five words that two articles have in common, counted. */
export function inCommon(a: readonly string[], b: readonly string[]): number {
  const [one, other] = [runs(a), runs(b)];
  const common = [...one].filter((run) => other.has(run)).length;
  return common / (one.size + other.size - common);
}

const runs = (sentences: readonly string[]): Set<string> =>
  new Set(
    sentences.flatMap((sentence) => {
      const words = wordsOf(sentence);
      return Array.from({ length: Math.max(1, words.length - 4) }, (_, i) => words.slice(i, i + 5).join(" "));
    }),
  );
