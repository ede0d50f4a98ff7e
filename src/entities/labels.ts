/** What the tagger tells apart; events are found by rules. */
export const TYPES = ["person", "organization", "place", "group"] as const;
export type TaggedType = (typeof TYPES)[number];

const PLACES = ["B", "I", "L", "U"] as const;

/** O, and for each type beginning, inside, last of several words, and single word (Ratinov and Roth 2009). */
export const LABELS: readonly string[] = ["O", ...TYPES.flatMap((type) => PLACES.map((place) => `${place}-${type}`))];

/** Whether one label may follow another; `null` is the beginning and the end. */
export function follows(from: string | null, to: string | null): boolean {
  const open = from?.[0] === "B" || from?.[0] === "I";
  const goesOn = to?.[0] === "I" || to?.[0] === "L";
  return open === goesOn && (!open || from!.slice(1) === to!.slice(1));
}

export const labelOf = (type: number, place: number): number => 1 + type * PLACES.length + place;

/** A name among words: word numbers [start, end) and the index of its type in TYPES. */
export interface Found {
  readonly start: number;
  readonly end: number;
  readonly type: number;
}

/** The labels of words [start, end) in which these names stand. */
export function labelsOf(names: readonly Found[], start: number, end: number): Uint8Array {
  const labels = new Uint8Array(end - start);
  for (const name of names) {
    if (name.start < start || name.end > end) continue;
    const single = name.end - name.start === 1;
    for (let i = name.start; i < name.end; i++)
      labels[i - start] = labelOf(name.type, single ? 3 : i === name.start ? 0 : i === name.end - 1 ? 2 : 1);
  }
  return labels;
}

/** The names that labels tell of; `first` is the number of the first word. */
export function namesOf(labels: ArrayLike<number>, first: number): Found[] {
  const names: Found[] = [];
  let start = -1;
  for (let i = 0; i < labels.length; i++) {
    if (labels[i] === 0) continue;
    const type = (labels[i]! - 1) >> 2;
    const place = (labels[i]! - 1) & 3;
    if (place === 0 || place === 3) start = i;
    if (place >= 2 && start >= 0) names.push({ start: first + start, end: first + i + 1, type });
    if (place >= 2) start = -1;
  }
  return names;
}
