import type { Corpus } from "../../corpus/corpus.ts";
import type { CorpusEntityRecord } from "../../schema.ts";
import { type Collector, type Column, section } from "../section.ts";

const COLUMNS: readonly Column[] = [
  { name: "name", grow: 3 },
  { name: "mentions" },
  { name: "documents" },
  { name: "also written", grow: 5 },
];

/** The names of one type across the corpus, most mentioned first. */
export class Names implements Collector {
  private readonly title: string;
  private readonly type: CorpusEntityRecord["type"];
  private readonly corpus: Corpus;
  private readonly top: number;

  constructor(title: string, type: CorpusEntityRecord["type"], corpus: Corpus, top: number) {
    this.title = title;
    this.type = type;
    this.corpus = corpus;
    this.top = top;
  }

  /** The corpus is fed by whoever owns it. */
  add(): void {}

  sections() {
    const rows = this.corpus
      .resolve()
      .entities.filter(({ type }) => type === this.type)
      .map(({ name, mentions, documents, variants }) => ({
        name,
        mentions,
        documents: documents.length,
        "also written": variants
          .map(({ text }) => text)
          .filter((text) => text !== name)
          .join(", "),
      }));
    return [section(this.title, COLUMNS, rows, this.top)];
  }
}
