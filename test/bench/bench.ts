// npm run bench: CPU time of the pipeline against what people use today, in one run on the same articles and one core.
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import * as chrono from "chrono-node";
import nlp from "compromise";
import type { analyze as Analyze } from "../../src/pipeline.ts";

const { analyze }: { analyze: typeof Analyze } = await import(
  new URL("../../dist/src/pipeline.js", import.meta.url).href
);
const folder = new URL("../../fixtures/articles/", import.meta.url);
const ROUNDS = 7;
const COPIES = 4;

const articles = readdirSync(folder)
  .filter((name) => name.endsWith(".txt"))
  .map((name) => readFileSync(new URL(name, folder), "utf8"));
const megabytes = (articles.reduce((sum, text) => sum + Buffer.byteLength(text), 0) * COPIES) / 1e6;

const require = createRequire(import.meta.url);
const wink = require("wink-nlp")(require("wink-eng-lite-web-model"));

const file = {
  path: "",
  sha256: "",
  mediaType: "text/plain",
  encoding: "utf-8",
  encodingBasis: "valid-utf8",
  bytes: 0,
} as const;
const contestants: Record<string, (text: string) => unknown> = {
  summits: (raw) => analyze({ id: "", raw, file, meta: {}, given: "2024-06-18", markup: null }),
  "floor (one regular expression over the text)": (text) => [...text.matchAll(/\p{L}+/gu)].length,
  "compromise nlp(text)": (text) => nlp(text),
  "wink-nlp (tokens, parts of speech, entities)": (text) => wink.readDoc(text).entities().out(),
  "chrono-node": (text) => chrono.parse(text),
};

const seconds: Record<string, number[]> = Object.fromEntries(Object.keys(contestants).map((name) => [name, []]));
for (let round = -1; round < ROUNDS; round++) {
  for (const [name, run] of Object.entries(contestants)) {
    const before = process.cpuUsage();
    for (let copy = 0; copy < COPIES; copy++) for (const text of articles) await run(text);
    const { user, system } = process.cpuUsage(before);
    if (round >= 0) seconds[name]!.push((user + system) / 1e6);
  }
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1]!;
const ours = median(seconds.summits!);
console.log(
  `${articles.length * COPIES} articles, ${megabytes.toFixed(2)} MB, medians of ${ROUNDS} alternating rounds, CPU time, one core\n`,
);
for (const [name, values] of Object.entries(seconds)) {
  const time = median(values);
  const rate = (articles.length * COPIES) / time;
  console.log(
    `${name.padEnd(46)} ${rate.toFixed(0).padStart(7)} articles/s ${(megabytes / time).toFixed(2).padStart(8)} MB/s  summits is ${(time / ours).toFixed(2)}x as fast`,
  );
}
