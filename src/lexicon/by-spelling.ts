// Keeps what is remembered of a corpus of a million spellings small.
const MOST_SPELLINGS = 40_000;

/** The same function, which reads each spelling once: words come back in every sentence. */
export function bySpelling<T extends NonNullable<unknown> | null>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    let found = known.get(text);
    if (found === undefined) {
      found = read(text);
      if (known.size >= MOST_SPELLINGS) known.clear();
      known.set(text, found);
    }
    return found;
  };
}
