import { readFileSync, writeFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import type { Has } from "../document.ts";
import { splitSentences } from "../tokens.ts";
import { type Example, examplesOf, type GoldRecord } from "./examples.ts";
import { fitRanker } from "./fit.ts";
import { packRanker } from "./ranker.ts";

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

/** The examples of some records. */
export const examplesFrom = (records: readonly GoldRecord[]): Example[] =>
  records.flatMap((record) => examplesOf(documentOf(record), record));

if (import.meta.url === `file://${process.argv[1]}`) {
  const records = readGold(`${process.argv[2]}/quotes/polnear.dev.jsonl.gz`);
  writeFileSync(new URL("ranker.bin", import.meta.url), packRanker(fitRanker(examplesFrom(records))));
}
