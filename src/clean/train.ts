// Trains the models of the stage: tsx src/clean/train.ts BENCH. The same input gives the same bytes.
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { randomNumbers } from "../tagger/random.ts";
import { rescueProse, shareAmongCopies } from "./body.ts";
import { type BoostOptions, boost } from "./boost.ts";
import { bylineRows } from "./byline-features.ts";
import { FEATURES } from "./features.ts";
import { chooseHeadline, HEADLINE_FEATURES, headlineRows } from "./headline.ts";
import { findRepeats } from "./repeats.ts";
import { readViews, type View } from "./train-views.ts";
import { packTrees, predict, type Trees } from "./trees.ts";

const OPTIONS: BoostOptions = {
  ...{ trees: 160, leaves: 24, rate: 0.12, ridge: 2, leastWeight: 0.02 },
  ...{ rowShare: 0.5, featureShare: 0.5, seed: 7 },
};
const HEADLINE_OPTIONS: BoostOptions = { ...OPTIONS, trees: 100, leaves: 12, rate: 0.1, leastWeight: 0.5 };
const BYLINE_OPTIONS: BoostOptions = { ...HEADLINE_OPTIONS, trees: 200, leaves: 8, rate: 0.06 };

type LineModels = Readonly<Record<"body" | "headline", Trees>>;

/** A page with what the models hold of it: how likely each line is body, and which is the headline. */
interface Weighed {
  readonly view: View;
  readonly scores: Float64Array;
  readonly headline: number;
}

/**
 * Trains all models. That of bylines learns from what the others say of sites that they haven't seen, as it is of yours; that of
 * headlines is better for learning from the sharper scores of pages that the body model has seen.
 */
export function trainModels(views: readonly View[]): Readonly<Record<"body" | "headline" | "byline", Trees>> {
  return { ...trainLines(views), byline: trainBylines(weighUnseen(views)) };
}

function trainLines(views: readonly View[]): LineModels {
  const body = trainBody(views);
  return { body, headline: trainHeadlines(views.filter(hasPage), body) };
}

// The bare texts are bodies without a page around them.
const hasPage = ({ kind }: View) => kind !== "bare";

const FOLDS = 3;

/** Looks at each page with models that were trained on the pages of other sites. */
function weighUnseen(views: readonly View[]): Weighed[] {
  const foldOf = ({ domain }: View) => createHash("sha256").update(domain).digest()[0]! % FOLDS;
  return Array.from({ length: FOLDS }, (_, fold) => {
    const models = trainLines(views.filter((view) => foldOf(view) !== fold));
    return views.filter((view) => hasPage(view) && foldOf(view) === fold).map((view) => weigh(models, view));
  }).flat();
}

function weigh({ body, headline }: LineModels, view: View): Weighed {
  const sure = rescueProse(predict(body, view.rows, FEATURES.length), view.rows);
  const scores = shareAmongCopies(sure, findRepeats(view.lines));
  const found = headlineRows(view.lines, view.rows, scores, view.statements);
  const likely = predict(headline, found.rows, HEADLINE_FEATURES.length);
  return { view, scores, headline: chooseHeadline(found, likely, scores) };
}

// The news pages are the closer match to what the tool is for.
const NEWS_WEIGHT = 2;

// Lines that count for less than this are drawn by lot, and those drawn count for the others: menus are many and all alike.
const FULL_WEIGHT = 0.03;

/** Trains on views; a line counts by its share of the page's body, for so it does in the benchmark's measure. */
function trainBody(views: readonly View[]): Trees {
  const width = FEATURES.length;
  const random = randomNumbers(OPTIONS.seed);
  const drawn = views.flatMap((each) => {
    const body = each.texts.reduce((sum, text, i) => sum + (each.labels[i] ? wordsOf(text) : 0), 0);
    const news = each.id.startsWith("naeb-") ? NEWS_WEIGHT : 1;
    return each.texts.flatMap((text, i) => {
      const weight = (wordsOf(text) + 1) / Math.max(150, body);
      return random() < weight / FULL_WEIGHT ? [{ each, i, weight: news * Math.max(weight, FULL_WEIGHT) }] : [];
    });
  });
  const rows = new Float32Array(drawn.length * width);
  drawn.forEach(({ each, i }, k) => {
    rows.set(each.rows.subarray(i * width, (i + 1) * width), k * width);
  });
  const labels = Uint8Array.from(drawn, ({ each, i }) => each.labels[i]!);
  return boost({ rows, width, labels, weights: Float32Array.from(drawn, ({ weight }) => weight) }, OPTIONS);
}

const wordsOf = (text: string) => text.split(" ").length;

/** Trains the choice of the headline: the line that has the words of the known title, against those around it. */
function trainHeadlines(views: readonly View[], body: Trees): Trees {
  const choices = views.map((view) => {
    const scores = predict(body, view.rows, FEATURES.length);
    const { candidates, rows } = headlineRows(view.lines, view.rows, scores, view.statements);
    const title = foldTitle(view.title);
    return { rows, labels: candidates.map((i) => +(foldTitle(view.texts[i]!) === title)) };
  });
  return boostChoice(choices, HEADLINE_OPTIONS);
}

/** Trains the choice of the byline: the lines that name known authors and nobody else, against all others that name somebody. */
function trainBylines(pages: readonly Weighed[]): Trees {
  const choices = pages.map(({ view, scores, headline }) => {
    const { candidates, rows } = bylineRows({ ...view, scores }, headline);
    const known = new Set(view.authors.map(foldTitle));
    return { rows, labels: candidates.map(({ authors }) => +authors.every(({ name }) => known.has(foldTitle(name)))) };
  });
  return boostChoice(choices, BYLINE_OPTIONS);
}

/** A page's candidates, and which of them are right. */
interface Choice {
  readonly rows: Float32Array;
  readonly labels: readonly number[];
}

// Of a page whose answer is no candidate nothing is learned: its text may show another.
function boostChoice(choices: readonly Choice[], options: BoostOptions): Trees {
  const known = choices.filter(({ labels }) => labels.includes(1));
  const labels = Uint8Array.from(known.flatMap((each) => each.labels));
  const rows = new Float32Array(known.reduce((sum, each) => sum + each.rows.length, 0));
  let at = 0;
  for (const each of known) {
    rows.set(each.rows, at);
    at += each.rows.length;
  }
  const weights = new Float32Array(labels.length).fill(1);
  return boost({ rows, width: rows.length / labels.length, labels, weights }, options);
}

/** A title or name as the benchmark compares it. */
export const foldTitle = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/[\p{M}’']/gu, "")
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
    ?.join(" ") ?? "";

if (process.argv[1] && import.meta.filename === process.argv[1]) {
  const models = trainModels(readViews(process.argv[2] ?? "../shared/bench", ["full", "light", "bare", "html"]));
  for (const [name, trees] of Object.entries(models)) {
    const packed = packTrees(trees);
    writeFileSync(new URL(`${name}.model.bin`, import.meta.url), packed);
    console.log(`${name}: ${trees.roots.length} trees, ${trees.feature.length} nodes, ${packed.length} bytes`);
  }
}
