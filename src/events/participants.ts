import type { Entity, EventKind, Span } from "../document.ts";
import { ROLE_MODIFIERS, roleNoun } from "../lexicon/roles.ts";
import { withoutUnicodeMode } from "../regexp.ts";
import { bodyBefore, type Memory, pairBefore, personBefore } from "./pronouns.ts";
import type { Located, Scene } from "./scene.ts";
import type { TriggerRule } from "./triggers.ts";

type Takes = (entity: Entity) => boolean;

// Whose acts these are: people visit, states and bodies too hold talks and vote.
const ONLY_PEOPLE: ReadonlySet<EventKind> = new Set(["visit", "call"]);
// Acts of one side.
const ONE_SIDED: ReadonlySet<EventKind> = new Set(["visit", "vote", "launch", "test"]);

/** Finds who takes part in an event: subject or owner, and those it is held with. */
export function findParticipants(scene: Scene, trigger: Span, rule: TriggerRule, memory: Memory): Entity[] {
  if (rule.kind === "election") return [];
  const takes: Takes = ({ type }) =>
    type === "person" || (!ONLY_PEOPLE.has(rule.kind) && (type === "place" || type === "organization"));
  const owned = rule.form === "noun" ? owners(scene, trigger, takes, memory) : null;
  const first = owned ?? (rule.owned ? [] : subjects(scene, trigger, rule, takes, memory));
  const others = ONE_SIDED.has(rule.kind) ? [] : partners(scene, trigger, rule, takes);
  return [...new Set([...first, ...others])];
}

const LINKED = withoutUnicodeMode(/^(?: [\p{L}\p{N}-]+){0,5} (?:between|by) (?:the |then-)?/u);
const OWNED = withoutUnicodeMode(/^['’]s?\s(?:[\p{L}\p{N}-]+\s){0,4}$/u);
const OWNER_PRONOUN = withoutUnicodeMode(/\b(his|her|their|its)\s(?:[\p{L}\p{N}-]+\s){0,4}$/iu);
const OWNER_NOUN = withoutUnicodeMode(
  /\b[Tt]he (?:[\p{L}-]+ ){0,2}(?:president|leader|minister|premier|chancellor|dictator|autocrat|diplomat|envoy|general)['’]s\s(?:[\p{L}\p{N}-]+\s){0,3}$/u,
);

/** "Roe’s visit", "her visit", "talks between A and B", "visits by A and B": those that the noun itself names. */
function owners(scene: Scene, trigger: Span, takes: Takes, memory: Memory): Entity[] | null {
  const { raw, sentence, mentions } = scene;
  const linked = LINKED.exec(raw.slice(trigger.end, Math.min(sentence.end, trigger.end + 80)));
  const named = linked ? listed(scene, trigger.end + linked[0].length, takes) : [];
  if (named.length) return named;
  const possessor = mentions.findLast(
    ({ mention, entity }) =>
      takes(entity) && mention.end <= trigger.start && OWNED.test(raw.slice(mention.end, trigger.start)),
  );
  if (possessor) return [possessor.entity];
  const before = raw.slice(Math.max(sentence.start, trigger.start - 60), trigger.start);
  const noun = OWNER_NOUN.exec(before);
  if (noun) return personBefore(scene, trigger.start - before.length + noun.index, memory);
  const pronoun = OWNER_PRONOUN.exec(before);
  if (!pronoun) return null;
  const at = trigger.start - before.length + pronoun.index;
  if (/^its$/iu.test(pronoun[1]!)) return bodyBefore(scene, at, takes);
  return /^their$/iu.test(pronoun[1]!) ? pairBefore(scene, at, memory) : personBefore(scene, at, memory);
}

const PRONOUN =
  /(?<!\b(?:by|from|in|of)\s)\b(he|she|they|the (?:two )?(?:leaders|sides|countries|presidents|men)|the two|both)\b(?!.*\b(?:he|she|they)\b)/iu;
const NOMINAL = withoutUnicodeMode(
  /\b[Tt]he (?:[\p{L}-]+ ){0,2}(?:president|leader|minister|premier|chancellor|dictator|autocrat|diplomat|envoy|general)\b/u,
);
// Verbs that one goes on a journey with.
const TRAVELS = withoutUnicodeMode(
  /\b(?:embark|made|make|makes|making|beg[aiu]n|begins|beginning|pa(?:y|ys|id|ying)|start|end|conclud|complet|wrap|arriv|go|goes|went|going|on|plan|cancel|call|postpon|t(?:ake|akes|ook|aking)|kick|cut|extend|set|left|depart)\p{L}*\b/u,
);

// "Lee skipped the summit": whom it was without.
const ABSENT = withoutUnicodeMode(
  /\b(?:absen\p{L}+ from|(?:barred|excluded|withdr[ae]w\p{L}*) from|(?:pull|bow)\p{L}* out of|stay\p{L}* away from|(?:boycott|miss|shun|skip|snub)\p{L}*)\b[^,;]*$/u,
);
// "Lee said that officials of both sides would meet": those who have no name are subjects too.
const UNNAMED = withoutUnicodeMode(
  /\b(?:that|because|but|when|where|while)\s(?:\p{Ll}+\s){0,4}\p{Ll}+(?:s|men|people)\s(?:(?:by|from|in|of)\s[^,;]{1,40}\s)?(?:are|could|had|have|may|might|must|should|to|were|will|would)\s(?:\p{Ll}+\s){0,2}$/u,
);

/** The subject before a verb, or before the verb that governs a noun. */
function subjects(scene: Scene, trigger: Span, rule: TriggerRule, takes: Takes, memory: Memory): Entity[] {
  const { raw, sentence, mentions } = scene;
  const before = mentions.filter(({ mention }) => mention.end <= trigger.start);
  const at = before.findLastIndex((located) => takes(located.entity) && canBeSubject(raw, sentence, located));
  const nearest = before[at];
  const start = nearest?.mention.end ?? sentence.start;
  const text = raw.slice(start, trigger.start);
  if (ABSENT.test(text) || (rule.form === "verb" && UNNAMED.test(text))) return [];
  if (rule.kind === "visit" && rule.form === "noun" && !TRAVELS.test(text)) return visitor(scene, trigger, memory);
  const pronoun = PRONOUN.exec(text);
  const noun = NOMINAL.exec(text);
  if (pronoun) {
    const isOne = /^s?he$/iu.test(pronoun[1]!);
    return (isOne ? personBefore : pairBefore)(scene, start + pronoun.index, memory);
  }
  if (noun) return personBefore(scene, start + noun.index, memory);
  return nearest ? coordinated(raw, before, at, takes) : [];
}

/** "With the visit taking place on May 15", "followed by visits to Chile on May 23": whom the text is about. */
function visitor({ raw, sentence, timexes }: Scene, trigger: Span, memory: Memory): Entity[] {
  const dated = timexes.some(({ start }) => start >= trigger.end && start - trigger.end < 40);
  const isNew = /\b(?:with the|followed by|after)\s(?:[\p{Ll}-]+\s)?$/u.test(
    raw.slice(Math.max(sentence.start, trigger.start - 60), trigger.start),
  );
  return dated && isNew && memory.subject ? [memory.subject] : [];
}

// A person under a preposition is no subject; "Minister of the Interior Lee" is.
const UNDER = withoutUnicodeMode(
  /(?<!\b(?:Minister|Secretary|President|Chief|Head|Chairman|Chairwoman|Director|Speaker|Premier)\s)\b(?:with|by|of|to|between|from|against)\s(?:(?:the|his|her|then|leader|president|minister|counterpart|premier)\s|then-|\p{Lu}[\p{L}.'’-]*\s){0,5}$/u,
);
const OPENS_CLAUSE =
  /(?:^|[.,;:“"’'\n—–-]|\b(?:and|but|that|as|while|when|because|before|after|whether|if|[Ll]eaders of)\b)\s*(?:[Tt]he\s)?$/u;

function canBeSubject(raw: string, sentence: Span, { mention, entity }: Located): boolean {
  if (/^['’]/u.test(raw.slice(mention.end, mention.end + 1))) return false;
  const before = raw.slice(Math.max(sentence.start, mention.start - 60), mention.start);
  if (entity.type === "person") return !UNDER.test(before.slice(before.lastIndexOf(",") + 1));
  // "North Korean leader Kim": a state before another noun is no subject; else it opens its clause or list.
  if (/^\s\p{Ll}+\s\p{Lu}/u.test(raw.slice(mention.end, mention.end + 24))) return false;
  return OPENS_CLAUSE.test(before);
}

const LISTED_BEFORE = withoutUnicodeMode(/^(?:\s\([^)]{1,6}\))?(?:,|,? and|,? &)\s(?:[\p{L}.’'-]+\s){0,5}$/u);

/** A mention and those before it in one list: "China, Japan and South Korea", "Lee and U.S. President Roe". */
function coordinated(raw: string, before: readonly Located[], at: number, takes: Takes): Entity[] {
  const found = [before[at]!.entity];
  let next = before[at]!;
  let start = next.mention.start;
  for (const located of before.slice(0, at).reverse()) {
    const { mention, entity } = located;
    if (isTitleOf(raw, mention, next)) {
      start = mention.start;
      continue;
    }
    const gap = raw.slice(mention.end, start);
    if (!LISTED_BEFORE.test(gap) || (/^,\s/u.test(gap) && found.length === 1)) break;
    if (takes(entity)) found.unshift(entity);
    [next, start] = [located, mention.start];
  }
  return found;
}

/** Those that stand after "with" or as object: "met with A and B", "her meeting with A", "an invitation to A". */
function partners(scene: Scene, trigger: Span, rule: TriggerRule, takes: Takes): Entity[] {
  const { raw, sentence } = scene;
  const after = raw.slice(trigger.end, Math.min(sentence.end, trigger.end + 160));
  const isObject = rule.form === "verb" || rule.kind === "invitation";
  const lead = (isObject ? /^(?:\sto)?\s/u : /^[^,;“”"]{0,60}?\bwith\s/u).exec(after);
  return lead ? listed(scene, trigger.end + lead[0].length, takes) : [];
}

// What joins the members of a list, and what of the titles between them is no role: "and her Russian counterpart,".
const JOINT = /^(?:['’]s)?(?:,|(?:,?\s)(?:and|&)(?:\swith)?(?=\s))?/u;
const BESIDE_ROLE = withoutUnicodeMode(/^(?:the|his|her|their|its|top|new|counterpart|king|then-\p{L}*|\p{Lu}.*)$/u);
const LONGEST_TITLE = 6;

/** True where titles alone stand between the members of a list or before its first: "and Finance Minister". */
function isListGap(gap: string, isFirst: boolean): boolean {
  const joint = JOINT.exec(gap)![0];
  const words = gap
    .slice(joint.length)
    .split(/[\s,]+/u)
    .filter(Boolean);
  if (isFirst ? /[,&]|and/u.test(joint) : joint === "" && words.length === 0) return false;
  if (words.length > LONGEST_TITLE) return false;
  return words.every((word) => BESIDE_ROLE.test(word) || ROLE_MODIFIERS.has(word) || roleNoun(word));
}

/** The mentions of a list that begins at an offset: a title may stand before each. */
function listed({ raw, mentions }: Scene, from: number, takes: Takes): Entity[] {
  const found: Entity[] = [];
  let at = from;
  for (const [i, { mention, entity }] of mentions.entries()) {
    if (mention.start < at) continue;
    const gap = raw.slice(at, mention.start);
    if (gap.length > 60 || !isListGap(gap, found.length === 0)) break;
    if (!isTitleOf(raw, mention, mentions[i + 1])) {
      if (!takes(entity) || isModifier(raw, mention, entity)) break;
      found.push(entity);
    }
    at = mention.end;
  }
  return found;
}

// "North Korea’s top diplomat" and "the EU move" name neither.
const isModifier = (raw: string, { end }: Span, { type }: Entity) => {
  const after = raw.slice(end, end + 24);
  return /^['’]s\s\p{Ll}/u.test(after) || (type !== "person" && BARE_NOUN.test(after));
};
const BARE_NOUN = withoutUnicodeMode(
  /^\s(?!(?:and|in|at|on|to|for|with|last|this|next|from|about|over|after|before|during|as|when|who|by|near|that|earlier|later|is|was|will|ahead|early|late|but|or|while|where|since|until|amid|despite)\b)\p{Ll}/u,
);

/** "South Korea" in "South Korea’s vice minister Kim" and "U.S." in "U.S. President Lee" are no members of a list. */
function isTitleOf(raw: string, mention: Span, next: Located | undefined): boolean {
  if (next?.entity.type !== "person" || next.mention.start - mention.end > 50) return false;
  const gap = raw.slice(mention.end, next.mention.start);
  return TITLE_GAP.test(gap) && !/\b(?:and|with|in|at|on|before|after)\b/u.test(gap);
}
const TITLE_GAP = withoutUnicodeMode(/^(?:['’]s)?\s(?:(?:\p{Ll}[\p{L}-]*|\p{Lu}\p{Ll}+)\s){0,4}\p{L}+,?\s$/u);
