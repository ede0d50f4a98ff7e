// Controls (escape sequences begin with one), and marks that reorder or hide text.
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;

/** Text that is safe on a terminal: one line, no control characters, nothing that reorders it. */
export const printable = (text: string): string =>
  text.replace(/\s+/gu, " ").replace(UNSAFE, (c) => (c === "\u200b" || c === "\ufeff" ? "" : "\ufffd"));
