import { cleanText } from "../clean/text.ts";
import { Corpus } from "../corpus/corpus.ts";
import type { Document, Published } from "../document.ts";
import type { Layer } from "../record.ts";
import type { CorpusEntityRecord, CorpusSourceRecord } from "../schema.ts";
import { type Column, Layout } from "./layout.ts";
import { DateCounts } from "./timeline.ts";
import type { Writer } from "./writer.ts";

export interface TableOptions {
  readonly layers: ReadonlySet<Layer>;
  /** Rows of each table. */
  readonly top: number;
  readonly color: boolean;
  /** Characters of a line. */
  readonly width: number;
}

const DOCUMENTS: readonly Column[] = [
  { head: "document", grow: 3 },
  { head: "written" },
  { head: "headline", grow: 5 },
  { head: "words", align: "right" },
  { head: "people", align: "right" },
  { head: "quotes", align: "right" },
  { head: "experts", align: "right" },
];

const SOURCES: readonly Column[] = [
  { head: "name", grow: 3 },
  { head: "role", grow: 3 },
  { head: "affiliation", grow: 4 },
  { head: "type" },
  { head: "quotes", align: "right" },
  { head: "words", align: "right" },
  { head: "documents", align: "right" },
];

const ENTITIES: readonly Column[] = [
  { head: "name", grow: 3 },
  { head: "mentions", align: "right" },
  { head: "documents", align: "right" },
  { head: "also written", grow: 5 },
];

/** Prints what a researcher wants to see first: documents, experts, other sources, names, dates. */
export function tableWriter(options: TableOptions): Writer {
  const corpus = new Corpus();
  const documents: string[][] = [];
  const dates = new DateCounts();
  return {
    add(outcome) {
      if (outcome.kind === "document") {
        corpus.add(outcome.document);
        documents.push(documentRow(outcome.document));
        dates.add(outcome.document);
      } else {
        documents.push([outcome.id, "", `(${outcome.diagnostics[0]?.message ?? "error"})`, "", "", "", ""]);
      }
      return "";
    },
    *end() {
      const layout = new Layout(options.color, options.width);
      const { entities, sources } = corpus.resolve();
      const has = (layer: Layer) => options.layers.has(layer);
      yield* separate([
        layout.section("DOCUMENTS", DOCUMENTS, documents),
        ...(has("sources") ? sourceSections(layout, sources, options.top) : []),
        ...(has("entities") ? NAMED.map((kind) => entitySection(layout, kind, entities, options.top)) : []),
        ...(has("dates") ? [dates.section(layout, options.top)] : []),
      ]);
    },
  };
}

const NAMED = [
  ["PEOPLE", "person"],
  ["PLACES", "place"],
  ["ORGANIZATIONS", "organization"],
] as const;

function* separate(sections: readonly string[]): Generator<string> {
  for (const [i, section] of sections.filter(Boolean).entries()) yield (i ? "\n" : "") + section;
}

function documentRow(doc: Document): string[] {
  const experts = doc.sources.filter(({ isExpert }) => isExpert).length;
  const people = doc.entities.filter(({ type }) => type === "person").length;
  const counts = [countWords(cleanText(doc)), people, doc.quotes.length, experts];
  return [doc.id, writtenOn(doc.published), doc.headline?.text ?? "", ...counts.map(String)];
}

/** "2024-06-18", "~2024-06-18" where it is an estimate, "2024-06-17…18" or "?" where it is open. */
function writtenOn({ value, earliest, latest, confidence }: Published): string {
  if (value) return confidence >= 0.9 ? value : `~${value}`;
  return earliest || latest ? `${earliest ?? ""}…${latest ?? ""}` : "?";
}

function sourceSections(layout: Layout, sources: readonly CorpusSourceRecord[], top: number): string[] {
  const experts = sources.filter(({ isExpert }) => isExpert);
  const others = sources.filter(({ isExpert }) => !isExpert);
  return [sourceSection(layout, "EXPERTS", experts, top), sourceSection(layout, "OTHER SOURCES", others, top)];
}

function sourceSection(layout: Layout, title: string, sources: readonly CorpusSourceRecord[], top: number): string {
  const rows = sources
    .slice(0, top)
    .map((s) => [
      s.name,
      s.roles.join("; "),
      s.affiliations.join("; "),
      s.type,
      String(s.quotes),
      String(s.words),
      String(s.documents.length),
    ]);
  return layout.section(title, SOURCES, rows, sources.length - rows.length);
}

function entitySection(
  layout: Layout,
  [title, type]: (typeof NAMED)[number],
  all: readonly CorpusEntityRecord[],
  top: number,
): string {
  const entities = all.filter((entity) => entity.type === type);
  const rows = entities.slice(0, top).map((e) => [
    e.name,
    String(e.mentions),
    String(e.documents.length),
    e.variants
      .map(({ text }) => text)
      .filter((text) => text !== e.name)
      .join(", "),
  ]);
  return layout.section(title, ENTITIES, rows, entities.length - rows.length);
}

const countWords = (text: string): number => text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu)?.length ?? 0;
