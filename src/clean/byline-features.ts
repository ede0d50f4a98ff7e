import { BODY } from "./body.ts";
import { isRoleLine } from "./bylines.ts";
import { FEATURES, type WeighedLines } from "./features.ts";
import type { Line } from "./lines.ts";
import { isCommonWord, isFamilyName, isGivenName, isOtherName } from "./name-words.ts";
import { isBylineLabel, readSignature, type Signature } from "./signatures.ts";

/** Names of the features of a line as byline of the article: those of any line, and these. */
export const BYLINE_FEATURES: readonly string[] = [
  ...FEATURES,
  ...["form", "names", "isPerson", "nameWords", "given", "family", "common", "other", "rest", "label", "restRole"],
  ...["roleAfter", "bioAfter", "sameName", "isFirst", "isNear", "bio", "bestForm", "stated"],
  ...["toHeadline", "toBody", "fromBody", "score", "score@-1", "score@1", "near", "order"],
  ...["formOrder", "ofForm", "candidates"],
];

/** A line that names somebody as a byline does. */
export interface SignedLine extends Signature {
  readonly line: number;
}

/** Lines that may be the byline, with a row of features each. */
export function bylineRows(page: WeighedLines, headline: number): { candidates: SignedLine[]; rows: Float32Array } {
  const candidates = findSigned(page);
  const rows = new Float32Array(candidates.length * BYLINE_FEATURES.length);
  const names = candidates.length ? countNames(page, candidates) : new Map();
  const body = page.lines.flatMap((_, i) => (page.scores[i]! >= BODY ? [i] : []));
  const [first, last] = [body[0] ?? page.lines.length, body.at(-1) ?? -1];
  candidates.forEach((each, k) => {
    const { line } = each;
    rows.set(page.rows.subarray(line * FEATURES.length, (line + 1) * FEATURES.length), k * BYLINE_FEATURES.length);
    const own = [
      ...ofSignature(each, page.lines),
      ...ofName(each, k, names.get(nameOf(each))!),
      ...[headline < 0 ? 2 * FAR : clamp(line - headline), clamp(line - first), clamp(line - last)],
      ...[-1, 0, 1].map((by) => page.scores[line + by] ?? -1),
      ...ofOrder(each, k, candidates),
    ];
    rows.set(own, k * BYLINE_FEATURES.length + FEATURES.length);
  });
  return { candidates, rows };
}

// No page has more lines that could be the byline than this; a list of names is none.
const MOST = 250;
const FAR = 60;
const clamp = (distance: number) => Math.max(-FAR, Math.min(FAR, distance));
const nameOf = ({ authors }: Signature) => authors[0]!.name;

// Of what a rule knows for chrome, teasers or credits, only the owner of the site and "More by Ann Lee" tell of authors.
const [RULE, GOOD] = [FEATURES.indexOf("rule"), FEATURES.indexOf("good")] as const;
const isChrome = (rule: number) => rule === 1 || rule === 2 || rule === 5;
const TELLS_OF_AUTHOR = /©|copyright|\bby\b/i;

function findSigned({ lines, rows, scores }: WeighedLines): SignedLine[] {
  const found: SignedLine[] = [];
  for (let line = 0; line < lines.length && found.length < MOST; line++) {
    const { text } = lines[line]!;
    if (isChrome(rows[line * FEATURES.length + RULE]!) && !TELLS_OF_AUTHOR.test(text)) continue;
    const isProse = scores[line]! >= BODY && rows[line * FEATURES.length + GOOD]! > 0;
    const signature = readSignature(text, lines[line - 1]?.text ?? "", isProse);
    if (signature) found.push({ ...signature, line });
  }
  return found;
}

function ofSignature({ form, authors, line }: SignedLine, lines: readonly Line[]): number[] {
  const [before = "", text = "", after = ""] = [-1, 0, 1].map((by) => lines[line + by]?.text);
  const { name, isPerson, end } = authors[0]!;
  const words = name.split(" ");
  const common = words.filter((word) => isCommonWord(word)).length;
  return [
    ...[form, authors.length, +isPerson, words.length, +isGivenName(words[0]!), +isFamilyName(words.at(-1)!), common],
    ...[+isOtherName(name), text.length - name.length, +isBylineLabel(before), +isRoleLine(text.slice(end).trim())],
    ...[+isRoleLine(after), +(after.startsWith(`${words[0]} `) || after.includes(`${name} `))],
  ];
}

/** What the rest of the page does with a name. */
interface NameCount {
  /** Indexes of the candidates that begin with it. */
  readonly places: number[];
  readonly lines: number[];
  bestForm: number;
  readonly hasBio: boolean;
  readonly stated: number;
}

const BIO = /^(?<name>\p{Lu}.{2,60}?) (?:is|was|has|writes|covers|works|lives|joined|serves|leads|holds|spent)\b/u;

function countNames({ lines, statements }: WeighedLines, candidates: readonly SignedLine[]): Map<string, NameCount> {
  const bios = new Set(lines.map(({ text }) => (text.length > 40 ? BIO.exec(text.slice(0, 80))?.groups?.name : "")));
  const authors = statements.filter(({ field }) => field === "author").map(({ value }) => foldName(value));
  const names = new Map<string, NameCount>();
  candidates.forEach((each, k) => {
    const name = nameOf(each);
    const known = names.get(name) ?? {
      ...{ places: [], lines: [], bestForm: each.form, hasBio: bios.has(name), stated: statedHow(name, authors) },
    };
    known.places.push(k);
    known.lines.push(each.line);
    known.bestForm = Math.min(known.bestForm, each.form);
    names.set(name, known);
  });
  return names;
}

const NEAR = 12;
const ofName = ({ line }: SignedLine, k: number, known: NameCount): number[] => [
  ...[known.places.length, +(known.places[0] === k)],
  ...[known.lines.filter((each) => Math.abs(each - line) < NEAR).length, +known.hasBio, known.bestForm, known.stated],
];

const foldName = (name: string) =>
  name
    .normalize("NFKD")
    .replace(/[^\p{L} ]/gu, "")
    .toLowerCase();

/** Whether the markup names this author: -1 where it names nobody, 1 where another, 2 this one among others, 3 this one. */
function statedHow(name: string, authors: readonly string[]): number {
  if (!authors.length) return -1;
  const folded = foldName(name);
  return authors.includes(folded) ? 3 : authors.some((each) => each.includes(folded)) ? 2 : 1;
}

const AMONG = 8;
function ofOrder({ form, line }: SignedLine, k: number, candidates: readonly SignedLine[]): number[] {
  const near = candidates.filter((each) => each.line !== line && Math.abs(each.line - line) <= AMONG).length;
  const before = candidates.filter((each, j) => j < k && each.form === form).length;
  const same = candidates.filter((each) => each.form === form).length;
  return [near, k, before, same, candidates.length];
}
