import type { Corpus } from "../../corpus/corpus.ts";
import type { DocumentRecord } from "../../schema.ts";
import { textFinder } from "../context.ts";
import { type Collector, type Column, section } from "../section.ts";

const COLUMNS: readonly Column[] = [
  { name: "copies", grow: 2 },
  { name: "document", grow: 2 },
  { name: "published" },
  { name: "similarity" },
  { name: "words" },
  { name: "only here" },
  { name: "missing here" },
  { name: "what differs", grow: 6 },
];

// Sentences that are kept to be shown, in characters; of documents that come later only the number of sentences is shown.
const BUDGET = 64 * 1024 * 1024;

/** Documents that carry the same story: a row a document, its first sentences that the first document lacks. */
export class CopiesReport implements Collector {
  private readonly corpus: Corpus;
  private readonly top: number;
  private readonly texts = new Map<string, Map<number, string>>();
  private size = 0;

  constructor(corpus: Corpus, top: number) {
    this.corpus = corpus;
    this.top = top;
  }

  add(record: DocumentRecord): void {
    if (this.size > BUDGET || !record.fingerprint) return;
    const text = textFinder(record);
    if (!text) return;
    const sentences = new Map<number, string>();
    for (const { start, end } of record.fingerprint.sentences) {
      const sentence = text({ start, end });
      sentences.set(start, sentence);
      this.size += sentence.length;
    }
    this.texts.set(record.id, sentences);
  }

  sections() {
    const rows = this.corpus.resolve().copies.flatMap(({ first, documents }) =>
      documents.map(({ id, published, similarity, words, only, lacks }) => ({
        copies: first,
        document: id,
        published,
        similarity,
        words,
        "only here": only.length,
        "missing here": lacks.length,
        "what differs": [
          ...only.map(({ start }) => this.sentence("+", id, start)),
          ...lacks.map(({ start }) => this.sentence("−", first, start)),
        ]
          .filter(Boolean)
          .join(" "),
      })),
    );
    return [section("copies", COLUMNS, rows, this.top)];
  }

  private sentence(sign: string, document: string, start: number): string {
    const text = this.texts.get(document)?.get(start);
    return text === undefined ? "" : `${sign} ${text}`;
  }
}
