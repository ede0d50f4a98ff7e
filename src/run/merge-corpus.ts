import type { CopiesChoice } from "../choices.ts";
import { Corpus, type Resolved } from "../corpus/corpus.ts";
import { corpusEnd, corpusStart, withCorpusIds } from "../report/json.ts";
import { recordOptionsOf } from "./manifest.ts";
import { merged, type Part } from "./merge.ts";

/** The corpus object of all parts, as one run prints it. The records are read again for each list, so that none stays in memory. */
export async function* formatMerged(parts: readonly Part[], copies: CopiesChoice): AsyncGenerator<string> {
  const corpus = new Corpus(copies);
  for await (const { type, json } of merged(parts)) if (type === "document") corpus.add(JSON.parse(json));
  const resolved = corpus.resolve();
  yield corpusStart({ ...recordOptionsOf(parts[0]!.manifest), copies });
  yield* listOf("documents", documentsOf(parts, resolved));
  yield* listOf("errors", errorsOf(parts));
  yield* corpusEnd(resolved);
}

async function* documentsOf(parts: readonly Part[], resolved: Resolved): AsyncGenerator<string> {
  for await (const { type, json } of merged(parts)) {
    if (type === "document") yield JSON.stringify(withCorpusIds(JSON.parse(json), resolved));
  }
}

async function* errorsOf(parts: readonly Part[]): AsyncGenerator<string> {
  if (parts.every(({ manifest }) => !manifest.counts.errors)) return;
  for await (const { type, json } of merged(parts)) if (type === "error") yield json;
}

async function* listOf(name: string, records: AsyncIterable<string>): AsyncGenerator<string> {
  yield `,\n"${name}":[`;
  let isFirst = true;
  for await (const json of records) {
    yield (isFirst ? "\n" : ",\n") + json;
    isFirst = false;
  }
  yield "]";
}
