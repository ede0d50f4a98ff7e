// What is never printed as it is: controls, marks that reorder or hide text, halves of pairs, and characters that are none.
const UNSHOWN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\u{e0000}-\u{e007f}\p{Cs}]/gu;

const INVISIBLE = new Set(["\u200b", "\u2060", "\ufeff"]);

/**
 * Text that looks the same in any surroundings: controls as their pictures, marks of direction by their code points.
 * Its length may differ from that of the text.
 */
export const shown = (text: string): string => (text.match(UNSHOWN) ? text.replace(UNSHOWN, picture) : text);

function picture(character: string): string {
  const code = character.codePointAt(0)!;
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  if (code === 0x7f) return "\u2421";
  if (INVISIBLE.has(character) || code >= 0xe0000) return "";
  if (code === 0x2028 || code === 0x2029) return " ";
  if (code < 0xa0 || code > 0x206f) return "\ufffd";
  return `[U+${code.toString(16).toUpperCase().padStart(4, "0")}]`;
}
