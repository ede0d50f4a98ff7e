import { remembering } from "../remembering.ts";

/** What kind of capacity a role noun gives its bearer. */
export type RoleClass =
  | "academic"
  | "analyst"
  | "professional"
  | "official"
  | "politician"
  | "military"
  | "spokesperson"
  | "aide"
  | "media"
  | "business"
  | "chief"
  | "citizen"
  | "expert"
  | "unnamed";

/** Role nouns by class; the plural of each is understood. Where a class is ambiguous the affiliation decides ("director"). */
const NOUNS: Record<RoleClass, string> = {
  academic: `professor prof academic lecturer scholar dean provost rector historian sociologist anthropologist political-scientist
    scientist biologist physicist chemist climatologist geologist astronomer epidemiologist virologist psychologist linguist philosopher
    archaeologist criminologist demographer emeritus postdoc educator researcher
    neuroscientist immunologist ecologist oceanographer meteorologist seismologist volcanologist mathematician statistician geographer
    theologian ethicist sinologist kremlinologist orientalist koreanist japanologist africanist criminalist paleontologist botanist zoologist
    toxicologist pharmacologist geneticist oncologist microbiologist agronomist methodologist co-author`,
  analyst: `analyst expert specialist economist consultant pollster strategist fellow observer commentator watcher
    researcher forecaster futurologist theorist pundit strategist authority hand think-tanker tactician planner trader broker operative
    investigator statistician actuary risk-manager technologist cryptographer futurist insider veteran-diplomat demographer modeler`,
  expert:
    "expert analyst watcher economist scholar researcher academic scientist specialist pollster observer historian strategist",
  professional: `lawyer attorney barrister solicitor doctor physician surgeon psychiatrist pediatrician cardiologist nurse engineer architect
    auditor accountant therapist veterinarian pharmacist dentist paramedic counselor jurist litigator notary coroner pathologist
    translator librarian curator paralegal midwife dermatologist radiologist neurologist obstetrician`,
  official: `minister secretary president chancellor premier ambassador envoy diplomat official governor mayor commissioner judge justice
    prosecutor attorney-general solicitor-general sheriff superintendent inspector regulator negotiator consul attaché attache undersecretary
    under-secretary deputy-secretary ombudsman magistrate comptroller treasurer registrar administrator treasurer king queen prince princess
    emperor sultan emir sheikh pope bishop vice-president vice-premier prime-minister lawmaker legislator senator congressman congresswoman
    congressperson representative parliamentarian delegate councilman councilwoman councillor councilor alderman assemblyman assemblywoman
    speaker mp mep sen rep gov pres amb councilmember officeholder commissar monarch viceroy interior-minister police-chief
    policeman policewoman detective officer agent constable ranger monitor rapporteur inspector-general bureaucrat regulator ruler dictator
    strongman president-elect premier-designate warden trooper firefighter clerk whip lieutenant-governor postmaster selectman reeve
    high-commissioner intermediary mediator plenipotentiary interlocutor leader`,
  politician: `candidate nominee front-runner frontrunner contender hopeful challenger politician democrat republican opponent rival
    incumbent running-mate socialist conservative liberal populist runner-up endorser surrogate delegate stalwart libertarian
    oppositionist dissident-leader standard-bearer party-leader frontbencher backbencher`,
  military: `general gen lieutenant lt colonel col major maj captain capt admiral adm commander cmdr sergeant sgt corporal private brigadier
    commodore marshal commandant soldier airman sailor marine serviceman ensign cadet lieutenant-general vice-admiral
    lieutenant-colonel rear-admiral brigadier-general major-general fighter militant rebel insurgent warlord pilot paratrooper`,
  spokesperson: `spokesman spokeswoman spokesperson press-secretary communications-director press-officer publicist spokespeople
    mouthpiece press-attaché press-aide spokesmen spokeswomen`,
  aide: `aide adviser advisor confidant confidante confident assistant staffer chief-of-staff speechwriter counsel counselor counsellor
    campaign-manager manager organizer organiser deputy ally associate fundraiser surrogate handler minder bodyguard coordinator
    campaign-chairman right-hand-man protégé protege press-adviser lobbyist operator`,
  media: `reporter journalist correspondent columnist editor host anchor anchorman anchorwoman broadcaster presenter blogger newscaster
    moderator commentator interviewer cartoonist photographer publisher contributor essayist newsman podcaster pundit critic
    editor-in-chief critic producer filmmaker`,
  business: `businessman businesswoman businessperson executive ceo cfo coo cto entrepreneur investor founder co-founder cofounder
    developer banker financier owner co-owner shareholder tycoon billionaire millionaire magnate mogul titan retailer shopkeeper
    restaurateur farmer rancher contractor landlord salesman realtor partner merchant oligarch industrialist principal
    chief-executive vice-president chief-financial-officer chief-operating-officer proprietor fund-manager venture-capitalist`,
  chief: `director president head chair chairman chairwoman chairperson chief leader secretary-general executive-director vice-chairman
    vice-chair director-general vice-president co-chair co-chairman co-director member board-member trustee manager general-secretary
    secretary commissioner coordinator fellow vice-chairwoman deputy-director chancellor rector dean governor cofounder founder
    co-founder co-leader vicar patron secretary-treasurer convener treasurer supervisor`,
  citizen: `veteran activist campaigner resident voter student supporter neighbor neighbour mother father parent wife husband son daughter brother
    sister widow friend survivor victim witness teacher driver worker retiree tourist protester protestor demonstrator volunteer donor
    actor actress singer musician artist author writer novelist poet comedian celebrity player coach athlete fan immigrant migrant
    refugee defector pastor priest rabbi imam reverend rev cleric monk nun bystander passenger shopper customer
    patient homeowner steward grower housewife housekeeper homemaker waitress waiter bartender barber hairdresser mechanic plumber electrician
    carpenter welder miner trucker cashier clerk caller user commenter defendant suspect plaintiff graduate freshman sophomore senior
    junior undergraduate member congregant parishioner uncle aunt cousin grandmother grandfather nephew niece roommate classmate
    colleague native villager man woman teenager girl boy fisherman proponent backer skeptic sceptic detractor defender evangelist hacker whistleblower advocate defender philanthropist
    socialite model rapper swimmer cyclist attendee participant tenant buyer citizen dissident inmate
    fugitive convict fiancée fiancee boyfriend girlfriend passer-by eyewitness chef cook janitor guard`,
  unnamed: `source insider person individual someone insider aide official diplomat speaker announcer caller representative user`,
};

/** Words that stand before a role noun and belong to the role: rank, portfolio, standing. */
const MODIFIERS = `senior junior chief deputy vice assistant associate acting interim former ex retired late emeritus emerita visiting adjunct
  honorary distinguished principal lead leading top executive managing general special presidential vice-presidential prime foreign defense
  defence interior finance economic economics economy trade justice health education labor labour agriculture environment energy transport
  transportation commerce treasury culture tourism home security national homeland intelligence military political policy public press
  media communications campaign party parliamentary congressional legal law research science scientific program programme project regional
  international global nuclear missile cyber climate financial market investment staff board medical research independent longtime veteran
  long-time state federal district city county town municipal provincial supreme high republican democratic gop libertarian green
  liberal conservative labor socialist communist tory presumptive likely 2012 first second third minority majority house senate
  council rear brigadier lieutenant lt major maj col gen adm capt sgt command sergeant staff navy army marine corps air force pro-democracy
  opposition ruling prominent renowned noted veteran de facto co sitting incumbent current newly elected unification affairs
  relations information technology digital development planning water housing immigration sports religious veterans operations
  marketing sales creative technical human rights civil women labor-rights radio tv television talk opinion sports business political
  real estate hedge fund activist combat doctoral postdoctoral phd graduate undergraduate student loan debt counterterrorism terrorism
  republicans domestic diplomatic strategic electoral tax trial crime criminal constitutional police fire school church emergency high
  food mining mines petroleum railway railways fisheries aviation revenue rural forest forestry urban industry works oil gas power coal steel
  shipping ports roads irrigation land lands`;

/** Role phrases with a preposition inside: their head is the first noun, and they are kept whole. */
export const FIXED_ROLES = [
  "secretary of state",
  "secretary of defense",
  "secretary of the interior",
  "secretary of labor",
  "secretary of the treasury",
  "minister of the interior",
  "minister of state",
  "minister of defense",
  "minister of defence",
  "minister of finance",
  "minister of foreign affairs",
  "minister for foreign affairs",
  "chief of staff",
  "chief of police",
  "chief of mission",
  "chargé d'affaires",
  "member of parliament",
  "member of congress",
  "speaker of the house",
  "speaker of parliament",
  "head of state",
  "head of government",
  "head of mission",
  "man of letters",
  "justice of the peace",
  "officer of the day",
  "director of communications",
  "editor in chief",
  "commander in chief",
  "attorney at law",
];

const words = (list: string) => list.split(/\s+/u).filter(Boolean);

/** Every class that a role noun (singular, lower case, without final stop) may have, the most telling first. */
export const ROLE_NOUNS: ReadonlyMap<string, readonly RoleClass[]> = (() => {
  const found = new Map<string, RoleClass[]>();
  for (const [kind, list] of Object.entries(NOUNS) as [RoleClass, string][])
    for (const noun of words(list)) {
      if (!found.has(noun)) found.set(noun, []);
      if (!found.get(noun)!.includes(kind)) found.get(noun)!.push(kind);
    }
  return found;
})();

/** Words of rank and portfolio, lower case. */
export const ROLE_MODIFIERS: ReadonlySet<string> = new Set(words(MODIFIERS));

/** Words that say that an office is no longer held. */
export const FORMER: ReadonlySet<string> = new Set(
  words("former ex retired onetime one-time erstwhile late emeritus then-president ex-president ex-minister"),
);

const IRREGULAR = new Map(
  Object.entries({
    spokesmen: "spokesman",
    spokeswomen: "spokeswoman",
    spokespeople: "spokesperson",
    businessmen: "businessman",
    businesswomen: "businesswoman",
    congressmen: "congressman",
    congresswomen: "congresswoman",
    policemen: "policeman",
    fishermen: "fisherman",
    men: "man",
    women: "woman",
    people: "person",
    wives: "wife",
    attorneys: "attorney",
  }),
);

const short = (noun: string) => ({ noun, plural: false });
const ABBREVIATED = Object.entries({
  sen: short("senator"),
  sens: { noun: "senator", plural: true },
  rep: short("representative"),
  reps: { noun: "representative", plural: true },
  gov: short("governor"),
  pres: short("president"),
  amb: short("ambassador"),
  prof: short("professor"),
  gen: short("general"),
  lt: short("lieutenant"),
  col: short("colonel"),
  maj: short("major"),
  capt: short("captain"),
  adm: short("admiral"),
  cmdr: short("commander"),
  sgt: short("sergeant"),
  rev: short("reverend"),
  cllr: short("councillor"),
  cllrs: { noun: "councillor", plural: true },
  supt: short("superintendent"),
  insp: short("inspector"),
});

const plurals = (noun: string): string[] => {
  if (/[^aeiou]y$/u.test(noun)) return [`${noun.slice(0, -1)}ies`];
  if (/(?:ss|[^r]ch|sh|x)$/u.test(noun)) return [`${noun}es`];
  return noun.endsWith("s") ? [] : [`${noun}s`];
};

interface RoleNoun {
  readonly noun: string;
  readonly plural: boolean;
}

/** Every form that a role noun has in text, lower case. */
const FORMS: ReadonlyMap<string, RoleNoun> = new Map<string, RoleNoun>([
  ...[...ROLE_NOUNS.keys()].flatMap((noun) => plurals(noun).map((form) => [form, { noun, plural: true }] as const)),
  ...[...IRREGULAR].map(([form, noun]) => [form, { noun, plural: true }] as const),
  ...[...ROLE_NOUNS.keys()].map((noun) => [noun, { noun, plural: false }] as const),
  ...ABBREVIATED,
]);

/** The singular role noun that a word is, and whether it stands in the plural; null where it is none. */
export const roleNoun = remembering(readRoleNoun);

function readRoleNoun(word: string): RoleNoun | null {
  const lower = word.toLowerCase();
  const bare = lower.endsWith(".") ? lower.slice(0, -1) : lower;
  const form = FORMS.get(bare);
  if (form) return form;
  // "hydrologist", "entomologists"
  const science = /^\p{L}{3,}ologist(?<plural>s)?$/u.exec(bare);
  if (science && !/^(?:ap|mix|cosmet)ologist/u.test(bare))
    return { noun: "scientist", plural: science[1] !== undefined };
  if (!bare.includes("-")) return null;
  // "the mother-of-two"
  const parent = /^(\p{L}+)-of-\p{L}+$/u.exec(bare)?.[1];
  if (parent && ROLE_NOUNS.has(parent)) return { noun: parent, plural: false };
  const tail = /^(?:ex|co|vice|sub|under|then|non|arch)-(.+)$/u.exec(bare)?.[1];
  return tail && ROLE_NOUNS.has(tail) ? { noun: tail, plural: false } : null;
}
