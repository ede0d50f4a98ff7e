import type { Has, Span } from "./document.ts";

export type Severity = "error" | "warning" | "info";

// Every diagnostic this tool can give. Ids are public: never rename one. `%s` takes the detail.
export const catalog = {
  "no-such-input": { severity: "error", text: "%s" },
  "unreadable-file": { severity: "error", text: "cannot read this file: %s" },
  "broken-link": { severity: "error", text: "cannot follow this symbolic link: %s" },
  "unfollowed-link": { severity: "warning", text: "a symbolic link that was not followed (--follow): %s" },
  "binary-file": { severity: "error", text: "not text: %s" },
  "broken-gzip": { severity: "error", text: "cannot decompress all of it: %s" },
  "compression-bomb": { severity: "error", text: "decompresses beyond the limit: %s" },
  "file-too-large": { severity: "error", text: "larger than the limit: %s" },
  "broken-record": { severity: "error", text: "not a record: %s" },
  "too-many-records": { severity: "error", text: "records beyond the limit were not read: %s" },
  "too-deep": { severity: "error", text: "elements within one another beyond the limit: %s" },
  "too-many-entities": { severity: "warning", text: "names beyond the limit were left out: %s" },
  "no-records": { severity: "warning", text: "a file of records without any record" },
  "ragged-row": { severity: "error", text: "the row doesn't fit the header: %s" },
  "short-row": { severity: "warning", text: "the row lacks its last cells: %s" },
  "wrong-length": { severity: "warning", text: "the Content-Length of the archive record is wrong: %s" },
  "unmatched-metadata": { severity: "warning", text: "metadata of a file that isn't there: %s" },
  "unmatched-name": { severity: "warning", text: "the file name doesn't have the shape of --name-pattern: %s" },
  "unknown-column": { severity: "error", text: "no such column: %s" },
  "stage-failed": { severity: "error", text: "could not be analyzed: %s" },
  "timed-out": { severity: "error", text: "given up, it took longer than %s (--timeout-per-document)" },
  "worker-ended": { severity: "error", text: "given up, it ended the worker that analyzed it: %s" },
  "nul-characters": { severity: "warning", text: "NUL characters in the text" },
  "invalid-date": { severity: "warning", text: "not a date (YYYY-MM-DD), ignored: %s" },
  "empty-document": { severity: "warning", text: "empty: no text at all" },
  "nothing-but-boilerplate": { severity: "warning", text: "no article found: nothing but menus, forms and links" },
  "error-page": { severity: "warning", text: "no article but the notice of a server or browser: %s" },
  "needs-script": { severity: "warning", text: "no article: its text comes by JavaScript: %s" },
  paywalled: { severity: "warning", text: "only the beginning of an article, the rest is for subscribers: %s" },
  "video-page": { severity: "warning", text: "hardly an article: a page around a video: %s" },
  "list-page": { severity: "warning", text: "no article: a list of others: %s" },
  "several-articles": { severity: "warning", text: "more than one article, taken as one; another begins: %s" },
  mojibake: { severity: "warning", text: "UTF-8 that was read as windows-1252, repaired in the clean text: %s" },
  "undecodable-bytes": { severity: "warning", text: "bytes that are not valid %s were replaced by U+FFFD" },
  "guessed-encoding": { severity: "info", text: "encoding not declared, taken for %s" },
  "no-creation-time": { severity: "warning", text: "no publication date found; relative dates stay unresolved" },
  "not-english": {
    severity: "warning",
    text: "language is %s; names, dates and quotations are looked for as in English",
  },
  "unclosed-quote": { severity: "info", text: "quotation mark opened and never closed" },
  "duplicate-id": { severity: "warning", text: "second record with id %s" },
} as const satisfies Record<string, { severity: Severity; text: string }>;

export type DiagnosticRule = keyof typeof catalog;

/** The ids of all diagnostics. */
export const ruleIds = Object.keys(catalog) as readonly DiagnosticRule[];

/** Something a person should know about one input. Offsets are the only stored place; line and column are worked out to print. */
export interface Diagnostic {
  readonly rule: DiagnosticRule;
  readonly severity: Severity;
  readonly message: string;
  readonly span?: Span;
  /** 1-based line of the input file, where the problem lies in no document (a broken record). */
  readonly line?: number;
}

/** Makes a diagnostic from the catalogue. */
export function diagnose(rule: DiagnosticRule, detail = "", at: { span?: Span; line?: number } = {}): Diagnostic {
  const { severity, text } = catalog[rule];
  return { rule, severity, message: text.replace("%s", () => detail), ...at };
}

/** 1-based line and column (UTF-16 units) of an offset. */
export function place(doc: Has<never>, offset: number): { line: number; column: number } {
  const starts = lineStarts(doc);
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - starts[low]! + 1 };
}

// Kept as long as the document: one that has many diagnostics is cut into lines once.
const STARTS = new WeakMap<Has<never>, readonly number[]>();

function lineStarts(doc: Has<never>): readonly number[] {
  const known = STARTS.get(doc);
  if (known) return known;
  const starts = [0, ...Array.from(doc.raw.matchAll(/\r\n|\n|\r/gu), (end) => end.index + end[0].length)];
  STARTS.set(doc, starts);
  return starts;
}
