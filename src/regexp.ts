// V8 compiles `\p{L}` in Unicode mode into a tree of surrogate pairs, once for each place where it stands: a pattern with a
// dozen of them takes tens of milliseconds before its first answer, and each answer four to ten times as long.

/** Code units whose classes are told one by one: Latin, Greek, Cyrillic, Armenian, Hebrew; Latin with two marks. */
const TOLD: readonly (readonly [from: number, to: number])[] = [
  [0x0000, 0x05ff],
  [0x1e00, 0x1fff],
];
/** The same classes elsewhere, by blocks: scripts without case, marks, digits. */
const BLOCKS: Readonly<Record<string, string>> = {
  L: "\\u0620-\\u064a\\u066e-\\u1dbf\\u2c00-\\u2dff\\u3005\\u3041-\\u3096\\u30a1-\\u30fa\\u3105-\\u318e\\u3400-\\u4dbf\\u4e00-\\ud7a3\\uf900-\\ufb1c\\ufb1f-\\ufdfb\\ufe70-\\ufefc\\uff21-\\uff3a\\uff41-\\uff5a\\uff66-\\uffdc",
  Lu: "\\u10a0-\\u10cd\\uff21-\\uff3a",
  Ll: "\\u10d0-\\u10ff\\uff41-\\uff5a",
  M: "\\u064b-\\u065f\\u0670\\u0900-\\u0903\\u093a-\\u094f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\u3099\\u309a\\ufe00-\\ufe0f\\ufe20-\\ufe2f",
  N: "\\u0660-\\u0669\\u06f0-\\u06f9\\u0966-\\u096f\\u2070-\\u2089\\u2150-\\u218b\\u2460-\\u249b\\u3007\\uff10-\\uff19",
};
const ranges = new Map<string, string>();

/** The members of a Unicode class as ranges of code units, to stand between brackets. */
function rangesOf(name: string): string {
  const known = ranges.get(name);
  if (known !== undefined) return known;
  const found = told(new RegExp(`\\p{${name}}`, "u")) + BLOCKS[name];
  ranges.set(name, found);
  return found;
}

function told(member: RegExp): string {
  let text = "";
  for (const [from, to] of TOLD)
    for (let start = from; start <= to; start++) {
      let end = start;
      while (end <= to && member.test(String.fromCharCode(end))) end++;
      if (end > start) text += `${unit(start)}-${unit(end - 1)}`;
      start = end;
    }
  return text;
}

const unit = (code: number) => `\\u${code.toString(16).padStart(4, "0")}`;

const PIECE = /\\p\{(?<name>[^}]+)\}|\\[\s\S]|[[\]]|[^\\[\]]+/g;
const NEEDS_UNICODE = /\\P|\\u\{|[\ud800-\udfff]/;

/**
 * The same pattern without the `u` flag. Letters beyond the Basic Multilingual Plane belong to no class then, and those of
 * scripts without case are told by their blocks. A pattern that can't do without Unicode mode is given back as it is.
 */
export function withoutUnicodeMode(pattern: RegExp): RegExp {
  if (!pattern.unicode || NEEDS_UNICODE.test(pattern.source)) return pattern;
  let source = "";
  let inBrackets = false;
  for (const [piece, name] of pattern.source.matchAll(PIECE)) {
    if (name !== undefined) {
      if (!(name in BLOCKS)) return pattern;
      source += inBrackets ? rangesOf(name) : `[${rangesOf(name)}]`;
    } else {
      if (piece === "[") inBrackets = true;
      if (piece === "]") inBrackets = false;
      source += piece;
    }
  }
  return new RegExp(source, pattern.flags.replace("u", ""));
}

/** A rule with each of its patterns without Unicode mode. */
export const ruleWithoutUnicodeMode = <Rule extends object>(rule: Rule): Rule =>
  Object.fromEntries(
    Object.entries(rule).map(([key, value]) => [key, value instanceof RegExp ? withoutUnicodeMode(value) : value]),
  ) as Rule;

/** Tells whether any pattern is found, none of them global: those with the same flags are looked for as one, since most texts have none and each look has its price. */
export function anyOf(patterns: readonly RegExp[]): (text: string) => boolean {
  const sources = new Map<string, string[]>();
  for (const { source, flags } of patterns.map(withoutUnicodeMode))
    sources.set(flags, [...(sources.get(flags) ?? []), `(?:${source})`]);
  const joined = [...sources].map(([flags, each]) => new RegExp(each.join("|"), flags));
  return (text) => joined.some((pattern) => pattern.test(text));
}

/** The matches of a global pattern that never matches nothing. `matchAll` copies its pattern for each text, source and all. */
export function allMatches(text: string, pattern: RegExp): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) found.push(match);
  return found;
}
