/** The one of several names that a mistyped word most likely stands for; null where none is near. */
export function suggest(word: string, names: Iterable<string>): string | null {
  const typed = word.toLowerCase().slice(0, LONGEST);
  let best: string | null = null;
  let least = Math.max(1, Math.round(typed.length * 0.4)) + 1;
  for (const name of names) {
    const away = distance(typed, name.toLowerCase().slice(0, LONGEST));
    if (away < least) [best, least] = [name, away];
  }
  return best;
}

/** ` (did you mean "text"?)`, or nothing. */
export function didYouMean(word: string, names: Iterable<string>): string {
  const name = suggest(word, names);
  return name === null ? "" : ` (did you mean "${name}"?)`;
}

const LONGEST = 60;

/** Edits from one word to the other, two swapped letters being one (optimal string alignment; Damerau 1964). */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + changed);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, before[j - 2]! + 1);
      row.push(least);
    }
    [before, last] = [last, row];
  }
  return last[b.length]!;
}
