import { type CopyCounts, type ErrorRecord, formatRecordDiagnostic, type Outcome, type Severity } from "../index.ts";
import { harmless, printable } from "../report/printable.ts";
import { type Done, doneOf } from "../run/done.ts";
import type { Manifest } from "../run/manifest.ts";
import { EXIT } from "./exit.ts";
import type { Progress } from "./progress.ts";

/** Counts what became of every input; found = documents + errors + skipped. */
export class Tally {
  documents = 0;
  errors = 0;
  skipped = 0;
  /** Records of archives that hold no article. */
  records = 0;
  missing = 0;
  bugs = 0;

  /** Documents whose records an interrupted run left. */
  kept = 0;
  /** Of the articles that are done. */
  bytes = 0;

  add(done: Done | Outcome): void {
    const { kind, record, bug, isKept, bytes, notices } = "notices" in done ? done : doneOf(done, null);
    this.bytes += bytes;
    if (isKept) this.kept++;
    if (kind === "document") this.documents++;
    else if (kind === "skipped" && record) this.records++;
    else if (kind === "skipped") this.skipped++;
    else {
      this.errors++;
      if (bug !== undefined) this.bugs++;
      if (notices.some(({ rule }) => rule === "no-such-input")) this.missing++;
    }
  }

  /** Whether there was nothing to read at all. */
  get isEmpty(): boolean {
    return this.documents === 0 && this.errors === this.missing;
  }

  /** What the manifest of a run tells. */
  get counts(): Manifest["counts"] {
    const { documents, errors, skipped, records } = this;
    return { documents, errors, skipped, otherRecords: records };
  }

  get exitCode(): number {
    if (this.bugs) return EXIT.bug;
    if (this.isEmpty) return EXIT.noInput;
    return this.errors ? EXIT.failed : EXIT.fine;
  }

  toString(): string {
    const parts = [count(this.documents, "document")];
    if (this.kept) parts.push(`${this.kept} of them kept`);
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

/** Which messages are wanted, and how. */
export interface MessageFlags {
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly logFormat?: "text" | "json";
}

/** What a command says on standard error while it runs. */
export class Messages {
  private readonly flags: MessageFlags;
  private readonly progress: Progress | null;

  constructor(flags: MessageFlags, progress: Progress | null = null) {
    this.flags = flags;
    this.progress = progress;
  }

  /** Prints the diagnostics of one outcome that the user should see now. */
  outcome(outcome: Outcome): void {
    this.done(doneOf(outcome, null));
  }

  /** The same, of an outcome whose diagnostics are lines already. */
  done({ kind, id, path, notices, bug }: Done): void {
    for (const { severity, text, rule, message, line } of notices)
      this.say(severity, text, { path, rule, message, ...(line !== undefined && { line }) });
    if (bug !== undefined) this.say("error", bug);
    if (kind === "document") this.say("info", `${printable(id!)}  read`, { path, document: id });
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

  /** A line that is always said. */
  tell(text: string): void {
    this.write("info", text, {});
  }

  /** Says what is wanted of this severity: errors always, warnings unless --quiet, notes with --verbose. */
  private say(severity: Severity, text: string, fields: Readonly<Record<string, unknown>> = {}): void {
    const { quiet, verbose } = this.flags;
    if (severity === "error" || (severity === "warning" ? !quiet : verbose && !quiet))
      this.write(severity, text, fields);
  }

  /** A line of text, or of JSON: `{"level": "warning", "message": …}`. */
  private write(level: Severity, text: string, fields: Readonly<Record<string, unknown>>): void {
    this.progress?.clear();
    const line = this.flags.logFormat === "json" ? JSON.stringify({ level, message: text, ...fields }) : harmless(text);
    process.stderr.write(`${line}\n`);
  }
}
