import { file } from "../entities/names.ts";
import {
  acronymsOf,
  isGenericWord,
  type OrganizationName,
  parseOrganization,
  soundly,
} from "../entities/organization-name.ts";
import { placeKey } from "../entities/place-name.ts";
import type { Profile } from "./tally.ts";

interface Organization {
  readonly profiles: Profile[];
  documents: number;
}
interface Named {
  readonly profile: Profile;
  /** Longest first. */
  readonly names: readonly OrganizationName[];
}
type Index = Map<string, Set<Organization>>;

/** Joins profiles of organizations, some of which may go by the keys of places: by long names first; acronyms and short forms go to whose they usually are. */
export function clusterOrganizations(profiles: readonly Profile[], places: ReadonlySet<string>): Profile[][] {
  const long: Index = new Map();
  const short: Map<string, Map<Organization, number>> = new Map();
  const acronyms: Index = new Map();
  const found: Organization[] = [];
  for (const one of profiles.map((profile) => named(profile, places)).sort(byLength)) {
    const organization = findOrganization(one, long, short, acronyms) ?? add(found);
    organization.profiles.push(one.profile);
    organization.documents += one.profile.documents.length;
    register(one, organization, long, short, acronyms);
  }
  return found.map((one) => one.profiles);
}

function named(profile: Profile, places: ReadonlySet<string>): Named {
  const names = [...profile.names.keys()].map((text) => {
    const name = parseOrganization(text);
    return { ...name, key: keyIn(name, profile, places.has(placeKey(text))) };
  });
  return { profile, names: names.sort((a, b) => rank(b) - rank(a) || (a.key < b.key ? -1 : 1)) };
}

/** The key of a name in its country, or in the country that its documents are about; a team's with its sport. */
function keyIn(name: OrganizationName, { country, sport }: Profile, isPlace: boolean): string {
  const key = soundly(country ? { ...name, country } : name);
  return isPlace && sport ? `${key}|${sport}` : key;
}

const rank = (name: OrganizationName) => 2 * name.core.length + (name.country ? 1 : 0);
const isLong = (name: OrganizationName) => name.core.length > 1;

const byLength = (a: Named, b: Named) =>
  rank(b.names[0]!) - rank(a.names[0]!) ||
  b.profile.documents.length - a.profile.documents.length ||
  (a.profile.key < b.profile.key ? -1 : 1);

function add(found: Organization[]): Organization {
  const organization = { profiles: [], documents: 0 };
  found.push(organization);
  return organization;
}

function register(
  one: Named,
  organization: Organization,
  long: Index,
  short: Map<string, Map<Organization, number>>,
  acronyms: Index,
) {
  for (const [i, name] of one.names.entries()) {
    const { key } = name;
    if (i === 0 || (isLong(name) && !long.has(key) && !name.core.every(isGenericWord))) file(long, key, organization);
    if (isLong(name)) continue;
    const bearers = short.get(key) ?? new Map<Organization, number>();
    short.set(key, bearers.set(organization, (bearers.get(organization) ?? 0) + one.profile.documents.length));
  }
  for (const text of one.profile.names.keys())
    for (const letters of acronymsOf(text)) if (letters.length > 2) file(acronyms, letters, organization);
}

function findOrganization(one: Named, long: Index, short: Map<string, Map<Organization, number>>, acronyms: Index) {
  for (const name of one.names) {
    if (!isLong(name)) break;
    const same = long.get(name.key);
    if (same?.size === 1) return [...same][0];
  }
  const [name] = one.names;
  if (isLong(name!)) return undefined;
  const { key } = name!;
  const usual = dominant(short.get(key));
  if (usual || short.has(key)) return usual;
  const spelled = name!.acronym ? acronyms.get(name!.acronym) : undefined;
  return spelled?.size === 1 ? [...spelled][0] : undefined;
}

// A short form belongs to whom it stands for in this many times as many documents as for any other.
const DOMINANT = 3;

function dominant(bearers: ReadonlyMap<Organization, number> | undefined): Organization | undefined {
  if (!bearers) return undefined;
  const [first, second] = [...bearers].sort((a, b) => b[1] - a[1]);
  return first && first[1] >= DOMINANT * (second?.[1] ?? 0) ? first[0] : undefined;
}
