// What can be chosen, for options, completion and checks. Nothing heavy is imported here: it is read before anything is done.

export const INPUT_FORMATS = ["auto", "text", "markdown", "html", "jsonl", "json", "csv", "warc"] as const;
export type InputFormat = (typeof INPUT_FORMATS)[number];

/** What `extract` prints, or writes into folders. */
export const OUTPUT_FORMATS = ["table", "json", "jsonl", "csv", "parquet", "brat", "conll"] as const;
export type OutputFormat = (typeof OUTPUT_FORMATS)[number];

/** What `report` prints. */
export const REPORT_FORMATS = ["table", "markdown", "csv", "json"] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** The parts of a record that can be asked for by themselves. */
export const LAYERS = ["blocks", "text", "entities", "dates", "quotes", "sources", "events"] as const;
export type Layer = (typeof LAYERS)[number];

/** Which text a record carries. */
export const TEXT_CHOICES = ["clean", "raw", "both", "none"] as const;
export type TextChoice = (typeof TEXT_CHOICES)[number];

export const OFFSET_UNITS = ["codepoint", "utf16", "byte"] as const;

export { DATE_ORDERS, type DateOrder } from "./document.ts";

/** What `merge` prints. */
export const MERGE_FORMATS = ["json", "jsonl", "csv", "parquet"] as const;
export type MergeFormat = (typeof MERGE_FORMATS)[number];

/** How a run is told of while it goes on: a line on a terminal, JSON lines for supervisors, nothing. */
export const PROGRESS = ["auto", "json", "none"] as const;
export type ProgressChoice = (typeof PROGRESS)[number];

/** The kinds of evidence that `report` prints. */
export const KINDS = [
  "overview",
  "experts",
  "sources",
  "quotes",
  "people",
  "places",
  "organizations",
  "events",
  "timeline",
  "copies",
] as const;
export type Kind = (typeof KINDS)[number];

/** What experts and sources can be grouped by. */
export const GROUPINGS = ["document", "outlet", "affiliation", "type"] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** Which copies of a story are counted: all, marked as copies; the first alone; all, and copies aren't looked for. */
export const COPIES_CHOICES = ["mark", "first", "all"] as const;
export type CopiesChoice = (typeof COPIES_CHOICES)[number];

/** What `show` does with the blocks that aren't the article's own text. */
export const BOILERPLATE_CHOICES = ["dim", "hide", "only"] as const;

/** What a record can say about its document; `text` or `html` is the article itself. */
export const FIELDS = ["id", "text", "html", "published", "url", "title", "author", "outlet"] as const;
export type Field = (typeof FIELDS)[number];

/** What a diagnostic can be set to in `check`. */
export const RULE_SEVERITIES = ["off", "info", "warning", "error"] as const;
export type RuleSeverity = (typeof RULE_SEVERITIES)[number];

/** The severities at which `check` can fail. */
export const FAIL_ON = ["error", "warning", "info", "never"] as const;
export type FailOn = (typeof FAIL_ON)[number];

/** How `check` prints what it finds. */
export const REPORTERS = ["text", "json", "github", "junit", "sarif"] as const;
export type ReporterName = (typeof REPORTERS)[number];
