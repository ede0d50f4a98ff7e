import type { Token } from "../document.ts";
import { FORMER, ROLE_MODIFIERS, roleNoun } from "../lexicon/roles.ts";
import { affiliationOf, type NameTypes, nameEnd } from "./affiliation-names.ts";
import { affiliationOnly, capacityOnly, type Description, parseDescription } from "./roles.ts";
import { DETERMINERS, isBreak, isCapital, isHyphen, isPossessive, looksVerbal, lower } from "./roles-words.ts";
import { lastAtOrBefore } from "./speakers-index.ts";

const BEFORE_LIMIT = 24;

/** A name in its sentence. */
export interface Named {
  readonly raw: string;
  readonly tokens: readonly Token[];
  /** Index of its first token, and of the first behind it. */
  readonly name: number;
  readonly after: number;
  readonly types: NameTypes;
}

/** What reads the description before a name, by the id of the construction. */
export const BEFORE: Readonly<Record<string, (named: Named) => Description | null>> = {
  "title-before-name": readTitle,
  "founded-by": readFounder,
  "work-led-by": readLeader,
  "such-as": readExample,
  "named-as": readNamed,
  "body-s-name": readOwner,
  "description-comma-name": readBefore,
};

/** Reads the title that ends where a name begins. */
function readTitle({ tokens, name: next, types }: Named): Description | null {
  // "Prof. Dr. Ann Lee"
  const short = beforeHonorific(tokens, next);
  const name = beforeRetired(tokens, /^Dr\.?$/u.test(tokens[short]!.text) && isScholar(tokens, short) ? short : next);
  const last = tokens[name - 1];
  if (!last || (!roleNoun(last.text) && !endsFixedRole(tokens, name))) return null;
  let from = name - 1;
  while (from > 0 && name - from < BEFORE_LIMIT && belongsToTitle(tokens, from - 1, name)) from--;
  const description = parseDescription(tokens, from, name, types);
  return description?.plural ? null : description;
}

/** Where "(retd)" begins between a rank and a name; the name itself without one. */
function beforeRetired(tokens: readonly Token[], name: number): number {
  const open = [name - 3, name - 4].find((at) => tokens[at]?.text === "(");
  return open && tokens[name - 1]!.text === ")" && /^ret(?:d|ired)?$/iu.test(tokens[open + 1]!.text) ? open : name;
}

const isScholar = (tokens: readonly Token[], at: number) =>
  tokens.slice(Math.max(0, at - 2), at).some((token) => /^Prof(?:\.|essor)?$/u.test(token.text));

const endsFixedRole = (tokens: readonly Token[], name: number) =>
  /^(?:state|defense|defence|staff|parliament|congress|treasury|police|mission)$/iu.test(tokens[name - 1]!.text) &&
  tokens.slice(Math.max(0, name - 4), name).some((token) => roleNoun(token.text));

function belongsToTitle(tokens: readonly Token[], at: number, name: number): boolean {
  const token = tokens[at]!;
  if (isPossessive(token)) return at > 0;
  // "Vice-president Ann Lee", "Third-grade teacher Ann Lee"
  if (isHyphen(tokens, at)) return true;
  const word = lower(token);
  if (word === "and") return roleNoun(tokens[at - 1]?.text ?? "") !== null && at + 4 >= name - 3;
  if (word === "of")
    return (
      isCapital(tokens[at + 1]!) && at > 0 && (isCapital(tokens[at - 1]!) || roleNoun(tokens[at - 1]!.text) !== null)
    );
  if (DETERMINERS.has(word) || isBreak(token)) return false;
  // "will meet minister Ann Lee"
  if (MODALS.test(tokens[at - 1]?.text ?? "") && !isCapital(token) && !ROLE_MODIFIERS.has(word)) return false;
  if (at === 0 && isCapital(token) && OPENERS.test(token.text)) return false;
  // "NSW Farmers president", but no "Officials"
  if (roleNoun(token.text)?.plural && !(at > 0 && isCapital(token) && isCapital(tokens[at - 1]!))) return false;
  if (isCapital(token) || roleNoun(token.text) || ROLE_MODIFIERS.has(word) || FORMER.has(word)) return true;
  return /^[\p{L}\d/&-]+$/u.test(token.text) && !looksVerbal(token) && name - at < 6;
}
const MODALS = /^(?:to|will|would|can|could|may|might|shall|should|must|did|does|do|not)$/u;
const OPENERS =
  /^(?:Yet|Then|Now|Still|Also|Even|Once|Today|Yesterday|Meanwhile|Instead|Indeed|Perhaps|Overall|Additionally|Similarly)$/u;

const HONORIFIC =
  /^(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Dame|Lady|Lord|Rev|Hon|Alhaji|Hajiya|Alhaja|Malam|Mallam|Comrade|Engr|Barr|Chief|Pastor|Shri|Smt|Sri|Haji|Datuk|Sheikh|Don|Doña)$/u;

/** Where "Dr." or "Alhaji" begins before a name; the name itself without one. */
function beforeHonorific(tokens: readonly Token[], name: number): number {
  const stop = tokens[name - 1]?.text === "." ? name - 1 : name;
  return HONORIFIC.test(tokens[stop - 1]?.text.replace(".", "") ?? "") ? stop - 1 : name;
}

/** Reads "the director of the institute, NAME": the description that ends at the comma before a name. */
function readBefore({ tokens, name, after, types }: Named): Description | null {
  const comma = beforeHonorific(tokens, name) - 1;
  if (!/^(?:,|--|—|–)$/u.test(tokens[comma]?.text ?? "")) return null;
  // "He backs Orr as the nominee, Lee said": in the middle of a sentence an apposition has a second comma.
  const isClosed = after >= tokens.length || /^(?:[,.”"—–]|--)$/u.test(tokens[after]!.text);
  let best: Description | null = null;
  for (let from = comma - 1; from >= 0 && comma - from < BEFORE_LIMIT; from--) {
    const token = tokens[from]!;
    if (/^[,;:—–()“”"]$/u.test(token.text)) break;
    if (!isClosed && from > 0 && !/^[“"]$/u.test(tokens[from - 1]!.text)) continue;
    const opens = DETERMINERS.has(lower(token)) || isCapital(token) || from === 0;
    if (!opens) continue;
    const description = parseDescription(tokens, from, comma, types);
    if (description && description.end === comma && !description.plural && description.definiteness !== "bare")
      best = description;
  }
  return best;
}

const FOUNDED = /^(?:founded|headed|led|run|chaired|owned|created|started|formed|directed)$/u;

/** Reads "Lotus Partners, a hedge fund founded by NAME": the body that opens the sentence or its clause. */
function readFounder({ raw, tokens, name, types }: Named): Description | null {
  const by = tokens[name - 1];
  if (by?.text !== "by" || !FOUNDED.test(tokens[name - 2]?.text ?? "")) return null;
  for (let from = name - 3; from >= Math.max(0, name - 14); from--) {
    const opens = from === 0 || /^[,.;]$/u.test(tokens[from - 1]!.text);
    if (!opens || !isCapital(tokens[from]!)) continue;
    const end = nameEnd(tokens, from, name - 2);
    const gap = raw.slice(tokens[end - 1]!.end, by.start);
    return /^,? (?:an?|the) /u.test(gap) ? affiliationOnly(affiliationOf(tokens, from, end, types), end) : null;
  }
  return null;
}

// The longest way between a role and "identified as".
const LONGEST_GAP = 80;
const NAMED_AS =
  /(?:,? who (?:\p{Ll}+ )?(?:identified|introduced) (?:him|her)self(?: only| simply)? as|,? who gave (?:his|her) (?:\p{Ll}+ )?name(?: only)? as|,?(?: who was)? identified(?: only| simply)? as| named) $/u;

/** Reads "a farmer, who gave his name as NAME". */
function readNamed({ raw, tokens, name, types }: Named): Description | null {
  if (!/^(?:as|named)$/u.test(tokens[name - 1]?.text ?? "")) return null;
  const to = tokens[name]!.start;
  const gap = NAMED_AS.exec(raw.slice(Math.max(0, to - LONGEST_GAP), to));
  if (!gap) return null;
  const last = lastAtOrBefore(tokens, to - gap[0].length - 1);
  for (let from = last; from >= Math.max(0, last - BEFORE_LIMIT / 2); from--) {
    if (/^[,;.“”"]$/u.test(tokens[from]!.text)) return null;
    if (!DETERMINERS.has(lower(tokens[from]!))) continue;
    const description = parseDescription(tokens, from, last + 1, types);
    const isNew = description?.definiteness === "indefinite" && !description.plural;
    return isNew && description.end === last + 1 ? description : null;
  }
  return null;
}

const WORK = /^(?:study|work|research|survey|analysis|project|paper|experiment|trial|expedition|excavation|dig)$/u;
const CARRIED_OUT = /^(?:led|conducted|headed|directed|overseen|written|authored|undertaken)$/u;

/** Reads "the study, led by Dr. NAME". */
function readLeader({ tokens, name }: Named): Description | null {
  const by = beforeHonorific(tokens, name) - 1;
  if (tokens[by]?.text !== "by" || !CARRIED_OUT.test(tokens[by - 1]?.text ?? "")) return null;
  const noun = tokens[by - 2]?.text === "," ? by - 3 : by - 2;
  return WORK.test(tokens[noun]?.text ?? "") ? capacityOnly("scientist", name) : null;
}

/** Reads "the Reed Institute's NAME": a body before the possessive. */
function readOwner({ tokens, name, types }: Named): Description | null {
  if (!isPossessive(tokens[name - 1])) return null;
  let from = name - 1;
  while (from > 0 && name - from < 8 && isCapital(tokens[from - 1]!)) from--;
  while (from < name - 1 && DETERMINERS.has(lower(tokens[from]!))) from++;
  if (from === name - 1) return null;
  const affiliation = affiliationOf(tokens, from, name - 1, types);
  return affiliation.kind === "body" ? affiliationOnly(affiliation, name) : null;
}

/** Reads "economists such as NAME": what the many are, this one is. */
function readExample({ tokens, name, types }: Named): Description | null {
  const word = tokens[name - 1]?.text ?? "";
  const end =
    word === "like" || word === "including"
      ? name - 1
      : word === "as" && tokens[name - 2]?.text === "such"
        ? name - 2
        : -1;
  const noun = tokens[end - 1]?.text === "," ? end - 2 : end - 1;
  if (end < 1 || !roleNoun(tokens[noun]?.text ?? "")?.plural) return null;
  let from = noun;
  while (
    from > 0 &&
    noun - from < 4 &&
    /^[\p{L}-]+$/u.test(tokens[from - 1]!.text) &&
    !isBreak(tokens[from - 1]!) &&
    !looksVerbal(tokens[from - 1]!)
  )
    from--;
  return parseDescription(tokens, from, noun + 1, types);
}
