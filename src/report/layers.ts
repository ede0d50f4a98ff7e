import type { Layer } from "../record.ts";
import type { CorpusEntityRecord, DocumentRecord, ErrorRecord } from "../schema.ts";

/** The type of a column: text, whole number, number, yes or no, day (ISO 8601), or JSON. */
export type ColumnType = "text" | "integer" | "number" | "boolean" | "day" | "json";

export type Cell = string | number | boolean | null | undefined;

/** One file of an export: a table with a row for each thing of its kind. */
export interface Table {
  readonly name: string;
  readonly columns: readonly (readonly [name: string, type: ColumnType])[];
}

/** A table whose rows come of one document. */
export interface LayerTable extends Table {
  /** The rows of one document, each as long as `columns`. */
  rows(record: DocumentRecord): Cell[][];
}

type Spanned = { readonly start?: number | undefined; readonly end?: number | undefined; readonly text?: string };
const place = (span: Spanned | null | undefined): Cell[] => [span?.start, span?.end];
const placed = (span: Spanned | null | undefined): Cell[] => [span?.text, span?.start, span?.end];

const documents: LayerTable = {
  name: "documents",
  columns: [
    ["document", "text"],
    ["path", "text"],
    ["line", "integer"],
    ["sha256", "text"],
    ["bytes", "integer"],
    ["media_type", "text"],
    ["encoding", "text"],
    ["encoding_basis", "text"],
    ["language", "text"],
    ["offsets", "text"],
    ["headline", "text"],
    ["headline_start", "integer"],
    ["headline_end", "integer"],
    ["bylines", "text"],
    ["outlet", "text"],
    ["section", "text"],
    ["published", "day"],
    ["published_earliest", "day"],
    ["published_latest", "day"],
    ["published_confidence", "number"],
    ["meta", "json"],
    ["text", "text"],
    ["raw", "text"],
  ],
  rows: (record) => [
    [
      record.id,
      record.source.path,
      record.source.line,
      record.source.sha256,
      record.source.bytes,
      record.source.mediaType,
      record.source.encoding,
      record.source.encodingBasis,
      record.language,
      record.offsets,
      record.headline?.text,
      ...place(record.headline),
      record.bylines.map(({ name }) => name).join("; "),
      record.outlet?.text,
      record.section?.text,
      record.published.value,
      record.published.earliest,
      record.published.latest,
      record.published.confidence,
      JSON.stringify(record.meta),
      record.text,
      record.raw,
    ],
  ],
};

const entities: LayerTable = {
  name: "entities",
  columns: [
    ["document", "text"],
    ["entity", "text"],
    ["type", "text"],
    ["name", "text"],
    ["variants", "json"],
    ["mentions", "integer"],
    ["start", "integer"],
    ["end", "integer"],
  ],
  rows: ({ id, entities = [] }) =>
    entities.map((entity) => [
      id,
      entity.id,
      entity.type,
      entity.name,
      JSON.stringify(entity.variants),
      entity.mentions.length,
      ...place(entity.mentions[0]),
    ]),
};

const mentions: LayerTable = {
  name: "mentions",
  columns: [
    ["document", "text"],
    ["entity", "text"],
    ["type", "text"],
    ["text", "text"],
    ["start", "integer"],
    ["end", "integer"],
    ["title", "text"],
    ["title_start", "integer"],
    ["title_end", "integer"],
    ["rule", "text"],
  ],
  rows: ({ id, entities = [] }) =>
    entities.flatMap((entity) =>
      entity.mentions.map((m) => [id, entity.id, entity.type, ...placed(m), ...placed(m.title), m.rule]),
    ),
};

const dates: LayerTable = {
  name: "dates",
  columns: [
    ["document", "text"],
    ["text", "text"],
    ["start", "integer"],
    ["end", "integer"],
    ["type", "text"],
    ["value", "text"],
    ["mod", "text"],
    ["earliest", "day"],
    ["latest", "day"],
    ["basis", "text"],
    ["stable", "boolean"],
    ["rule", "text"],
  ],
  rows: ({ id, dates = [] }) =>
    dates.map((d) => [id, ...placed(d), d.type, d.value, d.mod, d.earliest, d.latest, d.basis, d.stable, d.rule]),
};

const quotes: LayerTable = {
  name: "quotes",
  columns: [
    ["document", "text"],
    ["quote", "text"],
    ["text", "text"],
    ["start", "integer"],
    ["end", "integer"],
    ["parts", "json"],
    ["verbatim", "text"],
    ["kind", "text"],
    ["cue", "text"],
    ["cue_start", "integer"],
    ["cue_end", "integer"],
    ["cue_lemma", "text"],
    ["cue_class", "text"],
    ["speaker", "text"],
    ["speaker_start", "integer"],
    ["speaker_end", "integer"],
    ["speaker_entity", "text"],
    ["resolution", "text"],
    ["source", "text"],
    ["via", "text"],
    ["via_start", "integer"],
    ["via_end", "integer"],
    ["zone", "text"],
    ["rule", "text"],
    ["confidence", "number"],
  ],
  rows: ({ id, quotes = [] }) =>
    quotes.map((q) => [
      id,
      q.id,
      q.text,
      q.parts[0]?.start,
      q.parts.at(-1)?.end,
      JSON.stringify(q.parts.map(({ start, end }) => [start, end])),
      q.verbatim,
      q.kind,
      ...placed(q.cue),
      q.cue?.lemma,
      q.cue?.class,
      ...placed(q.speaker),
      q.speaker?.entity,
      q.speaker?.resolution,
      q.source,
      ...placed(q.via),
      q.zone,
      q.rule,
      q.confidence,
    ]),
};

const sources: LayerTable = {
  name: "sources",
  columns: [
    ["document", "text"],
    ["source", "text"],
    ["name", "text"],
    ["entity", "text"],
    ["type", "text"],
    ["is_expert", "boolean"],
    ["reason", "text"],
    ["role", "text"],
    ["role_start", "integer"],
    ["role_end", "integer"],
    ["affiliation", "text"],
    ["affiliation_start", "integer"],
    ["affiliation_end", "integer"],
    ["mention", "text"],
    ["start", "integer"],
    ["end", "integer"],
    ["mentions", "integer"],
    ["quotes", "integer"],
    ["words", "integer"],
    ["verbatim_words", "integer"],
  ],
  rows: ({ id, sources = [] }) =>
    sources.map((s) => [
      id,
      s.id,
      s.name,
      s.entity,
      s.type,
      s.isExpert,
      s.reason,
      ...placed(s.role),
      ...placed(s.affiliation),
      ...placed(s.mentions[0]),
      s.mentions.length,
      s.quotes,
      s.words,
      s.verbatimWords,
    ]),
};

const events: LayerTable = {
  name: "events",
  columns: [
    ["document", "text"],
    ["kind", "text"],
    ["trigger", "text"],
    ["start", "integer"],
    ["end", "integer"],
    ["participants", "json"],
    ["place", "text"],
    ["earliest", "day"],
    ["latest", "day"],
    ["status", "text"],
    ["sentence_start", "integer"],
    ["sentence_end", "integer"],
    ["source", "text"],
    ["rule", "text"],
  ],
  rows: ({ id, events = [] }) =>
    events.map((e) => [
      id,
      e.kind,
      ...placed(e.trigger),
      JSON.stringify(e.participants),
      e.place,
      e.date?.earliest,
      e.date?.latest,
      e.status,
      ...place(e.sentence),
      e.source,
      e.trigger.rule,
    ]),
};

const blocks: LayerTable = {
  name: "blocks",
  columns: [
    ["document", "text"],
    ["start", "integer"],
    ["end", "integer"],
    ["role", "text"],
    ["repeats", "integer"],
    ["rule", "text"],
  ],
  rows: ({ id, blocks = [] }) => blocks.map((b) => [id, ...place(b), b.role, b.repeats, b.rule]),
};

const TABLES: Readonly<Record<Layer, readonly LayerTable[]>> = {
  blocks: [blocks],
  text: [],
  entities: [entities, mentions],
  dates: [dates],
  quotes: [quotes],
  sources: [sources],
  events: [events],
};

/** The tables of an export: documents, then those of the layers that are asked for. */
export const tablesOf = (layers: ReadonlySet<Layer>): readonly LayerTable[] => [
  documents,
  ...[...layers].flatMap((layer) => TABLES[layer]),
];

/** What a reader should know about the inputs; those that gave no document are here and nowhere else. */
export const diagnosticsTable = {
  name: "diagnostics",
  columns: [
    ["document", "text"],
    ["path", "text"],
    ["line", "integer"],
    ["severity", "text"],
    ["rule", "text"],
    ["message", "text"],
    ["start", "integer"],
    ["end", "integer"],
  ],
  rows: ({ id, source, diagnostics }: DocumentRecord | ErrorRecord): Cell[][] =>
    diagnostics.map((d) => [id, source.path, d.line ?? lineOf(source), d.severity, d.rule, d.message, ...place(d)]),
} as const;

const lineOf = (source: (DocumentRecord | ErrorRecord)["source"]) => ("line" in source ? source.line : undefined);

/** Which entity of a document is which of the corpus; known when all documents are. */
export const corpusTable = {
  name: "corpus_entities",
  columns: [
    ["corpus", "text"],
    ["type", "text"],
    ["name", "text"],
    ["document", "text"],
    ["entity", "text"],
  ],
  rows: ({ id, type, name, documents }: CorpusEntityRecord): Cell[][] =>
    documents.map((one) => [id, type, name, one.id, one.entity]),
} as const;
