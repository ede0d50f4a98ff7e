import { createHash } from "node:crypto";
import { type Diagnostic, diagnose } from "../diagnostic.ts";
import type { MetaStatement, SourceFile } from "../document.ts";
import type { RawDocument } from "../pipeline.ts";
import { calendarDay } from "./day.ts";
import { columnOf, type Fields } from "./fields.ts";
import { frontMatterStatements } from "./front-matter.ts";
import { type Failure, fail, type ReadOptions } from "./reader.ts";

/** A document whose text was decoded, with what a reader should know about the reading. */
export interface Read {
  readonly kind: "document";
  readonly decoded: Decoded;
  readonly diagnostics: readonly Diagnostic[];
}

/** The decoded text of a document, HTML as it stands in its file, and what is known besides. Plain: it can be sent to a worker. */
export interface Decoded extends Known {
  readonly text: string;
}

/** What is known of a document besides its text. */
export interface Known {
  readonly id: string;
  readonly file: SourceFile;
  readonly meta?: Readonly<Record<string, unknown>>;
  readonly given: string | null;
  /** What a record or a sidecar says about the page; it comes before what the page says. */
  readonly statements?: readonly MetaStatement[];
}

/** What is analyzed of a document, and what a reader should know about it. */
export interface Rendered {
  readonly source: RawDocument;
  readonly diagnostics: readonly Diagnostic[];
}

/** Renders HTML and leaves other text as it is; throws InputProblem where elements nest deeper than `maxDepth`. */
export async function render({ decoded, diagnostics }: Read, maxDepth?: number): Promise<Rendered> {
  const { text, statements: given = [], ...origin } = decoded;
  const statements = origin.file.mediaType === "text/markdown" ? [...given, ...frontMatterStatements(text)] : given;
  const html = origin.file.mediaType === "text/html" ? await import("./html.ts") : null;
  const { raw, markup } = html?.renderHtml(text, maxDepth) ?? { raw: text, markup: null };
  const nul = raw.indexOf("\0");
  const said = statements.length
    ? { lines: markup?.lines ?? [], statements: [...statements, ...(markup?.statements ?? [])] }
    : markup;
  return {
    source: { raw, markup: said, meta: {}, ...origin },
    diagnostics: [
      ...diagnostics,
      ...(nul >= 0 ? [diagnose("nul-characters", "", { span: { start: nul, end: nul + 1 } })] : []),
      ...(raw.trim()
        ? []
        : [
            html?.hasScript(text)
              ? diagnose("needs-script", "nothing else is in the file")
              : diagnose("empty-document"),
          ]),
    ],
  };
}

/** The place of a record: its file, and its number in it. */
export interface RecordPlace {
  readonly path: string;
  /** 1-based line. */
  readonly line: number;
  /** 1-based number, where several records begin on one line. */
  readonly number?: number;
  /** The bytes that its SHA-256 is of. */
  readonly bytes: Uint8Array;
  readonly encoding: Pick<SourceFile, "encoding" | "encodingBasis" | "encodingConfidence">;
}

// Deeper than this no record is by intention, and what prints it would run out of stack.
const DEEPEST = 100;
const isShallow = (value: unknown, left: number): boolean =>
  typeof value !== "object" ||
  value === null ||
  (left > 0 && Object.values(value).every((child) => isShallow(child, left - 1)));

const LONE_SURROGATE = /\p{Surrogate}/gu;

/** Makes a document of the fields of one record. */
export function recordDocument(
  { known, meta }: Fields,
  place: RecordPlace,
  options: ReadOptions,
  diagnostics: Diagnostic[] = [],
): Read | Failure {
  const { path, line, number, bytes, encoding } = place;
  const id =
    typeof known.id === "number" || known.id ? String(known.id) : [path, line, number].filter(Boolean).join(":");
  const isHtml = typeof known.html === "string" && known.html.trim() !== "";
  const body = isHtml ? known.html : known.text;
  if (typeof body !== "string") {
    const [text, html] = [columnOf("text", options.fields), columnOf("html", options.fields)];
    return fail({ id, path }, diagnose("broken-record", `it has no "${text}" and no "${html}"`, { line }));
  }
  if (!isShallow(meta, DEEPEST)) {
    return fail({ id, path }, diagnose("broken-record", `its fields nest more than ${DEEPEST} deep`, { line }));
  }
  // JSON can hold half a surrogate pair, which no other program could read back from a record.
  const text = body.replace(LONE_SURROGATE, "\ufffd");
  if (text !== body) diagnostics.push(diagnose("undecodable-bytes", "Unicode", { line }));
  const given = dayOf(known.published, diagnostics, line);
  const mediaType = isHtml ? "text/html" : "text/plain";
  const file: SourceFile = { path, line, sha256: sha256(bytes), mediaType, ...encoding, bytes: bytes.length };
  const statements = statementsOf(known);
  const decoded = { text, id, file, meta, given: options.published ?? given, statements };
  return { kind: "document", decoded, diagnostics };
}

/** The day in a field, with a diagnostic where it is none. */
export function dayOf(value: unknown, diagnostics: Diagnostic[], line?: number): string | null {
  if (value === undefined || value === null || value === "") return null;
  const day = typeof value === "string" ? calendarDay(value) : null;
  if (!day) diagnostics.push(diagnose("invalid-date", JSON.stringify(value), line === undefined ? {} : { line }));
  return day;
}

const STATED = { title: "title", author: "author", outlet: "site", url: "url" } as const;

/** The title, author, outlet and address of a record as statements about its page. */
export function statementsOf(known: Fields["known"]): MetaStatement[] {
  return Object.entries(STATED).flatMap(([field, statement]) => {
    const value = known[field as keyof typeof STATED];
    const texts = (Array.isArray(value) ? value : [value]).filter((text) => typeof text === "string" && text.trim());
    return texts.map((text: string) => ({ field: statement, value: text.trim(), origin: `record-${field}` }));
  });
}

/** SHA-256, hexadecimal. */
export const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
