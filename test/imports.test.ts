import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

/** Each line may import from the lines below it; of its own line only the files of the same folder. */
const LAYERS: readonly (readonly string[])[] = [
  ["bin"],
  ["cli"],
  ["report"],
  ["corpus"],
  ["extract", "record"],
  ["read", "inspect"],
  ["pipeline"],
  ["clean", "entities", "dates", "quotes", "events"],
  ["lexicon", "tagger"],
];
/** Every other file beside `document.ts` is a contract or a tool of all; these may import one another. */
const FOUNDATION = LAYERS.length;
const STAGES = /^(?:clean|entities|dates|quotes|events|corpus|tagger)\//;
/** Run while the tool is built, not while it runs: they read files and take their time. */
const BUILD_STEP = /^(?:[a-z]+\/train|lexicon\/compile)\.ts$/;

/** The only files that may import each outside module. One that isn't here has no owner yet: give it one door. */
const OWNERS: Readonly<Record<string, RegExp>> = {
  commander: /^cli\//,
  chalk: /^(?:cli|report)\//,
  "cli-table3": /^report\//,
  compromise: /^lexicon\/compile\.ts$/,
  parse5: /^read\//,
  chardet: /^read\/decode\.ts$/,
  "csv-parse": /^read\//,
  "csv-stringify": /^report\//,
  "hyparquet-writer": /^report\//,
  tinyglobby: /^read\/inputs\.ts$/,
  eld: /^clean\/language\.ts$/,
  zod: /^(?:schema|cli\/schema)\.ts$/,
  "node:fs": /^(?:read\/|cli\/output\.ts$|tables\.ts$)/,
  "node:path": /^(?:read\/|cli\/output\.ts$)/,
  "node:crypto": /^read\//,
  "node:events": /^cli\//,
  "node:stream": /^cli\//,
};

const src = new URL("../src/", import.meta.url);
const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
const codeOf = (file: string) => readFileSync(new URL(file, src), "utf8");

const IMPORT = /(?:\bfrom\s+|\bimport\s*\(?\s*)"([^"\n]+)"/g;
const importsOf = (file: string) => [...codeOf(file).matchAll(IMPORT)].map((match) => match[1]!);

/** "quotes/cues.ts" stands in "quotes", "record.ts" in "record". */
const houseOf = (file: string) => file.replace(/\/.*|\.ts$/g, "");
function layerOf(file: string): number {
  const layer = LAYERS.findIndex((houses) => houses.includes(houseOf(file)));
  return layer < 0 && !file.includes("/") ? FOUNDATION : layer;
}
const inside = (file: string, specifier: string) => new URL(specifier, new URL(file, src)).href.slice(src.href.length);

/** "node:fs/promises" is "node:fs", "eld/small" is "eld". */
const packageOf = (specifier: string) => specifier.replace(/^(@[^/]+\/[^/]+|[^@/][^/]*).*$/, "$1");

describe.each(files)("%s", (file) => {
  const [own, outside] = [[] as string[], [] as string[]];
  for (const specifier of importsOf(file)) (specifier.startsWith(".") ? own : outside).push(specifier);

  test("imports only from the layers below it", () => {
    expect(layerOf(file), "a folder without a layer: add it to LAYERS").toBeGreaterThanOrEqual(0);
    for (const target of own.map((specifier) => inside(file, specifier))) {
      const sameFolder = houseOf(target) === houseOf(file) || layerOf(file) === FOUNDATION;
      expect(layerOf(target), `${file} imports ${target}`).toBeGreaterThanOrEqual(layerOf(file) + (sameFolder ? 0 : 1));
    }
  });

  test("leaves outside modules to their owners", () => {
    if (BUILD_STEP.test(file)) return;
    for (const name of outside.map(packageOf)) {
      expect(Object.keys(OWNERS), `${name} has no owner`).toContain(name);
      expect(file, `${name} belongs to ${OWNERS[name]}`).toMatch(OWNERS[name]!);
    }
  });

  test.runIf(STAGES.test(file) && !BUILD_STEP.test(file))("reads no clock, environment or network", () => {
    expect(codeOf(file)).not.toMatch(/\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\.|\bfetch\(|\bconsole\./);
  });
});
