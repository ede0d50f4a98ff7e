import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { EntityCounts } from "../../src/corpus/entities.ts";
import type { EntityType } from "../../src/document.ts";
import { linkMentions } from "../../src/entities/link.ts";

// Gold mentions in, clusters over the whole corpus out: how good the merging is, apart from finding.
const SHARED = new URL("../../../shared/", import.meta.url);
const BENCH = new URL("bench/linking/cleanconll.dev.jsonl", SHARED);
const SEEDS = new URL("gold/seeds.json", SHARED);

type Scored = "PERSON" | "ORG" | "PLACE";
const TYPES: Readonly<Record<string, EntityType>> = {
  PERSON: "person",
  ORG: "organization",
  PLACE: "place",
  NORP: "group",
};
interface GoldMention {
  readonly start: number;
  readonly end: number;
  readonly type: string;
  readonly link?: string;
}
interface GoldDocument {
  readonly id: string;
  readonly text: string;
  readonly entities: readonly GoldMention[];
}
interface Linked {
  readonly type: string;
  readonly gold: string;
  readonly found: string;
}

function link(documents: readonly GoldDocument[]): Linked[] {
  const counts = new EntityCounts();
  const linked = documents.map(({ id, text, entities: gold }) => {
    const mentions = gold.map(({ start, end, type }) => ({ start, end, type: TYPES[type] ?? "event", rule: "gold" }));
    const entities = linkMentions({ id, raw: text, blocks: [], sentences: [], mentions });
    const texts = entities.map((entity) => ({
      ...entity,
      mentions: entity.mentions.map((m) => ({ ...m, text: text.slice(m.start, m.end) })),
    }));
    counts.add({ id, text, entities: texts });
    return { id, gold, texts };
  });
  const { idOf } = counts.resolve();
  return linked.flatMap(({ id, gold, texts }) => {
    const found = new Map(
      texts.flatMap((e) => e.mentions.map((m) => [`${m.start}:${m.end}`, idOf(id, e.id)!] as const)),
    );
    return gold
      .filter((m) => m.link && /^(?:PERSON|ORG|PLACE)$/u.test(m.type))
      .map((m) => ({ type: m.type, gold: m.link!, found: found.get(`${m.start}:${m.end}`)! }));
  });
}

/** B-cubed F1 and the precision of pairs, in percent. */
function score(mentions: readonly Linked[], type?: Scored): { f1: number; pairs: number } {
  const scored = mentions.filter((m) => !type || m.type === type);
  const count = (key: (m: Linked) => string) => {
    const counts = new Map<string, number>();
    for (const m of scored) counts.set(key(m), (counts.get(key(m)) ?? 0) + 1);
    return counts;
  };
  const [gold, found, both] = [count((m) => m.gold), count((m) => m.found), count((m) => `${m.gold}\n${m.found}`)];
  const share = (of: (m: Linked) => number) =>
    scored.reduce((sum, m) => sum + both.get(`${m.gold}\n${m.found}`)! / of(m), 0) / scored.length;
  const [precision, recall] = [share((m) => found.get(m.found)!), share((m) => gold.get(m.gold)!)];
  const pairsOf = (counts: ReadonlyMap<string, number>) =>
    [...counts.values()].reduce((n, k) => n + (k * (k - 1)) / 2, 0);
  return { f1: (200 * precision * recall) / (precision + recall), pairs: (100 * pairsOf(both)) / pairsOf(found) };
}

describe.skipIf(!existsSync(BENCH))("linking of CleanCoNLL dev (skipped where ../shared is absent)", () => {
  const lines = existsSync(BENCH) ? readFileSync(BENCH, "utf8").trim().split("\n") : [];
  const linked = link(lines.map((line) => JSON.parse(line)));
  it("B-cubed and pairs", () => {
    expect(score(linked).f1).toBeGreaterThan(97.6);
    expect(score(linked).pairs).toBeGreaterThan(98.4);
  });
  it.each([
    ["PERSON", 99],
    ["ORG", 95.5],
    ["PLACE", 98.1],
  ] as const)("%s B-cubed", (type, floor) => expect(score(linked, type).f1).toBeGreaterThan(floor));
});

describe.skipIf(!existsSync(SEEDS))("linking of the seeds (skipped where ../shared is absent)", () => {
  interface Gold {
    readonly documents: readonly { readonly file: string }[];
    readonly entities: readonly (GoldMention & { readonly file: string; readonly canonical: string })[];
  }
  it("no wrong merge, nothing left apart", () => {
    const gold: Gold = JSON.parse(readFileSync(SEEDS, "utf8"));
    const documents = gold.documents.map(({ file }) => ({
      id: file,
      text: readFileSync(new URL(`seeds/${file}`, SHARED), "utf8"),
      entities: gold.entities.filter((e) => e.file === file).map((e) => ({ ...e, link: e.canonical })),
    }));
    expect(score(link(documents))).toEqual({ f1: 100, pairs: 100 });
  });
});
