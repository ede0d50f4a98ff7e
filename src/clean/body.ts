import type { Line } from "./lines.ts";
import { ENDS_SENTENCE, STOP_WORDS, WORD } from "./words.ts";

/** How likely each line is the article's own prose, 0 to 1. */
export function scoreBody(lines: readonly Line[], ruled: readonly boolean[]): number[] {
  const words = lines.map(({ text }) => text.match(WORD) ?? []);
  const isProse = lines.map(
    ({ text }, i) =>
      !ruled[i] &&
      words[i]!.length >= 12 &&
      capitalShare(words[i]!) < 0.6 &&
      (ENDS_SENTENCE.test(text) || words[i]!.length >= 30) &&
      stopShare(words[i]!) > 0.1,
  );
  const first = isProse.indexOf(true);
  const last = isProse.lastIndexOf(true);
  if (first < 0) return lines.map(({ text }, i) => (!ruled[i] && ENDS_SENTENCE.test(text) ? 0.6 : 0.2));
  const density = isProse.slice(first, last + 1).filter(Boolean).length / (last - first + 1);
  return lines.map(({ text }, i) => {
    if (ruled[i]) return 0;
    if (isProse[i]) return 0.9;
    if (i < first || i > last)
      return ENDS_SENTENCE.test(text) && words[i]!.length > 5 && Math.abs(i - last) < 3 ? 0.55 : 0.1;
    const near = isProse.slice(Math.max(0, i - 2), i + 3).filter(Boolean).length;
    return density > 0.5 || near >= 2 ? 0.6 : 0.3;
  });
}

const stopShare = (words: readonly string[]) =>
  words.filter((word) => STOP_WORDS.has(word.toLowerCase())).length / Math.max(1, words.length);

const capitalShare = (words: readonly string[]) =>
  words.filter((word) => /^\p{Lu}/u.test(word)).length / Math.max(1, words.length);
