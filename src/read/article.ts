import { type Diagnostic, diagnose } from "../diagnostic.ts";
import type { SourceFile } from "../document.ts";
import { type Decoded, decode, isBinary } from "./decode.ts";
import { type Failure, fail, type ReadOptions } from "./reader.ts";
import { type Known, type Read, sha256 } from "./record.ts";

/** What is known of the bytes of one article before they are decoded. */
export interface ArticleOrigin extends Pick<Known, "meta" | "statements"> {
  readonly id: string;
  readonly path: string;
  readonly mediaType: SourceFile["mediaType"];
  /** The charset that the page or its server declares. */
  readonly charset: string | null;
  /** Publication day by sidecar or file name. */
  readonly published?: string | null;
}

/** Makes a document of the bytes of one article, whatever its encoding. */
export function articleDocument(
  bytes: Uint8Array,
  origin: ArticleOrigin,
  options: ReadOptions,
  diagnostics: Diagnostic[] = [],
): Read | Failure {
  const { path, mediaType, charset, published = null, ...known } = origin;
  if (isBinary(bytes)) {
    return fail(origin, diagnose("binary-file", "most likely an image, an archive or a document format"));
  }
  const decoded = decode(bytes, charset, options.encoding);
  const { text, encoding, basis, confidence } = decoded;
  const file: SourceFile = {
    path,
    sha256: sha256(bytes),
    mediaType,
    encoding,
    encodingBasis: basis,
    ...(confidence !== undefined && { encodingConfidence: confidence }),
    bytes: bytes.length,
  };
  diagnostics.push(...encodingDiagnostics(decoded, mediaType === "text/html"));
  const { id, meta = {}, statements = [] } = known;
  const given = options.published ?? published;
  return { kind: "document", decoded: { text, id, file, meta, given, statements }, diagnostics };
}

function encodingDiagnostics({ encoding, basis, replacedAt }: Decoded, isHtml: boolean): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  // In HTML the offset would be one of the file, not of its rendering.
  const span = isHtml ? {} : { span: { start: replacedAt, end: replacedAt + 1 } };
  if (replacedAt >= 0) diagnostics.push(diagnose("undecodable-bytes", encoding, span));
  if (basis === "detected") diagnostics.push(diagnose("guessed-encoding", encoding));
  return diagnostics;
}
