import { createRequire } from "node:module";
import type { SourceFile } from "../document.ts";
import { decoderOf, isEncoding } from "./decoder.ts";

/** Text, and what was assumed to get it from its bytes. */
export interface Decoded {
  readonly text: string;
  /** A label of the WHATWG Encoding Standard. */
  readonly encoding: string;
  readonly basis: SourceFile["encodingBasis"];
  /** Of a detected encoding, 0 to 1. */
  readonly confidence?: number;
  /** Offset of the first U+FFFD that stands for bytes with no meaning in the encoding; -1 where there is none. */
  readonly replacedAt: number;
}

/** An encoding, and how it was found. */
export type FoundEncoding = Pick<Decoded, "encoding" | "basis" | "confidence">;

// UTF-32LE before UTF-16LE, whose mark begins it.
const BOMS: readonly [string, readonly number[]][] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-32le", [0xff, 0xfe, 0, 0]],
  ["utf-32be", [0, 0, 0xfe, 0xff]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];

// More bytes than this don't change the guess, and cost time.
const SAMPLE = 1 << 16;

/** Decodes bytes as given, or by BOM, declared charset, valid UTF-8, else detection (WHATWG Encoding Standard). */
export function decode(bytes: Uint8Array, declared: string | null, given: string | null = null): Decoded {
  if (given) return lenient(bytes, { encoding: given, basis: "given" });
  const bom = bomOf(bytes);
  if (bom) return lenient(bytes, { encoding: bom, basis: "bom" });
  const utf8 = strict(bytes, "utf-8");
  // Pages saved again as UTF-8 keep their old declaration, and other encodings are hardly ever valid UTF-8 by chance.
  const declaresUtf8 = declared === "utf-8" || declared === "utf8";
  if (utf8 !== null && (!declared || declaresUtf8 || /[^\x00-\x7f]/u.test(utf8)) && !wideOrder(bytes)) {
    return { text: utf8, encoding: "utf-8", basis: declaresUtf8 ? "declared" : "valid-utf8", replacedAt: -1 };
  }
  const text = declared && !declaresUtf8 ? strict(bytes, declared) : null;
  if (declared && text !== null) return { text, encoding: declared, basis: "declared", replacedAt: -1 };
  return lenient(bytes, { basis: "detected", ...detect(bytes) });
}

/** Finds the encoding of a stream from its first bytes; a character may be cut off at their end. */
export function encodingOf(head: Uint8Array): FoundEncoding {
  const bom = bomOf(head);
  if (bom) return { encoding: bom, basis: "bom" };
  if (strict(head, "utf-8", true) !== null && !wideOrder(head)) return { encoding: "utf-8", basis: "valid-utf8" };
  return { basis: "detected", ...detect(head) };
}

const bomOf = (bytes: Uint8Array) => BOMS.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte))?.[0];

function strict(bytes: Uint8Array, encoding: string, isCutOff = false): string | null {
  try {
    return decoderOf(encoding, true).decode(bytes, { stream: isCutOff });
  } catch {
    return null;
  }
}

function lenient(bytes: Uint8Array, found: FoundEncoding): Decoded {
  const text = decoderOf(found.encoding).decode(bytes);
  const replacedAt = strict(bytes, found.encoding) === null ? text.indexOf("\ufffd") : -1;
  return { text, ...found, replacedAt };
}

function detect(bytes: Uint8Array): { encoding: string; confidence: number } {
  const wide = wideOrder(bytes);
  if (wide) return { encoding: wide, confidence: 0.9 };
  // A text that is nearly all valid UTF-8 is broken UTF-8, not something else.
  if (mostlyUtf8(bytes)) return { encoding: "utf-8", confidence: 0.9 };
  // Loaded for bytes that need it, which few have.
  const { analyse }: typeof import("chardet") = createRequire(import.meta.url)("chardet");
  for (const { name, confidence } of analyse(bytes.subarray(0, SAMPLE))) {
    const label = name.toLowerCase();
    if (isEncoding(label) && label !== "ascii" && !label.startsWith("utf-")) {
      return { encoding: label, confidence: Math.min(confidence, 100) / 100 };
    }
  }
  return { encoding: "windows-1252", confidence: 0.1 };
}

function mostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes.subarray(0, SAMPLE));
  const broken = text.split("\ufffd").length - 1;
  const beyondAscii = text.match(/[^\x00-\x7f\ufffd]/gu)?.length ?? 0;
  return beyondAscii > broken * 4;
}

/** UTF-16 or UTF-32 without a BOM: in Latin text every other byte is zero, or three of four. */
function wideOrder(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, SAMPLE);
  const zeros = [0, 0, 0, 0];
  for (let i = 0; i < sample.length; i++) if (sample[i] === 0) zeros[i & 3]!++;
  const [a, b, c, d] = zeros.map((count) => count / (sample.length / 4)) as [number, number, number, number];
  const [most, few] = [0.8, 0.1];
  if (b > most && c > most && d > most && a < few) return "utf-32le";
  if (a > most && b > most && c > most && d < few) return "utf-32be";
  if (b + d > most && a + c < few) return "utf-16le";
  if (a + c > most && b + d < few) return "utf-16be";
  return null;
}

const META_CHARSET = /<meta\b[^>]{0,200}?charset\s*=\s*["']?([\w:.-]{2,40})/iu;

/** The charset that an HTML file declares in its first 4 KB; null where it declares none that is known. */
export function declaredCharset(bytes: Uint8Array): string | null {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 4096));
  const label = META_CHARSET.exec(head)?.[1]?.toLowerCase();
  // A declaration that can be read as ASCII is not in UTF-16; browsers take such a page for UTF-8.
  if (label?.startsWith("utf-16")) return "utf-8";
  return label && isEncoding(label) ? label : null;
}

/** Whether bytes are no text at all: control characters that neither text nor UTF-16 has. */
export function isBinary(bytes: Uint8Array): boolean {
  if (wideOrder(bytes) || bomOf(bytes)) return false;
  const sample = bytes.subarray(0, SAMPLE);
  let odd = 0;
  for (const byte of sample) if (byte < 9 || (byte > 13 && byte < 27) || (byte > 27 && byte < 32)) odd++;
  return odd > sample.length * 0.02;
}
