import type { Line } from "./lines.ts";

const TOKEN = /[\p{L}\p{N}_]+/gu;
const SHINGLE = 4;

/** For training: which lines of a page carry its known body text, 1 or 0; of copies the one beside other body lines. */
export function alignLines(lines: readonly Line[], body: string): Uint8Array {
  const gold = body.match(TOKEN) ?? [];
  const places = new Map<string, number[]>();
  for (let i = 0; i + SHINGLE <= gold.length; i++) {
    const key = gold.slice(i, i + SHINGLE).join(" ");
    const known = places.get(key);
    if (known) known.push(i);
    else places.set(key, [i]);
  }
  const tokens = lines.map(({ text }) => text.match(TOKEN) ?? []);
  const starts = tokens.map((words) => startIn(words, places));
  const labels = Uint8Array.from(starts, (start) => +(start >= 0));
  dropCopies(labels, tokens, places);
  fillShort(labels, starts, tokens, gold);
  return labels;
}

/** For training: labels known for another rendering of the same page, carried over line by line where the texts agree. */
export function carryLabels(
  labels: Uint8Array,
  lines: readonly Line[],
  known: readonly { text: string; label: 0 | 1 }[],
): Uint8Array {
  const key = (text: string) => text.replace(/\s+/gu, "");
  const there = new Map<string, (0 | 1)[]>();
  for (const { text, label } of known) there.set(key(text), [...(there.get(key(text)) ?? []), label]);
  const here = new Map<string, number[]>();
  lines.forEach(({ text }, i) => {
    here.set(key(text), [...(here.get(key(text)) ?? []), i]);
  });
  const carried = labels.slice();
  for (const [text, indices] of here) {
    const found = there.get(text);
    if (!found) continue;
    if (found.length === indices.length) for (const [k, i] of indices.entries()) carried[i] = found[k]!;
    else if (new Set(found).size === 1) for (const i of indices) carried[i] = found[0]!;
  }
  return carried;
}

function startIn(words: readonly string[], places: ReadonlyMap<string, readonly number[]>): number {
  if (words.length < SHINGLE) return -1;
  let hits = 0;
  let first = -1;
  const count = words.length - SHINGLE + 1;
  for (let i = 0; i < count; i++) {
    const at = places.get(words.slice(i, i + SHINGLE).join(" "))?.[0];
    if (at === undefined) continue;
    hits++;
    if (first < 0) first = Math.max(0, at - i);
  }
  return hits / count >= 0.6 ? first : -1;
}

// As many copies of a line are kept as the body has, those nearest to the middle of the body lines.
function dropCopies(
  labels: Uint8Array,
  tokens: readonly (readonly string[])[],
  places: ReadonlyMap<string, readonly number[]>,
): void {
  const copies = new Map<string, number[]>();
  tokens.forEach((words, i) => {
    if (labels[i]) copies.set(words.join(" "), [...(copies.get(words.join(" ")) ?? []), i]);
  });
  const single = [...copies.values()].filter((lines) => lines.length === 1).map((lines) => lines[0]!);
  const middle = single[single.length >> 1] ?? 0;
  for (const lines of copies.values()) {
    const first = tokens[lines[0]!]!;
    const most = Math.max(
      1,
      ...first.slice(0, 1).map(() => places.get(first.slice(0, SHINGLE).join(" "))?.length ?? 1),
    );
    const nearest = [...lines].sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
    for (const line of nearest.slice(most)) labels[line] = 0;
  }
}

// Lines too short to be looked up are body where the gold goes on with just their words.
function fillShort(
  labels: Uint8Array,
  starts: readonly number[],
  tokens: readonly (readonly string[])[],
  gold: readonly string[],
): void {
  let at = -1;
  for (let i = 0; i < labels.length; i++) {
    const words = tokens[i]!;
    if (labels[i]) at = starts[i]! + words.length;
    else if (at >= 0 && words.length && words.length < SHINGLE && words.every((word, k) => gold[at + k] === word)) {
      labels[i] = 1;
      at += words.length;
    }
  }
}
