import type { Entity, Has } from "../document.ts";
import { INSTITUTION_HEADS, type InstitutionClass, institutionNoun, isBodyOfStates } from "../lexicon/institutions.ts";
import { OWN_OUTLET } from "../lexicon/own.ts";
import type { Affiliation } from "./affiliation-names.ts";
import type { Description } from "./roles.ts";
import type { Capacity } from "./sources-types.ts";
import type { Referent } from "./speakers.ts";
import type { Places } from "./speakers-index.ts";

/** What all sources of a document share. */
export class Setting {
  readonly doc: Has<"entities">;
  readonly places: Places;
  #isAboutElection: boolean | undefined;

  constructor(doc: Has<"entities">, places: Places) {
    this.doc = doc;
    this.places = places;
  }

  /** Whether the text is about an election. */
  get isAboutElection(): boolean {
    this.#isAboutElection ??= tellsOfElection(this.doc.raw);
    return this.#isAboutElection;
  }
}

/** Gathers what decides the type of a source. */
export function capacityOf(
  setting: Setting,
  referent: Referent,
  description: Description | null,
  affiliation: Affiliation | null,
): Capacity {
  const { doc, places } = setting;
  const kind = kindOf(doc, referent, description);
  const bodies =
    kind === "body" || (kind === "unnamed" && !description)
      ? bodyClasses(doc, referent)
      : affiliation
        ? classesOf(doc, places, affiliation)
        : [];
  return {
    kind,
    noun: description?.noun ?? null,
    phrase: description?.role ? doc.raw.slice(description.role.start, description.role.end).toLowerCase() : "",
    roles: description?.classes ?? [],
    ofState: isOfState(affiliation, bodies),
    isUnique: description?.definiteness === "definite" || description?.definiteness === "possessive",
    former: description?.former ?? false,
    bodies,
    servesCandidate: affiliation !== null && servesCandidate(setting, affiliation, bodies),
    nearElection:
      !description &&
      kind === "person" &&
      (setting.isAboutElection ? !isIntroduced(doc, referent.entity) : isNearElection(doc, places, referent.entity)),
    candidate: kind === "person" && (isCandidate(doc, referent) || hasCampaign(doc, referent.entity)),
  };
}

function kindOf(
  doc: Has<"entities">,
  { entity, isGroup, name }: Referent,
  description: Description | null,
): Capacity["kind"] {
  if (entity?.type === "person") return "person";
  if (entity) return isGroup ? "group" : "body";
  const text = name ? doc.raw.slice(name.start, name.end) : "";
  if (isGroup || description?.plural) return description === null && isOfThings(text) ? "body" : "group";
  if (description) return "unnamed";
  return text.split(/[\s/-]+/u).some((word) => institutionNoun(word) !== null || /^\p{Lu}{2}/u.test(word))
    ? "body"
    : "unnamed";
}

// A name whose kind nobody knows is most often that of a country or a state.
const isOfState = (affiliation: Affiliation | null, [kind]: readonly InstitutionClass[]) =>
  affiliation === null ||
  kind === "government" ||
  kind === "security" ||
  (kind === undefined && affiliation.kind !== "body");

// "Recent polls", "Russian news outlets": several things, not several people.
const isOfThings = (text: string) =>
  /^(?:document|media)$/u.test(classesOfWords(beforePreposition(text).split(/[\s/-]+/u))?.[0] ?? "");

const servesCandidate = (setting: Setting, affiliation: Affiliation, bodies: readonly InstitutionClass[]) =>
  bodies[0] === "campaign" ||
  setting.places
    .within(affiliation.start, affiliation.end)
    .some(({ entity }) => entity.type === "person" && (setting.isAboutElection || hasCampaign(setting.doc, entity)));

// "The Lotus Review" comes out every month; "a review" is a document.
const PAPER_NAME = /\p{Lu}\S* (?:Review|Digest|Record|Bulletin)$/u;

/** Kinds of a body by the nouns of its name and the noun that follows it: "Reed University", "the Reed Institute think tank". */
function bodyClasses(doc: Has<"entities">, { entity, name }: Referent): readonly InstitutionClass[] {
  if (entity?.mentions.some(({ rule }) => rule === OWN_OUTLET)) return ["media"];
  if (entity && PAPER_NAME.test(entity.name)) return ["media"];
  const text = entity?.name ?? (name ? doc.raw.slice(name.start, name.end) : "");
  const around = entity?.mentions[0] ? appositionNoun(doc.raw, entity.mentions[0].end) : "";
  return (
    classesOfWords(around ? [around] : []) ??
    classesOfWords(beforePreposition(text).split(/[\s/-]+/u)) ??
    classesOfWords(text.split(/[\s/-]+/u)) ??
    []
  );
}

// "A survey by the ministry" is a survey.
const beforePreposition = (text: string) =>
  /^.+?(?=\s(?:by|from|on|in|for|of|at|to|made|about)\s|$)/u.exec(text)?.[0] ?? text;

function classesOf(doc: Has<"entities">, places: Places, affiliation: Affiliation): readonly InstitutionClass[] {
  if (isBodyOfStates(doc.raw.slice(affiliation.start, affiliation.end))) return ["government"];
  const near = appositionNoun(doc.raw, affiliation.end);
  const known = places.covering(affiliation)?.entity.mentions[0];
  const first = known ? appositionNoun(doc.raw, known.end) : "";
  return classesOfWords([near, first].filter(Boolean)) ?? affiliation.classes;
}

function classesOfWords(words: readonly string[]): readonly InstitutionClass[] | null {
  if (/\b(?:news|press) (?:agency|network|service|channel)\b|\bbroadcasting\b/iu.test(words.join(" ")))
    return ["media"];
  const nouns = words.map(institutionNoun).filter((noun) => noun !== null);
  const owner = nouns.find((noun) =>
    /^(?:university|college|institute|institution|center|centre|council)$/u.test(noun),
  );
  const noun = owner ?? nouns.at(-1);
  return noun ? (INSTITUTION_HEADS.get(noun) ?? null) : null;
}

const KIND_AFTER =
  /^(?:\s|, (?:an?|the) (?:[\p{L}-]+ ){0,4}?)(think tank|thinktank|newspaper|news agency|university|party|campaign|magazine|company|firm|institute|charity|nonprofit|watchdog|union|bank|broadcaster)\b/u;

function appositionNoun(raw: string, end: number): string {
  const noun = KIND_AFTER.exec(raw.slice(end, end + 80))?.[1] ?? "";
  if (noun === "think tank") return "think-tank";
  return noun === "news agency" ? "newspaper" : (noun.split(" ").at(-1) ?? "");
}

const CANDIDATE =
  /^(?:candidate|nominee|front-runner|frontrunner|contender|hopeful|challenger|running-mate|standard-bearer)$/u;

// "A doctoral candidate" runs for nothing.
const isCandidate = ({ raw }: Has<never>, { found }: Referent) =>
  found.some(
    ({ description }) =>
      description.noun !== null &&
      CANDIDATE.test(description.noun) &&
      !description.former &&
      !/\b(?:doctoral|ph\.?d|master['’]?s|degree|job)\b/iu.test(
        raw.slice(description.role!.start, description.role!.end),
      ),
  );

const ELECTION =
  /\b(?:candidates?|nominees?|nomination|campaigns?|primar(?:y|ies)|caucus(?:es)?|elections?|electoral|presidential|ballots?|delegates?|voters|running mate|front-?runners?|GOP|Republicans?|Democrats?|Democratic|Super Tuesday|swing states?)\b/;

/** Whether words of an election come once in a thousand characters, and five times in all. */
export function tellsOfElection(raw: string): boolean {
  const text = raw.slice(0, 20_000);
  const words = text.match(new RegExp(ELECTION, "g"))?.length ?? 0;
  return words >= 5 && words * 1000 >= text.length;
}

/** "Stacey Orr, 31," is somebody whom readers don't know. */
const isIntroduced = ({ raw }: Has<never>, entity: Entity | null) =>
  (entity?.mentions ?? [])
    .slice(0, 30)
    .some(({ end }) => /^,? (?:an? |aged )?\(?\d{1,3}\b/u.test(raw.slice(end, end + 12)));

function isNearElection({ raw }: Has<never>, places: Places, entity: Entity | null): boolean {
  if (isIntroduced({ id: "", raw }, entity)) return false;
  const mentions = (entity?.mentions ?? []).slice(0, 30);
  return mentions.some((mention) => {
    const at = places.sentenceAt(mention.start);
    const from = places.sentences[Math.max(0, at - 1)]?.start ?? mention.start;
    const to = places.sentences[at]?.end ?? mention.end;
    return ELECTION.test(raw.slice(from, Math.min(to, from + 1500)));
  });
}

const CAMPAIGN =
  /^(?:['’]s?)?(?: own| \d{4}| presidential| senate| primary| political| fellow){0,2} (?:campaign|candidacy|supporters?|voters|rall(?:y|ies)|nomination|rivals?|camp|backers|running mate|bid|surrogates?)\b/iu;
const RUNNING =
  /^(?:,? who)?(?: is| was|['’]s)?(?: also)? (?:running|ran|campaigning|campaigned|bidding) (?:for|in)\b/iu;

/** Whether the text tells of a campaign of this person. */
function hasCampaign({ raw }: Has<never>, entity: Entity | null): boolean {
  return (entity?.mentions ?? []).slice(0, 60).some(({ end }) => {
    const after = raw.slice(end, end + 60);
    return CAMPAIGN.test(after) || RUNNING.test(after);
  });
}
