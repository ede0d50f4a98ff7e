import { inflect } from "../lexicon/inflect.ts";

/** What a word may be, as bits of a mask; closed classes and the commonest verbs, from own lists. */
export const DETERMINER = 1 << 0;
export const PREPOSITION = 1 << 1;
export const SUBJECT_PRONOUN = 1 << 2;
export const OBJECT_PRONOUN = 1 << 3;
export const BE = 1 << 4;
export const HAVE = 1 << 5;
export const MODAL = 1 << 6;
export const CONJUNCTION = 1 << 7;
export const SUBORDINATOR = 1 << 8;
export const RELATIVE = 1 << 9;
export const ADVERB = 1 << 10;
export const TIME = 1 << 11;
export const NEGATION = 1 << 12;
export const FINITE = 1 << 13;
export const TO = 1 << 14;
export const THAT = 1 << 15;
export const POSSESSIVE = 1 << 16;
export const QUESTION = 1 << 17;
export const ING = 1 << 18;
export const PARTICIPLE = 1 << 19;
export const ADDRESSEE = 1 << 20;
export const DO = 1 << 21;
export const BARE_VERB = 1 << 22;
export const QUANTITY = 1 << 23;
export const COMMA = 1 << 24;
export const DASH = 1 << 25;
export const COLON = 1 << 26;
export const STOP = 1 << 27;
export const BRACKET = 1 << 28;

export const AUXILIARY = BE | HAVE | MODAL | DO;

const LISTS: [number, string][] = [
  [
    DETERMINER,
    "a an the this these those my your his her its our their some any no each every both either neither another all most many several few such",
  ],
  [POSSESSIVE, "my your his her its our their"],
  [
    QUANTITY,
    "some many most several few others both all two three four five six seven eight nine ten dozens hundreds thousands none one",
  ],
  [
    PREPOSITION,
    "of in on at for with by from about into against during over under between among through without within after before toward towards across behind beyond near despite amid like upon off around per via alongside outside inside regarding concerning unlike versus throughout until since than as",
  ],
  [
    SUBJECT_PRONOUN,
    "i you he she it we they who one nobody somebody someone everyone everybody anyone many some others",
  ],
  [OBJECT_PRONOUN, "me you him her it us them whom himself herself itself themselves myself ourselves yourself"],
  [
    BE,
    "am is are was were be been being 's 're 'm isn't aren't wasn't weren't isn’t aren’t wasn’t weren’t he's she's it's",
  ],
  [HAVE, "have has had having haven't hasn't hadn't haven’t hasn’t hadn’t 've"],
  [
    MODAL,
    "will would can could may might must shall should 'll 'd won't wouldn't can't couldn't cannot shouldn't mustn't won’t wouldn’t can’t couldn’t shouldn’t ought",
  ],
  [DO, "do does did don't doesn't didn't don’t doesn’t didn’t"],
  [CONJUNCTION, "and or but nor yet &"],
  [
    SUBORDINATOR,
    "because although though while whereas if unless when whenever where wherever after before since until once as so lest whether how why even",
  ],
  [RELATIVE, "who whom whose which that"],
  [QUESTION, "what who whom whose which when where why how whether if"],
  [THAT, "that"],
  [TO, "to"],
  [NEGATION, "not never n't"],
  [
    ADVERB,
    "since also then later now again still just only even earlier once often always soon already first previously recently further thus meanwhile instead however otherwise too ever once almost nearly simply perhaps maybe yesterday today tonight tomorrow ago twice sometimes somewhat quite very both all indeed rather afterward afterwards long thereby therefore nevertheless nonetheless moreover furthermore likewise additionally finally initially",
  ],
  [
    TIME,
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec today yesterday tomorrow tonight week weekend month year years weeks months days day morning afternoon evening night hours hour minutes ago earlier later last next",
  ],
  [
    ADDRESSEE,
    "reporters journalists me us him her them you lawmakers voters supporters viewers listeners readers crowd audience guests attendees host anchor investigators police officers prosecutors court jury judge reporter everyone people myself himself herself themselves donors delegates colleagues members senators congress parliament fans followers friends aides staff",
  ],
];

// Verbs that open or fill a clause, so that it can be told from a noun phrase; own list of the commonest.
const COMMON_VERBS = `get make take come see know think give leave feel put bring keep hold let meet run pay sit stand lose win set lead
  understand become grow send build fall cut draw spend rise drive buy wear choose throw fight teach catch sell deal lay shake strike fly eat
  forget mean steal hide ride sweep beat spread bear withdraw stick swing tear want need try use work seem help turn believe expect hope plan
  intend happen include remain appear live provide allow create consider follow change watch learn stop pass raise serve die stay fail win
  arrive visit travel enter return attend join receive accept gain earn reach pursue prevent protect face handle manage marry kill attack
  look like love hate fear worry trust doubt suspect decide prefer enjoy enter avoid ignore remember realize recognize deserve tend attempt
  begin start continue end finish open close oppose support favor back carry cause change compare connect contain contribute cover deliver
  depend describe design determine develop die discuss drop elect emerge employ enable encourage endorse enforce engage ensure establish exist
  explain face force form gather generate hire identify improve increase indicate influence introduce invest invite involve issue launch limit
  link list move note obtain occur offer operate order participate perform pick place play point prepare present produce promise promote prove
  publish pull push question quit race react receive recommend reduce reflect refuse relate release rely remove replace represent require
  resign respond result reveal review rule save score seek serve settle share shift sign solve speak spend sponsor stare step struggle suffer
  surge survive tackle target touch trail treat undergo unite urge value view violate volunteer vote walk warn welcome witness wonder`;

function readWords(): Map<string, number> {
  const words = new Map<string, number>();
  const mark = (word: string, mask: number) => words.set(word, (words.get(word) ?? 0) | mask);
  for (const [mask, list] of LISTS) for (const word of list.split(" ")) mark(word, mask);
  for (const lemma of COMMON_VERBS.split(/\s+/))
    for (const [spelling, form] of inflect(lemma))
      mark(spelling, form === "past" ? FINITE : form === "ing" ? ING : form === "participle" ? PARTICIPLE : BARE_VERB);
  return words;
}

const WORDS = readWords();
const LONG_ADVERB = /^\p{Ll}{3,}ly$/u;
const NOT_ADVERBS = new Set(
  "family ally rally early only july italy supply reply daily weekly monthly assembly bully apply comply rely imply multiply fly elderly ugly holy belly jelly likely friendly".split(
    " ",
  ),
);
const LONG_ING = /^\p{Ll}{2,}ing$/u;
const NOT_ING = new Set(
  "during morning evening nothing something everything anything king building meeting thing string spring".split(" "),
);
const LONG_ED = /^\p{Ll}{2,}ed$/u;
const NOT_ED = new Set("hundred indeed need united unprecedented".split(" "));

const MARKS = new Map([
  [",", COMMA],
  ["—", DASH],
  ["–", DASH],
  ["-", DASH],
  [":", COLON],
  ...[...".!?…;"].map((mark): [string, number] => [mark, STOP]),
  ...[..."()[]"].map((mark): [string, number] => [mark, BRACKET]),
]);

/** The mask of a punctuation mark. */
export const markClass = (mark: string): number => MARKS.get(mark[0]!) ?? 0;

/** The mask of a lower-case word: what the lists say, else what its ending suggests. */
export function wordClass(lower: string): number {
  const known = WORDS.get(lower);
  if (known !== undefined) return known;
  if (lower.endsWith("ly")) return LONG_ADVERB.test(lower) && !NOT_ADVERBS.has(lower) ? ADVERB : 0;
  if (lower.endsWith("ing")) return LONG_ING.test(lower) && !NOT_ING.has(lower) ? ING : 0;
  if (lower.endsWith("ed")) return LONG_ED.test(lower) && !NOT_ED.has(lower) ? FINITE | PARTICIPLE : 0;
  return 0;
}
