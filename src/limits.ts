/** What keeps one input from taking all the time, memory or disk there is; each can be raised by the option of its name. */
export const LIMITS = {
  /** Bytes of a file or record. */
  maxBytes: 64 * 1024 * 1024,
  /** Text shrinks to a third or a tenth, a page of nothing but zeros to a thousandth: what grows more than this is a bomb. */
  maxRatio: 200,
  /** Records of one file. */
  maxRecords: 10_000_000,
  /** Elements of a page within one another; a page whose every paragraph is never closed has some thousand. */
  maxDepth: 10_000,
  /** Entities of one document; the longest list of candidates has some thousand. */
  maxEntities: 10_000,
} as const;

export type Limit = keyof typeof LIMITS;

/** The names of all limits. */
export const LIMIT_NAMES = Object.keys(LIMITS) as readonly Limit[];
