import type { Corrected } from "./corrections.ts";
import { TYPES } from "./labels.ts";
import type { Layout } from "./layout.ts";

/** A name takes the type that two thirds of its mentions have. */
const MAJORITY = 2 / 3;
const LONGEST = 8;
// Bodies are left out: a missed "Security Council" is as often none.
const REPEATED: ReadonlySet<number> = new Set([TYPES.indexOf("person"), TYPES.indexOf("place")]);

/** One name, one type; and a person or place of several words is found wherever the same words stand. */
export function agree(layout: Layout, names: readonly Corrected[]): Corrected[] {
  const keyOf = (start: number, end: number) => {
    if (end - start === 1) return layout.words[start]!.text;
    let key = "";
    for (let i = start; i < end; i++) key += `${layout.words[i]!.text} `;
    return key;
  };
  const types = countTypes(names, keyOf);
  const agreed = names.map((name) => {
    const type = types.get(keyOf(name.start, name.end))!;
    return type < 0 || type === name.type ? name : { ...name, type, rule: "same-name" };
  });
  const repeated = agreed.filter(({ start, end, type }) => end - start > 1 && REPEATED.has(type));
  return repeated.length === 0 ? agreed : withRepeated(layout, agreed, repeated, keyOf);
}

/** The type of the majority for each name, or -1 where there is none. */
function countTypes(names: readonly Corrected[], keyOf: (start: number, end: number) => string): Map<string, number> {
  const votes = new Map<string, number[]>();
  for (const { start, end, type } of names) {
    const key = keyOf(start, end);
    const counts = votes.get(key) ?? TYPES.map(() => 0);
    counts[type]!++;
    votes.set(key, counts);
  }
  const types = new Map<string, number>();
  for (const [key, counts] of votes) {
    const top = Math.max(...counts);
    const all = counts.reduce((sum, count) => sum + count, 0);
    types.set(key, top >= 2 && top >= all * MAJORITY ? counts.indexOf(top) : -1);
  }
  return types;
}

function withRepeated(
  { words, sentenceOf, formOf, forms }: Layout,
  names: readonly Corrected[],
  repeated: readonly Corrected[],
  keyOf: (start: number, end: number) => string,
): Corrected[] {
  const types = new Map(repeated.map(({ start, end, type }) => [keyOf(start, end), type]));
  const begins = new Uint8Array(forms);
  for (const { start } of repeated) begins[formOf[start]!] = 1;
  const taken = new Uint8Array(words.length);
  for (const { start, end } of names) taken.fill(1, start, end);
  const found: Corrected[] = [];
  for (let start = 0; start < words.length; start++) {
    if (taken[start] || !begins[formOf[start]!]) continue;
    for (let end = start + 1; end <= Math.min(words.length, start + LONGEST) && !taken[end - 1]; end++) {
      if (sentenceOf[end - 1] !== sentenceOf[start]) break;
      const type = types.get(keyOf(start, end));
      if (type === undefined || taken[end] || (words[end]?.isCapital && sentenceOf[end] === sentenceOf[start]))
        continue;
      found.push({ start, end, type, rule: "same-name" });
      start = end - 1;
      break;
    }
  }
  return found.length === 0 ? [...names] : [...names, ...found].sort((a, b) => a.start - b.start);
}
