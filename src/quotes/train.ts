import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import type { Has } from "../document.ts";
import { splitSentences } from "../tokens.ts";
import { type Example, examplesOf, type GoldRecord, joinExamplesOf } from "./examples.ts";
import { FITTING, type Fitting, fitRanker } from "./fit.ts";
import { packRanker, type Ranker, rankerOf } from "./ranker.ts";

/** Reads the records of a benchmark file, gzipped or not. */
export function readGold(path: string): GoldRecord[] {
  const bytes = readFileSync(path);
  const text = (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString("utf8");
  return text
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as GoldRecord);
}

/** A benchmark text as a document: its first line the headline, the rest paragraphs. */
export function documentOf({ id, text: raw }: GoldRecord): Has<"blocks" | "sentences" | "mentions"> {
  const cut = raw.indexOf("\n") + 1;
  const body = { start: cut, end: raw.length, role: "paragraph" as const, rule: "benchmark" };
  const blocks = cut ? [{ start: 0, end: cut, role: "headline" as const, rule: "benchmark" }, body] : [body];
  return { id, raw, blocks, sentences: splitSentences({ id, raw, blocks }), mentions: [] };
}

/** The examples of the reporting verbs of some records. */
export const examplesFrom = (records: readonly GoldRecord[]): Example[] =>
  records.flatMap((record) => examplesOf(documentOf(record), record));

/** A ranker fitted on some records: first how reporting verbs are read, then, with that, where quotations without one belong. */
export function fitOn(
  records: readonly GoldRecord[],
  examples = examplesFrom(records),
  fitting: Fitting = FITTING,
): Ranker {
  const readings = fitRanker(examples, fitting);
  const joins = fitRanker(
    records.flatMap((record) => joinExamplesOf(documentOf(record), record, readings)),
    fitting,
  );
  return rankerOf(readings.weights.map((weight, i) => weight + joins.weights[i]!));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const records = readGold(`${process.argv[2]}/quotes/polnear.dev.jsonl.gz`);
  writeFileSync(new URL("ranker.bin", import.meta.url), packRanker(fitOn(records)));
}
