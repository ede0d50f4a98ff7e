import { type Diagnostic, formatDiagnostic, type Outcome, type Severity } from "../index.ts";
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

/** "1 error", "2 errors". */
export const count = (n: number, noun: string) => `${n} ${noun}${n === 1 ? "" : "s"}`;

const PROGRESS_AFTER = 2000;
const PROGRESS_EVERY = 200;

/** What a command says on standard error while it runs. */
export class Messages {
  private readonly quiet: boolean;
  private readonly started = Date.now();
  private shown = 0;

  constructor(quiet: boolean | undefined) {
    this.quiet = Boolean(quiet);
  }

  /** Prints the diagnostics of one outcome that the user should see now. */
  outcome(outcome: Outcome): void {
    const doc = outcome.kind === "document" ? outcome.document : undefined;
    const path = doc ? doc.file.path : (outcome as { path: string }).path;
    for (const diagnostic of outcome.diagnostics ?? []) {
      if (this.isShown(diagnostic.severity))
        this.line(formatDiagnostic(path, located(diagnostic, doc?.file.line), doc));
    }
    if (outcome.kind === "error" && outcome.bug instanceof Error) this.line(outcome.bug.stack ?? "");
  }

  /** The last line of a run. */
  summary(tally: Tally): void {
    this.clear();
    if (tally.isEmpty)
      process.stderr.write(`summits: nothing to read${tally.skipped || tally.records ? ` (${tally})` : ""}\n`);
    else if (!this.quiet) process.stderr.write(`summits: ${tally}\n`);
  }

  /** A line that is overwritten, on a terminal and only when the work is long. */
  progress(tally: Tally): void {
    const now = Date.now();
    if (this.quiet || !process.stderr.isTTY || now - this.started < PROGRESS_AFTER || now - this.shown < PROGRESS_EVERY)
      return;
    this.shown = now;
    const rate = (tally.documents / (now - this.started)) * 1000;
    process.stderr.write(`\r\u001b[K${tally}, ${rate.toFixed(0)} a second`);
  }

  private isShown = (severity: Severity) => severity === "error" || (severity === "warning" && !this.quiet);

  private line(text: string): void {
    this.clear();
    process.stderr.write(`${text}\n`);
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
