import type { CueForm } from "../lexicon/cues.ts";
import * as W from "./words.ts";

// Closed-class words that are a code of their own; every other word is coded by what its list or shape says it may be.
const FUNCTION_WORDS =
  `that to of in on at for with by from about into against during over under after before between among through without within
  as than like since until and or but nor because although though while whereas if unless when where whether how why what who whom whose which
  i you he she it we they me him her us them himself herself itself themselves this these those a an the my your his its our their some many most
  several no all any both each every is are was were be been being am has have had having do does did will would can could may might must shall should
  not never also then later now again still just only even too so there here out up off down back more less much such other another same own
  's ’s one two first last next saying adding noting say said says told according people reporters`
    .split(/\s+/)
    .filter(Boolean);
const FIRST_FUNCTION_WORD = 48;

// Nouns that tell who or what speaks, in singular and plural; own lists.
const NOUNS: [number, string][] = [
  [
    40,
    `official spokesman spokeswoman spokesperson expert analyst adviser advisor aide lawyer attorney minister president leader lawmaker
    senator congressman congresswoman representative governor mayor chairman chairwoman chief director secretary ambassador envoy diplomat
    professor researcher scholar scientist economist strategist pollster consultant activist advocate critic supporter opponent voter
    resident protester witness victim source insider veteran officer general commander soldier judge prosecutor candidate nominee
    politician executive manager owner founder author writer reporter journalist editor columnist commentator host user man woman men women
    father mother wife husband son daughter brother sister friend student teacher doctor worker member observer watcher historian
    physician nurse farmer businessman entrepreneur investor trader dealer banker monitor inspector investigator detective deputy delegate
    speaker prime premier king queen prince pope bishop priest pastor coach player singer actor actress fan guest people person others
    democrat republican conservative liberal rival ally colleague counterpart`,
  ],
  [
    41,
    `ministry department agency office government administration committee commission council court party campaign company firm group
    organization organisation institute university center centre bank union association foundation team board parliament congress senate
    house police military army navy force embassy newspaper paper magazine network broadcaster outlet media press website site station
    daily channel tank service bureau authority regime state kremlin white camp staff panel`,
  ],
  [
    42,
    `report study poll survey statement letter memo email document filing lawsuit complaint indictment article editorial book essay story
    post tweet message ad advertisement release brief briefing transcript analysis paper website page law bill rule ruling order treaty
    resolution data figures results numbers evidence research estimate forecast review audit account op-ed column video`,
  ],
  [
    43,
    `claim statement comment remark promise pledge vow criticism attack accusation allegation assertion argument suggestion warning
    call demand request question answer denial admission announcement endorsement praise concern view belief idea notion speech interview`,
  ],
];
const NOUN_CODES = new Map<string, number>();
for (const [code, list] of NOUNS)
  for (const noun of list.split(/\s+/))
    for (const form of [noun, `${noun}s`]) if (!NOUN_CODES.has(form)) NOUN_CODES.set(form, code);

const CODES = new Map(FUNCTION_WORDS.map((word, i) => [word, i + FIRST_FUNCTION_WORD]));
const MARKS = new Map([...",;:.!?…—–-()[]$%#@&/'’‘"].map((mark, i) => [mark, 1 + i]));

/** The code of a closed-class word. */
export const codeOfWord = (word: string): number => CODES.get(word)!;

/** Whether a lower-case word names people, bodies or papers that speak: "experts", "ministry", "study". */
export const speakerNoun = (lower: string): boolean => (NOUN_CODES.get(lower) ?? 43) < 43;

/** Whether a lower-case word names an utterance or a paper: "remark", "letter". */
export const utteranceNoun = (lower: string): boolean => (NOUN_CODES.get(lower) ?? 0) >= PAPER_CODE;

export const RUN_CODE = 26;

/** The code of nouns for reports, studies and letters. */
export const PAPER_CODE = 42;

/** What a punctuation mark is to the ranker: a small number, from 1. */
export const markCode = (mark: string): number => MARKS.get(mark[0]!) ?? 25;

/** What a word is to the ranker: a closed-class word, else its class or shape. */
export function wordCode(lower: string, mask: number, isCapital: boolean, cue: CueForm | undefined): number {
  const known = CODES.get(lower);
  if (known !== undefined) return known;
  const noun = NOUN_CODES.get(lower);
  if (noun !== undefined && !isCapital) return noun;
  if (cue) return cue.forms.has("ing") ? 27 : cue.forms.has("past") ? 28 : 29;
  if (mask & W.TIME) return 30;
  if (isCapital) return 31;
  if (mask & W.ADVERB) return 32;
  if (mask & W.ING) return 33;
  if (mask & W.FINITE) return 34;
  if (mask & W.BARE_VERB) return 35;
  if (mask & W.PREPOSITION) return 36;
  if (/^\p{N}/u.test(lower)) return 37;
  return lower.endsWith("s") ? 38 : 39;
}
