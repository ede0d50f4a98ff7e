import { z } from "zod";

/** Version of the printed records; it changes when a field changes its meaning or goes away. */
export const SCHEMA_VERSION = 1;

const offset = z.int().min(0);
const span = { start: offset, end: offset };
const quoted = z.strictObject({ ...span, text: z.string() });
const annotated = z.strictObject({ ...span, text: z.string(), rule: z.string() });
const day = z.iso.date();
const probability = z.number().min(0).max(1);

/** Only in the records of a part of a corpus: `summits merge` puts them in order by it. */
const position = z
  .tuple([offset, offset])
  .optional()
  .describe("with --shard: the number of the input in the whole input, and of the document in it");

const severity = z.enum(["error", "warning", "info"]);
const diagnostic = z.strictObject({
  rule: z.string(),
  severity,
  message: z.string(),
  start: offset.optional(),
  end: offset.optional(),
  line: z.int().min(1).optional(),
});

const source = z.strictObject({
  path: z.string(),
  line: z.int().min(1).optional(),
  sha256: z.string().length(64),
  mediaType: z.enum(["text/plain", "text/markdown", "text/html"]),
  encoding: z.string(),
  encodingBasis: z.enum(["bom", "declared", "valid-utf8", "detected", "given"]),
  encodingConfidence: probability.optional().describe("of a detected encoding"),
  bytes: offset,
});

const role = z.enum([
  "headline",
  "standfirst",
  "byline",
  "dateline",
  "dateinfo",
  "paragraph",
  "subhead",
  "list-item",
  "blockquote",
  "caption",
  "credit",
  "related",
  "boilerplate",
]);

const block = z.strictObject({
  ...span,
  role,
  rule: z.string(),
  repeats: offset.optional().describe("start of the earlier block that this one repeats"),
  html: z.strictObject(span).optional().describe("where it stands in the HTML file, in UTF-16 units"),
});

const stated = z.strictObject({
  text: z.string(),
  start: offset.optional(),
  end: offset.optional(),
  rule: z.string(),
});

const byline = z.strictObject({
  name: z.string(),
  isPerson: z.boolean(),
  start: offset.optional(),
  end: offset.optional(),
  rule: z.string(),
});

const candidates = z
  .strictObject({
    headline: z.array(stated.extend({ confidence: probability, isChosen: z.boolean() })),
    bylines: z.array(z.strictObject({ authors: z.array(byline), confidence: probability, isChosen: z.boolean() })),
  })
  .describe("what headline and bylines were chosen from: the chosen one, then its closest rivals");

const published = z.strictObject({
  value: day.nullable(),
  earliest: day.nullable(),
  latest: day.nullable(),
  confidence: probability,
  evidence: z.array(
    z.strictObject({
      rule: z.string(),
      relation: z.enum(["equals", "not-after", "not-before", "near"]),
      date: day,
      text: z.string(),
      start: offset.optional(),
      end: offset.optional(),
    }),
  ),
});

const entityType = z.enum(["person", "organization", "place", "group", "event"]);
const entity = z.strictObject({
  id: z.string(),
  corpus: z.string().optional().describe("id of the corpus entity, where the corpus was seen"),
  type: entityType,
  name: z.string(),
  variants: z.array(z.string()),
  mentions: z.array(z.strictObject({ ...span, text: z.string(), rule: z.string(), title: quoted.optional() })),
});

const date = z.strictObject({
  ...span,
  text: z.string(),
  type: z.enum(["DATE", "TIME", "DURATION", "SET"]),
  value: z.string().nullable().describe("TIMEX3 value; X stands for what is not known"),
  mod: z.string().optional(),
  earliest: z.string().nullable(),
  latest: z.string().nullable(),
  basis: z.enum(["known", "implied", "guessed"]),
  otherwise: z
    .string()
    .optional()
    .describe("the value in the other order of day and month, where 03/04/2024 leaves both open"),
  because: z.string().optional().describe("what decided between the two orders"),
  stable: z.boolean().describe("false where another day of the published interval would give another value"),
  rule: z.string(),
});

const quote = z.strictObject({
  id: z.string(),
  parts: z.array(z.strictObject(span)).min(1),
  text: z.string(),
  verbatim: z.string().nullable().describe("the words inside quotation marks"),
  kind: z.enum(["direct", "indirect", "mixed"]),
  cue: z.strictObject({ ...span, text: z.string(), lemma: z.string(), class: z.string() }).nullable(),
  speaker: z
    .strictObject({ ...span, text: z.string(), entity: z.string().nullable(), resolution: z.string() })
    .nullable(),
  source: z.string().nullable(),
  via: quoted.optional().describe("the outlet that the words came through"),
  zone: role.describe("role of the block that it stands in"),
  rule: z.string(),
  confidence: probability,
});

const sourceType = z.enum([
  "expert-academic",
  "expert-thinktank",
  "expert-other",
  "official",
  "spokesperson",
  "politician",
  "organization",
  "media",
  "document",
  "citizen",
  "group",
  "anonymous",
]);

const quotedSource = z.strictObject({
  id: z.string(),
  name: z.string(),
  entity: z.string().nullable(),
  standsFor: z
    .literal("government")
    .optional()
    .describe('present where the source is named by a place ("Moscow said"): whom the name may stand for'),
  type: sourceType,
  isExpert: z.boolean(),
  reason: z.string(),
  role: annotated.nullable(),
  affiliation: annotated.nullable(),
  mentions: z.array(quoted),
  quotes: offset,
  words: offset,
  verbatimWords: offset,
});

const eventKind = z.enum([
  "summit",
  "visit",
  "meeting",
  "talks",
  "call",
  "forum",
  "agreement",
  "vote",
  "election",
  "test",
  "exercise",
  "launch",
  "invitation",
]);
const eventStatus = z.enum(["held", "planned", "expected", "denied", "cancelled"]);
const interval = { earliest: z.string().nullable(), latest: z.string().nullable() };

const event = z.strictObject({
  kind: eventKind,
  trigger: annotated,
  participants: z.array(z.string()),
  place: z.string().nullable(),
  date: z
    .strictObject({ ...span, text: z.string(), ...interval })
    .nullable()
    .describe("the words that say when, and their calendar interval"),
  status: eventStatus,
  sentence: z.strictObject(span),
  source: z.string().nullable(),
});

const fingerprint = z.strictObject({
  words: offset,
  minhash: z
    .string()
    .describe("128 unsigned 32-bit numbers, little-endian, base64: minima of hashes of all runs of five words"),
  sentences: z
    .array(z.strictObject({ ...span, hash: z.int().min(0) }))
    .describe("sentences of the body with a hash of their words"),
});

/** One article and everything found in it; the layers are there unless --only left them out. */
export const documentRecord = z
  .strictObject({
    schema: z.literal(`summits/document/${SCHEMA_VERSION}`),
    type: z.literal("document"),
    id: z.string(),
    source,
    meta: z.record(z.string(), z.unknown()),
    language: z.string(),
    offsets: z.enum(["codepoint", "utf16", "byte"]),
    headline: stated.nullable(),
    bylines: z.array(byline),
    candidates,
    outlet: stated.nullable(),
    section: stated.nullable(),
    url: stated.nullable(),
    published,
    blocks: z.array(block).optional(),
    text: z.string().optional().describe("the clean article, a paragraph a line"),
    raw: z.string().optional().describe("the text that every offset points into"),
    fingerprint: fingerprint
      .nullable()
      .optional()
      .describe("what it takes to know a copy of the article without its text; null for texts of a few words"),
    entities: z.array(entity).optional(),
    dates: z.array(date).optional(),
    quotes: z.array(quote).optional(),
    sources: z.array(quotedSource).optional(),
    events: z.array(event).optional(),
    diagnostics: z.array(diagnostic),
    position,
  })
  .meta({ title: "summits document", description: "One article and everything found in it." });

/** An input that gave no document. */
export const errorRecord = z.strictObject({
  schema: z.literal(`summits/document/${SCHEMA_VERSION}`),
  type: z.literal("error"),
  id: z.string(),
  source: z.strictObject({ path: z.string() }),
  diagnostics: z.array(diagnostic),
  position,
});

const corpusEntity = z.strictObject({
  id: z.string(),
  type: entityType,
  name: z.string(),
  variants: z.array(z.strictObject({ text: z.string(), count: offset })),
  mentions: offset,
  documents: z.array(z.strictObject({ id: z.string(), entity: z.string() })),
});

const corpusSource = z.strictObject({
  id: z.string(),
  name: z.string(),
  entity: z.string().nullable(),
  type: sourceType,
  isExpert: z.boolean(),
  roles: z.array(z.string()),
  affiliations: z.array(z.string()),
  documents: z.array(z.string()),
  quotes: offset,
  words: offset,
});

/** What one document tells of an event; entities are those of the corpus. */
const eventReport = z.strictObject({
  document: z.string(),
  event: offset.describe("which of the document's events it is, counted from 0"),
  published: day.nullable(),
  kind: eventKind,
  trigger: z.string(),
  participants: z.array(z.string()),
  place: z.string().nullable(),
  date: z.strictObject({ text: z.string(), ...interval }).nullable(),
  status: eventStatus,
});

const corpusEvent = z.strictObject({
  id: z.string(),
  kind: eventKind,
  participants: z.array(z.string()).describe("ids of corpus entities"),
  place: z.string().nullable().describe("id of a corpus entity"),
  date: z.strictObject(interval).nullable().describe("the days that all reports allow, else those that most give"),
  status: eventStatus.describe("what the last reports say"),
  first: day.nullable().describe("day of the first report"),
  last: day.nullable().describe("day of the last report"),
  documents: z.array(z.string()).describe("in order of publication"),
  history: z.array(
    z.strictObject({
      status: eventStatus,
      first: day.nullable(),
      last: day.nullable(),
      documents: z.array(z.string()),
    }),
  ),
  differs: z
    .array(
      z.strictObject({
        field: z.enum(["kind", "participants", "place", "date"]),
        values: z.array(
          z.strictObject({ value: z.string(), said: z.array(z.string()), documents: z.array(z.string()) }),
        ),
      }),
    )
    .describe("what the reports tell differently, side by side"),
  reports: z.array(eventReport),
});

const copies = z.strictObject({
  id: z.string(),
  first: z.string().describe("the document that was published first, else the fullest"),
  similarity: probability.describe("the lowest of its documents"),
  documents: z.array(
    z.strictObject({
      id: z.string(),
      published: day.nullable(),
      similarity: probability.describe("share of the runs of five words that it has in common with the first"),
      words: offset,
      only: z.array(z.strictObject(span)).describe("its sentences that the first lacks"),
      lacks: z.array(z.strictObject(span)).describe("sentences of the first that it lacks, as spans of the first"),
    }),
  ),
});

/** All documents of a run and what only many documents can tell. */
export const corpusRecord = z
  .strictObject({
    schema: z.literal(`summits/corpus/${SCHEMA_VERSION}`),
    tool: z.strictObject({ name: z.literal("summits"), version: z.string() }),
    options: z.record(z.string(), z.unknown()),
    documents: z.array(documentRecord),
    errors: z.array(errorRecord),
    entities: z.array(corpusEntity),
    sources: z.array(corpusSource),
    events: z.array(corpusEvent).describe("in the order of the calendar; undated ones last"),
    copies: z.array(copies).describe("documents that carry the same story"),
  })
  .meta({ title: "summits corpus", description: "All documents of a run and what only many documents can tell." });

export type DocumentRecord = z.infer<typeof documentRecord>;
export type ErrorRecord = z.infer<typeof errorRecord>;
export type CorpusRecord = z.infer<typeof corpusRecord>;
export type CorpusEntityRecord = z.infer<typeof corpusEntity>;
export type CorpusSourceRecord = z.infer<typeof corpusSource>;
export type CorpusEventRecord = z.infer<typeof corpusEvent>;
export type CopiesRecord = z.infer<typeof copies>;
export type OffsetUnit = DocumentRecord["offsets"];
