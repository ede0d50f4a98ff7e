// Fits the weights that rank the days of a page:  npx tsx src/dates/train.ts BENCH
// BENCH holds strip/ (see MODEL.md). The same input gives the same bytes.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { labelBlocks } from "../clean/blocks.ts";
import { findMetadata } from "../clean/metadata.ts";
import type { Has, Markup } from "../document.ts";
import { renderHtml } from "../read/html.ts";
import { parseDay } from "./calendar.ts";
import { fitCalibration, type Outcome } from "./calibrate.ts";
import { type Expression, findExpressions } from "./find.ts";
import { posteriorOf } from "./published/posterior.ts";
import { NONE } from "./published/rank.ts";
import { gather } from "./published.ts";

interface Page {
  readonly id: string;
  readonly url: string;
  readonly date?: string;
  readonly lines?: readonly { readonly text: string }[];
}

type Shown = Has<"markup" | "blocks" | "headline" | "meta">;

/** A page, the features of each of its choices, "none of them" last, and which is right. */
interface Example {
  readonly doc: Shown;
  readonly expressions: readonly Expression[];
  readonly choices: readonly (readonly string[])[];
  readonly right: number;
  readonly weight: number;
  readonly truth: number;
  /** 0 or 1, the same for all pages of a site. */
  readonly fold: number;
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

function exampleOf(raw: string, markup: Markup | null, date: string, url: string): Example {
  const page = { id: "", raw, markup, meta: {} };
  const blocks = labelBlocks(page);
  const { headline } = findMetadata({ ...page, blocks });
  const doc = { ...page, blocks, headline };
  const expressions = findExpressions(page);
  const { candidates: days } = gather(doc, expressions).evidence;
  const truth = parseDay(date)!;
  const right = days.findIndex(({ day }) => day === truth);
  const choices = [...days.map(({ features }) => features), NONE];
  const fold = createHash("sha1").update(siteOf(url)).digest()[0]! % 2;
  const weight = markup ? 1 : TEXT_WEIGHT;
  return { doc, expressions, choices, right: right < 0 ? choices.length - 1 : right, weight, truth, fold };
}

// "www.example.co.uk" and "news.example.com" without what stands before the name.
function siteOf(url: string): string {
  const labels = new URL(url).hostname.split(".");
  const short = labels.slice(-2).join(".").length < 7;
  return labels.slice(short ? -3 : -2).join(".");
}

function* examples(folder: string): Generator<Example> {
  for (const { id, date, url } of readPages(join(folder, "pages.dev.jsonl.gz"))) {
    if (!date) continue;
    const { raw, markup } = renderHtml(
      gunzipSync(readFileSync(join(folder, "html", `${id}.html.gz`))).toString("utf8"),
    );
    yield exampleOf(raw, markup, date, url);
  }
  for (const name of ["text-full.dev.jsonl.gz", "text-light.dev.jsonl.gz"])
    for (const { lines, date, url } of readPages(join(folder, name)))
      if (date) yield exampleOf(lines!.map(({ text }) => text).join("\n"), null, date, url);
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
function fitWeights(all: readonly Example[]): Record<string, number> {
  const weights = new Map<string, number>();
  const squares = new Map<string, number>();
  for (let sweep = 0; sweep < SWEEPS; sweep++)
    for (const [name, sum] of gradient(all, weights)) {
      const weight = weights.get(name) ?? 0;
      const slope = sum - SHRINKAGE * weight;
      squares.set(name, (squares.get(name) ?? 1e-8) + slope * slope);
      weights.set(name, weight + (RATE * slope) / Math.sqrt(squares.get(name)!));
    }
  return Object.fromEntries(
    [...weights]
      .filter(([, weight]) => Math.abs(weight) >= 0.05)
      .map(([name, weight]) => [name, Number(weight.toFixed(2))]),
  );
}

// The posterior of each page by the weights of the other sites.
function outcomesOf(all: readonly Example[]): Outcome[] {
  const folds = [0, 1].map((fold) => fitWeights(all.filter((example) => example.fold !== fold)));
  return all.flatMap(({ doc, expressions, truth, fold }) => {
    const posterior = posteriorOf(gather(doc, expressions, folds[fold]!).evidence);
    return posterior ? [{ ...posterior, truth }] : [];
  });
}

const folder = process.argv[2];
if (!folder) throw new Error("usage: npx tsx src/dates/train.ts BENCH");
const all = [...examples(join(folder, "strip"))];
const weights = Object.entries(fitWeights(all))
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([name, weight]) => `  "${name}": ${weight.toFixed(2)},`);
const bases = Object.entries(fitCalibration(outcomesOf(all))).map(
  ([basis, { offset, slope, share }]) =>
    `  ${basis}: { offset: ${offset.toFixed(2)}, slope: ${slope.toFixed(2)}, share: ${share} },`,
);
writeFileSync(
  new URL("published/weights.ts", import.meta.url),
  `// Fitted by train.ts; see MODEL.md.
import type { Basis, Calibration } from "./calibration.ts";

/** What each feature of a day that a page shows adds to its score. */
export const weights: Readonly<Record<string, number>> = {
${weights.join("\n")}
};

/** How the probability and the interval are read, by what the best day rests on. */
export const calibration: Readonly<Record<Basis, Calibration>> = {
${bases.join("\n")}
};
`,
);
