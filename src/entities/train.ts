// Trains the tagger of names:  npx tsx src/entities/train.ts BENCH
// BENCH holds entities/wwn.dev.jsonl.gz (see MODEL.md). The same input gives the same bytes.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Sentence } from "../document.ts";
import { writeModel } from "../tagger/file.ts";
import { fitModel, type LabelledSequence } from "../tagger/fit.ts";
import { Collector } from "../tagger/gathering.ts";
import type { FitOptions } from "../tagger/learner.ts";
import { type Model, quantize } from "../tagger/model.ts";
import { splitSentences } from "../tokens.ts";
import { type Context, contextOf } from "./features.ts";
import { isHeldOut } from "./held-out.ts";
import { type Found, follows, LABELS, labelsOf, TYPES } from "./labels.ts";
import { layOut, type Run } from "./layout.ts";
import { firstFeatures, firstPass, type NameModels, segments } from "./tag.ts";

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

/** Features seen at fewer words are dropped, to keep the model under a megabyte. */
const MIN_COUNT = 7;
/** Steps of the weights of the first pass, for the same reason. */
const LEVELS = 15;
/** The second pass must see a first pass on text that it was not trained on: each third by a model of the other two. */
const PARTS = 3;

/** A missed name costs most: 0.3 points of F1 above no costs. */
const COST = { missed: 1, spurious: 0.7, place: 0.7, type: 1 };

const OPTIONS: FitOptions = {
  labels: LABELS,
  allowed: follows,
  minCount: MIN_COUNT,
  cost: (right, label) => {
    if (right === label) return 0;
    if (label === 0) return COST.missed;
    if (right === 0) return COST.spurious;
    return (right - 1) >> 2 === (label - 1) >> 2 ? COST.place : COST.type;
  },
};

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

/** An article ready for training. */
interface Example {
  readonly context: Context;
  readonly names: readonly Found[];
  readonly runs: readonly Run[];
  readonly firsts: readonly LabelledSequence[];
}

export function exampleOf(article: GoldArticle): Example {
  const sentences = sentencesOf(article);
  const context = contextOf(layOut(sentences));
  const names = goldNames(article, sentences);
  const runs = segments(context.layout);
  const firsts = runs.map((run) => ({
    features: firstFeatures(context, run),
    labels: labelsOf(names, run.start, run.end),
  }));
  return { context, names, runs, firsts };
}

/** What the second pass reads of an article that this first model has not seen. */
function secondsOf({ context, runs, firsts }: Example, first: Model): LabelledSequence[] {
  const { votes, scores } = firstPass(context, runs, first);
  const collector = new Collector();
  return runs.map(({ start, end }, n) => ({
    features: Array.from({ length: end - start }, (_, at) => {
      votes.gather(collector, start + at);
      return collector.take();
    }),
    labels: firsts[n]!.labels,
    base: scores[n]!,
  }));
}

/** Trains both passes. */
export function trainModels(examples: readonly Example[], options: Partial<FitOptions> = {}): NameModels {
  const fitFirst = (some: readonly Example[]) => {
    const sequences = some.flatMap(({ firsts }) => firsts);
    return quantize(fitModel(sequences, { ...OPTIONS, ...options }), LEVELS);
  };
  const seconds: LabelledSequence[] = [];
  for (let part = 0; part < PARTS; part++) {
    const first = fitFirst(examples.filter((_, i) => i % PARTS !== part));
    for (const [i, example] of examples.entries()) if (i % PARTS === part) seconds.push(...secondsOf(example, first));
  }
  return { first: fitFirst(examples), second: quantize(fitModel(seconds, { ...OPTIONS, rate: 0.01, minCount: 3 })) };
}

function train(folder: string): void {
  const lines = gunzipSync(readFileSync(join(folder, "entities/wwn.dev.jsonl.gz")))
    .toString("utf8")
    .split("\n");
  const articles = lines.filter(Boolean).map((line) => JSON.parse(line) as GoldArticle);
  const examples = articles.filter(({ id }) => !isHeldOut(id)).map(exampleOf);
  const models = trainModels(examples);
  for (const [pass, model] of Object.entries(models) as [keyof NameModels, Model][]) {
    const bytes = writeModel(model);
    writeFileSync(new URL(`names.${pass}.bin`, import.meta.url), bytes);
    console.error(
      `${pass} pass: ${examples.length} articles, ${model.features.keys.length} features, ${bytes.length} bytes`,
    );
  }
}

const [folder] = process.argv.slice(2);
if (folder) train(folder);
