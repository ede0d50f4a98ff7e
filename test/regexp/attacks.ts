import { type AST, RegExpParser } from "@eslint-community/regexpp";

const PARSER = new RegExpParser({ ecmaVersion: 2025 });
const CANDIDATES = [..."aA1 .,-–'\"“”(:/@x\n漢é"];
/** A repetition of more than this is worth a run. */
const LONG = 10;

/** Texts of about `length` characters that may cost a pattern more than its share: runs of what it repeats, and of its prefixes. */
export function attacksOn({ source, flags }: RegExp, length: number): string[] {
  const tree = PARSER.parsePattern(source, 0, source.length, {
    unicode: flags.includes("u"),
    unicodeSets: flags.includes("v"),
  });
  const runs: string[] = [];
  const write = writer(flags, (before, repeated) => {
    if (repeated) runs.push(before + fill(repeated, length), `${before}${fill(repeated, length)}\0`);
  });
  const whole = write(tree.alternatives, "");
  const step = Math.max(1, Math.ceil(whole.length / 12));
  for (let end = 1; end <= whole.length; end += step) runs.push(fill(whole.slice(0, end), length));
  return [...new Set([...runs, fill(whole, length)])];
}

const fill = (piece: string, length: number) => piece.repeat(Math.ceil(length / Math.max(1, piece.length)));

type OnRun = (before: string, repeated: string) => void;

/** Writes a text that a pattern is likely to match, and tells of each repetition in it what stands before and what is repeated. */
function writer(flags: string, onRun: OnRun) {
  const member = (raw: string) => {
    const one = new RegExp(raw, flags.replace(/[gy]/g, ""));
    return CANDIDATES.find((char) => one.test(char)) ?? raw.replace(/[\\[\]^]/g, "").slice(0, 1);
  };
  const alternatives = (all: readonly AST.Alternative[], before: string): string => {
    for (const other of all.slice(1, 4)) sequence(other, before);
    return all[0] ? sequence(all[0], before) : "";
  };
  const sequence = ({ elements }: AST.Alternative, before: string) => {
    let text = "";
    for (const element of elements) text += write(element, before + text);
    return text;
  };
  const write = (node: AST.Element, before: string): string => {
    if (node.type === "Quantifier") {
      const once = write(node.element, before);
      if (node.max > LONG) onRun(before, once);
      return once.repeat(Math.max(1, node.min));
    }
    if (node.type === "Character") return String.fromCodePoint(node.value);
    if (node.type === "CharacterClass" || node.type === "CharacterSet") return member(node.raw);
    if (node.type === "Group" || node.type === "CapturingGroup") return alternatives(node.alternatives, before);
    if (node.type === "Assertion" && node.kind === "lookbehind" && !node.negate)
      return alternatives(node.alternatives, before);
    return "";
  };
  return alternatives;
}
