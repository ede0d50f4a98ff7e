import type { CopiesChoice } from "../choices.ts";
import { Corpus, countCopies, type Resolved } from "../corpus/corpus.ts";

import type { DocumentRecord, ErrorRecord } from "../schema.ts";
import { version } from "../version.ts";
import type { Section } from "./section.ts";
import type { RecordWriter } from "./writer.ts";

/** Prints one corpus object, when all documents are known: only then do entities have their ids across documents. */
export function corpusWriter(
  options: Readonly<Record<string, unknown>> & { readonly copies: CopiesChoice },
): RecordWriter {
  const corpus = new Corpus(options.copies);
  const documents: DocumentRecord[] = [];
  const errors: ErrorRecord[] = [];
  return {
    add(record) {
      if (record.type === "error") errors.push(record);
      else {
        corpus.add(record);
        documents.push(record);
      }
      return "";
    },
    *end() {
      const resolved = corpus.resolve();
      yield corpusStart(options);
      yield* list(
        "documents",
        documents.map((record) => withCorpusIds(record, resolved)),
      );
      yield* list("errors", errors);
      yield* corpusEnd(resolved);
    },
    copies: () => countCopies(corpus.resolve()),
  };
}

/** The corpus object before its documents and errors. */
export const corpusStart = (options: Readonly<Record<string, unknown>>): string =>
  JSON.stringify({ schema: "summits/corpus/1", tool: { name: "summits", version }, options }).slice(0, -1);

/** What comes after them. */
export function* corpusEnd({ entities, sources, events, copies }: Resolved): Generator<string> {
  yield* list("entities", entities);
  yield* list("sources", sources);
  yield* list("events", events);
  yield* list("copies", copies);
  yield "}\n";
}

/** Says of each entity of a record which entity of the corpus it is. */
export function withCorpusIds(record: DocumentRecord, { idOf }: Resolved): DocumentRecord {
  for (const entity of record.entities ?? []) {
    const across = idOf(record.id, entity.id);
    if (across !== undefined) entity.corpus = across;
  }
  return record;
}

function* list(name: string, records: readonly unknown[]): Generator<string> {
  yield `,\n"${name}":[`;
  for (const [i, record] of records.entries()) yield (i ? ",\n" : "\n") + JSON.stringify(record);
  yield "]";
}

/** Sections as one JSON object: `{sections: [{title, rows, more}]}`, with `copies` where documents are copies of others. */
export function formatJson(sections: readonly Section[]): string {
  const printed = sections.map(({ title, rows, more }) => ({ title, rows, more }));
  const copies = sections[0]?.copies;
  return `${JSON.stringify({ ...(copies && { copies }), sections: printed }, null, 2)}\n`;
}
