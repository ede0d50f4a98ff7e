import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import type { Attribution, Entity, Has, Source, Span } from "../../src/document.ts";
import { findSources } from "../../src/quotes/sources.ts";
import { splitSentences } from "../../src/tokens.ts";

// Quotations, speakers' mentions and names are the benchmark's own: this measures the look-up of sources alone.
const BENCH = new URL("../../../shared/bench/", import.meta.url);
const GOLD = new URL("experts/experts.dev.jsonl", BENCH);

type Text = { text: string } | null;
interface Wanted {
  id: string;
  kind: string;
  person: boolean;
  canonical: Span & { text: string };
  mentions: Span[];
  role: (Text & { alts?: Text[] }) | null;
  affiliation: (Text & { alts?: Text[] }) | null;
  isExpert: boolean;
  doubt?: string[];
}
interface Quoted {
  id: string;
  quotes: {
    parts: [number, number][];
    kind: Attribution["kind"];
    speaker: Span | null;
    cue: Span | null;
    speech: boolean;
  }[];
}

const records = <T>(text: string): T[] =>
  text
    .split("\n")
    .filter((line) => line.trim())
    .map((line) => JSON.parse(line));

const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
const agree = (one: string, other: string) => {
  const [a, b] = [words(one), words(other)];
  const common = a.filter((word) => b.includes(word)).length;
  return (2 * common) / (a.length + b.length || 1) >= 0.5;
};

/** The names of the wanted people, wherever they or their surnames stand. */
function people(raw: string, wanted: readonly Wanted[]): Entity[] {
  return wanted
    .filter(({ person }) => person)
    .map(({ canonical: { text } }, i) => {
      const surname = text
        .split(" ")
        .at(-1)!
        .replace(/[.*+?^${}()|[\]\\]/gu, "\\$&");
      const found = [
        ...raw.matchAll(new RegExp(`(?:${text.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&")}|\\b${surname}\\b)`, "gu")),
      ];
      const mentions = found.map(({ index, 0: name }) => ({
        start: index,
        end: index + name.length,
        type: "person" as const,
        rule: "gold",
      }));
      return { id: `e${i + 1}`, type: "person", name: text, variants: [text], mentions };
    });
}

function attributions(quoted: Quoted): Attribution[] {
  return quoted.quotes
    .filter(({ speech }) => speech)
    .map(({ parts, kind, speaker, cue }) => ({
      parts: parts.map(([start, end]) => ({ start, end })),
      kind,
      speaker: speaker && { start: speaker.start, end: speaker.end },
      cue: cue && { start: cue.start, end: cue.end, lemma: "say", class: "speech" },
      rule: "gold",
      confidence: 1,
    }));
}

function document(id: string, raw: string, wanted: readonly Wanted[], quoted: Quoted) {
  const blocks = [{ start: 0, end: raw.length, role: "paragraph" as const, rule: "gold" }];
  const doc = { id, raw, blocks };
  return { ...doc, sentences: splitSentences(doc), entities: people(raw, wanted), attributions: attributions(quoted) };
}

const overlap = (one: { mentions: readonly Span[] }, other: { mentions: readonly Span[] }) =>
  one.mentions.some((a) => other.mentions.some((b) => a.start < b.end && b.start < a.end));

type Share = [right: number, of: number];
const count = (share: Share, right: boolean) => {
  share[0] += right ? 1 : 0;
  share[1]++;
};

function measure() {
  const gold = records<Wanted>(readFileSync(GOLD, "utf8"));
  const quotes = records<Quoted>(
    gunzipSync(readFileSync(new URL("quotes/polnear.dev.jsonl.gz", BENCH))).toString("utf8"),
  );
  const shares: Record<"source" | "role" | "affiliation" | "expert" | "called", Share> = {
    source: [0, 0],
    role: [0, 0],
    affiliation: [0, 0],
    expert: [0, 0],
    called: [0, 0],
  };
  for (const { id, text } of records<{ id: string; text: string }>(
    readFileSync(new URL("experts/experts.dev.texts.jsonl", BENCH), "utf8"),
  )) {
    const wanted = gold.filter((one) => one.id === id && one.kind === "source" && !one.doubt?.includes("source"));
    const doc = document(id, text, wanted, quotes.find((one) => one.id === id)!);
    const { sources } = findSources(doc as Has<"blocks" | "sentences" | "entities" | "attributions">);
    for (const one of wanted)
      compare(
        text,
        one,
        sources.find((source) => overlap(one, source)),
        shares,
      );
  }
  return Object.fromEntries(Object.entries(shares).map(([name, [right, of]]) => [name, right / of]));
}

function compare(text: string, wanted: Wanted, found: Source | undefined, shares: Record<string, Share>) {
  count(shares.source!, found !== undefined);
  for (const field of ["role", "affiliation"] as const) {
    const gold = wanted[field];
    if (!gold || !found || wanted.doubt?.includes(field)) continue;
    const span = found[field];
    const said = span ? text.slice(span.start, span.end) : "";
    count(
      shares[field]!,
      [gold, ...(gold.alts ?? [])].some((one) => agree(one!.text, said)),
    );
  }
  if (wanted.isExpert) count(shares.expert!, found?.isExpert === true);
  if (found?.isExpert) count(shares.called!, wanted.isExpert);
}

describe("sources of the experts benchmark, with its quotations", () => {
  test.skipIf(!existsSync(GOLD))("floors (skipped where the benchmark is absent)", () => {
    const { source, role, affiliation, expert, called } = measure();
    expect(source).toBeGreaterThan(0.97);
    expect(role).toBeGreaterThan(0.89);
    expect(affiliation).toBeGreaterThan(0.81);
    expect(expert).toBeGreaterThan(0.74);
    expect(called).toBeGreaterThan(0.95);
  });
});
