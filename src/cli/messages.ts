import {
  type CopyCounts,
  type Diagnostic,
  type ErrorRecord,
  formatDiagnostic,
  formatRecordDiagnostic,
  type Outcome,
  type Severity,
} from "../index.ts";
import { EXIT } from "./exit.ts";

/** Counts what became of every input; found = documents + errors + skipped. */
export class Tally {
  documents = 0;
  errors = 0;
  skipped = 0;
  /** Records of archives that hold no article. */
  records = 0;
  missing = 0;
  bugs = 0;

  add(outcome: Outcome): void {
    if (outcome.kind === "document") this.documents++;
    else if (outcome.kind === "skipped" && outcome.record) this.records++;
    else if (outcome.kind === "skipped") this.skipped++;
    else {
      this.errors++;
      if (outcome.bug !== undefined) this.bugs++;
      if (outcome.diagnostics.some(({ rule }) => rule === "no-such-input")) this.missing++;
    }
  }

  /** Whether there was nothing to read at all. */
  get isEmpty(): boolean {
    return this.documents === 0 && this.errors === this.missing;
  }

  get exitCode(): number {
    if (this.bugs) return EXIT.bug;
    if (this.isEmpty) return EXIT.noInput;
    return this.errors ? EXIT.failed : EXIT.fine;
  }

  toString(): string {
    const parts = [count(this.documents, "document")];
    if (this.errors) parts.push(count(this.errors, "error"));
    if (this.skipped) parts.push(`${count(this.skipped, "other file")} skipped`);
    if (this.records) parts.push(`${count(this.records, "other record")} skipped`);
    return parts.join(", ");
  }
}

/** What a summary says of copies: ", 2 of them copies of others", and whether these were counted. */
export function noteOn({ copies, leftOut }: CopyCounts): string {
  if (!copies) return "";
  return `, ${copies} of them ${copies === 1 ? "a copy" : "copies"} of others${leftOut ? " and not counted (--copies first)" : ""}`;
}

/** "1 error", "2 errors". */
export const count = (n: number, noun: string) => `${n} ${noun}${n === 1 ? "" : "s"}`;

const PROGRESS_AFTER = 2000;
const PROGRESS_EVERY = 200;

/** Which messages are wanted, and how. */
export interface MessageFlags {
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly logFormat?: "text" | "json";
}

/** What a command says on standard error while it runs. */
export class Messages {
  private readonly flags: MessageFlags;
  private readonly started = Date.now();
  private shown = 0;

  constructor(flags: MessageFlags) {
    this.flags = flags;
  }

  /** Prints the diagnostics of one outcome that the user should see now. */
  outcome(outcome: Outcome): void {
    const doc = outcome.kind === "document" ? outcome.document : undefined;
    const path = doc ? doc.file.path : (outcome as { path: string }).path;
    for (const diagnostic of outcome.diagnostics ?? []) {
      const text = formatDiagnostic(path, located(diagnostic, doc?.file.line), doc);
      const { rule, severity, message, line = doc?.file.line } = diagnostic;
      this.say(severity, text, { path, rule, message, ...(line !== undefined && { line }) });
    }
    if (outcome.kind === "error" && outcome.bug instanceof Error) this.say("error", outcome.bug.stack ?? "");
    if (doc) this.say("info", `${doc.id}  read`, { path, document: doc.id });
  }

  /** The diagnostic of a record that gave no document. */
  record(path: string, diagnostic: ErrorRecord["diagnostics"][number]): void {
    const { rule, severity, message, line } = diagnostic;
    const text = formatRecordDiagnostic(path, diagnostic);
    this.say(severity, text, { path, rule, message, ...(line !== undefined && { line }) });
  }

  /** The last line of a run; `more` is what a command has to add. */
  summary(tally: Tally, more = ""): void {
    const { documents, errors, skipped, records } = tally;
    const counts = { documents, errors, skipped: skipped + records };
    if (tally.isEmpty) {
      this.say("error", `summits: nothing to read${skipped || records ? ` (${tally})` : ""}`, counts);
    } else if (!this.flags.quiet) this.write("info", `summits: ${tally}${more}`, counts);
  }

  /** The last line of a report that found copies among its documents. */
  copies(documents: number, copies: CopyCounts): void {
    const text = `summits: ${count(documents, "document")}${noteOn(copies)}`;
    if (!this.flags.quiet) this.write("info", text, { documents, ...copies });
  }

  /** A line that is overwritten, on a terminal and only when the work is long. */
  progress(tally: Tally): void {
    const now = Date.now();
    const { quiet, logFormat } = this.flags;
    if (quiet || logFormat === "json" || !process.stderr.isTTY) return;
    if (now - this.started < PROGRESS_AFTER || now - this.shown < PROGRESS_EVERY) return;
    this.shown = now;
    const rate = (tally.documents / (now - this.started)) * 1000;
    process.stderr.write(`\r\u001b[K${tally}, ${rate.toFixed(0)} a second`);
  }

  /** Says what is wanted of this severity: errors always, warnings unless --quiet, notes with --verbose. */
  private say(severity: Severity, text: string, fields: Readonly<Record<string, unknown>> = {}): void {
    const { quiet, verbose } = this.flags;
    if (severity === "error" || (severity === "warning" ? !quiet : verbose && !quiet))
      this.write(severity, text, fields);
  }

  /** A line of text, or of JSON: `{"level": "warning", "message": …}`. */
  private write(level: Severity, text: string, fields: Readonly<Record<string, unknown>>): void {
    this.clear();
    const line = this.flags.logFormat === "json" ? JSON.stringify({ level, message: text, ...fields }) : text;
    process.stderr.write(`${line}\n`);
  }

  private clear(): void {
    if (this.shown && process.stderr.isTTY) process.stderr.write("\r\u001b[K");
  }
}

/** In a file of records the place of a problem is the record's line. */
const located = (diagnostic: Diagnostic, line: number | undefined): Diagnostic => {
  if (line === undefined) return diagnostic;
  const { span: _, ...rest } = diagnostic;
  return { ...rest, line };
};
