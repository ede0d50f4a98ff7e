import { Corpus } from "../corpus/corpus.ts";
import type { DocumentRecord, ErrorRecord } from "../schema.ts";
import { version } from "../version.ts";
import type { Section } from "./section.ts";
import type { RecordWriter } from "./writer.ts";

/** Prints one corpus object, when all documents are known: only then do entities have their ids across documents. */
export function corpusWriter(options: Readonly<Record<string, unknown>>): RecordWriter {
  const corpus = new Corpus();
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
      const { entities, sources, events, idOf } = corpus.resolve();
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
      yield* list("copies", []);
      yield "}\n";
    },
  };
}

function* list(name: string, records: readonly unknown[]): Generator<string> {
  yield `,\n"${name}":[`;
  for (const [i, record] of records.entries()) yield (i ? ",\n" : "\n") + JSON.stringify(record);
  yield "]";
}

/** Sections as one JSON object: `{sections: [{title, rows, more}]}`. */
export const formatJson = (sections: readonly Section[]): string =>
  `${JSON.stringify({ sections: sections.map(({ title, rows, more }) => ({ title, rows, more })) }, null, 2)}\n`;
