import type { EventKind } from "../document.ts";
import { ruleWithoutUnicodeMode } from "../regexp.ts";

/** What must stand in the sentence for a trigger to tell of an event. */
export type Need = "place" | "participant" | "pair" | "time";

/** Words that tell of an event of one kind. */
export interface TriggerRule {
  readonly id: string;
  readonly kind: EventKind;
  readonly reason: string;
  /** A verb has a subject and a tense; a noun takes both from around it. */
  readonly form: "verb" | "noun";
  /** Every trigger has a word that this finds: sentences without one are not searched. */
  readonly word: RegExp;
  /** The named group `trigger` is the trigger; what follows it in the pattern is its frame. */
  readonly pattern: RegExp;
  /** What must stand right before the trigger, up to eighty characters. */
  readonly lead?: RegExp;
  /** Only a possessor takes part: "Lee’s first destination". */
  readonly owned?: true;
  /** All of one of these sets must be found. */
  readonly needs: readonly (readonly Need[])[];
  readonly matches: readonly string[];
  readonly rejects: readonly string[];
}

const TRAVELS = String.raw`\b(?:travel(?:s|l?ed|l?ing)?|fl(?:y|ies|ew|own|ying)|head(?:s|ed|ing)|head|went|go(?:es|ing)?|journey(?:s|ed)?|arriv(?:es?|ed|ing)|depart(?:s|ed|ing)?|return(?:s|ed|ing)?)`;
const PLACE_AHEAD = String.raw`(?=\s(?:the\s|then-)?(?:\p{Ll}+\s){0,2}\p{Lu})`;
const ADVERB = String.raw`(?:\s(?:back|again|together|directly|privately|briefly|separately|next|first|last|on|by|with)\b[^,;.]{0,20}?)?`;
const NOT_COMPOUND = String.raw`(?!\s(?:victory|win|campaigns?|results?|day|season|night|officials?|commission|law|fraud|year|cycle|observers?|monitors?|interference|loss|defeat|rules?|authority|power|sites?|room|reform|process|agenda|promise|ads?|map|posters?|bid)\b)`;

const rules: readonly TriggerRule[] = [
  {
    id: "polls",
    kind: "election",
    reason: "Voters go to the polls.",
    form: "verb",
    word: /polls/,
    pattern: /(?<trigger>\b(?:go|goes|going|went|head|heads|heading|headed) to the polls\b)(?!\sof\b)/gu,
    needs: [["time"]],
    matches: ["Voters in Chile [went to the polls] on Friday."],
    rejects: ["The company went to the polls of its clients."],
  },
  {
    id: "phone-call",
    kind: "call",
    reason: "Leaders and officials talk by telephone or video.",
    form: "noun",
    word: /phone|video|conference/i,
    pattern:
      /(?<trigger>\b(?:(?:tele)?phone|video|conference) (?:calls?|conversations?|talks)\b|\b(?:spoke|speaks?|talked) by (?:tele)?phone\b)/giu,
    needs: [["participant"]],
    matches: ["In a [phone call] with Ann Lee on Friday, Pavel Orlov agreed."],
    rejects: ["The phone rang twice."],
  },
  {
    id: "visit-verb",
    kind: "visit",
    reason: "Somebody visits a place.",
    form: "verb",
    word: /visit/,
    pattern: /(?<trigger>\bvisit(?:s|ed|ing)?\b)(?=\s(?:the\s)?\p{Lu})/gu,
    needs: [["participant", "place"]],
    matches: ["Ann Lee [visited] Chile last week."],
    rejects: ["Ann Lee visited an old friend."],
  },
  {
    id: "travel-verb",
    kind: "visit",
    reason: "Somebody travels to a place.",
    form: "verb",
    word: new RegExp(TRAVELS),
    pattern: new RegExp(String.raw`(?<trigger>${TRAVELS}${ADVERB}\s(?:to|in|for)\b)${PLACE_AHEAD}`, "gu"),
    needs: [["participant", "place"]],
    matches: ["Ann Lee will [travel to] Chile on June 19.", "Ann Lee is [heading to] Chile this week."],
    rejects: ["Prices went to new heights."],
  },
  {
    id: "visit-noun",
    kind: "visit",
    reason: "A visit or trip of somebody or to a place.",
    form: "noun",
    word: /visit|trip|tour|stopover/,
    pattern:
      /(?<trigger>\b(?:(?:state|official|working|private|surprise|farewell|inaugural) )?(?:visits?|trips?|tours?|stopovers?)\b)(?!\s(?:site|guide|agency|card)s?\b)/gu,
    needs: [
      ["participant", "place"],
      ["participant", "time"],
      ["place", "time"],
    ],
    matches: ["Ann Lee embarked on a [state visit] to Chile.", "During her [visit] to Chile, Ann Lee smiled."],
    rejects: ["A trip can be long."],
  },
  {
    id: "destination",
    kind: "visit",
    reason: "A place is the first or next destination of somebody.",
    form: "noun",
    word: /destination|stop/,
    pattern: /(?<trigger>\b(?:first|next) (?:overseas |foreign |official )?(?:destination|stop)\b)/gu,
    owned: true,
    needs: [["participant"]],
    matches: ["Chile will be Ann Lee’s [first overseas destination]."],
    rejects: ["It was the first stop of the bus."],
  },
  {
    id: "summit-noun",
    kind: "summit",
    reason: "Leaders hold a summit.",
    form: "noun",
    word: /summit/i,
    pattern:
      /(?<trigger>\b(?:(?:trilateral|bilateral|virtual|emergency|second|first|third|two|three|four|historic|annual) )?summits?\b)(?!\s(?:of the|meeting room|venue)\b)/giu,
    needs: [["pair"], ["participant", "time"], ["place", "time"]],
    matches: ["Ann Lee and Pavel Orlov held a [summit] in Chile."],
    rejects: ["They climbed to the summit."],
  },
  {
    id: "forum",
    kind: "forum",
    reason: "A named forum is held, attended or addressed.",
    form: "noun",
    word: /Forum|Dialogue|Conference/,
    pattern:
      /(?<trigger>\b(?:\p{Lu}[\p{L}-]+ ){1,4}(?:Forum|Dialogue|(?:Economic|Peace|Security) Conference)\b)(?<made> (?:begins|kicks off|opens|(?:takes|took|will take) place|(?:is|was|will be) held)\b)?/gu,
    lead: /\b(?:address(?:es|ed|ing)?|attend(?:s|ed|ing)?|during|host(?:s|ed|ing)?|open(?:s|ed|ing)?|sidelines of|sp(?:eaks?|eaking|oke) at)\s(?:[\p{Ll}’'-]+\s){0,3}$/u,
    needs: [
      ["participant", "time"],
      ["participant", "place"],
      ["place", "time"],
    ],
    matches: [
      "Ann Lee will address the [Eastern Trade Forum] in Rome.",
      "In March, the [Asian Peace Forum] was held in Chile.",
    ],
    rejects: [
      "The Eastern Trade Forum published a report in May.",
      "Ann Lee, a fellow at the Eastern Trade Forum in Rome, left.",
    ],
  },
  {
    id: "meet-verb",
    kind: "meeting",
    reason: "Two or more meet.",
    form: "verb",
    word: /\bmee?t/,
    pattern:
      /(?<trigger>\b(?:met|meets?|(?<=\b(?:be|is|are|was|were|before|after|by|been) )meeting)\b(?: with\b)?)(?!\s(?:\p{Ll}+\s){0,3}(?:needs?|demands?|deadlines?|targets?|goals?|criteria|requirements?|standards|conditions|challenges?|expectations|resistance|criticism|approval|opposition)\b)/gu,
    needs: [["pair"], ["participant", "place", "time"]],
    matches: ["Ann Lee [met with] Pavel Orlov on Tuesday.", "Ann Lee and Pavel Orlov last [met] in May."],
    rejects: ["Ann Lee met the deadline."],
  },
  {
    id: "greet-verb",
    kind: "meeting",
    reason: "A host receives a guest.",
    form: "verb",
    word: /\b(?:greet|receiv|host|welcom|shook|sat\b)/,
    pattern:
      /(?<trigger>\b(?:greet(?:s|ed)|receiv(?:es|ed)|hosted|hosts|hosting|(?<=\b(?:will|would|to|may|could|might) )host|welcom(?:es|ed)|shook hands with|sat down with)\b)(?=\s\p{L})/gu,
    needs: [["pair"], ["participant", "place", "time"]],
    matches: ["Ann Lee [greeted] Pavel Orlov in Rome.", "Ann Lee will [host] Pavel Orlov in Rome."],
    rejects: ["Ann Lee welcomed the idea."],
  },
  {
    id: "meeting-noun",
    kind: "meeting",
    reason: "A meeting of two or more.",
    form: "noun",
    word: /meeting/,
    pattern: /(?<trigger>\bmeetings?\b)(?!\s(?:room|hall|place|point|of the minds)s?\b)/gu,
    needs: [["pair"], ["place", "time"]],
    matches: [
      "A [meeting] of all ministers is planned in Rome on June 19.",
      "In her [meeting] with Pavel Orlov, Ann Lee smiled.",
    ],
    rejects: ["The meeting room was cold."],
  },
  {
    id: "talks-noun",
    kind: "talks",
    reason: "Talks are held: a verb of holding, or a day.",
    form: "noun",
    word: /talks|discussions|negotiations|consultations/,
    pattern: /(?<trigger>\b(?:talks|discussions|negotiations|consultations)\b)/gu,
    lead: /\b(?:hold|holds|held|holding|had|have|having|conduct(?:ed|s)?|began|begin|begins|open(?:ed|s)?|resum(?:e|ed|es)|engag(?:e|ed|es|ing) in|for)\s(?:[\p{L}-]+\s){0,4}$/u,
    needs: [["pair"], ["participant", "time"]],
    matches: ["China held high-level [talks] with Chile on Tuesday."],
    rejects: ["Ann Lee talks about Chile."],
  },
  {
    id: "agreement",
    kind: "agreement",
    reason: "An agreement is signed or reached.",
    form: "noun",
    word: /\b(?:agreement|treat[yi]|pact|accords?\b|deals?\b|memorandum|declaration)/,
    pattern:
      /(?<trigger>\b(?:agreements?|treat(?:y|ies)|pacts?|accords?|deals?|memorandum|declaration)\b)(?<made> (?:reached|signed|concluded|struck)\b)?/gu,
    lead: /\b(?:sign(?:s|ed|ing)?|reach(?:es|ed|ing)?|conclud(?:e|es|ed|ing)|struck|strike|ink(?:s|ed)?|seal(?:s|ed)?|ratif(?:y|ies|ied))\s(?:[\p{L}-]+\s){0,6}$/u,
    needs: [["pair"], ["participant"]],
    matches: ["Ann Lee and Pavel Orlov signed a trade [agreement].", "The [agreements] reached by Ann Lee hold."],
    rejects: ["Ann Lee nodded in agreement."],
  },
  {
    id: "vote-verb",
    kind: "vote",
    reason: "A state or body votes or vetoes.",
    form: "verb",
    word: /\bvot|veto/,
    pattern:
      /(?<trigger>\b(?:vot(?:ed|ing)|vetoe[sd]|(?<=\b(?:will|would|to|could|may|might) )(?:vote|veto))\b)(?!\s(?:power|rights?|share)\b)/gu,
    needs: [["participant", "time"]],
    matches: ["In March, Russia [vetoed] the resolution."],
    rejects: ["Russia holds veto power."],
  },
  {
    id: "election",
    kind: "election",
    reason: "An election, a primary or a referendum with its place or day.",
    form: "noun",
    word: /election|caucus|primar|referend|offs?\b/,
    pattern: new RegExp(
      String.raw`(?<trigger>\b(?:elections?|by-elections?|caucus(?:es)?|primar(?:y|ies)|referend(?:um|ums|a)|run-?offs?)\b)${NOT_COMPOUND}`,
      "gu",
    ),
    needs: [["time"]],
    matches: ["Chile’s [election] is on Nov. 5."],
    rejects: ["After her election victory in May, Ann Lee smiled."],
  },
  {
    id: "weapon-test",
    kind: "test",
    reason: "A weapon is tested.",
    form: "noun",
    word: /\btests?\b/,
    pattern: /(?<trigger>\b(?:nuclear|missile|weapons?|rocket|ICBM|bomb) tests?\b|\btest-fir(?:ed|es|ing)\b)/gu,
    needs: [
      ["participant", "time"],
      ["place", "time"],
    ],
    matches: ["North Korea carried out a [nuclear test] in 2006."],
    rejects: ["A blood test in May was clear."],
  },
  {
    id: "launch",
    kind: "launch",
    reason: "A missile, rocket or satellite is launched.",
    form: "verb",
    word: /\b(?:launch|fire[sd])/,
    pattern:
      /(?<trigger>\b(?:launch(?:es|ed)?|fir(?:es|ed))\b)(?=\s(?:[\p{L}\p{N}-]+\s){0,5}(?:missiles?|rockets?|satellites?|projectiles?)\b)/gu,
    needs: [["participant"]],
    matches: ["North Korea [launched] a spy satellite on Monday."],
    rejects: ["The company launched a new phone."],
  },
  {
    id: "exercise",
    kind: "exercise",
    reason: "Armed forces hold an exercise.",
    form: "noun",
    word: /exercise|drill|maneuvers|manoeuvres|games/,
    pattern:
      /(?<trigger>\b(?:(?:joint|military|naval|air|live-fire|annual|large-scale) ){1,3}(?:exercises?|drills?|maneuvers|manoeuvres|war games)\b)/gu,
    needs: [["participant"]],
    matches: ["South Korea began [joint military drills] on Monday."],
    rejects: ["Exercise is healthy."],
  },
  {
    id: "invitation",
    kind: "invitation",
    reason: "Somebody is invited.",
    form: "noun",
    word: /invit/,
    pattern: /(?<trigger>\binvitations?\b|\binvited\b(?<made>(?=\s(?:\p{Ll}+\s){0,3}\p{Lu})))/gu,
    lead: /\b(?:extend(?:s|ed)?|sen[dt]|issued|accept(?:s|ed)?|declined|turned down)\s(?:[\p{L}-]+\s){0,4}$/u,
    needs: [["pair"]],
    matches: ["Ann Lee extended an [invitation] to Pavel Orlov.", "Ann Lee [invited] Pavel Orlov to Chile."],
    rejects: ["It was an invitation to trouble."],
  },
];

/** In order: of two rules at one place the first wins. */
export const TRIGGERS = rules.map(ruleWithoutUnicodeMode);
