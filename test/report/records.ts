import type { DocumentRecord } from "../../src/schema.ts";

type Source = NonNullable<DocumentRecord["sources"]>[number];

/** A source with what a test needs to say of it. */
export const source = (id: string, name: string, over: Partial<Source> = {}): Source => ({
  id,
  name,
  entity: null,
  type: "official",
  isExpert: false,
  reason: "test",
  role: null,
  affiliation: null,
  mentions: [],
  quotes: 1,
  words: 10,
  verbatimWords: 0,
  ...over,
});

export const annotated = (text: string) => ({ start: 0, end: text.length, text, rule: "test" });

/** A document record with what a test needs to say of it. */
export const record = (id: string, over: Partial<DocumentRecord> = {}): DocumentRecord => ({
  schema: "summits/document/1",
  type: "document",
  id,
  source: {
    path: id,
    sha256: "0".repeat(64),
    mediaType: "text/plain",
    encoding: "utf-8",
    encodingBasis: "valid-utf8",
    bytes: 0,
  },
  meta: {},
  language: "en",
  offsets: "codepoint",
  headline: null,
  bylines: [],
  candidates: { headline: [], bylines: [] },
  outlet: null,
  section: null,
  url: null,
  published: { value: null, earliest: null, latest: null, confidence: 0, evidence: [] },
  blocks: [],
  text: "",
  entities: [],
  dates: [],
  quotes: [],
  sources: [],
  events: [],
  diagnostics: [],
  ...over,
});
