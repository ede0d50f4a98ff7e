// Trains the tagger of names:  npx tsx src/entities/train.ts BENCH
// BENCH holds entities/wwn.dev.jsonl.gz (see MODEL.md). The same input gives the same bytes.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Sentence } from "../document.ts";
import { hashText } from "../tagger/feature.ts";
import { writeModel } from "../tagger/file.ts";
import { fitModel, type LabelledSequence } from "../tagger/fit.ts";
import { splitSentences } from "../tokens.ts";
import { contextOf } from "./features.ts";
import { type Found, follows, LABELS, labelsOf, TYPES } from "./labels.ts";
import { layOut } from "./layout.ts";
import { segments } from "./tag.ts";

interface GoldArticle {
  readonly id: string;
  readonly text: string;
  readonly entities: readonly { readonly start: number; readonly end: number; readonly type: string }[];
}

const TYPE_OF: Readonly<Record<string, number>> = {
  PERSON: TYPES.indexOf("person"),
  ORG: TYPES.indexOf("organization"),
  PLACE: TYPES.indexOf("place"),
  NORP: TYPES.indexOf("group"),
};

/** A tenth of the articles is never trained on, so that the accuracy of the model in the package can be tested. */
export const isHeldOut = (id: string): boolean => hashText(id) % 10 === 0;

const MIN_COUNT = 10;

function sentencesOf({ id, text }: GoldArticle): Sentence[] {
  const block = { start: 0, end: text.length, role: "paragraph", rule: "whole-text" } as const;
  return splitSentences({ id, raw: text, blocks: [block] });
}

/** The names of the gold as word numbers; those that don't begin and end with a word are left out. */
function goldNames({ entities }: GoldArticle, sentences: readonly Sentence[]): Found[] {
  const tokens = sentences.flatMap((sentence) => sentence.tokens);
  const starts = new Map(tokens.map((token, i) => [token.start, i]));
  const ends = new Map(tokens.map((token, i) => [token.end, i + 1]));
  return entities.flatMap((entity) => {
    const [start, end, type] = [starts.get(entity.start), ends.get(entity.end), TYPE_OF[entity.type]];
    return start === undefined || end === undefined || type === undefined || end <= start ? [] : [{ start, end, type }];
  });
}

function sequencesOf(article: GoldArticle): LabelledSequence[] {
  const sentences = sentencesOf(article);
  const layout = layOut(sentences);
  const names = goldNames(article, sentences);
  return [...segments(contextOf(layout))].map(({ start, end, features }) => ({
    features,
    labels: labelsOf(names, start, end),
  }));
}

function train(folder: string): void {
  const lines = gunzipSync(readFileSync(join(folder, "entities/wwn.dev.jsonl.gz")))
    .toString("utf8")
    .split("\n");
  const articles = lines.filter(Boolean).map((line) => JSON.parse(line) as GoldArticle);
  const kept = articles.filter(({ id }) => !isHeldOut(id));
  const model = fitModel(kept.flatMap(sequencesOf), { labels: LABELS, allowed: follows, minCount: MIN_COUNT });
  const bytes = writeModel(model);
  writeFileSync(new URL("names.model.bin", import.meta.url), bytes);
  console.error(`${kept.length} articles, ${model.rows.size} features, ${bytes.length} bytes`);
}

const [folder] = process.argv.slice(2);
if (folder) train(folder);
