// Words and names come back in every document: what was worked out for the last ones is kept, up to twice this many.
const KEPT = 2000;

/** The text without hold on the document that it was cut from: an engine may keep the whole for the sake of a part. */
export const detached = (text: string): string => (text.length > 12 ? `${text} `.slice(0, -1) : text);

/** The same function of a text or of a name, quicker for those that it has seen of late. */
export function remembering<V, K = string>(compute: (of: K) => V, kept = KEPT): (of: K) => V {
  let recent = new Map<K, V>();
  let older = recent;
  return (of) => {
    let value = recent.get(of);
    if (value !== undefined) return value;
    const key = typeof of === "string" ? (detached(of) as K) : of;
    value = older.get(key);
    if (value === undefined) value = compute(key);
    if (recent.size >= kept) {
      older = recent;
      recent = new Map();
    }
    recent.set(key, value);
    return value;
  };
}
