/**
 * A feature as a 32-bit integer: the number of its template mixed with one or two values (murmur3 finalizer).
 * Two features meet in one number about once in 4 billion, which a linear model does not notice.
 */
export function feature(template: number, a: number, b = 0): number {
  let hash = (Math.imul(template + 1, 0x9e3779b1) ^ Math.imul(a + 0x7f4a7c15, 0x85ebca6b)) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35);
  hash = Math.imul((hash ^ (hash >>> 13)) + Math.imul(b + 0x165667b1, 0x27d4eb2f), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 16), 0xc2b2ae35);
  return (hash ^ (hash >>> 15)) >>> 0;
}

/** A string as a 32-bit integer (FNV-1a over UTF-16 units), to be a value of a feature. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
