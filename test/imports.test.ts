import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** Each line may import from the lines below it; of its own line only the files of the same folder. */
const LAYERS: readonly (readonly string[])[] = [
  ["bin"],
  ["cli"],
  ["config"],
  ["run"],
  ["index"],
  ["check"],
  ["report"],
  ["corpus"],
  ["extract"],
  ["options"],
  ["record"],
  ["read", "inspect"],
  ["pipeline"],
  ["clean", "entities", "dates", "quotes", "events", "copies"],
  ["tokens"],
  ["lexicon"],
  ["tagger"],
];
/** Every other file beside `document.ts` is a contract or a tool of all; these may import one another. */
const FOUNDATION = LAYERS.length;
const STAGE = /^(?:clean|entities|dates|quotes|events|copies|corpus|tagger)\//;
/** Run while the tool is built or trained, not while it runs: they read files and take their time. */
const BUILD_STEP = /^(?:[a-z]+\/train[\w-]*|lexicon\/compile)\.ts$/;

/** The only files that may import each outside module. One that isn't here has no owner yet: give it one door. */
const OWNERS: Readonly<Record<string, RegExp>> = {
  commander: /^cli\//,
  chalk: /^(?:cli|report)\//,
  "cli-table3": /^report\//,
  compromise: /^lexicon\/(?:compile|own)\.ts$/,
  parse5: /^read\//,
  chardet: /^read\/decode\.ts$/,
  "csv-parse": /^read\//,
  "csv-stringify": /^report\//,
  "@observablehq/plot": /^report\/html\//,
  "d3-force": /^report\/html\//,
  linkedom: /^report\/html\//,
  "hyparquet-writer": /^report\//,
  tinyglobby: /^read\/inputs\.ts$/,
  eld: /^clean\/language\.ts$/,
  zod: /^(?:schema|index)\.ts$/,
  "node:buffer": /^read\/inputs\.ts$/,
  "node:fs": /^(?:read\/|run\/|config\/read\.ts$|cli\/(?:output|folder|paths|run-file)\.ts$|tables\.ts$)/,
  "node:path": /^(?:read\/|run\/|config\/read\.ts$|cli\/(?:output|folder|run-file)\.ts$)/,
  "node:crypto": /^(?:read|check|run|report\/html)\/|^cli\/run-file\.ts$/,
  "node:os": /^cli\/options\.ts$/,
  "node:worker_threads": /^run\//,
  "node:v8": /^(?:cli\/main|run\/pool)\.ts$/,
  tinypool: /^run\/pool\.ts$/,
  "node:module": /^read\/decode\.ts$/,
  "node:zlib": /^read\//,
  "node:child_process": /^cli\//,
  "node:events": /^(?:cli|run)\//,
  "node:stream": /^(?:cli|read)\//,
};

const src = new URL("../src/", import.meta.url);
const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
const codeOf = (file: string) => readFileSync(new URL(file, src), "utf8");

const IMPORT = /(?:\bfrom\s+|\bimport\s*\(?\s*)"([^"\n]+)"/g;
const specifiersOf = (file: string) => [...codeOf(file).matchAll(IMPORT)].map((match) => match[1]!);

/** "quotes/cues.ts" stands in "quotes", "record.ts" in "record". */
const houseOf = (file: string) => file.replace(/\/.*|\.ts$/g, "");

function layerOf(file: string): number {
  const layer = LAYERS.findIndex((houses) => houses.includes(houseOf(file)));
  return layer < 0 && !file.includes("/") ? FOUNDATION : layer;
}

const ownImports = (file: string) =>
  specifiersOf(file)
    .filter((specifier) => specifier.startsWith("."))
    .map((specifier) => new URL(specifier, new URL(file, src)).href.slice(src.href.length));

/** "node:fs/promises" is "node:fs", "eld/extrasmall" is "eld". */
const packagesOf = (file: string) =>
  specifiersOf(file)
    .filter((specifier) => !specifier.startsWith("."))
    .map((specifier) => specifier.replace(/^(@[^/]+\/[^/]+|[^@/][^/]*).*$/, "$1"));

function mayImport(file: string, target: string): boolean {
  if (houseOf(file) === houseOf(target)) return true;
  return layerOf(file) === FOUNDATION ? layerOf(target) === FOUNDATION : layerOf(target) > layerOf(file);
}

test("every folder has a layer", () => {
  expect(files.filter((file) => layerOf(file) < 0)).toEqual([]);
});

test("every file imports only from the layers below it", () => {
  // A trainer may run the stages that come before its own.
  const upward = files
    .filter((file) => !BUILD_STEP.test(file))
    .flatMap((file) =>
      ownImports(file).flatMap((target) => (mayImport(file, target) ? [] : [`${file} imports ${target}`])),
    );
  expect(upward).toEqual([]);
});

/** What the command line may have besides the library: what shares many documents out, and tools that know nothing of articles. */
const TOOLS = /^(?:cli|config|run)\/|^(?:index|suggest|reason|limits|report\/printable)\.ts$/;

test("the command line uses the library and nothing behind it", () => {
  const behind = files
    .filter((file) => file.startsWith("cli/"))
    .flatMap((file) => ownImports(file).flatMap((target) => (TOOLS.test(target) ? [] : [`${file} imports ${target}`])));
  expect(behind).toEqual([]);
});

test("every outside module is left to its owners", () => {
  const strayed = files
    .filter((file) => !BUILD_STEP.test(file))
    .flatMap((file) =>
      packagesOf(file).flatMap((name) => (OWNERS[name]?.test(file) ? [] : [`${file} imports ${name}`])),
    );
  expect(strayed).toEqual([]);
});

test("no stage reads the clock, the environment or the network", () => {
  const impure = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\.|\bfetch\(|\bconsole\./;
  const stages = files.filter((file) => STAGE.test(file) && !BUILD_STEP.test(file));
  expect(stages.filter((file) => impure.test(codeOf(file)))).toEqual([]);
});
