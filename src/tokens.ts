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
const PIECE = piece("\\p{L}\\p{M}", "\\p{N}", "yu");
// The same for text without other scripts, where a plain expression is twice as fast.
const LATIN = /^[\0-\u00a9\u00ab-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf-\u024f\u2010-\u2027\u20ac]*$/;
const LATIN_PIECE = piece("A-Za-z\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u024f", "0-9", "y");

const POSSESSIVE = /['’]s$/iu;
/** What a word of several tokens has. */
const JOINT = /[-‐‑'’]/;

/** Cuts raw text between two offsets into tokens; a possessive 's is a token of its own, hyphens between words too. */
export function tokenize(raw: string, start: number, end: number): Token[] {
  const tokens: Token[] = [];
  const text = raw.slice(start, end);
  const piece = LATIN.test(text) ? LATIN_PIECE : PIECE;
  for (let at = 0, next = 0; at < text.length; at = next) {
    next = text.charCodeAt(at) === SPACE ? at + 1 : endOfPlainToken(text, at);
    if (next > at) {
      if (text.charCodeAt(at) !== SPACE)
        tokens.push({ start: start + at, end: start + next, text: text.slice(at, next) });
      continue;
    }
    piece.lastIndex = at;
    // What is no piece is white space.
    next = piece.test(text) ? piece.lastIndex : at + 1;
    if (piece.lastIndex === next) addPiece(tokens, raw, start + at, text.slice(at, next), end);
  }
  return tokens;
}

const SPACE = 0x20;
const STOP = 0x2e;
/** Marks that are tokens by themselves, whatever comes then. */
const MARKS = Uint8Array.from({ length: 128 }, (_, code) => ('!"),:;?'.includes(String.fromCharCode(code)) ? 1 : 0));

/** Where the token ends that begins here if it is such a mark or a word of ASCII letters alone, else `at`: so are most, and PIECE takes longer. */
function endOfPlainToken(text: string, at: number): number {
  let next = at;
  let code = text.charCodeAt(at);
  if (MARKS[code]) return at + 1;
  while ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a) code = text.charCodeAt(++next);
  const isEnd = next === text.length || code === SPACE || MARKS[code] || (code === STOP && next - at > 1);
  return isEnd ? next : at;
}

/** Adds the tokens of a piece of text. */
function addPiece(tokens: Token[], raw: string, at: number, word: string, end: number): void {
  if (word === "." && joinsAbbreviation(tokens.at(-1), at) && !closesCompany(raw, tokens.at(-1)!, end)) {
    const before = tokens.pop()!;
    tokens.push(token(raw, before.start, at + 1));
    return;
  }
  if (!JOINT.test(word)) {
    tokens.push({ start: at, end: at + word.length, text: word });
    return;
  }
  const tail = word.length > 2 && POSSESSIVE.test(word) ? 2 : 0;
  const cuts = [...hyphenCuts(word.slice(0, word.length - tail)), ...(tail ? [word.length - tail] : [])];
  let from = 0;
  for (const cut of [...cuts, word.length]) {
    tokens.push(token(raw, at + from, at + cut));
    from = cut;
  }
}

// "Samsung Co. said", but "he left Samsung Co."
const COMPANY = /^(?:Inc|Ltd|Co|Corp|Bros)$/u;
const closesCompany = (raw: string, before: Token, end: number) =>
  COMPANY.test(before.text) && /^\s*$/u.test(raw.slice(before.end + 1, Math.min(end, before.end + 40)));

const token = (raw: string, start: number, end: number): Token => ({ start, end, text: raw.slice(start, end) });
const joinsAbbreviation = (before: Token | undefined, at: number) =>
  before?.end === at && ABBREVIATION.test(before.text);

const CLOSING = /^["'”’)\]»]+$/u;
const OPENS_SENTENCE = /^["'“‘(«[]*[\p{Lu}\p{N}\p{Lo}“"‘']/u;

/** Splits the article's blocks into sentences. A sentence never crosses a block or a line break. */
export function splitSentences(doc: Has<"blocks">): Sentence[] {
  const sentences: Sentence[] = [];
  for (const [index, block] of doc.blocks.entries())
    if (ARTICLE_ROLES.has(block.role))
      for (const line of lines(doc.raw, block)) addSentences(sentences, doc.raw, line, index);
  return cutJoinedNames(doc.raw, sentences);
}

const JOINED = /^\p{Lu}\p{L}+-\p{Lu}\p{L}+$/u;
const isJoined = ({ text }: Token) => text.length > 4 && text.includes("-") && JOINED.test(text);

/** Cuts "Roe-Lee" in a text that also has "Roe" and "Lee" by themselves, more than once each. */
function cutJoinedNames(raw: string, sentences: Sentence[]): Sentence[] {
  const joined = new Set(sentences.filter(({ tokens }) => tokens.some(isJoined)));
  if (joined.size === 0) return sentences;
  const counts = new Map<string, number>();
  for (const { tokens } of joined)
    for (const whole of tokens) if (isJoined(whole)) for (const part of whole.text.split("-")) counts.set(part, 0);
  for (const { tokens } of sentences)
    for (const { text } of tokens) {
      const count = counts.get(text);
      if (count !== undefined) counts.set(text, count + 1);
    }
  const cut = (whole: Token): Token[] => {
    const hyphen = whole.start + whole.text.indexOf("-");
    if (!isJoined(whole) || whole.text.split("-").some((part) => counts.get(part)! < 2)) return [whole];
    return [token(raw, whole.start, hyphen), token(raw, hyphen, hyphen + 1), token(raw, hyphen + 1, whole.end)];
  };
  return sentences.map((one) => (joined.has(one) ? { ...one, tokens: one.tokens.flatMap(cut) } : one));
}

const LINE = /[^\r\n]+/g;

function lines(raw: string, span: Span): readonly Span[] {
  const text = raw.slice(span.start, span.end);
  if (!/[\r\n]/.test(text)) return text ? [span] : [];
  return Array.from(text.matchAll(LINE), ({ index, 0: line }) => {
    const start = span.start + index;
    return { start, end: start + line.length };
  });
}

function addSentences(sentences: Sentence[], raw: string, line: Span, block: number): void {
  const tokens = tokenize(raw, line.start, line.end);
  let first = 0;
  for (let i = 0; i < tokens.length; i++) {
    if (!endsSentence(raw, tokens, i)) continue;
    while (i + 1 < tokens.length && CLOSING.test(tokens[i + 1]!.text) && tokens[i + 1]!.start === tokens[i]!.end) i++;
    sentences.push(sentence(tokens.slice(first, i + 1), block));
    first = i + 1;
  }
  if (first < tokens.length) sentences.push(sentence(tokens.slice(first), block));
}

const ENDS = ".!?…";

function endsSentence(raw: string, tokens: readonly Token[], i: number): boolean {
  const { text } = tokens[i]!;
  if (!ENDS.includes(text[text.length - 1]!)) return false;
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
