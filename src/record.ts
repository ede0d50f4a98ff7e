import type { Layer, TextChoice } from "./choices.ts";
import { cleanText } from "./clean/text.ts";
import type { Diagnostic } from "./diagnostic.ts";
import type { Annotation, Cue, Document, Event, Fingerprint, Mention, Quote, Source, Span, Timex } from "./document.ts";
import { offsetConverter } from "./offsets.ts";
import type { Failure, Skipped } from "./read/reader.ts";
import type { DocumentRecord, ErrorRecord, OffsetUnit } from "./schema.ts";
import { indexAt } from "./spans.ts";

export { LAYERS, type Layer } from "./choices.ts";

export interface RecordOptions {
  readonly offsets: OffsetUnit;
  /** Which text the record carries. */
  readonly text: TextChoice;
  readonly layers: ReadonlySet<Layer>;
}

/** What became of one input. Every input that is found gives at least one of these. */
export type Outcome =
  | { readonly kind: "document"; readonly document: Document; readonly diagnostics: readonly Diagnostic[] }
  | {
      readonly kind: "error";
      readonly id: string;
      readonly path: string;
      readonly diagnostics: readonly Diagnostic[];
      /** Where the tool itself failed: a bug, with its cause. */
      readonly bug?: unknown;
    }
  | Skipped;

/** What became of an input that couldn't be read. */
export const failureOf = ({ id, path, diagnostic }: Failure): Exclude<Outcome, Skipped> => ({
  kind: "error",
  id,
  path,
  diagnostics: [diagnostic],
});

/** The record of whatever became of an input. */
export function recordOf(outcome: Exclude<Outcome, Skipped>, options: RecordOptions): DocumentRecord | ErrorRecord {
  return outcome.kind === "document"
    ? toRecord(outcome.document, outcome.diagnostics, options)
    : toErrorRecord(outcome.id, outcome.path, outcome.diagnostics);
}

const SCHEMA = "summits/document/1";

/** Turns a document into the record that is printed: texts beside spans, offsets in the chosen unit. */
export function toRecord(doc: Document, diagnostics: readonly Diagnostic[], options: RecordOptions): DocumentRecord {
  const printer = new Printer(doc, options);
  return {
    schema: SCHEMA,
    type: "document",
    id: doc.id,
    source: { ...doc.file },
    meta: { ...doc.meta },
    language: doc.language,
    offsets: options.offsets,
    headline: doc.headline && printer.spread(doc.headline),
    bylines: doc.bylines.map(printer.spread),
    candidates: {
      headline: doc.candidates.headline.map(printer.spread),
      bylines: doc.candidates.bylines.map((each) => ({ ...each, authors: each.authors.map(printer.spread) })),
    },
    outlet: doc.outlet && printer.spread(doc.outlet),
    section: doc.section && printer.spread(doc.section),
    url: doc.url && printer.spread(doc.url),
    published: { ...doc.published, evidence: doc.published.evidence.map(printer.spread) },
    ...layersOf(doc, printer, options),
    diagnostics: diagnostics.map(printer.spread),
  };
}

function layersOf(doc: Document, printer: Printer, { layers, text }: RecordOptions): Partial<DocumentRecord> {
  const when = <T extends object>(layer: Layer, make: () => T): T | Record<never, never> =>
    layers.has(layer) ? make() : {};
  return {
    ...when("blocks", () => ({ blocks: doc.blocks.map(printer.block) })),
    ...when("text", () => (text === "clean" || text === "both" ? { text: cleanText(doc) } : {})),
    ...when("text", () => (text === "raw" || text === "both" ? { raw: doc.raw } : {})),
    ...when("text", () => ({ fingerprint: doc.fingerprint && printer.fingerprint(doc.fingerprint) })),
    ...when("entities", () => ({ entities: doc.entities.map(printer.entity) })),
    ...when("dates", () => ({ dates: doc.timexes.map(printer.timex) })),
    ...when("quotes", () => ({ quotes: doc.quotes.map(printer.quote) })),
    ...when("sources", () => ({ sources: doc.sources.map(printer.source) })),
    ...when("events", () => ({ events: doc.events.map(printer.event) })),
  };
}

/** The record of an input that gave no document. */
export function toErrorRecord(id: string, path: string, diagnostics: readonly Diagnostic[]): ErrorRecord {
  return {
    schema: SCHEMA,
    type: "error",
    id,
    source: { path },
    diagnostics: diagnostics.map(({ span: _, ...rest }) => rest),
  };
}

/** Prints the annotations of one document. */
class Printer {
  private readonly doc: Document;
  private readonly at: (utf16: number) => number;

  constructor(doc: Document, options: RecordOptions) {
    this.doc = doc;
    this.at = offsetConverter(doc.raw, options.offsets);
  }

  // Objects that a record has by the hundred are written out: to spread one costs as much as to print it.
  span = ({ start, end }: Span) => ({ start: this.at(start), end: this.at(end) });
  text = ({ start, end }: Span) => this.doc.raw.slice(start, end);
  quoted = (span: Span) => ({ start: this.at(span.start), end: this.at(span.end), text: this.text(span) });
  annotated = (note: Annotation) => ({
    start: this.at(note.start),
    end: this.at(note.end),
    text: this.text(note),
    rule: note.rule,
  });

  /** Replaces an optional `span` by its offsets. */
  spread = <T extends { readonly span?: Span }>({ span, ...rest }: T) => ({ ...rest, ...(span && this.span(span)) });

  block = ({ start, end, role, rule, repeats, html }: Document["blocks"][number]) => {
    const block = { start: this.at(start), end: this.at(end), role, rule };
    if (repeats === undefined && !html) return block;
    return {
      ...block,
      ...(repeats !== undefined && { repeats: this.at(repeats) }),
      ...(html && { html: { start: html.start, end: html.end } }),
    };
  };

  entity = ({ id, type, name, mentions, variants }: Document["entities"][number]) => ({
    id,
    type,
    name,
    variants: [...variants],
    mentions: mentions.map(this.mention),
  });

  mention = (mention: Mention) => {
    const { title } = mention;
    return title ? { ...this.annotated(mention), title: this.quoted(title) } : this.annotated(mention);
  };

  timex = (timex: Timex) => ({
    start: this.at(timex.start),
    end: this.at(timex.end),
    text: this.text(timex),
    rule: timex.rule,
    type: timex.type,
    value: timex.value,
    ...(timex.mod && { mod: timex.mod }),
    earliest: timex.earliest,
    latest: timex.latest,
    basis: timex.basis,
    ...(timex.otherwise && { otherwise: timex.otherwise }),
    ...(timex.because && { because: timex.because }),
    stable: timex.stable,
  });

  quote = (quote: Quote) => {
    const { id, parts, kind, cue, speaker, entity, resolution, source, via, rule, confidence } = quote;
    const text = parts.map((part) => this.text(part).trim()).join(" ");
    return {
      id,
      parts: parts.map(this.span),
      text,
      verbatim: verbatim(text),
      kind,
      cue: cue && this.cue(cue),
      speaker: speaker && {
        start: this.at(speaker.start),
        end: this.at(speaker.end),
        text: this.text(speaker),
        entity,
        resolution,
      },
      source,
      ...(via && { via: this.quoted(via) }),
      zone: this.roleAt(parts[0]!.start),
      rule,
      confidence,
    };
  };

  cue = (cue: Cue) => ({
    start: this.at(cue.start),
    end: this.at(cue.end),
    text: this.text(cue),
    lemma: cue.lemma,
    class: cue.class,
  });

  source = ({ role, affiliation, mentions, ...source }: Source) => ({
    ...source,
    role: role && this.annotated(role),
    affiliation: affiliation && this.annotated(affiliation),
    mentions: mentions.map(this.quoted),
  });

  event = ({ trigger, earliest, latest, dated, sentence, participants, ...event }: Event) => ({
    ...event,
    trigger: this.annotated(trigger),
    participants: [...participants],
    date: dated && { ...this.quoted(dated), earliest, latest },
    sentence: this.span(sentence),
  });

  fingerprint = ({ words, signature, sentences }: Fingerprint) => ({
    words,
    minhash: toBase64(signature),
    sentences: sentences.map(({ start, end, hash }) => ({ start: this.at(start), end: this.at(end), hash })),
  });

  private roleAt = (offset: number) => this.doc.blocks[indexAt(this.doc.blocks, offset)]?.role ?? "paragraph";
}

/** The bytes of 32-bit numbers, the lowest first, as base64. */
function toBase64(numbers: Uint32Array): string {
  const bytes = Buffer.alloc(4 * numbers.length);
  for (const [i, number] of numbers.entries()) bytes.writeUInt32LE(number, 4 * i);
  return bytes.toString("base64");
}

const MARKED = /[“"«„]([^“”"«»„]+)[”"»]?/gu;

/** The words inside quotation marks, null where there are none. */
function verbatim(text: string): string | null {
  const runs = [...text.matchAll(MARKED)].map((match) => match[1]!.trim()).filter(Boolean);
  return runs.length ? runs.join(" ") : null;
}
