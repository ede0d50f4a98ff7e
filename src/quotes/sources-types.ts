import type { SourceType } from "../document.ts";
import type { InstitutionClass } from "../lexicon/institutions.ts";
import type { RoleClass } from "../lexicon/roles.ts";

/** What is known of a source when its type is decided. */
export interface Capacity {
  /** A person with a name, a group, one unnamed person, or a body. */
  readonly kind: "person" | "group" | "unnamed" | "body";
  readonly noun: string | null;
  readonly roles: readonly RoleClass[];
  readonly former: boolean;
  /** The role belongs to a country, a city or a public body, or to nothing that the text tells. */
  readonly ofState: boolean;
  /** "the foreign minister", not "a minister". */
  readonly isUnique: boolean;
  /** Kinds of the body that the role belongs to; of a body, its own. */
  readonly bodies: readonly InstitutionClass[];
  /** What the role belongs to is a campaign, or a person with one. */
  readonly servesCandidate: boolean;
  /** Nothing says who that is, and the name stands in a sentence about an election. */
  readonly nearElection: boolean;
  /** The words of the role, lower case. */
  readonly phrase: string;
  /** The text tells of a candidacy, a campaign or a party post of this source. */
  readonly candidate: boolean;
}

/** Gives a type to every capacity that its conditions hold for. */
export interface TypeRule {
  readonly id: string;
  readonly reason: string;
  readonly type: SourceType;
  readonly kind: readonly Capacity["kind"][];
  /** Any of these is the first class of the role … */
  readonly role?: readonly RoleClass[];
  /** … or its noun matches. */
  readonly noun?: RegExp;
  readonly phrase?: RegExp;
  readonly body?: readonly (InstitutionClass | undefined)[];
  readonly former?: boolean;
  readonly candidate?: boolean;
  readonly isUnique?: boolean;
  readonly ofState?: boolean;
  readonly servesCandidate?: boolean;
  readonly nearElection?: boolean;
  readonly isExpert?: boolean;
  readonly matches: readonly string[];
  readonly rejects: readonly string[];
}

const KNOWLEDGE =
  /^(?:fellow|expert|analyst|director|president|head|chair|chairman|chief|researcher|scholar|scientist|economist|specialist|manager|associate|adviser|advisor|coordinator|founder|co-founder|historian|strategist|vice-president|co-director|deputy-director|executive-director|political-scientist|member|senior|lecturer|observer|consultant)$/u;

/** In order: the first rule whose conditions all hold gives the type. */
export const TYPE_RULES: readonly TypeRule[] = [
  {
    id: "body-document",
    reason: "A report, poll or letter is quoted.",
    type: "document",
    kind: ["body", "unnamed"],
    body: ["document"],
    matches: ["A survey by the ministry found that prices rose."],
    rejects: ["The ministry said that prices rose."],
  },
  {
    id: "body-media",
    reason: "An outlet is quoted.",
    type: "media",
    kind: ["body"],
    body: ["media"],
    matches: ["The Daily Herald reported that prices rose."],
    rejects: ["The company said that prices rose."],
  },
  {
    id: "body-campaign",
    reason: "A campaign or party speaks as a politician does.",
    type: "politician",
    kind: ["body"],
    body: ["campaign", "party"],
    matches: ["The Green Party said that prices rose."],
    rejects: ["The company said that prices rose."],
  },
  {
    id: "body-think-tank",
    reason: "A research institute is quoted for its analysis.",
    type: "expert-thinktank",
    kind: ["body"],
    body: ["thinktank"],
    isExpert: true,
    matches: ["The Reed Institute said that prices rose."],
    rejects: ["The company said that prices rose."],
  },
  {
    id: "body",
    reason: "A body speaks for itself.",
    type: "organization",
    kind: ["body"],
    matches: ["The company said that prices rose."],
    rejects: [],
  },
  {
    id: "group-of-experts",
    reason: "Several are quoted for what they know.",
    type: "group",
    kind: ["group"],
    noun: /^(?:expert|analyst|watcher|economist|scholar|researcher|academic|scientist|specialist|pollster|observer|historian|strategist|professor|political-scientist)$/u,
    isExpert: true,
    matches: ["Experts said that prices rose."],
    rejects: ["Officials said that prices rose."],
  },
  {
    id: "group",
    reason: "Several speak without a name.",
    type: "group",
    kind: ["group"],
    matches: ["Officials said that prices rose."],
    rejects: [],
  },
  {
    id: "press-officer",
    reason: "The role itself is to speak to the press.",
    type: "spokesperson",
    kind: ["person", "unnamed"],
    phrase:
      /\b(?:press (?:secretary|officer|aide|adviser|attach[eé])|communications? (?:director|chief|adviser|aide|officer|manager)|director of communications|(?:public|media|press) (?:relations|affairs)|advis[eo]r on media|campaign (?:manager|chair|chairman|chairwoman|adviser|aide|director|official|strategist))\b/u,
    former: false,
    matches: [
      "Ann Lee, the ministry's press secretary, said so.",
      "Ann Lee, campaign manager for Pavel Orlov, said so.",
    ],
    rejects: ["Ann Lee, a former press secretary, said so."],
  },
  {
    id: "spokesperson",
    reason: "Somebody speaks for a body or a person.",
    type: "spokesperson",
    kind: ["person", "unnamed"],
    role: ["spokesperson"],
    matches: ["Ann Lee, a spokeswoman for the ministry, said so."],
    rejects: ["Ann Lee, a minister, said so."],
  },
  {
    id: "unnamed-office",
    reason: "An office with one holder says who speaks, without a name.",
    type: "official",
    kind: ["unnamed"],
    isUnique: true,
    former: false,
    noun: /^(?:minister|president|premier|chancellor|ambassador|secretary|governor|mayor|general|king|queen|pope|prime-minister|secretary-general|treasurer|comptroller)$/u,
    matches: ["The foreign minister said that prices rose."],
    rejects: ["A minister said that prices rose."],
  },
  {
    id: "unnamed",
    reason: "One person speaks without a name.",
    type: "anonymous",
    kind: ["unnamed"],
    matches: ["A senior official said that prices rose."],
    rejects: ["A spokesman said that prices rose."],
  },
  {
    id: "aide-of-candidate",
    reason: "Aides of a candidate or a campaign speak for it.",
    type: "spokesperson",
    kind: ["person"],
    role: ["aide", "politician", "analyst", "business", "chief"],
    former: false,
    noun: /^(?:aide|adviser|advisor|manager|operative|counsel|staffer|surrogate|ally|strategist|pollster|chief|director|chairman|chairwoman|chair)$/u,
    servesCandidate: true,
    matches: ["Ann Lee, a senior adviser to the Orlov campaign, said so."],
    rejects: ["Ann Lee, a Kremlin aide, said so."],
  },
  {
    id: "candidate",
    reason: "A candidate speaks as one, whatever office is held.",
    type: "politician",
    kind: ["person"],
    candidate: true,
    matches: ["Governor Ann Lee, who is running for president, said so."],
    rejects: [],
  },
  {
    id: "public-attorney",
    reason: "Attorneys of a state or city hold an office.",
    type: "official",
    kind: ["person"],
    phrase:
      /\b(?:city|district|county|state|u\.s\.|federal|commonwealth(?:'s)?) attorney|attorney[- ]general|solicitor[- ]general\b/u,
    former: false,
    matches: ["District Attorney Ann Lee said so."],
    rejects: ["The defense attorney Ann Lee said so."],
  },
  {
    id: "doctoral-candidate",
    reason: "Whoever writes a thesis is a scholar and no candidate for an office.",
    type: "expert-academic",
    kind: ["person"],
    phrase: /\b(?:doctoral|ph\.?d\.?|postdoctoral) (?:candidate|student|fellow|researcher)\b/u,
    matches: ["Ann Lee, a doctoral candidate at Reed University, said so."],
    rejects: ["Ann Lee, a student at Reed University, said so."],
  },
  {
    id: "economic-adviser",
    reason: "Advisers of banks and funds on markets are quoted as analysts are.",
    type: "expert-other",
    kind: ["person"],
    ofState: false,
    phrase:
      /\b(?:economic|economics|market|markets|investment|scientific|security|risk|energy) (?:adviser|advisor|consultant|strategist)\b/u,
    matches: ["Ann Lee, chief economic adviser at the Lotus Bank, said so."],
    rejects: ["Ann Lee, an economic adviser to the premier, said so."],
  },
  {
    id: "author-of-study",
    reason: "Whoever wrote a study is quoted for what they found out.",
    type: "expert-academic",
    kind: ["person"],
    phrase: /\b(?:lead|first|senior|corresponding|study) (?:co-?)?author\b/u,
    matches: ["Ann Lee, the study's lead author, said so."],
    rejects: ["The author Ann Lee said so."],
  },
  {
    id: "academic-at-university",
    reason: "A scholar, or whoever works at a university, is quoted for what they know.",
    type: "expert-academic",
    kind: ["person"],
    noun: /^(?!student|graduate|senior|junior|coach|freshman|athlete|player)/u,
    body: ["university"],
    matches: [
      "Ann Lee, a professor at Reed University, said so.",
      "Ann Lee, director of energy studies at Reed College, said so.",
    ],
    rejects: ["Ann Lee, a student at Reed University, said so."],
  },
  {
    id: "fellow-of-think-tank",
    reason: "Whoever works at a policy institute is quoted for what they know.",
    type: "expert-thinktank",
    kind: ["person"],
    noun: KNOWLEDGE,
    body: ["thinktank"],
    matches: ["Ann Lee, a senior researcher at the Reed Institute, said so."],
    rejects: ["Ann Lee, a patient at the Reed Institute, said so."],
  },
  {
    id: "head-of-consultancy",
    reason: "Consultancies are quoted for what they know, and speak through those who lead them.",
    type: "expert-other",
    kind: ["person"],
    noun: KNOWLEDGE,
    body: ["consultancy"],
    matches: [
      "Ann Lee, head of the consultancy Lotus Metals, said so.",
      "Ann Lee, director of Reed Consulting, said so.",
    ],
    rejects: ["Ann Lee, a spokeswoman for Reed Consulting, said so."],
  },
  {
    id: "head-of-research",
    reason: "Whoever heads the research of a bank is quoted for what they know.",
    type: "expert-other",
    kind: ["person"],
    phrase: /\b(?:head|director|chief) of (?:[\p{L}-]+ ){0,3}(?:research|strategy|economics|analysis)\b/u,
    former: false,
    ofState: false,
    matches: ["Ann Lee, head of metals research at Lotus Bank, said so."],
    rejects: ["Ann Lee, head of the Lotus Bank, said so."],
  },
  {
    id: "academic",
    reason: "A scholar is quoted for what they know.",
    type: "expert-academic",
    kind: ["person"],
    noun: /^(?:professor|prof|academic|lecturer|scholar|historian|sociologist|political-scientist|anthropologist|dean|provost)$/u,
    matches: ["The historian Ann Lee said so."],
    rejects: ["The singer Ann Lee said so."],
  },
  {
    id: "fellow",
    reason: "Fellows sit at policy institutes, even where no word of its name says that it is one.",
    type: "expert-thinktank",
    kind: ["person"],
    noun: /^(?:fellow|researcher|think-tanker)$/u,
    matches: ["Ann Lee, a senior fellow at Brookings, said so."],
    rejects: ["Ann Lee, a spokeswoman for Brookings, said so."],
  },
  {
    id: "bureau-chief",
    reason: "Some posts are of newsrooms only.",
    type: "media",
    kind: ["person"],
    phrase: /\b(?:bureau chief|news director|managing editor|editorial (?:page )?director)\b/u,
    matches: ["Ann Lee, the paper's Rome bureau chief, said so."],
    rejects: ["Police chief Ann Lee said so."],
  },
  {
    id: "journalist",
    reason: "Journalists and hosts speak for their outlets.",
    type: "media",
    kind: ["person"],
    role: ["media"],
    matches: ["Ann Lee, a columnist for the Daily Herald, said so."],
    rejects: ["Ann Lee, an economist, said so."],
  },
  {
    id: "former-head",
    reason: "A president or premier of a country stays a politician out of office.",
    type: "politician",
    kind: ["person"],
    former: true,
    noun: /^(?:president|premier|chancellor|prime-minister|senator|congressman|congresswoman|governor|mayor|representative|lawmaker|legislator)$/u,
    matches: ["Former President Ann Lee said so."],
    rejects: ["Ann Lee, a former ambassador, said so."],
  },
  {
    id: "retired-official",
    reason: "Officials out of office comment on what they know.",
    type: "expert-other",
    kind: ["person"],
    role: ["official", "military", "aide", "chief"],
    former: true,
    matches: ["Ann Lee, a former ambassador to Chile, said so."],
    rejects: ["Ann Lee, the ambassador to Chile, said so."],
  },
  {
    id: "analyst",
    reason: "Analysts, economists, lawyers and doctors are quoted for what they know.",
    type: "expert-other",
    kind: ["person"],
    role: ["analyst", "professional", "academic"],
    matches: ["Ann Lee, an energy analyst, said so."],
    rejects: ["Ann Lee, a waitress, said so."],
  },
  {
    id: "party-post",
    reason: "Candidates and those who lead parties.",
    type: "politician",
    kind: ["person"],
    role: ["politician"],
    matches: ["Ann Lee, a longtime Democrat, said so."],
    rejects: ["Ann Lee, an energy analyst, said so."],
  },
  {
    id: "officer-of-party",
    reason: "A party's name before the office says whom it leads.",
    type: "politician",
    kind: ["person"],
    phrase:
      /\b(?:gop|party|republican|democratic|labour|tory) (?:co-)?(?:chair\w*|leader|president|chief|head|whip)\b/u,
    former: false,
    matches: ["Iowa GOP chairwoman Ann Lee said so."],
    rejects: ["Ann Lee, a Republican strategist, said so."],
  },
  {
    id: "member-of-parliament",
    reason: "Members of a parliament and heads of bodies of states hold an office.",
    type: "official",
    kind: ["person"],
    phrase:
      /\bmember of (?:parliament|congress|the (?:house|senate|knesset|bundestag|duma))\b|\bsecretary-general\b|\bforeign policy chief\b/u,
    former: false,
    matches: [
      "Ann Lee, a member of parliament for the Green Party, said so.",
      "U.N. Secretary-General Ann Lee said so.",
    ],
    rejects: ["Ann Lee, a member of the club, said so."],
  },
  {
    id: "head-of-party",
    reason: "Candidates and those who lead parties.",
    type: "politician",
    kind: ["person"],
    role: ["chief", "official", "aide", "business"],
    noun: /^(?:founder|co-founder|chair|chairman|chairwoman|chairperson|leader|head|president|chief|co-chair|secretary-general)$/u,
    body: ["party", "campaign"],
    matches: ["Ann Lee, chairwoman of the Green Party, said so."],
    rejects: ["Ann Lee, chairwoman of the Green Corporation, said so."],
  },
  {
    id: "company-officer",
    reason: "Officers of a company speak for it on what it does.",
    type: "spokesperson",
    kind: ["person"],
    phrase:
      /\b(?:vice[- ]president|director|head|chief|officer|manager)\b.*\b(?:policy|affairs|relations|communications|public)\b/u,
    body: ["company", undefined],
    ofState: false,
    matches: ["Ann Lee, vice president of public policy at Lotus Corporation, said so."],
    rejects: ["Ann Lee, owner of the Lotus Company, said so."],
  },
  {
    id: "staff-of-leader",
    reason: "A chief of staff or budget director of a leader holds an office.",
    type: "official",
    kind: ["person"],
    phrase:
      /\bchief of staff|\b(?:police|fire) chief|chief of police|(?:budget|intelligence|cabinet|white house) director\b/u,
    matches: ["Ann Lee, chief of staff to the mayor, said so."],
    rejects: ["Ann Lee, chief executive of the Lotus Corporation, said so."],
  },
  {
    id: "leader-of-people",
    reason: "Who leads farmers, believers or strikers holds no office of a state.",
    type: "citizen",
    kind: ["person"],
    phrase:
      /\b(?:farmers?|peasant|union|labou?r|community|student|protest|church|religious|spiritual|business|tribal|gang|team|youth|strike|civic|clan|worship) leader\b/u,
    former: false,
    matches: ["Farmer leader Ann Lee said so.", "Ann Lee, a community leader, said so."],
    rejects: ["Ann Lee, the country's leader, said so."],
  },
  {
    id: "head-of-private-body",
    reason: "Whoever heads a company, a charity or a league holds no office of a state.",
    type: "citizen",
    kind: ["person"],
    noun: /^(?:president|chairman|chairwoman|chair|chairperson|chief|treasurer|commissioner|head|director|leader|vice-president)$/u,
    ofState: false,
    matches: ["Ann Lee, president of the Lotus Corporation, said so."],
    rejects: ["Ann Lee, president of Chile, said so."],
  },
  {
    id: "office-holder",
    reason: "Office, rank or command of a state.",
    type: "official",
    kind: ["person"],
    role: ["official", "military"],
    matches: ["Foreign Minister Ann Lee said so.", "Gen. Ann Lee said so."],
    rejects: ["The singer Ann Lee said so."],
  },
  {
    id: "head-of-government-body",
    reason: "Whoever heads a public body holds an office.",
    type: "official",
    kind: ["person"],
    role: ["chief", "aide"],
    body: ["government", "security"],
    matches: ["Ann Lee, director of the Census Bureau, said so."],
    rejects: ["Ann Lee, director of the film, said so."],
  },
  {
    id: "aide-of-leader",
    reason: "An adviser of a head of state holds an office too.",
    type: "official",
    kind: ["person"],
    role: ["aide"],
    former: false,
    ofState: true,
    matches: ["Pavel Orlov, a foreign policy aide, said so."],
    rejects: ["Pavel Orlov, a former aide, said so."],
  },
  {
    id: "aide-of-body",
    reason: "An adviser or counsel of a body speaks for it.",
    type: "spokesperson",
    kind: ["person"],
    role: ["aide"],
    former: false,
    matches: ["Ann Lee, a senior adviser to the Lotus Corporation, said so."],
    rejects: ["Ann Lee, owner of the Lotus Company, said so."],
  },
  {
    id: "other-role",
    reason: "Everybody else speaks for themselves.",
    type: "citizen",
    kind: ["person"],
    noun: /./u,
    matches: ["The singer Ann Lee said so."],
    rejects: ["Foreign Minister Ann Lee said so."],
  },
  {
    id: "from-university",
    reason: "Whoever is introduced with nothing but a university speaks for what they know.",
    type: "expert-academic",
    kind: ["person"],
    body: ["university"],
    matches: ["Ann Lee of Reed University said so."],
    rejects: ["Ann Lee of the Lotus Company said so."],
  },
  {
    id: "from-think-tank",
    reason: "Whoever is introduced with nothing but a policy institute speaks for what they know.",
    type: "expert-thinktank",
    kind: ["person"],
    body: ["thinktank"],
    matches: ["Ann Lee of the Reed Institute said so."],
    rejects: ["Ann Lee of the Lotus Company said so."],
  },
  {
    id: "known-politician",
    reason: "Writers introduce everybody but those whom all readers know: near words of an election, a politician.",
    type: "politician",
    kind: ["person"],
    nearElection: true,
    matches: [],
    rejects: [],
  },
];

const ofKind = (kind: Capacity["kind"]) => TYPE_RULES.filter((rule) => rule.kind.includes(kind));
const RULES_OF = {
  person: ofKind("person"),
  group: ofKind("group"),
  unnamed: ofKind("unnamed"),
  body: ofKind("body"),
};

/** The rule that types a capacity, or null where the text says nothing about it. */
export function typeOf(capacity: Capacity): TypeRule | null {
  return RULES_OF[capacity.kind].find((rule) => holds(rule, capacity)) ?? null;
}

function holds(rule: TypeRule, capacity: Capacity): boolean {
  const [first] = capacity.roles;
  return (
    (!rule.role || (first !== undefined && rule.role.includes(first))) &&
    (!rule.noun || (capacity.noun !== null && rule.noun.test(capacity.noun))) &&
    (!rule.phrase || rule.phrase.test(capacity.phrase)) &&
    (!rule.body || rule.body.includes(capacity.bodies[0])) &&
    (rule.former === undefined || rule.former === capacity.former) &&
    (rule.ofState === undefined || rule.ofState === capacity.ofState) &&
    (rule.isUnique === undefined || rule.isUnique === capacity.isUnique) &&
    (rule.candidate === undefined || rule.candidate === capacity.candidate) &&
    (rule.nearElection === undefined || rule.nearElection === capacity.nearElection) &&
    (rule.servesCandidate === undefined || rule.servesCandidate === capacity.servesCandidate)
  );
}
