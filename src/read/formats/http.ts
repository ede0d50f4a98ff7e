import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from "node:zlib";

/** Headers by their names in lower case; of several with one name the first. */
export type Headers = ReadonlyMap<string, string>;

/** Parses the lines of a header, the first of which is a version or a status (RFC 9112); folded lines are joined. */
export function parseHeaders(text: string): Headers {
  const headers = new Map<string, string>();
  const lines = text.replace(/\r?\n[ \t]+/gu, " ").split(/\r?\n/u);
  for (const line of lines.slice(1)) {
    const colon = line.indexOf(":");
    const name = line.slice(0, colon).trim().toLowerCase();
    if (colon > 0 && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim());
  }
  return headers;
}

/** An HTTP response as an archive keeps it. */
export interface HttpResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Uint8Array;
}

/** Takes an HTTP response apart; null where it is none. */
export function parseResponse(bytes: Uint8Array): HttpResponse | null {
  const head = Buffer.from(bytes.subarray(0, 1 << 16)).toString("latin1");
  const status = /^HTTP\/\d(?:\.\d)? (\d{3})/u.exec(head)?.[1];
  const end = /\r?\n\r?\n/u.exec(head);
  if (!status || !end) return null;
  return {
    status: Number(status),
    headers: parseHeaders(head.slice(0, end.index)),
    body: bytes.subarray(end.index + end[0].length),
  };
}

/** The body without its transfer and content encodings. Archives often keep the header of an encoding that they undid. */
export function decodeBody({ headers, body }: HttpResponse, maxBytes: number): Uint8Array {
  const whole = /chunked/iu.test(headers.get("transfer-encoding") ?? "") ? (joinChunks(body) ?? body) : body;
  const unpack = UNPACK[headers.get("content-encoding")?.toLowerCase().trim() ?? ""];
  return unpack?.(whole, { maxOutputLength: maxBytes }) ?? whole;
}

type Unpack = (bytes: Uint8Array, limit: { maxOutputLength: number }) => Uint8Array | null;

const UNPACK: Readonly<Record<string, Unpack>> = {
  gzip: (bytes, limit) => (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes, limit) : null),
  "x-gzip": (bytes, limit) => (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes, limit) : null),
  // RFC 9110 means zlib by "deflate"; many servers send it bare.
  deflate: (bytes, limit) => {
    if (looksLikeMarkup(bytes)) return null;
    return (bytes[0]! & 15) === 8 ? inflateSync(bytes, limit) : inflateRawSync(bytes, limit);
  },
  br: (bytes, limit) => (looksLikeMarkup(bytes) ? null : brotliDecompressSync(bytes, limit)),
};

const looksLikeMarkup = (bytes: Uint8Array) => /^\s*</u.test(Buffer.from(bytes.subarray(0, 64)).toString("latin1"));

/** Joins chunks (RFC 9112, section 7.1); null where the body isn't cut into chunks. */
function joinChunks(body: Uint8Array): Uint8Array | null {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const pieces: Uint8Array[] = [];
  for (let at = 0; ; ) {
    const end = bytes.indexOf("\r\n", at);
    const size =
      end < 0 ? null : /^\s*([\da-f]{1,7})\s*(?:;|$)/iu.exec(bytes.toString("latin1", at, Math.min(end, at + 80)));
    if (!size) return pieces.length ? Buffer.concat(pieces) : null;
    const length = Number.parseInt(size[1]!, 16);
    if (length === 0) return Buffer.concat(pieces);
    pieces.push(bytes.subarray(end + 2, end + 2 + length));
    at = end + 2 + length + 2;
  }
}
