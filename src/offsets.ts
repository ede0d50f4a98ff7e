import type { OffsetUnit } from "./schema.ts";

/** Makes a function from UTF-16 offsets into `raw` to offsets of another unit; byte means UTF-8. */
export function offsetConverter(raw: string, unit: OffsetUnit): (utf16: number) => number {
  // Text of one-unit characters needs no table; most articles are that.
  // (Without the u flag: with it a pair of surrogates is one character, and no surrogate.)
  const plain = unit === "codepoint" ? /^[^\ud800-\udfff]*$/ : /^[\x00-\x7f]*$/;
  if (unit === "utf16" || plain.test(raw)) return (offset) => offset;
  const table = new Uint32Array(raw.length + 1);
  let count = 0;
  for (let at = 0; at < raw.length; ) {
    const code = raw.codePointAt(at)!;
    const units = code > 0xffff ? 2 : 1;
    table[at] = count;
    // An offset between surrogates, which no stage gives, would point to the character's start.
    if (units === 2) table[at + 1] = count;
    count += unit === "codepoint" ? 1 : utf8Length(code);
    at += units;
  }
  table[raw.length] = count;
  return (offset) => table[offset]!;
}

const utf8Length = (code: number) => (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4);
