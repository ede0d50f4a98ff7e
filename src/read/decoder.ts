/** What decodes bytes, whole or piece by piece: TextDecoder, and the like of it for UTF-32. */
export interface BytesDecoder {
  decode(bytes?: Uint8Array, options?: { readonly stream?: boolean }): string;
}

/** The decoder of an encoding; throws RangeError where there is none of this label. */
export function decoderOf(label: string, isFatal = false): BytesDecoder {
  const order = /^utf-?32(le|be)?$/iu.exec(label);
  if (order) return new Utf32Decoder(order[1]?.toLowerCase() !== "be", isFatal);
  const decoder = new TextDecoder(label, { fatal: isFatal });
  return decoder.encoding === "windows-1252" ? streaming(decoder) : decoder;
}

/** Whether a label names an encoding that can be read: those of the WHATWG Encoding Standard, and UTF-32. */
export function isEncoding(label: string): boolean {
  try {
    decoderOf(label);
    return true;
  } catch {
    return false;
  }
}

/** Node 20 to 23 take windows-1252 for ISO 8859-1 and lose its quotation marks and dashes, but not in a stream. */
const streaming = (decoder: BytesDecoder): BytesDecoder => ({
  decode: (bytes) => decoder.decode(bytes, { stream: true }),
});

const BOM = 0xfeff;

/** Decodes UTF-32, which the WHATWG Encoding Standard leaves out. */
class Utf32Decoder implements BytesDecoder {
  private readonly isLittle: boolean;
  private readonly isFatal: boolean;
  private rest: Uint8Array = new Uint8Array();
  private begun = false;

  constructor(isLittle: boolean, isFatal: boolean) {
    this.isLittle = isLittle;
    this.isFatal = isFatal;
  }

  decode(bytes: Uint8Array = new Uint8Array(), { stream = false } = {}): string {
    const all = this.rest.length ? Buffer.concat([this.rest, bytes]) : bytes;
    const whole = all.length - (all.length % 4);
    const view = new DataView(all.buffer, all.byteOffset, whole);
    const pieces: string[] = [];
    for (let at = 0; at < whole; at += 4) {
      const code = view.getUint32(at, this.isLittle);
      if (this.begun || code !== BOM) pieces.push(this.character(code));
      this.begun = true;
    }
    this.rest = stream ? all.slice(whole) : new Uint8Array();
    if (!stream && whole < all.length) pieces.push(this.character(-1));
    return pieces.join("");
  }

  private character(code: number): string {
    const isScalar = code >= 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    if (!isScalar && this.isFatal) throw new TypeError("not valid UTF-32");
    return isScalar ? String.fromCodePoint(code) : "\ufffd";
  }
}
