// Fits the weights that rank the days of a page:  npx tsx src/dates/train.ts BENCH
// BENCH holds strip/ (see MODEL.md). The same input gives the same bytes.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { labelBlocks } from "../clean/blocks.ts";
import { findMetadata } from "../clean/metadata.ts";
import type { Markup } from "../document.ts";
import { renderHtml } from "../read/html.ts";
import { parseDay } from "./calendar.ts";
import { findExpressions } from "./find.ts";
import { candidates, NONE } from "./published/rank.ts";
import { shown, stated } from "./published/sightings.ts";

interface Page {
  readonly id: string;
  readonly date?: string;
  readonly lines?: readonly { readonly text: string }[];
}

/** The features of each choice of a page, "none of them" last, and which is right. */
interface Example {
  readonly choices: readonly (readonly string[])[];
  readonly right: number;
  readonly weight: number;
}

const SWEEPS = 60;
const RATE = 0.5;
/** Strength of the pull of each weight to zero. */
const SHRINKAGE = 1;
/** A text is half of what is known of a page. */
const TEXT_WEIGHT = 0.5;

const readPages = (path: string): Page[] =>
  gunzipSync(readFileSync(path))
    .toString("utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));

function exampleOf(raw: string, markup: Markup | null, date: string): Example {
  const page = { id: "", raw, markup };
  const blocks = labelBlocks(page);
  const { headline } = findMetadata({ ...page, blocks });
  const sightings = [
    ...stated(markup?.statements ?? []),
    ...shown({ ...page, blocks, headline }, findExpressions(page)),
  ];
  const days = candidates(sightings.filter(({ relation }) => relation === "equals" || relation === "near"));
  const right = days.findIndex(({ day }) => day === parseDay(date));
  const choices = [...days.map(({ features }) => features), NONE];
  return { choices, right: right < 0 ? choices.length - 1 : right, weight: markup ? 1 : TEXT_WEIGHT };
}

function* examples(folder: string): Generator<Example> {
  for (const { id, date } of readPages(join(folder, "pages.dev.jsonl.gz"))) {
    if (!date) continue;
    const { raw, markup } = renderHtml(
      gunzipSync(readFileSync(join(folder, "html", `${id}.html.gz`))).toString("utf8"),
    );
    yield exampleOf(raw, markup, date);
  }
  for (const name of ["text-full.dev.jsonl.gz", "text-light.dev.jsonl.gz"])
    for (const { lines, date } of readPages(join(folder, name)))
      if (date) yield exampleOf(lines!.map(({ text }) => text).join("\n"), null, date);
}

function gradient(all: readonly Example[], weights: ReadonlyMap<string, number>): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { choices, right, weight } of all) {
    const scores = choices.map((features) => features.reduce((sum, name) => sum + (weights.get(name) ?? 0), 0));
    const highest = Math.max(...scores);
    const masses = scores.map((score) => Math.exp(score - highest));
    const total = masses.reduce((sum, mass) => sum + mass, 0);
    choices.forEach((features, i) => {
      const error = weight * ((i === right ? 1 : 0) - masses[i]! / total);
      for (const name of features) sums.set(name, (sums.get(name) ?? 0) + error);
    });
  }
  return sums;
}

/** Fits the weights with steps that shrink as a weight settles (AdaGrad, Duchi et al. 2011). */
function fitWeights(all: readonly Example[]): Map<string, number> {
  const weights = new Map<string, number>();
  const squares = new Map<string, number>();
  for (let sweep = 0; sweep < SWEEPS; sweep++)
    for (const [name, sum] of gradient(all, weights)) {
      const weight = weights.get(name) ?? 0;
      const slope = sum - SHRINKAGE * weight;
      squares.set(name, (squares.get(name) ?? 1e-8) + slope * slope);
      weights.set(name, weight + (RATE * slope) / Math.sqrt(squares.get(name)!));
    }
  return weights;
}

const folder = process.argv[2];
if (!folder) throw new Error("usage: npx tsx src/dates/train.ts BENCH");
const weights = [...fitWeights([...examples(join(folder, "strip"))])].filter(([, weight]) => Math.abs(weight) >= 0.05);
const lines = weights
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([name, weight]) => `  "${name}": ${weight.toFixed(2)},`);
writeFileSync(
  new URL("published/weights.ts", import.meta.url),
  `// Fitted by train.ts; see MODEL.md.\n/** What each feature of a day that a page shows adds to its score. */\nexport const weights: Readonly<Record<string, number>> = {\n${lines.join("\n")}\n};\n`,
);
