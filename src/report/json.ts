import { Corpus } from "../corpus/corpus.ts";
import type { Outcome } from "../extract.ts";
import type { DocumentRecord, ErrorRecord } from "../schema.ts";
import { version } from "../version.ts";
import type { Writer } from "./writer.ts";

type Reported = Exclude<Outcome, { kind: "skipped" }>;

/** Prints one corpus object, when all documents are known: only then do entities have their ids across documents. */
export function corpusWriter(
  options: Readonly<Record<string, unknown>>,
  recordOf: (outcome: Reported) => DocumentRecord | ErrorRecord,
): Writer {
  const corpus = new Corpus();
  const documents: DocumentRecord[] = [];
  const errors: ErrorRecord[] = [];
  return {
    add(outcome) {
      if (outcome.kind === "document") corpus.add(outcome.document);
      const record = recordOf(outcome);
      if (record.type === "document") documents.push(record);
      else errors.push(record);
      return "";
    },
    *end() {
      const { entities, sources, idOf } = corpus.resolve();
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
      yield "}\n";
    },
  };
}

function* list(name: string, records: readonly unknown[]): Generator<string> {
  yield `,\n"${name}":[`;
  for (const [i, record] of records.entries()) yield (i ? ",\n" : "\n") + JSON.stringify(record);
  yield "]";
}
