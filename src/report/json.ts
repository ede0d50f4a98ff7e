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
  const documents: DocumentRecord[] = [];
  const errors: ErrorRecord[] = [];
  return {
    add(outcome) {
      const record = recordOf(outcome);
      if (record.type === "document") documents.push(record);
      else errors.push(record);
      return "";
    },
    *end() {
      const head = { schema: "summits/corpus/1", tool: { name: "summits", version }, options };
      yield `${JSON.stringify(head).slice(0, -1)},"documents":[`;
      yield* separated(documents);
      yield '],"errors":[';
      yield* separated(errors);
      yield '],"entities":[],"sources":[]}\n';
    },
  };
}

function* separated(records: readonly unknown[]): Generator<string> {
  for (const [i, record] of records.entries()) yield (i ? ",\n" : "\n") + JSON.stringify(record);
}
