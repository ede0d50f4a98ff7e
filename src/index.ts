// The library, and all that the command line uses. The stages are loaded on the first use of what needs them.
import { abortable } from "./abort.ts";
import type { Baseline } from "./check/baseline.ts";
import type { Checked, CheckOptions, Finding } from "./check/check.ts";
import type { Explained } from "./check/explain.ts";
import type { Reporter, ReporterOptions } from "./check/reporters/index.ts";
import {
  type CopiesChoice,
  type Kind,
  LAYERS,
  type Layer,
  type OutputFormat,
  type ReporterName,
  type ReportFormat,
  type TextChoice,
} from "./choices.ts";
import type { LineCounts } from "./clean/site-lines.ts";
import type { Document } from "./document.ts";
import type { Outcome } from "./extract.ts";
import type { Options } from "./options.ts";
import type { RecordOptions } from "./record.ts";
import type { TableOptions, Writer, WriterOptions } from "./report/formats.ts";
import type { ReportOptions } from "./report/report.ts";
import type { Section } from "./report/section.ts";
import type { ShowOptions } from "./report/show.ts";
import type { DocumentRecord, ErrorRecord, OffsetUnit } from "./schema.ts";

export type { Baseline } from "./check/baseline.ts";
export type { Checked, CheckOptions, Finding } from "./check/check.ts";
export type { Explained } from "./check/explain.ts";
export type { Reported, Reporter, ReporterOptions } from "./check/reporters/index.ts";
export type { Limits, Verdict } from "./check/verdict.ts";
export { isFailing, judge } from "./check/verdict.ts";
export * from "./choices.ts";
export type { LineCounts } from "./clean/site-lines.ts";
export type { CopyCounts } from "./corpus/corpus.ts";
export type { Diagnostic, DiagnosticRule, Severity } from "./diagnostic.ts";
export { ruleIds } from "./diagnostic.ts";
export type * from "./document.ts";
export type { Outcome } from "./extract.ts";
export { OptionError } from "./option-error.ts";
export type { Options } from "./options.ts";
export type { RecordOptions } from "./record.ts";
export { formatDiagnostic, formatRecordDiagnostic } from "./report/diagnostics.ts";
export type { TableOptions, Writer, WriterOptions } from "./report/formats.ts";
export type { Section } from "./report/section.ts";
export type { ShowOptions } from "./report/show.ts";
export type { FolderWriter, Piece, RecordWriter } from "./report/writer.ts";
export type {
  CopiesRecord,
  CorpusEntityRecord,
  CorpusEventRecord,
  CorpusRecord,
  CorpusSourceRecord,
  DocumentRecord,
  ErrorRecord,
  OffsetUnit,
} from "./schema.ts";
export { version } from "./version.ts";

/** Where articles are: folders, files and globs; `-` is the stream in `options.stdin`. */
export type Paths = string | readonly string[];

export interface ExtractOptions extends Options {
  /** Unit of every offset; `"codepoint"` by default. In JavaScript, `"utf16"` is what `slice` counts. */
  readonly offsets?: OffsetUnit;
  /** Text in each record; `"clean"` by default. */
  readonly text?: TextChoice;
  /** Only these parts of each record; all by default. */
  readonly only?: Iterable<Layer>;
}

/**
 * Reads articles and tells what is in them: a record for each, in the order of the input, one document in memory at a time.
 * What can't be read is a record of type `"error"`; nothing is thrown but OptionError and the reason of an aborted signal.
 *
 * ```ts
 * for await (const record of extract("articles/", { offsets: "utf16", text: "both" })) {
 *   if (record.type === "document") console.log(record.headline?.text, record.sources);
 * }
 * ```
 */
export async function* extract(
  paths: Paths,
  options: ExtractOptions = {},
): AsyncGenerator<DocumentRecord | ErrorRecord> {
  const { recordOf } = await import("./extract.ts");
  const format = recordOptions(options);
  for await (const outcome of documents(paths, options)) {
    if (outcome.kind !== "skipped") yield recordOf(outcome, format);
  }
}

/** The same before records are made of them: documents with their annotations, in UTF-16 offsets, and what was skipped. */
export async function* documents(paths: Paths, options: Options = {}): AsyncGenerator<Outcome> {
  const [{ extract }, { settle }] = await Promise.all([import("./extract.ts"), import("./options.ts")]);
  yield* abortable(extract(listOf(paths), await settle(options)), options.signal);
}

/** Like `extract`, but files that `extract` printed as JSON are read back instead of analyzed. */
export async function* records(
  paths: Paths,
  options: ExtractOptions = {},
): AsyncGenerator<DocumentRecord | ErrorRecord> {
  const [{ records }, { settle }] = await Promise.all([import("./extract.ts"), import("./options.ts")]);
  yield* abortable(records(listOf(paths), await settle(options), recordOptions(options)), options.signal);
}

/**
 * Finds what is wrong with articles: one result for each input that was found, also for those without a finding.
 *
 * ```ts
 * for await (const { path, findings } of check("articles/", { rules: { "no-creation-time": "off" } })) {
 *   for (const { rule, line, message } of findings) console.log(path, line, rule, message);
 * }
 * ```
 */
export async function* check(paths: Paths, options: CheckOptions = {}): AsyncGenerator<Checked> {
  const { checker } = await import("./check/check.ts");
  const checkOne = checker(options.rules);
  for await (const outcome of documents(paths, options)) yield checkOne(outcome);
}

/** The printer of findings that is called so. */
export async function reporter(name: ReporterName, options: ReporterOptions = {}): Promise<Reporter> {
  return (await import("./check/reporters/index.ts")).reporter(name, options);
}

/** Reads the findings of a baseline, which are let pass; throws an Error that says what is wrong with the text. */
export async function parseBaseline(text: string): Promise<Baseline> {
  return (await import("./check/baseline.ts")).parseBaseline(text);
}

/** A baseline of these findings. */
export async function formatBaseline(findings: readonly Finding[]): Promise<string> {
  return (await import("./check/baseline.ts")).formatBaseline(findings);
}

/** Explains one diagnostic by its id, or all; throws OptionError where the id doesn't exist. */
export async function explain(id?: string): Promise<[Explained, ...Explained[]]> {
  return (await import("./check/explain.ts")).explain(id);
}

/**
 * Gathers one kind of evidence across articles, or across records that `extract` gave; rows with named cells.
 *
 * ```ts
 * const [experts] = await report("articles/", { kind: "experts", top: 10 });
 * for (const row of experts.rows) console.log(row.name, row.affiliation, row.quotes);
 * ```
 */
export async function report(
  source: Paths | AsyncIterable<DocumentRecord | ErrorRecord> | Iterable<DocumentRecord | ErrorRecord>,
  options: Partial<ReportOptions> & Options & { readonly kind?: Kind } = {},
): Promise<Section[]> {
  const { Report } = await import("./report/report.ts");
  const {
    kind = "overview",
    top = Number.POSITIVE_INFINITY,
    by = null,
    source: name = null,
    copies = "mark",
    signal,
  } = options;
  const gathered = new Report([kind], { top, by, source: name, copies });
  // Sentences are told beside quotations and dates: they need all the text.
  const all = isPaths(source) ? records(source, { ...options, offsets: "utf16", text: "both" }) : source;
  for await (const record of all) {
    signal?.throwIfAborted();
    gathered.add(record);
  }
  return gathered.sections();
}

/**
 * The report as one HTML page that needs nothing else: figures, tables, and every article with its marks. It reads everything, then gives the page
 * part by part. The first `articles` of the input, 500 by default, are shown in full; all are counted.
 */
export async function reportPage(
  source: Paths | AsyncIterable<DocumentRecord | ErrorRecord> | Iterable<DocumentRecord | ErrorRecord>,
  options: Options & { readonly articles?: number; readonly copies?: CopiesChoice } = {},
): Promise<Iterable<string>> {
  const { Page } = await import("./report/html/page.ts");
  const page = new Page(options.articles ?? 500, options.copies);
  const all = isPaths(source) ? records(source, { ...options, offsets: "utf16", text: "both" }) : source;
  for await (const record of all) {
    options.signal?.throwIfAborted();
    page.add(record);
  }
  return page.parts();
}

/** The record of whatever became of an input. */
export async function recordMaker(
  options: Pick<ExtractOptions, "offsets" | "text" | "only"> = {},
): Promise<(outcome: Exclude<Outcome, { kind: "skipped" }>) => DocumentRecord | ErrorRecord> {
  const { recordOf } = await import("./extract.ts");
  const format = recordOptions(options);
  return (outcome) => recordOf(outcome, format);
}

/** The writer of an output format: records in, text or pieces of files out. */
export async function recordWriter(format: OutputFormat, options: WriterOptions): Promise<Writer> {
  return (await import("./report/formats.ts")).recordWriter(format, options);
}

/** Sections as a table, Markdown, CSV or JSON, part by part. */
export async function* formatSections(
  sections: readonly Section[],
  format: ReportFormat,
  options: TableOptions = {},
): AsyncGenerator<string> {
  yield* (await import("./report/formats.ts")).formatSections(sections, format, options);
}

/** Counts which lines the documents of each site have, for the option `lineCounts`; `tell` hears of each input that is no document. */
export async function countLines(
  paths: Paths,
  options: Options = {},
  tell: (outcome: Exclude<Outcome, { kind: "document" }> | { readonly kind: "counted" }) => void = () => {},
): Promise<LineCounts> {
  const [{ countLines }, { settle }] = await Promise.all([import("./read/line-counts.ts"), import("./options.ts")]);
  return countLines(listOf(paths), await settle(options), (read) => {
    if (read.kind === "skipped") tell(read);
    else tell(read.kind === "document" ? { kind: "counted" } : { ...read, diagnostics: [read.diagnostic] });
  });
}

/** The counts as the JSON text of a file, the same bytes whatever order the documents came in. */
export async function formatLineCounts(counts: LineCounts): Promise<string> {
  return (await import("./read/line-counts.ts")).formatLineCounts(counts);
}

/** The counts in a file that holds what `formatLineCounts` gave; throws where it holds something else. */
export async function readLineCounts(path: string): Promise<LineCounts> {
  return (await import("./read/line-counts.ts")).readLineCounts(path);
}

/** An article as text for a terminal: blocks in order, names, dates and quotations marked, speakers beside. */
export async function* show(document: Document, options: ShowOptions): AsyncGenerator<string> {
  yield* (await import("./report/show.ts")).showDocument(document, options);
}

/** The JSON Schema (2020-12) of a document record or of the corpus object. */
export async function schema(which: "document" | "corpus"): Promise<Record<string, unknown>> {
  const { z } = await import("zod");
  const { corpusRecord, documentRecord } = await import("./schema.ts");
  return z.toJSONSchema(which === "corpus" ? corpusRecord : documentRecord, { target: "draft-2020-12" });
}

/** How records are printed; the defaults in their place. */
export const recordOptions = ({
  offsets = "codepoint",
  text = "clean",
  only = LAYERS,
}: ExtractOptions = {}): RecordOptions => ({
  offsets,
  text,
  layers: new Set(only),
});

const listOf = (paths: Paths): readonly string[] => (typeof paths === "string" ? [paths] : paths);

const isPaths = (source: unknown): source is Paths =>
  typeof source === "string" || (Array.isArray(source) && source.every((one) => typeof one === "string"));
