import { file } from "../entities/names.ts";
import { acronymsOf, type OrganizationName, parseOrganization, soundly } from "../entities/organization-name.ts";
import { placeKey } from "../entities/place-name.ts";
import type { Company } from "./company.ts";
import type { Profile } from "./tally.ts";

interface Organization {
  readonly profiles: Profile[];
}
interface Named {
  readonly profile: Profile;
  /** Longest first. */
  readonly names: readonly OrganizationName[];
}
interface Index {
  readonly long: Map<string, Set<Organization>>;
  /** In how many documents a name stands for an organization. */
  readonly short: Map<string, Map<Organization, number>>;
  readonly acronyms: Map<string, Set<Organization>>;
}

/** Joins profiles of organizations, some of which may go by the keys of places: by long names first; acronyms and short forms go to whose they usually are. */
export function clusterOrganizations(
  profiles: readonly Profile[],
  places: ReadonlySet<string>,
  company: Company,
): Profile[][] {
  const index: Index = { long: new Map(), short: new Map(), acronyms: new Map() };
  const found: Organization[] = [];
  for (const one of profiles.map((profile) => named(profile, places)).sort(byLength)) {
    const organization = findOrganization(one, index, company) ?? add(found);
    organization.profiles.push(one.profile);
    register(one, organization, index);
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
  const organization = { profiles: [] };
  found.push(organization);
  return organization;
}

/** Files the fullest names as long, the others as short forms that are seen to stand for it. */
function register(one: Named, organization: Organization, index: Index): void {
  for (const name of one.names) {
    if (name === one.names[0] || (isLong(name) && rank(name) === rank(one.names[0]!)))
      file(index.long, name.key, organization);
    const bearers = index.short.get(name.key) ?? new Map<Organization, number>();
    index.short.set(
      name.key,
      bearers.set(organization, (bearers.get(organization) ?? 0) + one.profile.documents.length),
    );
  }
  for (const text of one.profile.names.keys())
    for (const letters of acronymsOf(text)) if (letters.length > 2) file(index.acronyms, letters, organization);
}

function findOrganization(one: Named, index: Index, company: Company): Organization | undefined {
  const same = index.long.get(one.names[0]!.key);
  if (same?.size === 1) return [...same][0];
  for (const name of one.names) {
    const bearers = index.short.get(name.key);
    const usual = dominant(bearers);
    if (usual && (bearers!.get(usual)! >= ATTESTED || isTelling(name) || isRelated(one.profile, usual, company)))
      return usual;
    if (bearers) return undefined;
  }
  const [name] = one.names;
  const spelled = name!.acronym ? [...(index.acronyms.get(name!.acronym) ?? [])] : [];
  if (spelled.length > CROWD) return undefined;
  const related = spelled.filter((organization) => isRelated(one.profile, organization, company));
  return spelled.length === 1 && name!.acronym.length > 3 ? spelled[0] : related.length === 1 ? related[0] : undefined;
}

// A short form is believed that stands for a name in so many documents, or where so many others are named with both.
const ATTESTED = 2;
// So many names with the same letters say nothing.
const CROWD = 40;
const RELATED = 2;
/** Few bodies share an acronym of four letters, or a name of three words. */
const isTelling = ({ acronym, core }: OrganizationName) => (acronym ? acronym.length > 3 : core.length > 2);
const isRelated = (profile: Profile, { profiles }: Organization, company: Company) =>
  company.shared(profile, profiles) >= RELATED;

// A short form belongs to whom it stands for in this many times as many documents as for any other.
const DOMINANT = 3;

function dominant(bearers: ReadonlyMap<Organization, number> | undefined): Organization | undefined {
  if (!bearers) return undefined;
  const [first, second] = [...bearers].sort((a, b) => b[1] - a[1]);
  return first && first[1] >= DOMINANT * (second?.[1] ?? 0) ? first[0] : undefined;
}
