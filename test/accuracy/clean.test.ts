import { existsSync, readdirSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { labelBlocks } from "../../src/clean/blocks.ts";
import { ARTICLE_ROLES, BODY_ROLES, type Role } from "../../src/document.ts";

const shared = new URL("../../../shared/", import.meta.url);
const bench = new URL("bench/", shared);
const isHere = existsSync(bench);
if (!isHere) console.warn(`no benchmarks at ${bench.pathname}: accuracy of cleaning is not measured`);

interface GoldLine {
  readonly file: string;
  readonly start: number;
  readonly label: string;
  readonly spans?: readonly { start: number; label: string }[];
}

// What each hand-given label is called here.
const ROLES: Readonly<Record<string, readonly Role[]>> = {
  body: ["paragraph", "subhead", "list-item", "blockquote"],
  headline: ["headline", "standfirst"],
  ...Object.fromEntries(
    (["byline", "dateline", "dateinfo", "caption", "credit", "related", "boilerplate"] as const).map((role) => [
      role,
      [role],
    ]),
  ),
};

describe.skipIf(!isHere)("the five hand-labelled articles", () => {
  const gold: { lines: GoldLine[] } = isHere
    ? JSON.parse(readFileSync(new URL("gold/seeds.json", shared), "utf8"))
    : { lines: [] };
  const roleAt = isHere ? rolesOf(new URL("seeds/", shared)) : () => undefined;

  it("have their lines in their roles", () => {
    const places = gold.lines.flatMap(({ file, start, label, spans = [] }) => [
      ...spans.map((span) => ({ file, ...span })),
      ...(spans[0]?.start === start ? [] : [{ file, start, label }]),
    ]);
    const right = places.filter(({ file, start, label }) => ROLES[label]!.includes(roleAt(file, start)!));
    expect(right.length / places.length).toBeGreaterThanOrEqual(0.99);
    const isBody = ({ file, start }: { file: string; start: number }) => BODY_ROLES.has(roleAt(file, start)!);
    const found = places.filter(isBody);
    const wanted = places.filter(({ label }) => label === "body" || label === "dateline");
    const shared = wanted.filter(isBody);
    expect((2 * shared.length) / (found.length + wanted.length)).toBeGreaterThanOrEqual(0.995);
  });
});

function rolesOf(folder: URL) {
  const blocks = new Map(
    readdirSync(folder).map((file) => [
      file,
      labelBlocks({ id: file, raw: readFileSync(new URL(file, folder), "utf8"), markup: null }),
    ]),
  );
  return (file: string, at: number) => blocks.get(file)?.find(({ start, end }) => start <= at && at < end)?.role;
}

interface Annotated {
  readonly id: string;
  readonly text: string;
  readonly entities?: readonly { start: number }[];
  readonly quotes?: readonly { parts: readonly (readonly [number, number])[] }[];
}

const SAMPLE = 120;
const readRows = (name: string): Annotated[] => {
  const bytes = readFileSync(new URL(name, bench));
  const text = bytes[0] === 0x1f ? gunzipSync(bytes) : bytes;
  return text
    .toString("utf8")
    .split("\n")
    .filter(Boolean)
    .slice(0, SAMPLE)
    .map((line) => JSON.parse(line));
};

describe.skipIf(!isHere)("texts that are clean already stay whole", () => {
  for (const name of [
    "entities/wwn.dev.jsonl.gz",
    "entities/conllpp.dev.jsonl.gz",
    "entities/crossner.dev.jsonl",
    "quotes/polnear.dev.jsonl.gz",
  ]) {
    it(name, () => {
      let all = 0;
      let kept = 0;
      for (const row of readRows(name)) {
        const blocks = labelBlocks({ id: row.id, raw: row.text, markup: null });
        const starts = [
          ...(row.entities ?? []).map(({ start }) => start),
          ...(row.quotes ?? []).flatMap(({ parts }) => parts.map(([start]) => start)),
        ];
        all += starts.length;
        kept += starts.filter((at) =>
          ARTICLE_ROLES.has(blocks.find(({ start, end }) => start <= at && at < end)!.role),
        ).length;
      }
      expect(kept / all).toBeGreaterThanOrEqual(0.995);
    });
  }
});
