import type { CopiesChoice } from "../choices.ts";
import { Corpus, countCopies } from "../corpus/corpus.ts";
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
      const { entities, sources, events, copies, idOf } = corpus.resolve();
      for (const { id, entities: named = [] } of documents) {
        for (const entity of named) {
          const across = idOf(id, entity.id);
          if (across !== undefined) entity.corpus = across;
        }
      }
      const head = { schema: "summits/corpus/1", tool: { name: "summits", version }, options };
      yield JSON.stringify(head).slice(0, -1);
      yield* list("documents", documents);
      yield* list("errors", errors);
      yield* list("entities", entities);
      yield* list("sources", sources);
      yield* list("events", events);
      yield* list("copies", copies);
      yield "}\n";
    },
    copies: () => countCopies(corpus.resolve()),
  };
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
