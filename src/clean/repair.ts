import type { Span } from "../document.ts";

// Bytes 0x80 to 0x9f of windows-1252, whose characters stand where UTF-8 was read as windows-1252.
const CP1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
const FOLLOWING = `[\\u0080-\\u00bf${CP1252}]`;
// Accented Latin letters (Ã©), typographic marks (â€™, â„¢), emoji; others could be honest text: "café…”".
const MOJIBAKE = new RegExp(`[Â-Å]${FOLLOWING}|â[€‚„†]${FOLLOWING}|ð\u0178${FOLLOWING}{2}`, "gu");

const NAMED: Readonly<Record<string, string>> = {
  ...{ amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " ", lsquo: "‘", rsquo: "’", ldquo: "“", rdquo: "”" },
  ...{
    ndash: "–",
    mdash: "—",
    hellip: "…",
    bull: "•",
    middot: "·",
    copy: "©",
    reg: "®",
    trade: "™",
    euro: "€",
    pound: "£",
  },
  ...{
    eacute: "é",
    egrave: "è",
    agrave: "à",
    aacute: "á",
    iacute: "í",
    oacute: "ó",
    uacute: "ú",
    ntilde: "ñ",
    ccedil: "ç",
    uuml: "ü",
    ouml: "ö",
    auml: "ä",
    szlig: "ß",
  },
};
const ENTITY = /&(?:amp;)*(?:#(?<decimal>\d{2,7})|#x(?<hex>[\da-f]{2,6})|(?<name>[a-z]{2,8}));/giu;
const TAG =
  /<\/?(?:strong|em|b|i|u|span|p|br|div|a|font|sup|sub|small|img|h[1-6]|ul|ol|li|blockquote|figure|figcaption|iframe|script|center)\b[^<>]{0,300}>/giu;
const INVISIBLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

// What some step of a repair may change: most paragraphs have nothing of it.
const MAY_NEED_REPAIR =
  /[Â-Åâð&<\u0000-\u0008\u000b\u000c\u000e-\u001f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|[^\S\n ]| {2}/;

/** A piece of clean text with its damage undone: double-encoded entities, mojibake, leftover tags, invisible characters. */
export function repair(text: string): string {
  if (!MAY_NEED_REPAIR.test(text)) return text.trim();
  return text
    .replace(MOJIBAKE, decodeAgain)
    .replace(ENTITY, (entity, ...groups) => decodeEntity(entity, groups.at(-1)))
    .replace(TAG, "")
    .replace(INVISIBLE, "")
    .replace(/[^\S\n]+/gu, " ")
    .trim();
}

/** How many characters of a text are UTF-8 that was read as windows-1252 ("â€™"). */
export const countMojibake = (text: string): number =>
  [...text.matchAll(MOJIBAKE)].filter(([garbled]) => decodeAgain(garbled) !== garbled).length;

/** The first character of a text that is UTF-8 read as windows-1252, as it stands garbled there. */
export function findMojibake(text: string): Span | null {
  for (const match of text.matchAll(MOJIBAKE)) {
    if (decodeAgain(match[0]) !== match[0]) return { start: match.index, end: match.index + match[0].length };
  }
  return null;
}

function decodeAgain(garbled: string): string {
  const bytes = Uint8Array.from(garbled, (character) => {
    const at = CP1252.indexOf(character);
    return at >= 0 && character > "\u009f" ? 0x80 + at : character.charCodeAt(0);
  });
  const decoded = new TextDecoder().decode(bytes);
  return decoded.length <= 2 && /^[\p{L}\p{P}\p{S}\p{M}\u00a0\u00ad]/u.test(decoded) && !decoded.includes("\ufffd")
    ? decoded
    : garbled;
}

function decodeEntity(entity: string, { decimal, hex, name }: Record<string, string | undefined>): string {
  if (name) return NAMED[name.toLowerCase()] ?? entity;
  const code = decimal ? Number(decimal) : Number.parseInt(hex ?? "", 16);
  return code > 31 && code < 0x11_0000 && !(code >= 0xd800 && code < 0xe000) ? String.fromCodePoint(code) : entity;
}
