import type { Has, Sentence, Span, Token } from "./document.ts";
import { ARTICLE_ROLES } from "./document.ts";
import { classBit } from "./lexicon/classes.ts";
import { hyphenCuts } from "./lexicon/hyphen.ts";
import { fold, lookUp } from "./lexicon/lexicon.ts";

// Abbreviations whose full stop belongs to the word and doesn't end a sentence.
const ABBREVIATION =
  /^(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Cmdr|Sgt|Adm|Rep|Sen|Gov|Rev|Hon|Pres|Fr|St|Mt|Ft|Jr|Sr|No|Nos|vs|etc|cf|al|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun|a\.m|p\.m|e\.g|i\.e|approx|est|Inc|Ltd|Co|Corp|Bros|Dept|Univ|Assn|Ave|Blvd|Rd|\p{Lu}|(?:\p{L}\.)+\p{L})$/u;

// One alternative a kind, tried in order: dotted initials, numbers, words (hyphens and apostrophes inside), anything else.
// Soft hyphens and zero-width joiners belong to the word that they stand in.
const piece = (letter: string, digit: string, flags: string) => {
  const inWord = `[${letter}${digit}_\\u00ad\\u200c\\u200d]`;
  return new RegExp(
    `(?:[${letter}]\\.){2,}[${letter}]?(?![${letter}])|[${digit}]+(?:[.,:][${digit}]+)*[${letter}]*|${inWord}+(?:[-‐‑'’&]${inWord}+)*|[.]{2,}|['’\`]{2}|\\S`,
    flags,
  );
};
const PIECE = piece("\\p{L}\\p{M}", "\\p{N}", "gu");
// The same for text without other scripts, where a plain expression is twice as fast.
const LATIN = /^[\0-\u00a9\u00ab-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf-\u024f\u2010-\u2027\u20ac]*$/;
const LATIN_PIECE = piece("A-Za-z\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u024f", "0-9", "g");

const POSSESSIVE = /['’]s$/iu;
/** What a word of several tokens has. */
const JOINT = /[-‐‑'’]/;

/** Cuts raw text between two offsets into tokens; a possessive 's is a token of its own, hyphens between words too. */
export function tokenize(raw: string, start: number, end: number): Token[] {
  const tokens: Token[] = [];
  const text = raw.slice(start, end);
  for (const match of text.matchAll(LATIN.test(text) ? LATIN_PIECE : PIECE)) {
    const at = start + match.index;
    const word = match[0];
    if (word === "." && joinsAbbreviation(tokens.at(-1), at) && !closesCompany(raw, tokens.at(-1)!, end)) {
      const before = tokens.pop()!;
      tokens.push(token(raw, before.start, at + 1));
      continue;
    }
    if (!JOINT.test(word)) {
      tokens.push({ start: at, end: at + word.length, text: word });
      continue;
    }
    const tail = word.length > 2 && POSSESSIVE.test(word) ? 2 : 0;
    const cuts = [...hyphenCuts(word.slice(0, word.length - tail)), ...(tail ? [word.length - tail] : [])];
    let from = 0;
    for (const cut of [...cuts, word.length]) {
      tokens.push(token(raw, at + from, at + cut));
      from = cut;
    }
  }
  return tokens;
}

// "Samsung Co. said", but "he left Samsung Co."
const COMPANY = /^(?:Inc|Ltd|Co|Corp|Bros)$/u;
const closesCompany = (raw: string, before: Token, end: number) =>
  COMPANY.test(before.text) && /^\s*$/u.test(raw.slice(before.end + 1, Math.min(end, before.end + 40)));

const token = (raw: string, start: number, end: number): Token => ({ start, end, text: raw.slice(start, end) });
const joinsAbbreviation = (before: Token | undefined, at: number) =>
  before?.end === at && ABBREVIATION.test(before.text);

const CLOSING = /^["'”’)\]»]+$/u;
const END = /[.!?…]$/;
const OPENS_SENTENCE = /^["'“‘(«[]*[\p{Lu}\p{N}\p{Lo}“"‘']/u;

/** Splits the article's blocks into sentences. A sentence never crosses a block or a line break. */
export function splitSentences(doc: Has<"blocks">): Sentence[] {
  const sentences = doc.blocks.flatMap((block, index) =>
    ARTICLE_ROLES.has(block.role) ? lines(doc.raw, block).flatMap((line) => sentencesOf(doc.raw, line, index)) : [],
  );
  return cutJoinedNames(doc.raw, sentences);
}

const JOINED = /^\p{Lu}\p{L}+-\p{Lu}\p{L}+$/u;

/** Cuts "Roe-Lee" in a text that also has "Roe" and "Lee" by themselves, more than once each. */
function cutJoinedNames(raw: string, sentences: Sentence[]): Sentence[] {
  const joined = new Set(
    sentences.filter(({ tokens }) => tokens.some(({ text }) => text.includes("-") && JOINED.test(text))),
  );
  if (joined.size === 0) return sentences;
  const counts = new Map<string, number>();
  for (const { tokens } of sentences) for (const { text } of tokens) counts.set(text, (counts.get(text) ?? 0) + 1);
  const cut = (whole: Token): Token[] => {
    const hyphen = whole.start + whole.text.indexOf("-");
    const pieces = [token(raw, whole.start, hyphen), token(raw, hyphen, hyphen + 1), token(raw, hyphen + 1, whole.end)];
    const bothStand =
      JOINED.test(whole.text) && pieces.every(({ text }) => text === "-" || (counts.get(text) ?? 0) > 1);
    return bothStand ? pieces : [whole];
  };
  return sentences.map((one) => (joined.has(one) ? { ...one, tokens: one.tokens.flatMap(cut) } : one));
}

const LINE = /[^\r\n]+/g;

const lines = (raw: string, span: Span): Span[] =>
  Array.from(raw.slice(span.start, span.end).matchAll(LINE), ({ index, 0: line }) => {
    const start = span.start + index;
    return { start, end: start + line.length };
  });

function sentencesOf(raw: string, line: Span, block: number): Sentence[] {
  const tokens = tokenize(raw, line.start, line.end);
  const found: Sentence[] = [];
  let first = 0;
  for (let i = 0; i < tokens.length; i++) {
    if (!endsSentence(raw, tokens, i)) continue;
    while (i + 1 < tokens.length && CLOSING.test(tokens[i + 1]!.text) && tokens[i + 1]!.start === tokens[i]!.end) i++;
    found.push(sentence(tokens.slice(first, i + 1), block));
    first = i + 1;
  }
  if (first < tokens.length) found.push(sentence(tokens.slice(first), block));
  return found;
}

function endsSentence(raw: string, tokens: readonly Token[], i: number): boolean {
  const { text } = tokens[i]!;
  if (!END.test(text)) return false;
  if (!/^(?:[.!?…]|\.{2,})$/u.test(text)) return closesOnAbbreviation(tokens, i);
  let next = i + 1;
  while (next < tokens.length && CLOSING.test(tokens[next]!.text) && tokens[next]!.start === tokens[next - 1]!.end)
    next++;
  const following = tokens[next];
  return (
    !following ||
    (following.start > tokens[next - 1]!.end && OPENS_SENTENCE.test(raw.slice(following.start, following.start + 4)))
  );
}

const FUNCTION_WORD = classBit("function-word");

/** "… of the U.S. The next day": an abbreviation that ends its sentence too, as a capital function word shows. */
function closesOnAbbreviation(tokens: readonly Token[], i: number): boolean {
  const following = tokens[i + 1];
  if (!following || !/\p{L}\.$/u.test(tokens[i]!.text) || !/^\p{Lu}/u.test(following.text)) return false;
  return (
    following.text.length > 1 &&
    (lookUp(fold(following.text)).classes & FUNCTION_WORD) !== 0 &&
    !/^May$/u.test(following.text)
  );
}

const sentence = (tokens: Token[], block: number): Sentence => ({
  start: tokens[0]!.start,
  end: tokens.at(-1)!.end,
  block,
  tokens,
});
