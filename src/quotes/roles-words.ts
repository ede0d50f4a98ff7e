import type { Token } from "../document.ts";
import { remembering } from "../remembering.ts";

const set = (list: string) => new Set(list.split(/\s+/u).filter(Boolean));

export const lower = (token: Token): string => token.text.toLowerCase();

/** Whether a token can be a word of a name: "Reed", "U.S.", "38" is not. */
export const isCapital = (token: Token): boolean => /^[\p{Lu}\p{Lt}]/u.test(token.text);

export const isPossessive = (token: Token | undefined): boolean => token !== undefined && POSSESSIVE.test(token.text);
const POSSESSIVE = /^['’]s?$/;

/** Words that open a noun phrase and are no part of a role. */
export const DETERMINERS: ReadonlySet<string> = set(
  "even about roughly nearly a an the one another his her their its our my your this that these those some many several most other also both two three four five various few all any no each every certain",
);

/** Prepositions that attach an affiliation, or more of the role, to a role noun. */
export const PREPOSITIONS: ReadonlySet<string> = set("of at for with in from on to by under within inside about");

const CLOSED = set(
  `who whom whose which that and or but as when while where because if than then after before since until during against between
  among amid over beside besides alongside behind beyond towards toward outside around through across into onto upon without despite about like near not nor so yet though although whether there here
  is are was were be been being am has have had do does did will would can could may might shall should must
  said says say told tells tell asked asks wrote writes added adds called calls thinks thought believes believed warned warns noted notes
  argued argues claimed claims stated states insisted suggested predicted explained expressed confirmed announced went came
  met took gave got made saw knew left led held ran began put says he she it they we i you him them us me himself herself
  just only even still already later earlier ago today yesterday tomorrow meanwhile however`,
);

/** Whether a token ends the words that belong to one noun. */
export const isBreak = ({ text }: Token): boolean => breaks(text);

const breaks = remembering((text) => {
  // "She states", but "the United States ambassador"
  if (POSSESSIVE.test(text) || text === "States") return false;
  if (!/[\p{L}\p{N}]/u.test(text)) return !/^[&/]$/u.test(text);
  const word = text.toLowerCase();
  return (PREPOSITIONS.has(word) || CLOSED.has(word)) && !/^\p{Lu}{2,}$/u.test(text);
});

/** Whether a token joins the words on both of its sides: "a Cuban-American delegate". */
export const isHyphen = (tokens: readonly Token[], at: number): boolean =>
  /^[-‐‑]$/u.test(tokens[at]!.text) &&
  tokens[at - 1]?.end === tokens[at]!.start &&
  tokens[at + 1]?.start === tokens[at]!.end;

/** Number of tokens of "38-year-old" or "Chile-based" at a place, 0 where there is none. */
export function ageAt(tokens: readonly Token[], at: number): number {
  // "a Chile-based analyst"
  if (tokens[at + 1]?.text === "-" && /^(?:based|born|educated|trained)$/u.test(tokens[at + 2]?.text ?? "")) return 3;
  if (/\p{L}-(?:based|born|educated|trained)$/u.test(tokens[at]?.text ?? "")) return 1;
  if (!/^\d{1,3}(?:-year-old)?$/u.test(tokens[at]?.text ?? "")) return 0;
  if (tokens[at]!.text.length > 3) return 1;
  return tokens[at + 1]?.text === "-" && /^(?:year|month)s?-old$/u.test(tokens[at + 2]?.text ?? "") ? 3 : 0;
}

/** "PR" for "the Peninsula Review". */
export const initialsOf = (name: string): string =>
  name
    .replace(/^[Tt]he /u, "")
    .split(/[\s-]+/u)
    .map((word) => word.charAt(0))
    .filter((letter) => /\p{Lu}/u.test(letter))
    .join("");

/** Verbs by shape, which a lower-case premodifier of a name never is: "visiting", "elected" stay with their own lists. */
export const looksVerbal = (token: Token): boolean => /^\p{Ll}{2,}(?:ed|ing)$/u.test(token.text);
