import { remembering } from "../remembering.ts";
import { countryNamed, countryOf } from "./countries.ts";
import { endKeys, file, isSlip } from "./names.ts";
import type { Naming } from "./naming.ts";
import { acronymsOf, type OrganizationName, parseOrganization, soundly } from "./organization-name.ts";
import { isDescriptive, isGenericWord, isHeadAlone, isKnownBody } from "./organization-words.ts";

interface Organization {
  readonly names: OrganizationName[];
  readonly namings: Naming[];
  readonly hasLongForm: boolean;
}
interface Spelling {
  readonly text: string;
  readonly name: OrganizationName;
  readonly namings: Naming[];
}

/** Long forms by the keys under which short forms look for them. */
interface Index {
  readonly keys: Map<string, Set<Organization>>;
  readonly cores: Map<string, Set<Organization>>;
  readonly acronyms: Map<string, Set<Organization>>;
  readonly parts: Map<string, Set<Organization>>;
  readonly slips: Map<string, Set<Organization>>;
}

/** Joins the mentions of organizations: long forms first, then acronyms, names without their country, and short forms. */
export function linkOrganizations(raw: string, namings: readonly Naming[]): Naming[][] {
  const index: Index = { keys: new Map(), cores: new Map(), acronyms: new Map(), parts: new Map(), slips: new Map() };
  const defined = definedAcronyms(raw, namings);
  const found: Organization[] = [];
  for (const spelling of [...spellingsOf(namings)].sort(byLength)) {
    const known = findLongForm(spelling, index, defined);
    const organization = known ?? {
      names: [],
      namings: [],
      hasLongForm: spelling.name.core.length > 1,
    };
    if (!known) found.push(organization);
    organization.names.push(spelling.name);
    organization.namings.push(...spelling.namings);
    if (!known || spelling.name.core.length > 1) register(index, spelling, organization);
    else registerAcronym(index, spelling.name, organization);
  }
  return found.map((one) => one.namings);
}

function spellingsOf(namings: readonly Naming[]): Iterable<Spelling> {
  const spellings = new Map<string, Spelling>();
  for (const naming of namings) {
    const found = spellings.get(naming.text);
    if (found) found.namings.push(naming);
    else spellings.set(naming.text, { text: naming.text, name: parseOrganization(naming.text), namings: [naming] });
  }
  return spellings.values();
}

// Acronyms come last, the rarer of two after the more frequent: "BCB" after "BBC".
const byLength = (a: Spelling, b: Spelling) =>
  Number(a.name.acronym !== "") - Number(b.name.acronym !== "") ||
  b.name.core.length - a.name.core.length ||
  Number(b.name.country !== "") - Number(a.name.country !== "") ||
  b.namings.length - a.namings.length;

function register(index: Index, { text, name }: Spelling, organization: Organization): void {
  file(index.keys, soundly(name), organization);
  file(index.cores, name.core.join(" "), organization);
  for (const letters of acronymsOf(text)) file(index.acronyms, letters, organization);
  for (const part of partsOf(name)) file(index.parts, part, organization);
  registerAcronym(index, name, organization);
  const long = soundly(name);
  if (name.core.length > 1 && long.length >= 12)
    for (const key of endKeys(long, 6)) file(index.slips, key, organization);
}

function registerAcronym(index: Index, { acronym }: OrganizationName, organization: Organization): void {
  if (acronym.length >= 4) file(index.slips, lettersOf(acronym), organization);
}

/** The letters in the order of the alphabet: equal for acronyms whose letters were exchanged. */
const lettersOf = (acronym: string) => [...acronym].sort().join("");

/** The longer names' beginnings and ends that may stand for them. */
const partsOf = remembering(({ core }: OrganizationName): readonly string[] => {
  if (core.length < 2 || core.length > 10) return [];
  const ends = core.slice(1).map((_, i) => core.slice(i + 1));
  const starts = core.slice(1).map((_, i) => core.slice(0, i + 1));
  const fitting = [
    ...starts.filter((part) => part.length === 1 || isDescriptive(core[part.length]!)),
    ...ends.filter((part) => part.length > 1 || core.length < 4 || isHeadAlone(part)),
  ];
  return fitting.filter((part) => isHeadAlone(part) || !part.every(isGenericWord)).map((part) => part.join(" "));
});

function findLongForm({ text, name }: Spelling, index: Index, defined: ReadonlyMap<string, OrganizationName>) {
  const same = index.keys.get(soundly(name));
  if (same) return [...same][0];
  const core = index.cores.get(name.core.join(" "));
  if (core && name.country === "" && core.size === 1) return [...core][0];
  if (name.acronym) return findByLetters(text, name, index, defined);
  const long = soundly(name);
  const slip = long.length >= 12 ? onlySlip(long, endKeys(long, 6), index) : undefined;
  if (slip) return slip;
  if (name.country || isKnownBody(name.core) || (name.core.every(isGenericWord) && !isHeadAlone(name.core)))
    return undefined;
  const key = name.core.join(" ");
  if (countryNamed(key) || countryOf(key)) return undefined;
  const longer = index.parts.get(key);
  return longer?.size === 1 ? [...longer][0] : undefined;
}

function findByLetters(
  text: string,
  { acronym }: OrganizationName,
  index: Index,
  defined: ReadonlyMap<string, OrganizationName>,
) {
  const definition = defined.get(text);
  const stated = definition && index.keys.get(soundly(definition));
  if (stated) return [...stated][0];
  const long = index.acronyms.get(acronym);
  if (long?.size === 1) return [...long][0];
  if (long) return undefined;
  const part = index.parts.get(acronym);
  if (part?.size === 1 && !countryNamed(acronym) && onlyDescribes(acronym, [...part][0]!)) return [...part][0];
  return acronym.length >= 4 ? onlySlip(acronym, [lettersOf(acronym)], index) : undefined;
}

/** True for "MBI" of "MBI Group"; "IRGC Navy" is a part of the IRGC. */
const onlyDescribes = (acronym: string, { names }: Organization) =>
  names.some(({ core }) => core[0] === acronym && core.slice(1).every(isDescriptive));

const CROWD = 20;

/** The only other name that this one is a slip of: "BCB" of "BBC". */
function onlySlip(key: string, keys: readonly string[], index: Index): Organization | undefined {
  const near = new Set<Organization>();
  for (const filed of keys.map((slip) => index.slips.get(slip))) {
    if (!filed || filed.size > CROWD) continue;
    for (const one of filed)
      if (one.names.slice(0, CROWD).some((n) => isSlip(n.acronym, key) || isSlip(soundly(n), key))) near.add(one);
  }
  return near.size === 1 ? [...near][0] : undefined;
}

/** Acronyms that the text defines in brackets behind a name: "Federal Security Service (FSB)". */
function definedAcronyms(raw: string, namings: readonly Naming[]): Map<string, OrganizationName> {
  const defined = new Map<string, OrganizationName>();
  for (let i = 1; i < namings.length; i++) {
    const [long, short] = [namings[i - 1]!, namings[i]!];
    const gap = short.mention.start - long.mention.end;
    if (gap < 1 || gap > 4 || !/^(?:['’]s)? ?[([]["“]?$/u.test(raw.slice(long.mention.end, short.mention.start)))
      continue;
    if (!/^[\])"”]/u.test(raw.slice(short.mention.end, short.mention.end + 1))) continue;
    const letters = parseOrganization(short.text).acronym;
    if (letters && !parseOrganization(long.text).acronym && sharesLetters(letters, long.text))
      defined.set(short.text, parseOrganization(long.text));
  }
  return defined;
}

/** Most letters of the acronym occur in the name, one of them as the first of a word. */
function sharesLetters(letters: string, long: string): boolean {
  const text = long.toLowerCase();
  const shared = [...letters].filter((letter) => text.includes(letter)).length;
  const initials = text.split(/\P{L}+/u).map((word) => word[0]);
  return shared * 3 >= letters.length * 2 && initials.includes(letters[0]);
}
