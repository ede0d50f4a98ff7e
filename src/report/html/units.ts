import { offsetConverter } from "../../offsets.ts";
import type { OffsetUnit } from "../../schema.ts";

/** Makes a function from offsets of a record into its raw text to UTF-16 offsets; what lies beyond the text is its end. */
export function toUtf16(raw: string, unit: OffsetUnit): (offset: number) => number {
  const inUnit = offsetConverter(raw, unit);
  const length = inUnit(raw.length);
  if (length === raw.length) return (offset) => Math.min(offset, length);
  const table = new Uint32Array(length + 1).fill(raw.length);
  for (let at = raw.length; at >= 0; at--) table[inUnit(at)] = at;
  return (offset) => table[Math.min(offset, length)]!;
}
