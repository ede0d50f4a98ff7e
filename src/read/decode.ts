import { analyse } from "chardet";
import type { SourceFile } from "../document.ts";

/** Text, and what was assumed to get it from its bytes. */
export interface Decoded {
  readonly text: string;
  /** A label of the WHATWG Encoding Standard. */
  readonly encoding: string;
  readonly basis: SourceFile["encodingBasis"];
  /** Offset of the first U+FFFD that stands for bytes with no meaning in the encoding; -1 where there is none. */
  readonly replacedAt: number;
}

const BOMS: readonly [string, readonly number[]][] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];

// More bytes than this don't change the guess, and cost time.
const SAMPLE = 1 << 16;

/** Decodes bytes by BOM, declared charset, valid UTF-8, else detection (WHATWG Encoding Standard). */
export function decode(bytes: Uint8Array, declared: string | null): Decoded {
  const bom = BOMS.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte));
  if (bom) return lenient(bytes, bom[0], "bom");
  const utf8 = strict(bytes, "utf-8");
  // Pages saved again as UTF-8 keep their old declaration, and other encodings are hardly ever valid UTF-8 by chance.
  const declaresUtf8 = declared === "utf-8" || declared === "utf8";
  if (utf8 !== null && (!declared || declaresUtf8 || /[^\x00-\x7f]/u.test(utf8))) {
    return { text: utf8, encoding: "utf-8", basis: declaresUtf8 ? "declared" : "valid-utf8", replacedAt: -1 };
  }
  const text = declared && !declaresUtf8 ? strict(bytes, declared) : null;
  if (declared && text !== null) return { text, encoding: declared, basis: "declared", replacedAt: -1 };
  return lenient(bytes, detect(bytes), "detected");
}

function strict(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function lenient(bytes: Uint8Array, encoding: string, basis: Decoded["basis"]): Decoded {
  const text = new TextDecoder(encoding).decode(bytes);
  return { text, encoding, basis, replacedAt: strict(bytes, encoding) === null ? text.indexOf("\ufffd") : -1 };
}

function detect(bytes: Uint8Array): string {
  const wide = utf16Order(bytes);
  if (wide) return wide;
  // A text that is nearly all valid UTF-8 is broken UTF-8, not something else.
  if (mostlyUtf8(bytes)) return "utf-8";
  for (const { name } of analyse(bytes.subarray(0, SAMPLE))) {
    const label = name.toLowerCase();
    if (isKnown(label) && label !== "ascii" && !label.startsWith("utf-")) return label;
  }
  return "windows-1252";
}

function mostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes.subarray(0, SAMPLE));
  const broken = text.split("\ufffd").length - 1;
  const beyondAscii = text.match(/[^\x00-\x7f\ufffd]/gu)?.length ?? 0;
  return beyondAscii > broken * 4;
}

/** UTF-16 without a BOM: in Latin text every other byte is zero. */
function utf16Order(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const sample = bytes.subarray(0, SAMPLE);
  const zeros = [0, 0];
  for (let i = 0; i < sample.length; i++) if (sample[i] === 0) zeros[i & 1]!++;
  const half = sample.length / 2;
  if (zeros[1]! > half * 0.4 && zeros[0]! < half * 0.05) return "utf-16le";
  if (zeros[0]! > half * 0.4 && zeros[1]! < half * 0.05) return "utf-16be";
  return null;
}

function isKnown(label: string): boolean {
  try {
    new TextDecoder(label);
    return true;
  } catch {
    return false;
  }
}

const META_CHARSET = /<meta\b[^>]{0,200}?charset\s*=\s*["']?([\w:.-]{2,40})/iu;

/** The charset that an HTML file declares in its first 4 KB; null where it declares none that is known. */
export function declaredCharset(bytes: Uint8Array): string | null {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 4096));
  const label = META_CHARSET.exec(head)?.[1]?.toLowerCase();
  return label && isKnown(label) ? label : null;
}

/** Whether bytes are no text at all: control characters that neither text nor UTF-16 has. */
export function isBinary(bytes: Uint8Array): boolean {
  if (utf16Order(bytes) || BOMS.some(([, mark]) => mark.every((byte, i) => bytes[i] === byte))) return false;
  const sample = bytes.subarray(0, SAMPLE);
  let odd = 0;
  for (const byte of sample) if (byte < 9 || (byte > 13 && byte < 27) || (byte > 27 && byte < 32)) odd++;
  return odd > sample.length * 0.02;
}
