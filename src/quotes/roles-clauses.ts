import type { Token } from "../document.ts";
import { ROLE_NOUNS } from "../lexicon/roles.ts";
import { readObject, trailingAffiliation } from "./affiliation-after.ts";
import type { Affiliation, NameTypes } from "./affiliation-names.ts";
import type { Description } from "./roles.ts";
import { isBreak, isPossessive, PREPOSITIONS } from "./roles-words.ts";

/** What somebody does for a living, and the role noun that the verb stands for. */
interface Occupation {
  readonly verb: string;
  readonly noun: string | null;
  /** Whether its object is the body itself: "heads the institute", but "studies the institute". */
  readonly ofBody: boolean;
}

const OCCUPATIONS: readonly Occupation[] = [
  { verb: "teach(?:es|ing)|taught|lectur(?:es|ed|ing)", noun: "lecturer", ofBody: false },
  {
    verb: String.raw`stud(?:ies|ied|ying)|research(?:es|ed|ing)|analy[sz](?:es|ed|ing)|speciali[sz](?:es|ed|ing)|follow(?:s|ed|ing)|track(?:s|ed|ing)|monitor(?:s|ed|ing)|cover(?:s|ed|ing)|(?:writes|wrote|writing|publish(?:es|ed|ing)) (?:on|about)|(?:focus(?:es|ed|ing)|work(?:s|ed|ing)) on`,
    noun: "specialist",
    ofBody: false,
  },
  {
    verb: String.raw`heads|headed|heading(?: up)?|leads|led|leading|runs|ran|running|chairs|chaired|chairing|direct(?:s|ed|ing)|manages|managed|oversees|oversaw|coordinat(?:es|ed|ing)`,
    noun: "head",
    ofBody: true,
  },
  { verb: "(?:co-)?founded|set up|started", noun: "founder", ofBody: true },
  { verb: "advises|advised|advising", noun: "consultant", ofBody: true },
  { verb: "speaks|spoke", noun: "spokesperson", ofBody: false },
  { verb: "owns", noun: "owner", ofBody: true },
  { verb: "represents", noun: null, ofBody: true },
  { verb: "work(?:s|ed|ing)", noun: null, ofBody: false },
];

/** The verbs of occupations, to be put into a pattern that ends after one. */
export const OCCUPATION_VERBS = OCCUPATIONS.map(({ verb }) => verb).join("|");

const ENDING = OCCUPATIONS.map((occupation) => ({
  ...occupation,
  pattern: new RegExp(String.raw`\b(?:${occupation.verb}) $`, "u"),
}));

/** Reads what follows an occupation's verb: "international relations at Reed University". */
export function readOccupation(
  gap: string,
  tokens: readonly Token[],
  from: number,
  limit: number,
  types: NameTypes,
): Description | null {
  const occupation = ENDING.find(({ pattern }) => pattern.test(gap));
  if (!occupation) return null;
  const { ofBody } = occupation;
  // "Who heads for Rome" heads nothing.
  if (ofBody && PREPOSITIONS.has(tokens[from]!.text)) return null;
  const object = ofBody ? readObject(tokens, from, limit, types) : null;
  const after = object?.end ?? skipTopic(tokens, from, limit);
  const tail = trailingAffiliation(tokens, after, limit, occupation.noun ?? "", types);
  const own = object && !object.isField ? object.affiliation : null;
  const affiliation = own && !own.anaphor ? own : (employer(tail.affiliation) ?? own);
  if (!affiliation) return null;
  // Who advises a person is an aide.
  const isAide = occupation.noun === "consultant" && affiliation.kind === "person";
  const isResearch = occupation.noun === "head" && tokens.slice(from, after).some(({ text }) => RESEARCH.test(text));
  const noun = isAide ? "adviser" : isResearch ? "specialist" : occupation.noun;
  return {
    role: null,
    noun,
    classes: (noun && ROLE_NOUNS.get(noun)) || [],
    plural: false,
    size: 0,
    former: /\b(?:taught|led|ran|oversaw|\p{L}+ed) $/u.test(gap) && !/founded $/u.test(gap),
    definiteness: "bare",
    affiliation,
    end: tail.end,
  };
}

// "Who runs metals research at the bank"
const RESEARCH = /^(?:research|strategy|analysis|economics|forecasting|analytics|studies)$/u;

const employer = (found: Affiliation | null) =>
  found && (/^(?:at|for|with|from)$/u.test(found.preposition ?? "") || found.classes.length > 0) ? found : null;

function skipTopic(tokens: readonly Token[], from: number, limit: number): number {
  let at = from;
  while (at < limit && (isPossessive(tokens[at]) || /^and$/u.test(tokens[at]!.text) || !isBreak(tokens[at]!))) at++;
  return at;
}
