import type { Print } from "./count.ts";
import { clusterSimilar, similarity } from "./similar.ts";

/** Half-open, in the unit of the document's record. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/** A document that carries the same story as the first of its cluster. */
export interface Copy {
  readonly id: string;
  readonly published: string | null;
  /** Share of the runs of five words that it has in common with the first. */
  readonly similarity: number;
  readonly words: number;
  /** Its sentences that the first lacks. */
  readonly only: Span[];
  /** Sentences of the first that it lacks, as spans of the first. */
  readonly lacks: Span[];
}

/** Documents that carry the same story. */
export interface Copies {
  readonly id: string;
  /** The document that was published first; of several, the fullest. */
  readonly first: string;
  /** The lowest of its documents. */
  readonly similarity: number;
  readonly documents: Copy[];
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const inOrder = (a: Print, b: Print) =>
  compare(a.published ?? "9999", b.published ?? "9999") || b.words - a.words || compare(a.document, b.document);

/** Finds the documents that carry the same story, the same whatever the order of the documents. */
export function findCopies(unsorted: readonly Print[]): Copies[] {
  const prints = [...unsorted].sort(inOrder);
  // Equal texts are compared once.
  const distinct = new Map<string, Print[]>();
  for (const print of prints) {
    const key = `${print.words} ${print.signature.join(" ")}`;
    const same = distinct.get(key);
    if (same) same.push(print);
    else distinct.set(key, [print]);
  }
  const groups = [...distinct.values()];
  const clusters = clusterSimilar(groups.map(([print]) => print!));
  const inCluster = new Set(clusters.flat());
  const alone = groups.filter((group, i) => group.length > 1 && !inCluster.has(i));
  return [...clusters.map((cluster) => cluster.flatMap((i) => groups[i]!)), ...alone]
    .map((cluster) => copiesOf(cluster.sort(inOrder)))
    .sort((a, b) => b.documents.length - a.documents.length || compare(a.first, b.first));
}

function copiesOf(prints: readonly Print[]): Copies {
  const first = prints[0]!;
  const documents = prints.map((print) => ({
    id: print.document,
    published: print.published,
    similarity: Math.round(1000 * similarity(first, print)) / 1000,
    words: print.words,
    only: without(print, first),
    lacks: without(first, print),
  }));
  return {
    id: `copies:${first.document}`,
    first: first.document,
    similarity: Math.min(...documents.map((copy) => copy.similarity)),
    documents,
  };
}

/** The sentences of a text that another lacks. */
function without({ sentences }: Print, other: Print): Span[] {
  const known = new Set(other.sentences.filter((_, i) => i % 3 === 2));
  const spans: Span[] = [];
  for (let i = 0; i < sentences.length; i += 3)
    if (!known.has(sentences[i + 2]!)) spans.push({ start: sentences[i]!, end: sentences[i + 1]! });
  return spans;
}
