import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { Block, EntityType } from "../../src/document.ts";
import { isHeldOut } from "../../src/entities/held-out.ts";
import { findMentions } from "../../src/entities/mentions.ts";
import { splitSentences } from "../../src/tokens.ts";

const shared = (path: string) => new URL(`../../../shared/${path}`, import.meta.url);
const NEWS = shared("bench/entities/wwn.dev.jsonl.gz");
const SEEDS = shared("gold/seeds.json");
const TYPE: Readonly<Record<string, EntityType>> = {
  PERSON: "person",
  ORG: "organization",
  PLACE: "place",
  NORP: "group",
  EVENT: "event",
};

interface Marked {
  readonly start: number;
  readonly end: number;
  readonly type: string;
}

/** Strict: same start, end and type. `scope` is what was annotated. */
function keysOf(id: string, raw: string, scope: readonly (readonly [number, number])[], types: ReadonlySet<string>) {
  const blocks: Block[] = scope.map(([start, end]) => ({ start, end, role: "paragraph", rule: "test" }));
  const mentions = findMentions({ id, raw, blocks, sentences: splitSentences({ id, raw, blocks }) });
  return mentions.filter(({ type }) => types.has(type)).map(({ start, end, type }) => `${id} ${start} ${end} ${type}`);
}

const goldOf = (id: string, entities: readonly Marked[], types: ReadonlySet<string>) =>
  entities
    .filter(({ type }) => types.has(TYPE[type] ?? ""))
    .map(({ start, end, type }) => `${id} ${start} ${end} ${TYPE[type]}`);

function f1(found: readonly string[], gold: readonly string[]): number {
  const right = new Set(gold);
  return (2 * found.filter((key) => right.has(key)).length) / (found.length + gold.length);
}

describe.skipIf(!existsSync(NEWS))("names in world news (a tenth that the model has not seen)", () => {
  const types = new Set(["person", "organization", "place", "group"]);
  const articles = (gunzipSync(readFileSync(NEWS)).toString("utf8").trim().split("\n") as string[])
    .map((line) => JSON.parse(line) as { id: string; text: string; entities: Marked[] })
    .filter(({ id }) => isHeldOut(id));
  const found = articles.flatMap(({ id, text }) => keysOf(id, text, [[0, text.length]], types));
  const gold = articles.flatMap(({ id, entities }) => goldOf(id, entities, types));
  const only = (keys: readonly string[], type: string) => keys.filter((key) => key.endsWith(` ${type}`));

  it.each([
    ["person", 0.905],
    ["organization", 0.75],
    ["place", 0.835],
    ["group", 0.89],
  ])("%s", (type, floor) => {
    expect(f1(only(found, type), only(gold, type))).toBeGreaterThan(floor);
  });

  it("all together", () => {
    expect(f1(found, gold)).toBeGreaterThan(0.845);
  });
});

describe.skipIf(!existsSync(SEEDS))("names in the seeds", () => {
  it("are found and typed", () => {
    const types = new Set(Object.values(TYPE));
    const seeds = JSON.parse(readFileSync(SEEDS, "utf8"));
    const of = (layer: string, file: string) => seeds[layer].filter((row: { file: string }) => row.file === file);
    const [found, gold]: [string[], string[]] = [[], []];
    for (const { file } of seeds.documents as { file: string }[]) {
      const annotated = of("lines", file).filter(
        ({ label }: { label: string }) => !["boilerplate", "related", "dateinfo"].includes(label),
      );
      const scope = annotated.map(({ start, end }: Marked) => [start, end] as const);
      found.push(...keysOf(file, readFileSync(shared(`seeds/${file}`), "utf8"), scope, types));
      gold.push(...goldOf(file, of("entities", file), types));
    }
    expect(f1(found, gold)).toBeGreaterThan(0.98);
  });
});
