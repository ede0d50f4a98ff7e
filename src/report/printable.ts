// Controls (escape sequences begin with one), and marks that reorder or hide text.
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;

/** Text that is safe on a terminal: one line, no control characters, nothing that reorders it. */
export const printable = (text: string): string =>
  text.replace(/\s+/gu, " ").replace(UNSAFE, (c) => (c === "\u200b" || c === "\ufeff" ? "" : "\ufffd"));

// The same but for tabs and line ends.
const OBEYED =
  /\r(?!\n)|[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** Text of any number of lines that a terminal shows and doesn't obey, whatever article or name is quoted in it. */
export const harmless = (text: string): string => text.replace(OBEYED, "\ufffd");
